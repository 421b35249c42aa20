"""A sentence tells what share of all a row has, and its figure is another share of the total.

The table is what was reckoned; the sentence below it is what is remembered.

Fails:

```markdown
| Ward | Beds |
|---|---|
| Surgery | 30 |
| Medicine | 25 |
| Children | 20 |
| Total | 75 |

The largest ward is Surgery with 50 % of all beds.
```

Passes:

```markdown
| Ward | Beds |
|---|---|
| Surgery | 30 |
| Medicine | 25 |
| Children | 20 |
| Total | 75 |

The largest ward is Surgery with 40 % of all beds.
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import FIGURE, band_in, number
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.sections import Section, sections_of
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_SHARE = re.compile(
    rf"(?P<share>{FIGURE})\s?(?:%|per ?cent)\sof\s(?:all|the|our)\s"
    r"(?:the\s|our\s)?(?P<what>[a-z-]+(?:\s[a-z-]+)?)(?=\s*(?:[.;,:)]|$))",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"(?:\b(?:has|have|holds|hold|with|is|are|makes|make|makes up|make up|takes|carries|gets|pays|brings|gives|yields"
    r"|accounts for|stands for|comes to)|:|-|,|\()\s?$",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:about|around|nearly|almost|over|under|at least|at most|up to|more than|less than|and|would|if|not"
    r"|only|last year)\b|[~≈<>≤≥]",
    re.IGNORECASE,
)
_HUNDRED, _HALF, _FEWEST = Decimal(100), Decimal("0.51"), 3


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each share of all that one row is told to have, where the column named comes to another one."""
    for section in sections_of(facts.reading):
        rows = [row for row in section.rows if not is_total(row)]
        for phrase in section.texts if len(rows) >= _FEWEST else ():
            for start, end in sentences_of(phrase.plain):
                found = list(_SHARE.finditer(level(phrase.plain), start, end))
                if len(found) == 1:
                    yield from _of_sentence(section, rows, phrase, start, found[0])


def _of_sentence(
    section: Section, rows: list[Row], phrase: Phrase, start: int, found: "re.Match[str]"
) -> Iterator[Contradiction]:
    before = level(phrase.plain)[start : found.start()]
    named = _named(rows, before) if _HAS.search(before) and not _UNSURE.search(before) else []
    if len(named) == 1:
        yield from _held(section, rows, named[0], phrase, found)


def _named(rows: list[Row], before: str) -> list[Row]:
    """The rows whose names stand before the share."""
    said = [stem for stem, _, _ in tokens_of(before)]
    found: list[Row] = []
    for row in rows:
        name = [stem for stem, _, _ in tokens_of(row.cells[row.grid.key_column].plain)]
        if name and any(said[index : index + len(name)] == name for index in range(len(said))):
            found.append(row)
    return found


def _held(
    section: Section, rows: list[Row], row: Row, phrase: Phrase, found: "re.Match[str]"
) -> Iterator[Contradiction]:
    asked = {stem for stem, _, _ in tokens_of(found["what"])}
    headers = [{stem for stem, _, _ in tokens_of(header.plain)} for header in section.grid.header]
    columns = [index for index, stems in enumerate(headers) if stems & asked and index != section.grid.key_column]
    share = number(found["share"], comma=phrase.style.comma)
    for column in columns if len(columns) == 1 else ():
        figures = [band_in(each.cells[column].plain, comma=phrase.style.comma) for each in rows]
        own = band_in(row.cells[column].plain, comma=phrase.style.comma)
        known = [band.low for band in figures if band and band.low == band.high and band.unit != "%"]
        whole = sum(known, Decimal(0))
        if own and whole and len(known) == len(rows):
            exact = own.low / whole * _HUNDRED
            if abs(exact - share) > _HALF:
                name = row.cells[row.grid.key_column].plain.strip()
                right = f"{round(exact, 1).normalize():f}"
                message = f'"{name}" has {right} % of {whole.normalize():f}, not {share.normalize():f} %'
                quote = phrase.mark(found.start("share"), found.end())
                yield Contradiction(message, quote, (row.mark(row.cells[column]),), "mend one of the figures")
