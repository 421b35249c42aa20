"""A section tells another figure of its subject than the table that lists it.

People, points, pieces or money: what is ordered by the one figure is missing or left over by the other.

Fails:

```markdown
| Site | Robots |
|---|---|
| North hall | 4 |
| South hall | 6 |

## North hall

Five robots are put up.
```

Passes:

```markdown
| Site | Robots |
|---|---|
| North hall | 4 |
| South hall | 6 |

## North hall

Four robots are put up.
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.blocks import Heading
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import Told, money_in, names_in_title
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import FIGURE, Band, band_in
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.words import NUMBER_WORD, ahead, count_word, level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_COUNT = re.compile(
    rf"(?<![\w.,-])(?P<amount>{FIGURE}|{NUMBER_WORD})\s+(?P<noun>[A-Za-z]{{2,20}})\b"
    rf"|\b(?P<before>[A-Za-z]{{2,20}})(?:\s+size)?\s+of\s+(?P<after>{FIGURE})(?!\s*%)",
    re.IGNORECASE,
)
_LEADS = re.compile(rf"\W*(?P<amount>{FIGURE}|{NUMBER_WORD})\s+[A-Za-z]{{2,20}}\s*(?:$|[:,;.(])", re.IGNORECASE)
_SOME = re.compile(
    r"\b(?:more|another|extra|additional|up to|at least|at most|most|one of|of the|per|each|other|first|last|about"
    r"|than|from|to|further)\W*$",
    re.IGNORECASE,
)
_OF_EACH = re.compile(
    r"\b(?:each|every|everybody|everyone|per|apiece|nobody|(?:a|an|one) (?:day|week|night|time))\b", re.IGNORECASE
)
"""Words by which a sentence tells how many there are for one of many."""
_BUDGET = re.compile(r"\b[Bb]udget(?:\s+of)?:?\s+(?=[€$£])")
_Said = tuple[Band, Quote]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each figure below a heading that no row about the same thing tells, where no other one there does."""
    said: dict[tuple[Heading, str], list[_Said]] = defaultdict(list)
    for phrase in facts.reading.phrases:
        if phrase.under and phrase.form == "paragraph":
            for counted, band, quote in _counted(phrase):
                said[phrase.under[-1], counted].append((band, quote))
    for key, entries in _leading(facts).items():
        if len(entries) == 1:
            said[key] += entries
    for (heading, counted), figures in said.items():
        names = names_in_title(heading.text.plain)
        told = [each for name in names for each in facts.entries.figures.get(name, ()) if each.counted == counted]
        if told and not any(_agrees(band, each) for band, _ in figures for each in told):
            message = f'"{heading.text.plain.strip()}" has {figures[0][0]}, and {told[0].value}'
            yield Contradiction(message, figures[0][1], (told[0].quote,))


def _leading(facts: Facts) -> dict[tuple[Heading, str], list[_Said]]:
    """`8,400 accounts: Norway, Sweden`: what entries right below a heading begin with."""
    found: dict[tuple[Heading, str], list[_Said]] = defaultdict(list)
    for phrase in facts.reading.phrases:
        leads = _LEADS.match(level(phrase.plain)) if phrase.form == "item" and phrase.under else None
        for counted, band, quote in _counted(phrase) if leads and not phrase.is_box else ():
            if quote.place.column == phrase.text.place(leads.start("amount") if leads else 0).column:
                found[phrase.under[-1], counted].append((band, quote))
    return found


def _counted(phrase: Phrase) -> Iterator[tuple[str, Band, Quote]]:
    plain = level(phrase.plain)
    one_of_many = [stretch for stretch in sentences_of(plain) if _OF_EACH.search(plain, *stretch)]
    for found in _COUNT.finditer(plain):
        amount, noun = found["amount"] or found["after"], found["noun"] or found["before"]
        number = count_word(amount)
        band = (
            Band(Decimal(number), Decimal(number))
            if number is not None
            else band_in(amount, comma=phrase.style.comma)
        )
        stems = tokens_of(noun)
        some = _SOME.search(ahead(plain, found.start())) or any(
            start <= found.start() < end for start, end in one_of_many
        )
        if band and len(stems) == 1 and not some:
            yield stems[0][0], band, phrase.mark(found.start(), found.end())
    for found in _BUDGET.finditer(plain):
        money = money_in(plain, found.end())
        if money:
            yield "money", money, phrase.mark(found.start(), found.end())


def _agrees(band: Band, told: Told) -> bool:
    other = told.value
    return not isinstance(other, Band) or (other.low <= band.low and band.high <= other.high)
