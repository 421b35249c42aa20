"""Each of several needs so many, and fewer are there than all of them need.

Those that come last go without.

Fails:

```markdown
Each shop needs two trainers. Nine shops open, and Paula has fourteen trainers.
```

Passes:

```markdown
Each shop needs two trainers. Nine shops open, and Paula has eighteen trainers.
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import counted_by, is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.rates import Rate, rates_of
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_HAS = re.compile(
    r"\b(?:has|have|there (?:are|is)|available|only|trained|own|owns|with)\b[^.;\d]{0,25}$", re.IGNORECASE
)
_SHORT = 70


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each number of things that is too small for all who need them."""
    for rate in rates_of(facts.reading):
        for phrase in facts.reading.phrases:
            place = phrase.text.place()
            if (place.file, place.line) == (rate.quote.place.file, rate.quote.place.line):
                yield from _short_of(facts, rate, phrase)


def _short_of(facts: Facts, rate: Rate, phrase: Phrase) -> Iterator[Contradiction]:
    """`Each shop needs two trainers; nine shops open, and Paula has fourteen`."""
    amounts = quantities_in(phrase.plain, comma=phrase.style.comma)
    groups = [each.value for each in amounts if each.head == rate.group and each.value > 1]
    groups = groups or _most_at_once(facts, rate.group)
    have = [each for each in amounts if each.start > rate.each.start and _is_there(phrase, each, rate)]
    if len(groups) == len(have) == 1 and have[0].value < groups[0] * rate.each.value:
        needed = f"{(groups[0] * rate.each.value).normalize():f}"
        start, end = have[0].start, max(have[0].end, have[0].last)
        message = f"{needed} are needed, {phrase.plain[start:end].strip()} are there"
        yield Contradiction(message, phrase.mark(start, end), (rate.quote,))


def _is_there(phrase: Phrase, each: Quantity, rate: Rate) -> bool:
    before = level(phrase.plain)[max(0, each.start - _SHORT) : each.start]
    clause = re.split(r"[.;]\s", before)[-1]
    return not each.unit and each.head in {"", rate.each.head} and bool(_HAS.search(clause))


def _most_at_once(facts: Facts, group: str) -> list[Decimal]:
    """The largest figure of the one column that counts the groups."""
    columns = [
        [band.high for row in rows if not is_total(row) and (band := band_in(row.cells[column].plain))]
        for grid, rows in facts.reading.tables
        for column, header in enumerate(grid.header)
        if column != grid.key_column and counted_by(header.plain) == group
    ]
    return [max(columns[0])] if len(columns) == 1 and columns[0] else []
