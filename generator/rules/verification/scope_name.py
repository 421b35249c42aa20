"""A checkpoint's scope in words is not its scope.

The words stand in every table, the scope decides what is tested; a reader believes the words. Items that the words
name by live facts are held against the scope, and the other way round. Where they name a wave of which the scope has
parts alone, these must be all of its highlights that are finished by then.

Fails:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 3d}
checkpoints:
  checkpoint-1: {at: W1D3, scope: [login, search], scope_name: "{{ name('login') }}"}
```

Passes:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 3d}
checkpoints:
  checkpoint-1: {at: W1D3, scope: [login, search], scope_name: "{{ name('login') }} and {{ name('search') }}"}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.breakdown import Wave
from generator.model.plan import Plan
from generator.model.verification import Checkpoint
from generator.rules.verification._mentions import named_items
from generator.rules.verification._scope import kin, tasks_of, tested
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.ERROR


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each item that stands in the words or in the scope alone."""
    for checkpoint in plan.checkpoints.values():
        named = named_items(checkpoint.scope_name, schedule.breakdown)
        if named:
            yield from _faults(checkpoint, named, schedule.breakdown)
            yield from _partly(checkpoint, [plan.waves[item] for item in named if item in plan.waves], schedule)


def _faults(checkpoint: Checkpoint, named: tuple[str, ...], breakdown: Breakdown) -> Iterator[Problem]:
    for item in named:
        if not any(kin(item, each, breakdown) for each in checkpoint.scope):
            message = f'"{checkpoint.id}" is said to test "{item}", which is not in its scope'
            yield Problem((*checkpoint.pointer, "scope_name"), message, f'add "{item}" to the scope, or reword')
    missing = [item for item in checkpoint.scope if not any(kin(item, each, breakdown) for each in named)]
    wave = _wave_of(missing, breakdown) if len(missing) > 1 else None
    if wave is not None:
        told = joined([f'"{item}"' for item in missing])
        message = f'"{checkpoint.id}" tests {told} of "{wave}", which its scope in words does not name'
        help_text = f"name {{{{ short('{wave}') }}}} in scope_name, or leave them out of the scope"
        yield Problem((*checkpoint.pointer, "scope_name"), message, help_text)
        return
    for index, item in enumerate(checkpoint.scope):
        if item in missing:
            message = f'"{checkpoint.id}" tests "{item}", which its scope in words does not name'
            help_text = f"add {{{{ name('{item}') }}}} to scope_name, or leave \"{item}\" out of the scope"
            yield Problem((*checkpoint.pointer, "scope", index), message, help_text)


def _wave_of(items: list[str], breakdown: Breakdown) -> str | None:
    """The one wave that several tasks are of."""
    waves = {breakdown.parents.get(item) for item in items}
    wave = waves.pop() if len(waves) == 1 else None
    return wave if wave is not None and isinstance(breakdown.items.get(wave), Wave) else None


def _partly(checkpoint: Checkpoint, waves: list[Wave], schedule: Schedule) -> Iterator[Problem]:
    """Yield each wave that is named as a whole while a finished highlight of it is not tested."""
    at, scope = schedule.dates[checkpoint.id].early_start, tested(checkpoint, schedule.breakdown)
    for wave in waves:
        for task in wave.highlights:
            finished = schedule.time.clock.between(at, schedule.dates[task].early_finish) <= 0
            if finished and task not in scope and scope & tasks_of([wave.id], schedule.breakdown):
                message = f'"{checkpoint.id}" is said to test "{wave.id}", but leaves out "{task}"'
                yield Problem(
                    (*checkpoint.pointer, "scope"), message, f'add "{task}" to the scope, or reword scope_name'
                )
