"""The lines of a file that a finding speaks of, as much of them as a terminal holds, with the value marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.findings import Place
from generator.reporters._report import printable, width

WIDEST = 100
_MOST, _HEAD = 4, 2


@dataclass(frozen=True)
class Marked:
    """A line as shown, and the columns of it that are marked; `number` is nothing where lines are left out."""

    number: int | None
    text: str
    start: int = 0
    length: int = 0


def excerpt(place: Place, lines: Sequence[str], widest: int = WIDEST) -> tuple[Marked, ...]:
    """Show the lines of a place, so wide at most; of many the first ones and the last. Nothing where none is."""
    last = _last_line(place, lines)
    if not 0 < place.line <= last:
        return ()
    numbers = [number for number in range(place.line, last + 1) if lines[number - 1].strip()]
    shown = [_marked(number, place, lines[number - 1], widest) for number in numbers]
    if len(shown) <= _MOST:
        return tuple(shown)
    return (*shown[:_HEAD], Marked(None, "…"), shown[-1])


def _last_line(place: Place, lines: Sequence[str]) -> int:
    """Find the last line that holds any of a value: the place of a block of text ends where the next key begins."""
    last = place.end_line - 1 if place.end_column == 1 and place.end_line > place.line else place.end_line
    last = min(last, len(lines))
    while last >= max(place.line, 1) and not lines[last - 1].strip():
        last -= 1
    return last


def _marked(number: int, place: Place, line: str, widest: int) -> Marked:
    start, end = _columns(number, place, line)
    before, value, after = _cut(line, start, max(end, start + 1), widest)
    text = (before + value + after).rstrip()
    return Marked(number, text, width(before), max(1, width(value)))


def _columns(number: int, place: Place, line: str) -> tuple[int, int]:
    indent = len(line) - len(line.lstrip())
    start = place.column - 1 if number == place.line else indent
    end = place.end_column - 1 if number == place.end_line else len(line.rstrip())
    return start, end


def _cut(line: str, start: int, end: int, widest: int) -> Iterator[str]:
    """Split a line at its value, and leave out what a terminal does not hold of it."""
    before = widest * 3 // 10
    first = max(0, start - before) if len(line) > widest and start > widest - before else 0
    last = first + widest
    yield _flat(("…" if first else "") + line[first:start])
    yield _flat(line[start : min(end, last)])
    yield _flat(line[end:last] + ("…" if len(line) > last else ""))


def _flat(text: str) -> str:
    """Keep one column a tab, so that the mark stands where the value stands."""
    return printable(text.replace("\t", " "))
