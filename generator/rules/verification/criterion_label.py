"""A criterion's label or text names other items than the criterion is about.

The label is what a reader takes the criterion to be about; its items decide where it is listed and what it is held
against. Items that the label names by live facts are held against them; of those that the text names, one at least
must be meant.

Fails:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 3d}
criteria:
  signed-in: {label: "{{ name('search') }}", text: Everybody can sign in, items: login}
```

Passes:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 3d}
criteria:
  signed-in: {label: "{{ name('login') }}", text: Everybody can sign in, items: login}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.plan import Plan
from generator.model.verification import Criterion
from generator.rules.verification._mentions import named_items
from generator.rules.verification._scope import kin
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.ERROR


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each item that stands in the label or among the items alone, and each text about other items."""
    for criterion in plan.criteria.values():
        named = named_items(criterion.label, schedule.breakdown)
        if named and criterion.items:
            yield from _faults(criterion, named, schedule.breakdown)
        told = named_items(criterion.text, schedule.breakdown)
        if told and criterion.items and not _any_kin(told, criterion.items, schedule.breakdown):
            message = f'criterion "{criterion.id}" speaks of "{told[0]}", but is about {_quoted(criterion.items)}'
            yield Problem((*criterion.pointer, "text"), message, f"write items: {told[0]}, or speak of its items")


def _faults(criterion: Criterion, named: tuple[str, ...], breakdown: Breakdown) -> Iterator[Problem]:
    for item in named:
        if not any(kin(item, each, breakdown) for each in criterion.items):
            about = _quoted(criterion.items)
            message = f'criterion "{criterion.id}" is labelled with "{item}", but is about {about}'
            yield Problem(
                (*criterion.pointer, "label"), message, f'name {about} in the label, or add "{item}" to items'
            )
    for index, item in enumerate(criterion.items):
        if not any(kin(item, each, breakdown) for each in named):
            message = f'criterion "{criterion.id}" is about "{item}", which its label does not name'
            help_text = f"add {{{{ name('{item}') }}}} to the label, or leave \"{item}\" out"
            yield Problem((*criterion.pointer, "items", index), message, help_text)


def _any_kin(named: tuple[str, ...], items: tuple[str, ...], breakdown: Breakdown) -> bool:
    return any(kin(one, other, breakdown) for one in named for other in items)


def _quoted(items: tuple[str, ...]) -> str:
    return joined([f'"{item}"' for item in items])
