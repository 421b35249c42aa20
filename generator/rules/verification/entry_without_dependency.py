"""A wave asks for something before it begins, and nothing makes it wait for that.

Today's dates let it come first by chance; when it slips, the wave begins without it. Checkpoints, which do not slip,
a wave with a fixed start, and a condition that knows another way ("or …") are left alone.

Fails:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 4d}}}
  wave-2: {name: Pages, tasks: {plan: {name: Plan, duration: 5d}}}
  wave-3:
    name: Rollout
    entry: "{{ name('api') }} is done."
    depends_on: wave-2
    tasks: {rollout: {name: Rollout of all, duration: 5d}}
```

Passes:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 4d}}}
  wave-2: {name: Pages, tasks: {plan: {name: Plan, duration: 5d}}}
  wave-3:
    name: Rollout
    entry: "{{ name('api') }} is done."
    depends_on: [wave-2, api]
    tasks: {rollout: {name: Rollout of all, duration: 5d}}
```
"""

import re
from collections.abc import Iterator
from functools import partial

from generator.findings import Problem, Severity
from generator.model.breakdown import Milestone, Task, Wave
from generator.model.plan import Plan
from generator.model.verification import Checkpoint
from generator.rules.verification._mentions import named_in
from generator.scheduling.breakdown import Breakdown, SchedItem
from generator.scheduling.schedule import Schedule
from generator.scheduling.waiting import waited_for

SEVERITY = Severity.WARNING
_OTHERWISE = re.compile(r"\b(?:or|unless|if|else)\b")


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each condition that names a task or milestone that no task of the wave waits for."""
    breakdown = schedule.breakdown
    for wave in plan.waves.values():
        named = () if _is_fixed(wave, breakdown) else named_in(wave.entry, breakdown)
        asked = [(index, item) for index, item in named if _is_asked(breakdown.items[item], wave.entry[index])]
        waited = _waited_for(wave, schedule) if asked else set()
        for index, item in asked:
            if not _is_waited_for(item, waited, breakdown) and _is_before(item, wave, schedule):
                message = f'"{wave.id}" asks for "{item}" before it begins, but nothing makes it wait for that'
                help_text = f'write "{item}" under its depends_on, or drop the condition'
                yield Problem((*wave.pointer, "entry", index), message, help_text)


def _is_asked(item: SchedItem, text: str) -> bool:
    return isinstance(item, Task | Milestone) and not _OTHERWISE.search(text)


def _is_fixed(wave: Wave, breakdown: Breakdown) -> bool:
    tasks = [*breakdown.tasks_within(wave.id)] if wave.id in breakdown.members else []
    return wave.start is not None or not tasks or any(task.start or task.start_on for task in tasks)


def _is_before(item: str, wave: Wave, schedule: Schedule) -> bool:
    """Tell whether the condition is met by today's dates: one that is not is told as that."""
    done, begin = schedule.dates[item].early_finish, schedule.dates[wave.id].early_start
    return schedule.time.clock.between(done, begin) >= 0


def _is_waited_for(item: str, waited: set[str], breakdown: Breakdown) -> bool:
    """Tell whether an item is waited for; a milestone is reached with the last of what it waits for."""
    found = breakdown.items[item]
    links = found.depends_on if isinstance(found, Milestone) else ()
    return item in waited or (bool(links) and all(_is_waited_for(link.on, waited, breakdown) for link in links))


def _waited_for(wave: Wave, schedule: Schedule) -> set[str]:
    """The items that some task of a wave waits for, directly, through others or through what checkpoints ask for."""
    breakdown = schedule.breakdown
    asked = partial(_asked_for, breakdown=breakdown)
    return waited_for([wave.id, *breakdown.members.get(wave.id, ())], schedule, asked) - {wave.id}


def _asked_for(checkpoint: Checkpoint, breakdown: Breakdown) -> tuple[str, ...]:
    """What a checkpoint tests, and what it asks for before it is held."""
    return (*checkpoint.scope, *(named for _, named in named_in(checkpoint.entry, breakdown)))
