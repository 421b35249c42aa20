"""A wave runs outside the weeks of its phase.

The phase's weeks are what stakeholders were told; work that is told under the phase and done outside it makes one of
the two wrong.

Fails:

```yaml
title: Example
phases:
  phase-1: {name: Foundation, weeks: 1-2}
waves:
  wave-1:
    name: Infrastructure
    phase: phase-1
    tasks: {setup: {name: Setup, duration: 15d}}
```

Passes:

```yaml
title: Example
phases:
  phase-1: {name: Foundation, weeks: 1-2}
waves:
  wave-1:
    name: Infrastructure
    phase: phase-1
    tasks: {setup: {name: Setup, duration: 10d}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.schedule._commitments import committed_or_computed, in_weeks, within
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.ERROR


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each wave that its phase does not hold; a wave that breaks its own promise is told as that."""
    for wave in plan.waves.values():
        phase = plan.phases.get(wave.phase or "")
        weeks = committed_or_computed(wave, schedule)
        if phase and phase.weeks and weeks and not within(weeks, phase.weeks):
            message = f'"{wave.id}" runs in {in_weeks(weeks)}, outside "{phase.id}" ({in_weeks(phase.weeks)})'
            help_text = f'bring it into {in_weeks(phase.weeks)}, or change "weeks" of "{phase.id}"'
            is_kept = wave.weeks is None or wave.weeks == schedule.weeks(wave.id)
            promise = (*phase.pointer, "weeks")
            yield Problem((*wave.pointer, "phase" if is_kept else "weeks"), message, help_text, also=(promise,))
