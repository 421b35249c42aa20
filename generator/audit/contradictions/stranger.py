"""Somebody is named who is on no list of the people, where all others who are named so stand on it.

Nobody knows whom to ask, and the one who was meant does not know that it is up to them.

Fails:

```markdown
## The group

* Mrs Abara, deputy head
* Mr Lindqvist, rooms and times
* Ms Tolland, Year 8

## Checks

| Check | Question | Responsible |
|---|---|---|
| C1 | Have the parents answered? | Mrs Abara |
| C2 | Is the draft free of clashes? | Mr Lundgren |
| C3 | Did the week work? | Ms Tolland |
```

Passes:

```markdown
## The group

* Mrs Abara, deputy head
* Mr Lindqvist, rooms and times
* Ms Tolland, Year 8

## Checks

| Check | Question | Responsible |
|---|---|---|
| C1 | Have the parents answered? | Mrs Abara |
| C2 | Is the draft free of clashes? | Mr Lindqvist |
| C3 | Did the week work? | Ms Tolland |
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.people import Person, family_counts, holdings_of, persons_in, rosters_of
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.WARNING

_SPOKEN = re.compile(r"[a-z]{2,} $")
_FEWEST, _MOST = 2, 20


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one of a column or list who is not on the list of people, and the namesake of one who is."""
    roster = rosters_of(facts.reading)
    if not roster:
        return
    counts = family_counts(facts.reading)
    told: set[str] = set()
    few = len({each.family for each in roster}) <= _MOST
    for holding in holdings_of(facts.reading):
        strangers = [each for each in holding.people if not _is_listed(each, roster)]
        known = {each.family for each in holding.people if _is_listed(each, roster)}
        if len(strangers) == 1 and counts[strangers[0].family] == 1 and len(known) >= _FEWEST:
            told.add(strangers[0].family)
            yield _told(strangers[0], _nearest(strangers[0], roster), "is on no list of the people")
    for phrase in facts.reading.phrases:
        for each in persons_in(phrase) if few and phrase.form != "heading" else ():
            kin = _kin(each, roster) if counts[each.given] == 1 else None
            if kin and each.given not in told:
                told.add(each.given)
                yield _told(each, kin, f'is on no list of the people, "{kin.told}" is')
            namesake = _namesake(each, roster)
            if namesake and each.family not in told and counts[each.family] == 1 and counts[namesake.family] > 1:
                told.add(each.family)
                yield _told(each, namesake, f'is on no list of the people, "{namesake.told}" is')


def _is_listed(person: Person, roster: list[Person]) -> bool:
    return any(person.may_be(each) for each in roster)


def _namesake(person: Person, roster: list[Person]) -> Person | None:
    """The one on the list with the same first name, written in other texts only."""
    entry = person.phrase.form == "item" and not _SPOKEN.search(level(person.phrase.plain)[: person.start])
    if entry or len(person.given.rstrip(".")) < _FEWEST or _is_listed(person, roster):
        return None
    same = [each for each in roster if each.given == person.given]
    beside = any(each.family in person.phrase.plain for each in same)
    return same[0] if same and not beside else None


def _kin(person: Person, roster: list[Person]) -> Person | None:
    """The one on the list with the same family name and a like first name, written in other texts only."""
    same = [each for each in roster if each.family == person.family and each.given != person.given]
    if any(each.given in person.phrase.plain for each in same):
        return None
    return next((each for each in same if _is_like(each.given, person.given)), None)


def _is_like(one: str, other: str) -> bool:
    """One letter is another one, or both are whole names that begin with the same letter: `Neil` and `Nuala`."""
    return _is_slip(one, other) or (one[:1] == other[:1] != "" and min(len(one), len(other)) > _FEWEST)


def _is_slip(one: str, other: str) -> bool:
    """One letter is another one, or is there besides."""
    if min(len(one), len(other)) <= _FEWEST or one[0] != other[0]:
        return False
    start = _shared(one, other)
    left, right = one[start:], other[start:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:]


def _nearest(person: Person, roster: list[Person]) -> Person:
    """Whoever shares most letters at the beginning of the name, the first name before the family name."""
    return max(roster, key=lambda each: (each.given == person.given != "", _shared(each.family, person.family)))


def _shared(one: str, other: str) -> int:
    return next(
        (index for index, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )


def _told(person: Person, listed: Person, why: str) -> Contradiction:
    return Contradiction(f'"{person.told}" {why}', person.quote, (listed.quote,), "name one who is listed")
