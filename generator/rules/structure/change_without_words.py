"""A decision lists a change that changes nothing.

A change is a line that was, a line that is, or both; with neither, or the same twice, readers look for what is
different and find nothing.

Fails:

```yaml
title: Example
decisions:
  crane:
    {title: Cranes, said: Two, does: One, why: The ground bears one, changes: [{was: One crane, now: One crane}]}
```

Passes:

```yaml
title: Example
decisions:
  crane:
    {title: Cranes, said: Two, does: One, why: The ground bears one, changes: [{was: Two cranes, now: One crane}]}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each change whose old and new line are the same, or both missing."""
    for decision in plan.decisions.values():
        for index, change in enumerate(decision.changes):
            if change.was == change.now:
                told = "says the same twice" if change.was else "is empty"
                message = f'change {index + 1} of decision "{decision.id}" {told}'
                pointer = (*decision.pointer, "changes", index, *(["now"] if change.now else []))
                yield Problem(pointer, message, 'write the earlier line under "was" and the new one under "now"')
