"""The risks of one list have their ways out in another one by name, and one of them has none.

What is not written down is looked for on the day itself.

Fails:

```markdown
## What can go wrong

- **Staff locked out**: likely, severe. Self-service reset.
- **Filter blocks payroll**: possible, severe. Payroll hosts are listed.
- **Keys lost**: unlikely, severe. Keys are held in two places.

## Ways out

- **Staff locked out**: use the spare accounts
- **Filter blocks payroll**: put the filter back to watching
```

Passes:

```markdown
## What can go wrong

- **Staff locked out**: likely, severe. Self-service reset.
- **Filter blocks payroll**: possible, severe. Payroll hosts are listed.
- **Keys lost**: unlikely, severe. Keys are held in two places.

## Ways out

- **Staff locked out**: use the spare accounts
- **Filter blocks payroll**: put the filter back to watching
- **Keys lost**: set the laptop up anew
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.named_lists import NamedList, named_lists_of
from generator.findings import Severity

SEVERITY = Severity.WARNING

_RISKS = re.compile(r"\b(?:risks?|threats?|dangers?|hazards?|worries|pitfalls)\b|\bgo(?:es)? wrong\b", re.IGNORECASE)
_WAYS = re.compile(
    r"\bways? (?:out|back)\b|\b(?:getting|going|go) back\b|roll(?:ing)? ?-?backs?|back-?outs?|fall-?backs?|recover"
    r"|\brevert|\bemergenc|\bcontingenc|\bplan b\b|\bresponses?\b|\banswers?\b|\bcounter-?measures?\b"
    r"|\b(?:if|when) (?:it|this|that|they|things|something|one of them)\b.*\b(?:happens?|goes|go|fails?|strikes?)\b"
    r"|\bwhat (?:we|to) do\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:top|main|biggest|most|key|important|worst|greatest|only|some|new|open|first|two)\b", re.IGNORECASE
)
_FEWEST = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one risk without a way out, or the one way out without a risk, where the others match."""
    lists = [each for each in named_lists_of(facts.reading) if not _SOME.search(each.title)]
    risks = [each for each in lists if each.rated or (_RISKS.search(each.title) and not _WAYS.search(each.title))]
    ways = [each for each in lists if not each.rated and _WAYS.search(each.title)]
    for risk in risks:
        for way in ways:
            shared = risk.names.keys() & way.names.keys()
            if len(shared) >= _FEWEST:
                yield from _lacking(risk, way, "risk", "way out")
                yield from _lacking(way, risk, "way out", "risk")


def _lacking(here: NamedList, there: NamedList, kind: str, other: str) -> Iterator[Contradiction]:
    lacking = [key for key in here.names if not any(key <= name or name <= key for name in there.names)]
    if len(lacking) == 1:
        quote, last = here.names[lacking[0]], list(there.names.values())[-1]
        message = f'{kind} "{here.called[lacking[0]]}" has no {other} of its name'
        yield Contradiction(message, quote, (last,), f"add the {other}, or name the one that belongs to it")
