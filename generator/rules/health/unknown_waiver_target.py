"""A waiver's target is nothing that the plan has.

Such a waiver covers nothing; what it was written for counts again, or has long been renamed.

Fails:

```yaml
title: Example
tasks:
  build: {name: Build, duration: 5d}
waivers:
  - {rule: task-outside-wave, target: biuld, reason: Agreed with the customer}
```

Passes:

```yaml
title: Example
phases:
  first: {name: First, weeks: 1, tasks: {build: {name: Build, duration: 6d}}}
waivers:
  - {rule: phase-weeks, target: phases.first.weeks, reason: The second week is spare}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import did_you_mean, joined
from generator.model.index import SECTIONS, Index
from generator.model.plan import Plan
from generator.rules._waivers import target_of

SEVERITY = Severity.ERROR
_HELP = "write an id, or the path of a value: tasks.auth.duration"


def check(plan: Plan, index: Index) -> Iterator[Problem]:
    """Yield each target that is neither the id of one item nor the path of a value."""
    for waiver in plan.waivers:
        if target_of(waiver, plan, index) is None:
            yield Problem((*waiver.pointer, "target"), *_told(str(waiver.target), index))


def _told(target: str, index: Index) -> tuple[str, str]:
    kinds = index.kinds_of(target)
    if len(kinds) > 1:
        options = joined([f'"{kind}:{target}"' for kind in kinds], "or")
        return f'"{target}" is both {joined([f"a {kind}" for kind in kinds])}', f"write {options}"
    known = (*index.known(tuple(SECTIONS)), *SECTIONS.values())
    return f'unknown target "{target}"', did_you_mean(target, known) or _HELP
