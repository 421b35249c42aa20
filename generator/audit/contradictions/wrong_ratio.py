"""A ratio is told that the sizes of the two groups are not in.

The one who draws the lots follows the ratio, the one who orders the supplies the sizes.

Fails:

```markdown
Two arms, randomised 3:1.

- Arm A: n = 120
- Arm B: n = 60
```

Passes:

```markdown
Two arms, randomised 2:1.

- Arm A: n = 120
- Arm B: n = 60
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_RATIO = re.compile(
    r"\b(?:randomi[sz]\w+|allocat\w+|assigned|ratio(?: of)?|split)\b[^.;\d]{0,30}"
    r"(?P<one>\d{1,2})\s?:\s?(?P<other>\d{1,2})(?![\d:])"
    r"|(?<![\d:])(?P<first>\d{1,2})\s?:\s?(?P<second>\d{1,2})\s(?:randomi[sz]ation|allocation|ratio|split)\b",
    re.IGNORECASE,
)
_SIZE = re.compile(r"\bn\s?=\s?(?P<size>\d{1,6})\b", re.IGNORECASE)
_TWO = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the ratio where just two sizes are told, and they are in another."""
    sizes = [(phrase, found) for phrase in facts.reading.phrases for found in _SIZE.finditer(level(phrase.plain))]
    told = list(dict.fromkeys(int(found["size"]) for _, found in sizes))
    if len(told) != _TWO or not min(told):
        return
    for phrase in facts.reading.phrases:
        for found in _RATIO.finditer(level(phrase.plain)):
            yield from _wrong(phrase, found, sorted(told), sizes[0])


def _wrong(
    phrase: Phrase, found: "re.Match[str]", sizes: list[int], there: tuple[Phrase, "re.Match[str]"]
) -> Iterator[Contradiction]:
    less, more = sorted(int(found[name]) for name in ("one", "other", "first", "second") if found[name])
    if less and more * sizes[0] != less * sizes[1]:
        message = f"{more}:{less} is told, the groups are {sizes[1]} and {sizes[0]}"
        size = there[0].mark(there[1].start(), there[1].end())
        yield Contradiction(message, phrase.mark(found.start(), found.end()), (size,), "mend the ratio or the sizes")
