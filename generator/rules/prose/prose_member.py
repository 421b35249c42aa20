"""A text puts work into another wave or phase than the plan.

The team that is named waits for others to begin, and the team that has the work does not read the line.

Fails:

```yaml
title: Example
waves:
  base:
    name: Base
    label: Part 1
    tasks: {tables: {name: Tables, duration: 3d, description: Tables belong to Part 2.}}
  more: {name: More, label: Part 2, tasks: {forms: {name: Forms, duration: 3d}}}
```

Passes:

```yaml
title: Example
waves:
  base:
    name: Base
    label: Part 1
    tasks: {tables: {name: Tables, duration: 3d, description: "Tables belong to {{ label('base') }}."}}
  more: {name: More, label: Part 2, tasks: {forms: {name: Forms, duration: 3d}}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.literals.found import Literals
from generator.rules.prose._claims import contradictions

SEVERITY = Severity.ERROR


def check(literals: Literals) -> Iterator[Problem]:
    """Yield each item that is said to belong elsewhere."""
    yield from contradictions(literals, "member")
