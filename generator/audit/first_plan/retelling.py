"""Documents whose texts tell other times than the ones written: a plan has no words for theirs."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import cached_property

from generator.audit.understanding.phrases import Grid, Phrase, Reading, Row
from generator.audit.understanding.windows import Found

Telling = Callable[[Phrase], list[Found]]
"""The times that a text is to tell."""


@dataclass(frozen=True, eq=False, kw_only=True)
class _Retold(Phrase):
    inner: Phrase
    telling: Telling

    @cached_property
    def windows(self) -> list[Found]:
        return self.telling(self.inner)


def retold(reading: Reading, telling: Telling) -> Reading:
    """Let every text tell its times otherwise; what was one text stays one."""
    made: dict[int, Phrase] = {}

    def of(phrase: Phrase) -> Phrase:
        if id(phrase) not in made:
            own = {each.name: getattr(phrase, each.name) for each in fields(Phrase)}
            made[id(phrase)] = _Retold(**own, inner=phrase, telling=telling)
        return made[id(phrase)]

    def table(grid: Grid, rows: tuple[Row, ...]) -> tuple[Grid, tuple[Row, ...]]:
        own = replace(grid, header=tuple(of(each) for each in grid.header))
        return own, tuple(Row(tuple(of(each) for each in row.cells), own) for row in rows)

    return replace(
        reading,
        phrases=tuple(of(each) for each in reading.phrases),
        tables=tuple(table(grid, rows) for grid, rows in reading.tables),
        drawings=tuple(replace(each, lines=tuple(of(line) for line in each.lines)) for each in reading.drawings),
        headings=tuple(of(each) for each in reading.headings),
    )
