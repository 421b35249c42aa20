"""A sentence counts the rows that have something, and the table beside it has more or fewer of them.

The number in the sentence is what is carried on.

Fails:

```markdown
| Visit | Day | Blood sample |
|---|---|---|
| V1 | 0 | yes |
| V2 | 7 | no |
| V3 | 14 | yes |

Three visits, one of them with a blood sample.
```

Passes:

```markdown
| Visit | Day | Blood sample |
|---|---|---|
| V1 | 0 | yes |
| V2 | 7 | no |
| V3 | 14 | yes |

Three visits, two of them with a blood sample.
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.sections import Section, sections_of
from generator.audit.understanding.words import NUMBER_WORD, count_word, level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_N = rf"(?:\d{{1,3}}|{NUMBER_WORD})"
_SAID = re.compile(
    rf"\b(?P<many>{_N}) (?:of (?:them|these|those|(?:the|our) (?:(?:{_N}) )?(?P<noun>[a-z]+))) "
    r"(?:(?:is|are|was|were|has|have|need|needs|get|gets|stand|stands)\s)?(?P<not>without\s|no\s|not\s)?"
    r"(?:(?:with|rated|graded|classed|marked|ranked|as|at|in|on|a|an|the)\s){0,3}(?P<what>[a-z-]+(?: [a-z-]+)?)",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    r"\b(?:at least|at most|up to|more than|less than|fewer than|about|only if|if|may|must|can)\b", re.IGNORECASE
)
_YES = frozenset({"yes", "x", "✓", "✔", "y"})
_NO = frozenset({"no", "-", "n", "", "none", "✗"})
_FEWEST, _SHORT = 3, 20


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each count of rows by a value, or by the yes of a column, that is another one."""
    for section in sections_of(facts.reading):
        rows = tuple(row for row in section.rows if not is_total(row))
        for phrase in section.texts if len(rows) >= _FEWEST else ():
            plain = level(phrase.plain)
            for found in _SAID.finditer(plain):
                if not _LIMITED.search(plain[max(0, found.start() - _SHORT) : found.end()]):
                    yield from _against(section, rows, phrase, found)


def _against(
    section: Section, rows: tuple[Row, ...], phrase: Phrase, found: "re.Match[str]"
) -> Iterator[Contradiction]:
    stems = [stem for stem, _, _ in tokens_of(found["what"])]
    columns = [
        tuple(level(row.cells[column].plain).strip().lower() for row in rows) for column in range(len(rows[0].cells))
    ]
    having = _by_value(columns, stems[:1]) or _by_heading(section, columns, stems)
    count = len(rows) - having[0] if having and found["not"] else having[0] if having else None
    told = count_word(found["many"])
    if count is not None and told is not None and told != count and _is_of(section, found["noun"]):
        message = f"{told} are told, the table has {count} such rows"
        first = rows[0]
        here = phrase.mark(found.start("many"), found.end())
        yield Contradiction(message, here, (first.mark(first.cells[0]),), "mend the number, or the rows")


def _by_value(columns: list[tuple[str, ...]], stems: list[str]) -> list[int]:
    """How many rows of the one column with such a value have it: `high`."""
    found = [
        column.count(stem)
        for column in columns
        for stem in stems
        if stem in column and len(set(column)) < len(column)
    ]
    return found if len(found) == 1 else []


def _by_heading(section: Section, columns: list[tuple[str, ...]], stems: list[str]) -> list[int]:
    """How many rows say yes in the one column that is headed so."""
    found: list[int] = []
    for header, column in zip(section.grid.header, columns, strict=True):
        titled = {stem for stem, _, _ in tokens_of(header.plain)}
        if set(column) <= _YES | _NO and titled & set(stems) and _YES & set(column):
            found.append(sum(cell in _YES for cell in column))
    return found if len(found) == 1 else []


def _is_of(section: Section, noun: str | None) -> bool:
    """The sentence counts what the rows are, as far as it says."""
    if not noun:
        return True
    stems = {stem for stem, _, _ in tokens_of(noun)}
    keys = {stem for header in section.grid.header[:2] for stem, _, _ in tokens_of(header.plain)}
    return bool(stems & keys)
