"""A share of what can happen is larger than all of it.

An alarm that can never sound, or a target that nobody can reach, is a slip of the pen.

Fails:

```markdown
- Error rate > 110% for 2 minutes
```

Passes:

```markdown
- Error rate > 10% for 2 minutes
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.findings import Severity

SEVERITY = Severity.ERROR

_SHARE = re.compile(
    r"\b(?:coverage|uptime|availability|attendance|(?:error|failure|success|hit|miss|pass|delivery|bounce|acceptance"
    r"|completion|response|return|drop-?out|adoption|crash-?free|defect)\s(?:rate|ratio|share)s?|failures)\b",
    re.IGNORECASE,
)
_ALL = 100


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each limit above 100 % of a figure that is a share by its name."""
    for each in facts.measures:
        bound = each.bound
        if bound.unit == "%" and bound.amount > _ALL and not bound.of and _SHARE.search(each.name):
            message = f'"{each.name}" is a share and cannot be {bound.amount.normalize():f}%'
            yield Contradiction(message, each.quote, (), "write a share of 100% at most")
