"""A release that the documents name again and again is once another one.

Somebody installs or tests what is not meant, as one figure was mistyped or not brought up to date.

Fails:

```markdown
# Upgrade to Postgres 16.3

We build the replica on 16.2 in March.

The runbook upgrades Postgres to 16.3 in April.
```

Passes:

```markdown
# Upgrade to Postgres 16.3

We build the replica on 16.3 in March.

The runbook upgrades Postgres to 16.3 in April.
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_NAMED = re.compile(
    r"(?:(?:\b(?P<product>(?!(?:From|To|On|In|At|See|Day|About|Only|The|Under|Over|Section|Step|Table|Phase|Stage|Wave"
    r"|Sprint|Iteration|Tasks?|Story|Stories|Epic|Items?|Figure|Appendix|Chapter|Part|Level|Milestone|Tests?|Case"
    r"|Module|Lesson|Unit|Deliverable|Objective|Goal|Rule)\b)[A-Z][A-Za-z]+(?:SQL|DB|OS)?)"
    r"(?: (?:release|version|firmware|build))?"
    r"|\b(?:release|version|firmware|build)) v?|\b(?:to|on|from|→|->) v?|→ )"
    r"(?P<number>(?!\d{1,2}\.\d00\b)\d{1,2}(?:\.\d{1,3}){1,2})(?![\w%°€$£]|[.:,]\d"
    r"|\s?(?:%|°|[€$£]|(?:[kcm]?m|k?g|t|m?l|h|m?s|mins?|bar|lux|dB|k?Hz"
    r"|[kMGT]B|k?Wh?|V|A|ft|[ap]m|x|pts?|hours?|days?|weeks?|months?|years?|million|points?)\b))"
)
_OTHER = re.compile(
    r"\b(?:old|previous|former|earlier|next|later|back|downgrad\w+|from|instead|was|were|since|not"
    r"|(?i:baseline|today|current(?:ly)?|so far|still))\b|→|->"
)
_FEWEST, _SERIES, _HEAD = 2, 2, 5


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each release that is told once and is nearly one told again and again, or at the head."""
    told: dict[str, list[Quote]] = defaultdict(list)
    anchored: set[str] = set()
    for phrase in facts.reading.phrases:
        plain = level(phrase.plain)
        for found in _NAMED.finditer(plain):
            number = found["number"]
            told[number].append(phrase.mark(found.start("number"), found.end("number")))
            anchored |= set() if found.group().startswith(("to ", "on ", "from ")) else {number}
    for number, quotes in told.items() if len(told) > 1 else ():
        near = [other for other in told if _are_near(number, other)]
        often = [other for other in near if other in anchored and _is_known(told[other])]
        beside = any(_are_beside(quotes[0], there) for other in near for there in told[other])
        single = len(quotes) == 1 and not beside and not _OTHER.search(level(quotes[0].text))
        if single and len(near) < _SERIES and often:
            message = f'release "{number}" here, "{often[0]}" in other places'
            yield Contradiction(message, quotes[0], tuple(told[often[0]][:1]))


def _are_beside(one: Quote, other: Quote) -> bool:
    """A text that names both tells them apart."""
    return (one.place.file, one.text) == (other.place.file, other.text)


def _is_known(quotes: list[Quote]) -> bool:
    """Told again and again, or at the head of a document."""
    return len(quotes) >= _FEWEST or quotes[0].place.line <= _HEAD


def _are_near(one: str, other: str) -> bool:
    """As many parts, all but one the same, and that one off by less than a few."""
    pairs = list(zip(one.split("."), other.split("."), strict=False))
    differing = [(int(left), int(right)) for left, right in pairs if left != right]
    return (
        one.count(".") == other.count(".")
        and len(differing) == 1
        and abs(differing[0][0] - differing[0][1]) <= _FEWEST
    )
