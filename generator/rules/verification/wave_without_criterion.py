"""A wave has no success criterion, although others have one.

A wave that nothing is asked of succeeds whatever it hands over. A criterion speaks of a wave where it names the wave,
its phase or some of its work; the tests of a checkpoint alone are no aim.

Fails:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 3d}}}
  wave-2: {name: Pages, tasks: {pages: {name: Pages, duration: 4d}}}
criteria:
  answered: {text: Every request is answered, items: wave-1}
```

Passes:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 3d}}}
  wave-2: {name: Pages, tasks: {pages: {name: Pages, duration: 4d}}}
criteria:
  answered: {text: Every request is answered, items: wave-1}
  readable: {text: Every page can be read on a phone, items: wave-2}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.verification._mentions import named_items
from generator.rules.verification._scope import kin
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING
_WHOLE = 100


def check(plan: Plan, schedule: Schedule, *, most: int = 60) -> Iterator[Problem]:
    """Yield each wave that no criterion names, where `most` per cent are named; where fewer are, its work will do."""
    breakdown = schedule.breakdown
    items = {item for criterion in plan.criteria.values() for item in criterion.items} - set(plan.checkpoints)
    texts = [each.text for each in plan.criteria.values() if not set(each.items) & set(plan.checkpoints)]
    named = items | {item for text in texts for item in named_items(text, breakdown) if item in plan.waves}
    waves = {wave.id: wave.id in named or wave.phase in named for wave in plan.waves.values()}
    strict = sum(waves.values()) * _WHOLE >= most * len(waves)
    for wave, is_named in waves.items() if any(waves.values()) else ():
        if not is_named and (strict or not any(kin(wave, item, breakdown) for item in items)):
            told = f'no criterion says when "{wave}" has succeeded'
            yield Problem(("waves", wave), told, f"add a criterion with items: {wave}")
