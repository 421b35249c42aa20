"""A wave has people of a role that none of its tasks needs.

Where every task of a wave says whom it needs, a role in the team that no task names is either idle, or a need was
forgotten.

Fails:

```yaml
title: Example
roles:
  developer: {name: Developer}
  tester: {name: Tester}
waves:
  wave-1:
    name: One
    team: {developer: 2, tester: 1}
    tasks:
      build: {name: Build, duration: 5d, needs: {developer: 2}}
```

Passes:

```yaml
title: Example
roles:
  developer: {name: Developer}
  tester: {name: Tester}
waves:
  wave-1:
    name: One
    team: {developer: 2, tester: 1}
    tasks:
      build: {name: Build, duration: 5d, needs: {developer: 2, tester: 1}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Wave
from generator.model.plan import Plan
from generator.scheduling.resource_load import counts_as

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each role of a team that has nothing to do."""
    for wave in plan.waves.values():
        for role in wave.team if _says_all(wave) else ():
            needed = {each for task in wave.tasks.values() for each in task.needs}
            if not any(counts_as(plan, role, each) for each in needed):
                message = f'"{wave.id}" has {wave.team[role]} of "{role}" in its team, none of its tasks needs one'
                yield Problem(
                    (*wave.pointer, "team", role), message, "name the task that needs it, or leave it out of the team"
                )


def _says_all(wave: Wave) -> bool:
    return bool(wave.tasks) and all(task.needs for task in wave.tasks.values())
