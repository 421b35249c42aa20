"""When everything with a name of its own takes place, found again by that name alone: parts, gates, events."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.audit.understanding.called import Name, key_name, words_of
from generator.audit.understanding.codes import leading_code
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.part_series import Series
from generator.audit.understanding.phrases import Quote, Reading
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.windows import Window

_MOST = 400


@dataclass(frozen=True)
class Timed:
    """A thing, its time, the text that tells it, and the words told beside it."""

    window: Window
    quote: Quote
    beside: frozenset[str]


def timed_names(reading: Reading, series: Iterable[Series]) -> dict[tuple[Name, str], Timed]:
    """Index by name and scale; what is told for two times on one scale is left out."""
    found: dict[tuple[Name, str], list[Timed]] = defaultdict(list)
    for name, timed in (*_of_rows(reading), *_of_series(series)):
        found[name, timed.window.scale].append(timed)
    sure = ((key, _stretches(told)) for key, told in found.items())
    return {key: told[0] for key, told in sure if len({_coarse(each.window) for each in told}) == 1}


def _stretches(told: list[Timed]) -> list[Timed]:
    """A row of its check may be called like a part; the part itself takes longer than a day."""
    longer = [each for each in told if (each.window.last or 0) - (each.window.first or 0) >= each.window.grain]
    return longer or told


def _coarse(window: Window) -> Window:
    return Window(window.scale, window.coarse(7).first, window.coarse(7).last, 7)


def _of_rows(reading: Reading) -> Iterator[tuple[Name, Timed]]:
    for grid, rows in reading.tables:
        for row in rows[:_MOST]:
            told = None if is_total(row) else row_window(row)
            key = row.cells[grid.key_column]
            if told and told[0].is_whole and told[1] is not key:
                words = frozenset(word for cell in row.cells for word, _, _ in words_of(cell.plain))
                code = leading_code(row.cells[0].plain).lower()
                coded = [(code,)] if code and row.cells[0] is not key else []
                for name in (*key_name(key.plain, grid.header[grid.key_column].plain)[0], *coded):
                    yield name, Timed(told[0], row.mark(told[1]), words)


def _of_series(series: Iterable[Series]) -> Iterator[tuple[Name, Timed]]:
    for each in series:
        for part in each.parts:
            for window, quote in part.told:
                words = frozenset(word for word, _, _ in words_of(quote.text))
                yield from ((name, Timed(window, quote, words)) for name in part.names)
