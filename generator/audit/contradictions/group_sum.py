"""A sentence adds up the rows of one group, and the rows add up to something else.

A row was changed or went to another group after the sentence was written.

Fails:

```markdown
| Crate | Weight (kg) | Lorry |
|---|---|---|
| Piano | 420 | Red |
| Organ | 380 | Red |
| Harp | 95 | Blue |
| Drums | 140 | Blue |

The two crates on lorry Red weigh 830 kg together.
```

Passes:

```markdown
| Crate | Weight (kg) | Lorry |
|---|---|---|
| Piano | 420 | Red |
| Organ | 380 | Red |
| Harp | 95 | Blue |
| Drums | 140 | Blue |

The two crates on lorry Red weigh 800 kg together.
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.measured import Measured, measured_of
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.sections import Section, sections_of
from generator.audit.understanding.sentences import sentences_of, within
from generator.audit.understanding.totals import is_total, tells_of_some
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_LOOSE = re.compile(
    r"\b(?:at (?:least|most)|up to|more than|less than|about|around|per|each|every|average|without|except|\w{3,}est"
    r"|most|only|if|would|not|no|last|previous|was|were|had|(?:19|20)\d\d|first|second|third|next|later|so far|still"
    r"|left over|other|today|by|in (?:the|a|one) (?:week|month|year)|holds?|has room|room for|capacity|fits?|seats"
    r"|allow\w*|insured|rated|licen[cs]ed)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]{3}")
_FEWEST, _NEAR = 2, 3
"""A sum that is further off than a third is one of something else."""


@dataclass(frozen=True)
class _Group:
    """The rows that have one word in one column, and how texts name them."""

    name: "re.Pattern[str]"
    rows: tuple[int, ...]


@dataclass(frozen=True)
class _Sum:
    """What a sentence tells of one group."""

    told: Quantity
    right: Decimal
    rows: tuple[int, ...]
    firm: bool
    """Words say that it is a total, and one of the rows."""


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each sum that its rows do not make: told as a total of them, or beside another group's that is right."""
    for section in sections_of(facts.reading):
        columns = list(measured_of(section.grid, section.rows)) if section.texts else []
        groups = _groups(section) if columns else []
        for phrase in section.texts if groups else ():
            amounts = quantities_in(phrase.plain, comma=phrase.style.comma)
            for sentence in sentences_of(phrase.plain) if amounts else ():
                told = within(amounts, *sentence)
                for column in columns:
                    yield from _wrong(phrase, column, list(_sums(phrase, sentence[0], told, column, groups)))


def _groups(section: Section) -> list[_Group]:
    """Words that several rows share in a column of words; a short one is named with its heading: `night A`."""
    found: list[_Group] = []
    body = [row for row in section.rows if row.cells[section.grid.key_column].plain.strip()]
    for column, header in enumerate(section.grid.header):
        if column == section.grid.key_column:
            continue
        members: dict[str, list[int]] = defaultdict(list)
        for index, row in enumerate(body):
            members[level(row.cells[column].plain).strip()].append(index)
        for word, rows in members.items():
            if len(rows) >= _FEWEST and len(members) > 1 and word[:1].isalpha():
                named = re.escape(word) if _LETTERS.search(word) else rf"{re.escape(level(header.plain))} {word}"
                found.append(_Group(re.compile(rf"(?<!\w){named}(?!\w)", re.IGNORECASE), tuple(rows)))
    return found


def _sums(
    phrase: Phrase, start: int, amounts: list[Quantity], column: Measured, groups: list[_Group]
) -> Iterator[_Sum]:
    """The amounts of the column's kind behind the name of one group, up to the amount before."""
    plain = level(phrase.plain)
    names = [column.rows[index].cells[column.grid.key_column].plain for index in range(len(column.rows))]
    kinds = {stem for stem, _, _ in tokens_of(column.grid.header[column.grid.key_column].plain)}
    for each in amounts:
        if each.kind != column.kind:
            continue
        said, begun = plain[start : each.start], start
        start = each.last
        meant = [group for group in groups if group.name.search(said)]
        rows = meant[0].rows if len(meant) == 1 and max(meant[0].rows) < len(column.rows) else ()
        counted = [other.value for other in amounts if begun <= other.start < each.start and other.is_count]
        whole = not counted or counted == [len(rows)]
        some = tells_of_some(said, [names[row] for row in rows])
        if rows and whole and not some and not _LOOSE.search(said):
            right = sum((column.values[row] for row in rows), Decimal(0))
            of_rows = bool(counted) or bool({stem for stem, _, _ in tokens_of(said)} & kinds)
            yield _Sum(each, right, rows, of_rows and is_total(plain, each))


def _wrong(phrase: Phrase, column: Measured, sums: list[_Sum]) -> Iterator[Contradiction]:
    agreed = {each.rows for each in sums if each.told.value == each.right}
    known = {*column.values, *((column.total[0],) if column.total else ())}
    wrong = [each for each in sums if each.rows not in agreed and each.told.value not in known]
    for each in wrong if len(wrong) == 1 else ():
        if (each.firm or agreed) and abs(each.told.value - each.right) * _NEAR < each.right:
            right = f"{each.right.normalize():,f}"
            message = f"{each.told.value.normalize():,f} is told, the {len(each.rows)} rows add up to {right}"
            there = tuple(column.quote(row) for row in (each.rows[0], each.rows[-1]))
            yield Contradiction(
                message, phrase.mark(each.told.start, each.told.last), there, f"write {right}, or mend a row"
            )
