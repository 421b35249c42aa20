"""A task needs people that the team of its wave does not have.

The team of a wave is what it can call on, with the people who work for the whole phase and the roles that several
waves share. A task that needs more cannot be done by its wave.

Fails:

```yaml
title: Example
roles:
  developer: {name: Developer}
  tester: {name: Tester}
waves:
  wave-1:
    name: One
    team: {developer: 2-3}
    tasks:
      build: {name: Build, duration: 5d, needs: {developer: 2}}
      try: {name: Try, duration: 2d, needs: {tester: 1}}
```

Passes:

```yaml
title: Example
roles:
  developer: {name: Developer}
  tester: {name: Tester, shared: true}
waves:
  wave-1:
    name: One
    team: {developer: 2-3}
    tasks:
      build: {name: Build, duration: 5d, needs: {developer: 2}}
      try: {name: Try, duration: 2d, needs: {tester: 1}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Wave
from generator.model.plan import Plan
from generator.model.quantity import Band
from generator.scheduling.resource_load import NOBODY, counts_as

SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each need that is larger than the team of the task's wave; a shared role need not be in the team."""
    for wave in plan.waves.values():
        for task in wave.tasks.values() if wave.team else ():
            for role, needed in task.needs.items():
                there = _people(role, wave, plan)
                elsewhere = there == NOBODY and (role not in plan.roles or plan.roles[role].shared)
                if needed.low > there.high and not elsewhere:
                    message = f'"{task.id}" needs {needed} of "{role}", the team of "{wave.id}" has {there}'
                    yield Problem(
                        (*task.pointer, "needs", role), message, f'add to the team of "{wave.id}", or need fewer'
                    )


def _people(role: str, wave: Wave, plan: Plan) -> Band:
    """Those of the wave and of its phase who can do the work of a role."""
    phase = plan.phases.get(wave.phase or "")
    teams = [wave.team, phase.team if phase else {}]
    return sum((band for team in teams for each, band in team.items() if counts_as(plan, each, role)), NOBODY)
