"""Each entry of a list tells its parts and what they make, and one of them makes something else.

The other entries show that the last figure is a sum; here a part was added, or the sum forgotten.

Fails:

```markdown
- Shop: 6 developers, 2 testers - 9 people
- Payments: 3 developers, 1 tester - 4 people
- Logistics: 2 developers, 1 tester - 3 people
```

Passes:

```markdown
- Shop: 6 developers, 2 testers - 8 people
- Payments: 3 developers, 1 tester - 4 people
- Logistics: 2 developers, 1 tester - 3 people
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.quantities import PEOPLE, Quantity, quantities_in
from generator.audit.understanding.series import Entry, lists_of
from generator.audit.understanding.totals import is_total
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_LEADS = re.compile(r"(?:\s-|=|\)\s?:|\(|\bso|;)\s*$")
_ENDS = re.compile(r"\W*(?:(?:in all|in total|altogether|together|overall)\W*)?", re.IGNORECASE)
"""What goes on behind the sum may say who else is in it."""
_OF_THEM = re.compile(r"\s+of (?:them|these|those)(?: are)?\s+(?P<noun>[a-z]+)", re.IGNORECASE)
_FEWEST, _NEAR = 3, 4
_Sum = tuple[Phrase, Quantity, Decimal]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one entry whose parts do not make its sum, and each sum over all entries told below them."""
    for entries in lists_of(facts.reading):
        sums = [found for each in entries if (found := _sum(each))]
        wrong = [each for each in sums if each[1].value != each[2]]
        if len(sums) == len(entries) and len(wrong) == 1 and len(sums) > 1:
            phrase, total, added = wrong[0]
            yield _told(phrase, total, added, ())
        elif len(sums) == len(entries) and not wrong:
            yield from _below(facts, entries)


def _told(phrase: Phrase, total: Quantity, added: Decimal, there: tuple[Quote, ...]) -> Contradiction:
    message = f"the sum is {total.value.normalize():f}, its parts come to {added.normalize():f}"
    return Contradiction(
        message, phrase.mark(total.start, total.last), there, "mend the sum, or the part that is wrong"
    )


def _sum(entry: Entry) -> _Sum | None:
    """Two parts or more of other names, and behind them how many that are."""
    phrase, plain = entry.phrase, level(entry.phrase.plain)
    amounts = [each for each in quantities_in(phrase.plain, comma=phrase.style.comma) if each.start > entry.start]
    if len(amounts) < _FEWEST or any(each.unit for each in amounts):
        return None
    *parts, total = amounts
    marked = is_total(plain, total) or (total.head in PEOPLE and _LEADS.search(plain[parts[-1].last : total.start]))
    apart = len({each.head for each in parts}) == len(parts) and all(each.head not in PEOPLE | {""} for each in parts)
    ends = _ENDS.fullmatch(plain, total.last)
    return (phrase, total, sum((each.value for each in parts), Decimal(0))) if marked and apart and ends else None


def _below(facts: Facts, entries: list[Entry]) -> Iterator[Contradiction]:
    """`Fifteen people altogether, eleven of them developers`, told once below such a list."""
    first = entries[0].phrase
    for phrase in facts.reading.phrases:
        near = phrase.under == first.under and phrase.text.file == first.text.file and phrase.form == "paragraph"
        plain = level(phrase.plain)
        for each in quantities_in(phrase.plain, comma=phrase.style.comma) if near else ():
            found = _OF_THEM.match(plain, each.end)
            added = _added(entries, tokens_of(found["noun"])[0][0]) if found else Decimal(0)
            if added and 0 < abs(each.value - added) * _NEAR <= added:
                yield _told(phrase, each, added, (first.quote(),))


def _added(entries: list[Entry], noun: str) -> Decimal:
    counts = (each for entry in entries for each in quantities_in(entry.phrase.plain) if each.head == noun)
    return sum((each.value for each in counts), Decimal(0))
