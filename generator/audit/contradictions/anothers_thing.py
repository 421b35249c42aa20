"""A box to tick names beside a thing of its part one that belongs to another part.

It is ticked when the other part is done, or the thing that it should name is ticked nowhere.

Fails:

```markdown
| Lot | Weeks | Scope |
|---|---|---|
| Lot 1 | 5-8 | Cabling, Gantries |
| Lot 2 | 6-9 | Detectors, Sprinklers |

- [ ] Lot 1: Cabling tested
- [ ] Lot 2: Detectors and gantries approved
```

Passes:

```markdown
| Lot | Weeks | Scope |
|---|---|---|
| Lot 1 | 5-8 | Cabling, Gantries |
| Lot 2 | 6-9 | Detectors, Sprinklers |

- [ ] Lot 1: Cabling tested
- [ ] Lot 2: Detectors and sprinklers approved
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.belongings import Claim, claims_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.part_members import Name
from generator.audit.understanding.part_mentions import run_in
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.said import Index, index_of
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_BEHIND = re.compile(r"\s*(?:\([^()]*\)\s*)?(?::|\s-)\s+")
_TOGETHER = re.compile(
    r"\b(?:connect\w*|link\w*|join\w*|together|with|against|between|match\w*|agree\w*|integrat\w*|fit\w*|to|from|both"
    r"|each other|side by side|need\w*|wait\w*|not|without)\b",
    re.IGNORECASE,
)
_SHORT = 4
"""Words behind the things: `approved`, `in service`; more are another statement."""


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each box of a part with one thing of its own and one that is told for another part alone."""
    boxes = [phrase for phrase in facts.reading.phrases if phrase.is_box and len(phrase.units) == 1]
    owners = _owners(facts) if boxes else {}
    index = index_of(frozenset(owners))
    for phrase in boxes if owners else ():
        yield from _foreign(phrase, owners, index)


def _owners(facts: Facts) -> dict[Name, Claim]:
    """Things that all places tell for one part, and for the same one."""
    told: dict[Name, list[Claim]] = defaultdict(list)
    for claim in claims_of(facts.reading):
        told[claim.thing].append(claim)
    return {
        thing: each[0]
        for thing, each in told.items()
        if len(each[0].parts) == 1 and len({claim.parts for claim in each}) == 1
    }


def _foreign(phrase: Phrase, owners: dict[Name, Claim], index: Index) -> Iterator[Contradiction]:
    plain, unit = level(phrase.plain), phrase.units[0]
    behind = _BEHIND.match(plain, unit.end) if not plain[: unit.start].strip(" *") else None
    run = run_in(phrase, behind.end(), len(plain), index) if behind else []
    if not behind or len(run) < len("ab") or run[0].start or _says_more(plain[behind.end() + run[-1].end :]):
        return
    own = [each for each in run if unit.unit in owners[each.name].parts]
    foreign = [each for each in run if owners[each.name].parts.isdisjoint({unit.unit})]
    kinds = {part.kind for each in foreign for part in owners[each.name].parts}
    if own and len(foreign) == 1 and kinds == {unit.unit.kind}:
        claim, start = owners[foreign[0].name], behind.end()
        (part,) = claim.parts
        message = f'"{claim.written}" is told for "{unit.unit}", and belongs to "{part}"'
        quote = phrase.mark(start + foreign[0].start, start + foreign[0].end)
        yield Contradiction(message, quote, (claim.quote,), "name what belongs there, or mend the other place")


def _says_more(rest: str) -> bool:
    return len(rest.split()) > _SHORT or bool(_TOGETHER.search(rest))
