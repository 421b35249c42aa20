"""A text tells another version than the plan has.

Readers compare the version in the text with the one on the cover, and doubt the whole where they differ.

Fails:

```yaml
title: Example
version: "1.2"
summary: This is version 1.1 of the plan.
tasks:
  login: {name: Login, duration: 3d}
```

Passes:

```yaml
title: Example
version: "1.2"
summary: "This is version {{ version() }} of the plan."
tasks:
  login: {name: Login, duration: 3d}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.literals.found import Literals
from generator.rules.prose._claims import contradictions

SEVERITY = Severity.ERROR


def check(literals: Literals) -> Iterator[Problem]:
    """Yield each version that is not the plan's."""
    yield from contradictions(literals, "version")
