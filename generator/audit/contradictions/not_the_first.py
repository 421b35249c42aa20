"""A sentence lets something go first or last, and in the table that tells the order another one does.

What is prepared for the first one is prepared for the wrong one.

Fails:

```markdown
Finance goes first so that the books are closed in time.

| Wave | Departments | Moving |
|---|---|---|
| 1 | IT, Facilities | 2 October 2026 |
| 2 | Finance, Legal | 9 October 2026 |
| 3 | Sales | 16 October 2026 |
```

Passes:

```markdown
IT goes first so that the network is up.

| Wave | Departments | Moving |
|---|---|---|
| 1 | IT, Facilities | 2 October 2026 |
| 2 | Finance, Legal | 9 October 2026 |
| 3 | Sales | 16 October 2026 |
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote, Reading, Row
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_DOES = (
    r"(?:(?:is|are|will be|gets?|will|must) )?(?!(?:the|at|in|on|of|for|to|and|or|with|by|its|their|our|this|that"
    r"|very|until|from|as)\b)[a-z]{2,15}(?: (?:over|out|off|up|in|on))?"
)
"""Whatever it does: goes, travels, is moved."""
_SAID = re.compile(
    rf"(?:^|[.;:,]\s|\b(?:and|but|because|as)\s)(?P<who>(?:the )?[^,;:.()]{{2,40}}?) {_DOES} (?P<how>first|last)"
    r"(?=\s*(?:$|[.,;:)]|so\b|because\b|as\b|since\b|and\b|to\b))",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\b(?:we|the (?:move|rollout|roll-out|migration|work|evening|day|tour|relocation|transfer)) "
    r"(?P<how>starts?|begins?|ends?|finishes|closes) with (?P<who>(?:the )?[^,;:.()]{2,40}?)"
    r"(?=\s*(?:$|[.,;:)]|so\b|because\b))",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|never|if|unless|either|who(?:ever)?|which|usually|each|every|always|at|on)\b", re.IGNORECASE
)
_FEWEST = 3
_SPLIT = re.compile(r"\s*(?:,|;|:|/|\+|&|\(|\)|\band\b)\s*")


@dataclass(frozen=True)
class _Ranked:
    """One row in the order of time, and all that its cells name."""

    at: int
    names: frozenset[tuple[str, ...]]
    quote: Quote


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each thing told to be first or last that every table with it puts elsewhere."""
    tables = _tables(facts.reading)
    for phrase in facts.reading.phrases if tables else ():
        plain = level(phrase.plain)
        for found in (*_SAID.finditer(plain), *_BEGINS.finditer(plain)) if phrase.is_spoken else ():
            if not _NOT.search(found["who"]):
                yield from _against(phrase, found, tables)


def _tables(reading: Reading) -> list[list[_Ranked]]:
    """Tables whose rows stand in the order of their times."""
    found: list[list[_Ranked]] = []
    for _, rows in reading.tables:
        ranked = [each for row in rows if not is_total(row) and (each := _ranked(row))]
        at = [each.at for each in ranked]
        if len(ranked) == len([row for row in rows if not is_total(row)]) >= _FEWEST and at == sorted(at):
            found.append(ranked)
    return found


def _ranked(row: Row) -> _Ranked | None:
    days = [each.windows[0].window for each in row.cells if len(each.windows) == 1]
    told = row_window(row)
    window = told[0] if told else days[0] if days else None
    if not window or window.first is None:
        return None
    names = {
        tuple(stem for stem, _, _ in tokens_of(part))
        for cell in row.cells
        if not cell.windows
        for part in _SPLIT.split(level(cell.plain))
    }
    return _Ranked(window.first, frozenset(name for name in names if name), row.mark(row.cells[0]))


def _against(phrase: Phrase, found: "re.Match[str]", tables: list[list[_Ranked]]) -> Iterator[Contradiction]:
    last = found["how"].lower().startswith(("last", "end", "finish", "close"))
    stems = tuple(stem for stem, _, _ in tokens_of(found["who"]))
    wrong: list[tuple[_Ranked, _Ranked]] = []
    for ranked in (_kin(each, stems) for each in tables):
        theirs = next(
            (each for name in (stems, stems[:-1]) if (each := [row for row in ranked if name in row.names])), []
        )
        edge, own = (ranked[-1], theirs[-1:]) if last else (ranked[0], theirs[:1])
        if own and own[0].at == edge.at:
            return
        wrong += [(each, edge) for each in own]
    if wrong:
        place, first = wrong[0]
        how = "last" if last else "first"
        here = phrase.mark(found.start("who"), found.end())
        message = f'"{found["who"].strip()}" is told to be {how}, and the table begins or ends with another'
        yield Contradiction(message, here, (place.quote, first.quote), "name the other one, or change the order")


def _kin(ranked: list[_Ranked], stems: tuple[str, ...]) -> list[_Ranked]:
    """`Batch North` is the first of the batches, whatever comes before them."""
    kinds = sorted(set(stems)) if len(stems) > 1 else []
    kin = [[each for each in ranked if any(stem in name for name in each.names)] for stem in kinds]
    shared = [each for each in kin if 1 < len(each) < len(ranked)]
    return max(shared, key=len, default=ranked)
