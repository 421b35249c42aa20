"""A decision does what was said before.

It tells what an earlier text said and what the plan does instead. Where both are one, nothing was decided, or one of
the two was written from the other.

Fails:

```yaml
title: Example
decisions:
  first: {title: Which place first, said: The harbour first, does: The harbour first, why: The boats stay till June}
```

Passes:

```yaml
title: Example
decisions:
  first: {title: Which place first, said: The harbour first, does: The lighthouse first, why: Its lamp is repaired}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each decision whose two texts have the same words."""
    for decision in plan.decisions.values():
        if decision.said.casefold().strip(" .").split() == decision.does.casefold().strip(" .").split():
            message = f'decision "{decision.id}" does what was said before'
            yield Problem((*decision.pointer, "does"), message, "write what the plan does instead, or leave it out")
