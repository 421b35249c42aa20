"""Several steps are said to take another time than their own times add up to.

Those who wait outside are told the one time, those who work have the other.

Fails:

```markdown
1. Stop the service (5 min)
2. Convert the store (45 min)
3. Run the smoke test (10 min)

Steps 1 to 3 keep users out for 40 minutes.
```

Passes:

```markdown
1. Stop the service (5 min)
2. Convert the store (45 min)
3. Run the smoke test (10 min)

Steps 1 to 3 keep users out for 60 minutes.
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.lengths import Length, lengths_in, told_minutes
from generator.audit.understanding.numbered import Numbered, numbered_of
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.sentences import sentences_of, within
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_STEPS = re.compile(
    r"\bsteps\s(?P<first>\d{1,2})\s?(?:-|to|and|through)\s?(?P<last>\d{1,2})\b(?![.:]\d)", re.IGNORECASE
)
_OTHER = re.compile(
    r"\b(?:within|at most|up to|after|before|limit|less than|more than|each|per|every|parallel|until|later|least)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:about|roughly|around|some|nearly|approx\w*|circa|ca)\W*$|[~≈]\s?$", re.IGNORECASE)
_ROUGH = Decimal("0.15")
_NEAR = 16


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each length told of a range of steps, all of which tell their own, that is not their sum."""
    series = [each for each in numbered_of(facts.reading) if each.minutes]
    for phrase in facts.reading.phrases if series else ():
        if phrase.is_spoken:
            for start, end in sentences_of(phrase.plain):
                yield from _told(phrase, start, end, series)


def _told(phrase: Phrase, start: int, end: int, series: list[Numbered]) -> Iterator[Contradiction]:
    plain = level(phrase.plain)
    found = _STEPS.search(plain, start, end)
    lengths = within(lengths_in(phrase.plain), start, end)
    if not found or len(lengths) != 1 or _OTHER.search(plain, start, end):
        return
    numbers = [str(number) for number in range(int(found["first"]), int(found["last"]) + 1)]
    meant = [each for each in series if len(numbers) > 1 and all(number in each.minutes for number in numbers)]
    sums = {sum((each.minutes[number] for number in numbers), Decimal(0)) for each in meant}
    if len(sums) == 1 and not _is_right(plain, lengths[0], *sums):
        message = f"steps {numbers[0]} to {numbers[-1]} take {told_minutes(*sums)}, not {lengths[0]}"
        quote = phrase.mark(lengths[0].start, lengths[0].end)
        yield Contradiction(message, quote, (meant[0].entries[numbers[0]],), "mend the sum, or the time of a step")


def _is_right(plain: str, length: Length, added: Decimal) -> bool:
    about = _ABOUT.search(plain[max(0, length.start - _NEAR) : length.start])
    return abs(length.minutes - added) <= (added * _ROUGH if about else 0)
