"""Labels count otherwise than phases or waves are listed.

Documents tell them in the order of the plan, so that a reader finds Wave 3 before Wave 2.

Fails:

```yaml
title: Example
waves:
  base: {name: Base, label: Wave 2, tasks: {dig: {name: Dig, duration: 2d}}}
  frame: {name: Frame, label: Wave 1, tasks: {nail: {name: Nail, duration: 2d, depends_on: dig}}}
```

Passes:

```yaml
title: Example
waves:
  base: {name: Base, label: Wave 1, tasks: {dig: {name: Dig, duration: 2d}}}
  frame: {name: Frame, label: Wave 2, tasks: {nail: {name: Nail, duration: 2d, depends_on: dig}}}
```
"""

from collections.abc import Collection, Iterator
from itertools import pairwise

from generator.findings import Problem, Severity
from generator.model.breakdown import Phase, Wave
from generator.model.plan import Plan
from generator.rules._numbers import numbered

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each label that stands below one with a higher number."""
    yield from _out_of_order(plan.phases.values())
    yield from _out_of_order(plan.waves.values())


def _out_of_order(items: Collection[Phase | Wave]) -> Iterator[Problem]:
    labels = [(item, number) for item in items for number in (numbered(item.label or ""),) if number]
    for (above, (stem, first)), (item, (own_stem, second)) in pairwise(labels):
        if own_stem == stem and second < first:
            message = f'"{item.label}" is listed below "{above.label}"'
            also = ((*above.pointer, "label"),)
            yield Problem((*item.pointer, "label"), message, "swap the labels, or list it above", also)
