"""A text counts more or fewer of something than the plan has.

"All five checkpoints" is wrong from the day on which a sixth is added. Numbers count where they surely speak of
the whole plan, of the team of a wave ("Wave 3: 2-3 developers"), or of what belongs to an entry: "its five tasks",
"none of its tasks takes longer than a week".

Fails:

```yaml
title: Example
summary: All three tasks are done in one go.
tasks:
  design: {name: Design, duration: 1d}
  build: {name: Build, duration: 2d, depends_on: design}
```

Passes:

```yaml
title: Example
summary: All {{ count('tasks') }} tasks are done in one go.
tasks:
  design: {name: Design, duration: 1d}
  build: {name: Build, duration: 2d, depends_on: design}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.literals.found import Literals
from generator.rules.prose._claims import contradictions

SEVERITY = Severity.ERROR


def check(literals: Literals) -> Iterator[Problem]:
    """Yield each number that is not the one of what it counts."""
    yield from contradictions(literals, "count")
