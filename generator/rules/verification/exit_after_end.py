"""A wave is done only when something has happened that lies in a week after its last.

The wave's people have gone by then; whatever the condition still asks of them falls to nobody. Conditions that name a
checkpoint or a milestone by a live fact are held against the dates. A checkpoint of this wave alone may follow:
it is how the wave is accepted.

Fails:

```yaml
title: Example
waves:
  wave-1: {name: Walls, exit: "{{ name('survey') }} is passed", tasks: {walls: {name: Walls, duration: 5d}}}
  wave-2: {name: Roof, depends_on: wave-1, tasks: {roof: {name: Roof, duration: 5d}}}
checkpoints:
  survey: {name: Survey, at: W2D5, scope: [wave-1, wave-2]}
```

Passes:

```yaml
title: Example
waves:
  wave-1: {name: Walls, tasks: {walls: {name: Walls, duration: 5d}}}
  wave-2:
    name: Roof
    exit: "{{ name('survey') }} is passed"
    depends_on: wave-1
    tasks: {roof: {name: Roof, duration: 5d}}
checkpoints:
  survey: {name: Survey, at: W2D5, scope: [wave-1, wave-2]}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Milestone
from generator.model.plan import Plan
from generator.model.verification import Checkpoint
from generator.rules.verification._mentions import named_in
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each exit condition that names a gate after the wave's last week."""
    breakdown = schedule.breakdown
    for wave in plan.waves.values() if breakdown.tasks else ():
        last = schedule.weeks(wave.id).last
        for index, gate in named_in(wave.exit if wave.id in breakdown.members else (), breakdown):
            item, day = breakdown.items[gate], schedule.time.day_of_finish(schedule.dates[gate].early_finish)
            is_acceptance = isinstance(item, Checkpoint) and item.scope == (wave.id,)
            if isinstance(item, Checkpoint | Milestone) and day.week > last and not is_acceptance:
                told = f'"{wave.id}" ends in week {last}, but waits for "{gate}" on {week_and_day(day)}'
                help_text = f'let "{wave.id}" last until then, or ask for an earlier gate'
                yield Problem((*wave.pointer, "exit", index), told, help_text)
