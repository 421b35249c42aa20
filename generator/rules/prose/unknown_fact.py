"""A text asks for a fact that the plan cannot tell.

Live facts such as `{{ finish('db-setup') }}` are filled in from the plan and its schedule; one that names nothing
would leave a hole in every document.

Fails:

```yaml
title: Example
summary: "Ready on {{ finish('bild') }}."
tasks:
  build: {name: Build, duration: 2d}
```

Passes:

```yaml
title: Example
summary: "Ready on {{ finish('build') }}."
tasks:
  build: {name: Build, duration: 2d}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.prose import Prose

SEVERITY = Severity.ERROR


def check(prose: Prose) -> Iterator[Problem]:
    """Yield what could not be filled in."""
    yield from prose.problems
