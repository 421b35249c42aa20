"""A total is above the ceiling that its own section tells.

The ceiling was lowered or a line was added; who signs will ask which of the two holds.

Fails:

```markdown
The board has set a ceiling of £39,500 for the move.

| Item | £ |
|---|---|
| Removal | 18,400 |
| Nursing | 22,300 |
| Total | 40,700 |
```

Passes:

```markdown
The board has set a ceiling of £41,000 for the move.

| Item | £ |
|---|---|
| Removal | 18,400 |
| Nursing | 22,300 |
| Total | 40,700 |
```
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.sections import Section, sections_of
from generator.audit.understanding.sentences import sentences_of, within
from generator.audit.understanding.totals import like_total
from generator.audit.understanding.words import ahead, level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_CEILING = re.compile(
    r"\b(?:ceiling|cap|limit(?:ed)?|licen[cs]ed?|allows?|holds?|no more than|not more than|at most|must not exceed"
    r"|maximum|room for|capacity)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:per|each|every|exceed(?:s|ed|ing)|over|above|beyond|raised?|without|excluding|besides|was|last year|once"
    r"|day|at a time|single)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"(?P<between>,? (?:which is )?(?:and so |so )?within (?:the|our|a) )" r"(?:\w+ ){0,2}$", re.IGNORECASE
)
_GIVEN = r"(?:(?:total|overall|whole|approved|agreed|available|project|programme|maximum|fixed|granted|entire) )*"
_BUDGET = re.compile(
    rf"(?:(?:^|[.;:(]\s)\W*(?:the |our |a )?|\bwithin (?:the |our |a |its )){_GIVEN}budget"
    r"(?:\W|\b(?:is|of|was|limit|cap|ceiling|stands at|amounts to|remains)\b)*$",
    re.IGNORECASE,
)
_PART_OF_IT = re.compile(
    r"\W*(?:per|each|every|a (?:day|week|month|year|head|person)|for|monthly|left|remain\w*)\b", re.IGNORECASE
)
_MUCH = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each total of a table above a ceiling of its section, and each sum told as within less."""
    for section in sections_of(facts.reading):
        for row in section.rows:
            if like_total(row.cells[section.grid.key_column].plain):
                yield from (found for phrase in section.texts for found in _passed(section, row, phrase))
    budgets = [each for phrase in facts.reading.phrases if phrase.is_spoken for each in _budgets(phrase)]
    if len({each.value for _, each in budgets}) == 1:
        yield from _above(facts, *budgets[0])
    for phrase in facts.reading.phrases:
        if phrase.is_spoken:
            yield from _within(phrase)


def _passed(section: Section, row: Row, phrase: Phrase) -> Iterator[Contradiction]:
    plain = level(phrase.plain)
    for start, end in sentences_of(plain):
        told = within(quantities_in(phrase.plain, comma=phrase.style.comma), start, end)
        if len(told) == 1 and _CEILING.search(plain, start, end) and not _OTHER.search(plain, start, end):
            yield from _cells(section, row, phrase, told[0])


def _cells(section: Section, row: Row, phrase: Phrase, most: Quantity) -> Iterator[Contradiction]:
    for cell, header in zip(row.cells, section.grid.header, strict=True):
        band = band_in(cell.plain, comma=cell.style.comma)
        if band and most.value < band.high <= most.value * _MUCH and _is_same(section, cell, header, phrase, most):
            message = f"{band.high.normalize():f} is above the ceiling of {most.value.normalize():f}"
            quote = phrase.mark(most.start, most.last)
            yield Contradiction(message, row.mark(cell), (quote,), "raise the ceiling, or lower the total")


def _is_same(section: Section, cell: Phrase, header: Phrase, phrase: Phrase, most: Quantity) -> bool:
    """Money is held against money; of other things the table's headings name two of the sentence's words."""
    if most.is_money:
        return most.unit in f"{cell.plain}{header.plain}".lower()
    titles = {stem for each in section.grid.header for stem, _, _ in tokens_of(each.plain)}
    return not most.unit and most.kind == "person" and bool(titles & {stem for stem, _, _ in tokens_of(phrase.plain)})


def _budgets(phrase: Phrase) -> Iterator[tuple[Phrase, Quantity]]:
    """`Budget: $9,000`, `within the approved budget of 9,000`; a budget of something is none of the whole."""
    plain = level(phrase.plain)
    for each in quantities_in(phrase.plain, comma=phrase.style.comma):
        if _BUDGET.search(ahead(plain, each.start)) and not _PART_OF_IT.match(plain, each.last):
            yield phrase, each


def _above(facts: Facts, phrase: Phrase, budget: Quantity) -> Iterator[Contradiction]:
    """The last row of a table of money tells a total that is above the budget."""
    for grid, rows in facts.reading.tables:
        last = rows[-1] if rows and like_total(rows[-1].cells[grid.key_column].plain) else None
        for cell, meaning in zip(last.cells, grid.meanings, strict=True) if last else ():
            told = quantities_in(cell.plain, comma=cell.style.comma)
            same = len(told) == 1 and (told[0].unit == budget.unit if told[0].is_money else not budget.unit)
            is_money = same and (told[0].is_money or meaning == "money")
            if last and is_money and budget.value < told[0].value <= budget.value * _MUCH:
                message = f"{told[0].value.normalize():f} is above the budget of {budget.value.normalize():f}"
                quote = phrase.mark(budget.start, budget.last)
                yield Contradiction(message, last.mark(cell), (quote,), "raise the budget, or lower the total")


def _within(phrase: Phrase) -> Iterator[Contradiction]:
    """`Sum 33,000 €, within the 32,000 € that we have`."""
    plain = level(phrase.plain)
    told = [each for each in quantities_in(phrase.plain, comma=phrase.style.comma) if each.is_money]
    for one, other in pairwise(told):
        if one.unit == other.unit and one.value > other.value and _WITHIN.fullmatch(plain[one.end : other.start]):
            message = f"{one.value.normalize():f} is not within {other.value.normalize():f}"
            yield Contradiction(message, phrase.mark(other.start, other.end), (), "raise the one, or lower the other")
