"""The head of a document tells how many there are in all, and the entries of its list come to another number.

There is no row with a total in which one would see it; rooms and cars are booked by the number at the head.

Fails:

```markdown
# Season launch

Three squads, 23 people.

## Squads

- Content (9 people): Kaya
- Engine (7 people): Lev
- Live Ops (5 people): Noor
```

Passes:

```markdown
# Season launch

Three squads, 21 people.

## Squads

- Content (9 people): Kaya
- Engine (7 people): Lev
- Live Ops (5 people): Noor
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.blocks import Under
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.labelled_rows import labelled
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.quantities import PEOPLE, Quantity, quantities_in
from generator.audit.understanding.wholes import is_opening
from generator.audit.understanding.words import NUMBER_WORD, level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_ALONE = re.compile(
    r"(?:^|[.;:,]\s(?:and\s)?|\b(?:all|with|of|for|and)\s)\W*(?:the |all |our )?$|^\W*[A-Za-z ]{3,20}: $",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:$|[.,;:)]|(?:in|at|and|over|across)\b)")
_SUMMED = re.compile(
    rf"\W*(?:that makes |these are |in all,? )?(?:\d[\d,]*|{NUMBER_WORD}) [a-z]+ (?:in|over|across|at) "
    rf"(?:\d+|{NUMBER_WORD}) [a-z]+s\W*",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\W*(?P<noun>[A-Z][a-z]+s): (?P<n>\d[\d,. ]*)\W*")
_ABOUT = re.compile(r"\b(?:about|around|up to|at (?:least|most)|more|fewer|less|nearly|over|each|every|per)\W*$")
_FEWEST, _MOST, _SLIP = 2, 30, 4
_Sum = tuple[Decimal, Quote, frozenset[int]]
"""What entries come to, the last of them, and their lines."""


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each number of all that no list of its kind comes to, where one comes near to it."""
    sums = _sums(facts)
    told = set(_all_values(facts))
    for kind, value, quote in _claims(facts) if sums else ():
        lists = [each for each in sums.get(kind, []) if quote.place.line not in each[2]]
        near = [each for each in lists if abs(each[0] - value) * _SLIP <= each[0]]
        if near and all(each[0] != value for each in lists) and not any((kind, each[0]) in told for each in near):
            message = f"{value.normalize():f} are told in all, the entries come to {near[0][0].normalize():f}"
            yield Contradiction(message, quote, (near[0][1],), "mend the number of all, or an entry")


def _claims(facts: Facts) -> Iterator[tuple[str, Decimal, Quote]]:
    for phrase in (*facts.reading.phrases, *labelled(facts.reading)):
        plain = level(phrase.plain)
        summed = _SUMMED.fullmatch(plain)
        for each in quantities_in(phrase.plain, comma=phrase.style.comma)[:1] if summed else ():
            yield each.kind, each.value, phrase.mark(each.start, each.last)
        if not phrase.is_spoken or phrase.is_box or not (is_opening(phrase) or _LABEL.fullmatch(plain)):
            continue
        for each in quantities_in(phrase.plain, comma=phrase.style.comma):
            before = plain[: each.start]
            if (
                each.is_count
                and _ALONE.search(before)
                and _ENDS.match(plain, each.last)
                and not _ABOUT.search(before)
            ):
                yield each.kind, each.value, phrase.mark(each.start, each.last)
        label = _LABEL.fullmatch(plain)
        amounts = quantities_in(phrase.plain, comma=phrase.style.comma) if label else []
        if label and len(amounts) == 1 and not amounts[0].noun and not amounts[0].unit:
            noun = tokens_of(label["noun"])[-1][0]
            yield "person" if noun in PEOPLE else noun, amounts[0].value, phrase.quote()


def _all_values(facts: Facts) -> Iterator[tuple[str, Decimal]]:
    for phrase in facts.reading.phrases:
        if phrase.form != "code":
            yield from ((each.kind, each.value) for each in _counts(phrase))


def _counts(phrase: Phrase) -> list[Quantity]:
    return [each for each in quantities_in(phrase.plain, comma=phrase.style.comma) if each.is_count]


def _sums(facts: Facts) -> dict[str, list[_Sum]]:
    """What the entries of each list, and the first lines below sibling headings, come to, by kind."""
    groups: dict[object, list[Phrase]] = defaultdict(list)
    firsts: dict[tuple[str, Under], Phrase] = {}
    for phrase in facts.reading.phrases:
        if phrase.form == "item" and phrase.item and not phrase.item.depth and not phrase.is_box:
            groups[phrase.text.file, phrase.under].append(phrase)
        if phrase.form == "paragraph" and len(phrase.under) > 1:
            firsts.setdefault((phrase.text.file, phrase.under), phrase)
    for (file, under), phrase in firsts.items():
        groups[file, under[:-1], "headings"].append(phrase)
    found: dict[str, list[_Sum]] = defaultdict(list)
    for entries in groups.values():
        if _FEWEST <= len(entries) <= _MOST:
            for kind, total in _totals(entries):
                lines = frozenset(each.text.spot[0] for each in entries)
                found[kind].append((total, entries[-1].quote(), lines))
    return found


def _totals(entries: list[Phrase]) -> Iterator[tuple[str, Decimal]]:
    """Each entry tells one number of the kind, and not one of them says that it is part of another's."""
    counted = [_counts(entry) for entry in entries]
    for kind in {each.kind for each in counted[0]}:
        told = [[each for each in counts if each.kind == kind] for counts in counted]
        if all(len(each) == 1 for each in told):
            yield kind, sum((each[0].value for each in told), Decimal(0))
