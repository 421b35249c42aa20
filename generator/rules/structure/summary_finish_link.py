"""A dependency drives the finish of a wave or phase.

A wave finishes when the last of its tasks does: nothing else can move its finish, so FF and SF into a wave or phase
say nothing about any task.

Fails:

```yaml
title: Example
waves:
  wave-1: {name: Foundation, tasks: {schema: {name: Schema, duration: 2d}}}
  wave-2: {name: Features, depends_on: wave-1 FF, tasks: {import: {name: Import, duration: 3d}}}
```

Passes:

```yaml
title: Example
waves:
  wave-1: {name: Foundation, tasks: {schema: {name: Schema, duration: 2d}}}
  wave-2: {name: Features, tasks: {import: {name: Import, duration: 3d, depends_on: wave-1 FF}}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Link, Phase, Wave
from generator.model.plan import Plan

SEVERITY = Severity.ERROR
_TO_FINISH = (Link.FINISH_TO_FINISH, Link.START_TO_FINISH)


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each FF and SF of a wave or phase."""
    summaries: tuple[Phase | Wave, ...] = (*plan.phases.values(), *plan.waves.values())
    for item in summaries:
        for index, dependency in enumerate(item.depends_on):
            if dependency.link in _TO_FINISH:
                message = f'"{dependency}" drives the finish of "{item.id}", which its tasks alone decide'
                help_text = f'write it at the task of "{item.id}" that it is about, or use FS or SS'
                yield Problem((*item.pointer, "depends_on", index), message, help_text)
