"""A text names something that the plan does not have, much like something that it has.

"Checkpoint 9" where there are five, "Beta Lanch" for the Beta Launch: the reader looks for it in vain, and a
link cannot be made.

Fails:

```yaml
title: Example
waves:
  wave-1: {name: Base, goal: All that Wave 2 needs., tasks: {base: {name: Base, duration: 2d}}}
```

Passes:

```yaml
title: Example
waves:
  wave-1: {name: Base, goal: All that is needed., tasks: {base: {name: Base, duration: 2d}}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.literals.found import Literals

SEVERITY = Severity.WARNING


def check(literals: Literals) -> Iterator[Problem]:
    """Yield each name that nearly is one of the plan's."""
    for found in literals.strange:
        if found.kind == "name":
            yield Problem(found.pointer, f'the plan has no "{found.said}"', found.known, span=found.span)
