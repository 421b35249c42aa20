"""The sentence right below a table counts its rows, or what stands in one of its columns, and miscounts.

A row was added or dropped, and the sentence that sums the table up stayed.

Fails:

```markdown
| Database | Size (GB) | Night |
|---|---|---|
| ledger | 840 | A |
| invoices | 410 | A |
| tariffs | 36 | B |

Four databases, two nights.
```

Passes:

```markdown
| Database | Size (GB) | Night |
|---|---|---|
| ledger | 840 | A |
| invoices | 410 | A |
| tariffs | 36 | B |

Three databases, two nights.
```
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction, as_counted
from generator.audit.understanding.entries import counted_by, is_total
from generator.audit.understanding.enumerations import is_several
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.measured import measured_of
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.sections import Section, sections_of
from generator.audit.understanding.sentences import sentences_of, within
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_OPENS = re.compile(
    r"\W*(?:(?:there|these) are |(?:we|they) have |that makes |(?:in all|altogether),? )?$", re.IGNORECASE
)
_THERE = re.compile(r"\bthere are $", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:,|,? and|;)\s*|\W*")
_WITH = re.compile(r"\s(?:with|of|and) (?:together |in all |altogether )?")
_DONE = re.compile(r"\s(?:are|were)\s(?P<done>[a-z]{2,}(?:ed|en|t|n))\b(?=\s*[.,;]|\s*$)", re.IGNORECASE)
_CODE = re.compile(r"[A-Z]{0,4}[-.]?\d{1,4}")
_FEWEST, _STEM, _SLIP = 3, 4, 4


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each such count that is a little off."""
    for section in sections_of(facts.reading):
        rows = [row for row in section.rows if not is_total(row) and _name(row)]
        names = {_name(row) for row in rows}
        each_one = (
            len(rows) == len(names) >= _FEWEST and not section.grid.grouped and not any(map(_is_several, names))
        )
        for phrase in section.after[:1] if each_one else ():
            for each, count, row in _counted(section, rows, phrase):
                if each.value != count and abs(each.value - count) <= max(1, count // _SLIP):
                    message = f"{as_counted(phrase, each)} are told, {count} are listed"
                    yield Contradiction(message, phrase.mark(each.start, each.last), (row.mark(row.cells[0]),))


def _is_several(name: str) -> bool:
    return is_several(name) and not _CODE.fullmatch(name)


def _name(row: Row) -> str:
    return level(row.cells[row.grid.key_column].plain).strip()


def _counted(section: Section, rows: list[Row], phrase: Phrase) -> Iterator[tuple[Quantity, int, Row]]:
    """Each count of the first sentence, with the right one and the last row that makes it."""
    plain = level(phrase.plain)
    start, end = sentences_of(plain)[0] if plain.strip() else (0, 0)
    amounts = within(quantities_in(phrase.plain, comma=phrase.style.comma), start, end)
    if not amounts or not amounts[0].is_count or not _OPENS.fullmatch(plain[: amounts[0].start]):
        return
    listed = _is_list(plain[:end], amounts)
    if amounts[0].head in _kinds(section, rows) and (listed or _sums_up(section, plain[:end], amounts)):
        yield amounts[0], len(rows), rows[-1]
    for column, header in enumerate(section.grid.header) if listed else ():
        cells = {level(row.cells[column].plain).strip() for row in rows}
        meant = [each for each in amounts[1:] if each.is_count and each.head == counted_by(header.plain)]
        if column != section.grid.key_column and meant and all(_is_label(cell) for cell in cells):
            yield meant[0], len(cells), rows[-1]


def _kinds(section: Section, rows: list[Row]) -> frozenset[str]:
    """What each row is: the heading of the first column, or of the one behind it where the first has codes."""
    key = section.grid.key_column
    coded = all(_CODE.fullmatch(_name(row)) for row in rows)
    return frozenset(counted_by(header.plain) for header in section.grid.header[key + coded : key + coded + 1]) - {""}


def _is_list(sentence: str, amounts: list[Quantity]) -> bool:
    """`Five databases, two nights.`: nothing but what is counted."""
    edges = [
        *((one.last, other.start) for one, other in pairwise(amounts)),
        (amounts[-1].last, len(sentence)),
    ]
    return all(_LISTED.fullmatch(sentence[first:last]) for first, last in edges)


def _sums_up(section: Section, sentence: str, amounts: list[Quantity]) -> bool:
    """`There are four streams with 40 persons`, which is the total; `seven crates are moved`, each on a day told."""
    first = amounts[0]
    if _THERE.search(sentence[: first.start]):
        totals = {each.total[0] for each in measured_of(section.grid, section.rows) if each.total}
        told = len(amounts) > 1 and _WITH.fullmatch(sentence[first.last : amounts[1].start])
        return (bool(told) and amounts[1].value in totals) or not sentence[first.last :].strip(" .")
    done = _DONE.match(sentence, first.last)
    headed = {stem[:_STEM] for header in section.grid.header for stem, _, _ in tokens_of(header.plain)}
    return done is not None and done["done"].lower()[:_STEM] in headed


def _is_label(cell: str) -> bool:
    return len(cell) in {1, 2} and cell.isalnum()
