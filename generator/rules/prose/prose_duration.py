"""A text tells another duration than the plan has.

"Takes five days" stays in a text when the estimate is changed to eight. A duration counts where it surely is an
item's, or that of the whole plan; so does its float, and whether it is critical or could wait.

Fails:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d, description: "Login takes 5 days."}
```

Passes:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d, description: "Login takes three days."}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.literals.found import Literals
from generator.rules.prose._claims import contradictions

SEVERITY = Severity.ERROR


def check(literals: Literals) -> Iterator[Problem]:
    """Yield each duration that is not the one of the item it is told of."""
    yield from contradictions(literals, "duration")
