"""A sentence gives a thing to another person than the table or list that plans it.

Two people believe that the other one does it.

Fails:

```markdown
| Task | Owner |
|---|---|
| Data mapping | Ana Ruiz |
| First training | Tom Berg |

Data mapping is led by Tom Berg.
```

Passes:

```markdown
| Task | Owner |
|---|---|
| Data mapping | Ana Ruiz |
| First training | Tom Berg |

Data mapping is led by Ana Ruiz.
```
"""

from collections.abc import Iterator

from generator.audit.contradictions._owners import owned_otherwise
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.findings import Severity

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each known person to whom a sentence or a section gives what the entries give to another one."""
    yield from owned_otherwise(facts)
