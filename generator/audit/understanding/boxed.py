"""Parts set beside each other from left to right, with their times above or below them: boxes, bars, rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.audit.understanding.phrases import Drawing, Grid, Phrase, Quote, Row
from generator.audit.understanding.times import bare_window
from generator.audit.understanding.windows import Window, week_window
from generator.audit.understanding.words import level

_SCALE = re.compile(r"\W*(?P<scale>week|day)s?\b", re.IGNORECASE)
_COUNT = re.compile(r"\W*(?:(?:weeks?|days?)\s+)?(?P<numbers>\d{1,3}(?:\s+\d{1,3})*)\W*", re.IGNORECASE)
_RULER = re.compile(r"\W*(?P<scale>week|day)s?:?(?:\s+\d{1,3}){2,}\s*", re.IGNORECASE)
_BAR = re.compile(r"\[(?P<name>[^\[\]]{2,60})\]")
_ARROW = re.compile(r"\s*(?:→|⇒|[-=]{1,3}>|»|▶|➜)\s*")
_FEWEST = 2
_Span = tuple[int, int]


@dataclass(frozen=True)
class Boxed:
    """A name with its time, as they stand below each other."""

    name: str
    titles: tuple[str, ...]
    window: Window
    quote: Quote


def boxed_in(drawing: Drawing) -> Iterator[list[Boxed]]:
    """Yield the boxes of lines that have their bars in the same places, and the bars below a ruler."""
    lines = [line for line in drawing.lines if line.plain.strip()]
    start = 0
    while start < len(lines):
        edges = _edges(lines[start])
        end = start + 1
        while end < len(lines) and edges and _edges(lines[end]) == edges:
            end += 1
        if len(edges) >= _FEWEST - 1 and end - start > 1:
            yield _of_lines(lines[start:end], edges)
        start = end
    yield from (_below_ruler(one, other) for one, other in pairwise(lines))


def chained(phrase: Phrase) -> list[Boxed]:
    """`Build (days 1-5) → Shadow (days 6-10)`: a name and a time between two arrows each."""
    plain = level(phrase.plain)
    stops = [found.span() for found in _ARROW.finditer(plain)]
    edges = [(0, 0), *stops, (len(plain), len(plain))]
    boxed: list[Boxed] = []
    for (_, left), (right, _) in pairwise(edges):
        told = [each for each in phrase.windows if left <= each.start < right]
        name = plain[left : told[0].start].strip(" *|[(:,-`") if len(told) == 1 else ""
        if not (name and told[0].window.is_whole) or re.search(r"\w", plain[told[0].end : right]):
            return []
        boxed.append(Boxed(name, (), told[0].window, phrase.mark(told[0].start, told[0].end)))
    return boxed if len(boxed) >= _FEWEST else []


def across(grid: Grid, rows: tuple[Row, ...]) -> list[Boxed]:
    """`| | Sprint 1 | Sprint 2 |` with a row of their weeks below it."""
    for row in rows:
        found = _SCALE.match(level(row.cells[0].plain))
        scale = found["scale"].lower() if found else ""
        windows = [bare_window(cell.plain, scale, cell.style.dates) for cell in row.cells[1:]]
        if scale and len(windows) >= _FEWEST and all(window and window.is_whole for window in windows):
            cells = zip(grid.header[1:], windows, row.cells[1:], strict=True)
            return [Boxed(head.plain.strip(), (), at, row.mark(cell)) for head, at, cell in cells if at]
    return []


def _edges(line: Phrase) -> tuple[int, ...]:
    """Where bars stand, those at both ends of the line apart."""
    plain = level(line.plain)
    ends = (len(plain) - len(plain.lstrip()), len(plain.rstrip()) - 1)
    return tuple(found.start() for found in re.finditer(r"[|│]", plain) if found.start() not in ends)


def _of_lines(lines: list[Phrase], edges: tuple[int, ...]) -> list[Boxed]:
    """One line tells the times of all boxes; of the others the first one tells the names."""
    spans = _spans(lines, edges)
    timed = next(((line, told) for line in lines if (told := _times(line, spans))), None)
    named = [line for line in lines if timed and line is not timed[0] and all(_cells(line, spans))]
    if not timed or not named or len(spans) < _FEWEST:
        return []
    line, told = timed
    names = [_cells(each, spans) for each in named]
    return [
        Boxed(names[0][index], tuple(each[index] for each in names[1:]), window, line.mark(*span))
        for index, (window, span) in enumerate(told)
    ]


def _spans(lines: list[Phrase], edges: tuple[int, ...]) -> list[_Span]:
    """What lies between the bars; arrows between boxes are left out."""
    ends = [-1, *edges, max(len(line.plain) for line in lines)]
    spans = [(left + 1, right) for left, right in pairwise(ends)]
    return [(left, right) for left, right in spans if any(re.search(r"\w", each.plain[left:right]) for each in lines)]


def _cells(line: Phrase, spans: list[_Span]) -> list[str]:
    return [level(line.plain)[left:right].strip(" |│") for left, right in spans]


def _times(line: Phrase, spans: list[_Span]) -> list[tuple[Window, _Span]]:
    """One stretch of time in each cell, or numbers counted on below one word."""
    found: list[tuple[Window, _Span]] = []
    scale = _SCALE.match(level(line.plain))
    for left, right in spans:
        told = [each for each in line.windows if left <= each.start < right]
        counted = _COUNT.fullmatch(level(line.plain)[left:right]) if scale else None
        if counted:
            numbers = [int(each) for each in counted["numbers"].split()]
            found.append((_numbered(scale["scale"] if scale else "", numbers[0], numbers[-1]), (left, right)))
        elif len(told) == 1 and told[0].window.is_whole:
            found.append((told[0].window, (told[0].start, told[0].end)))
    return found if len(found) == len(spans) else []


def _below_ruler(ruler: Phrase, line: Phrase) -> list[Boxed]:
    """`[ Ring 0 ][ Ring 1 ]` below weeks written from left to right."""
    found = _RULER.fullmatch(level(ruler.plain))
    bars = list(_BAR.finditer(level(line.plain)))
    if not found or len(bars) < _FEWEST:
        return []
    numbers = [(int(each.group()), each.start()) for each in re.finditer(r"\d+", ruler.plain)]
    boxed: list[Boxed] = []
    for bar in bars:
        inside = [number for number, at in numbers if bar.start() <= at < bar.end()]
        if inside:
            window = _numbered(found["scale"], inside[0], inside[-1])
            boxed.append(Boxed(bar["name"].strip(), (), window, line.mark(bar.start("name"), bar.end("name"))))
    return boxed if len(boxed) == len(bars) else []


def _numbered(scale: str, first: int, last: int) -> Window:
    return week_window(first, last) if scale.lower() == "week" else Window("day", first, last)
