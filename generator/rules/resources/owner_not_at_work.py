"""A task is answered for by none of those who do it, where nearly all others are done by their owner.

One of the two names is most often left over from before.

Fails:

```yaml
title: Example
checks: {owner-not-at-work: {most: 60}}
roles: {student: {name: Student}, teacher: {name: Teacher}}
people:
  mara: {name: Mara, role: student}
  ute: {name: Ute, role: teacher}
tasks:
  read: {name: Read, duration: 3d, people: mara, owner: mara}
  write: {name: Write, duration: 3d, people: mara, owner: mara, depends_on: read}
  talk: {name: Talk, duration: 1d, people: mara, owner: ute, depends_on: write}
```

Passes:

```yaml
title: Example
checks: {owner-not-at-work: {most: 60}}
roles: {student: {name: Student}, teacher: {name: Teacher}}
people:
  mara: {name: Mara, role: student}
  ute: {name: Ute, role: teacher}
tasks:
  read: {name: Read, duration: 3d, people: mara, owner: mara}
  write: {name: Write, duration: 3d, people: mara, owner: mara, depends_on: read}
  talk: {name: Talk, duration: 1d, people: [mara, ute], owner: ute, depends_on: write}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.breakdown import Task
from generator.model.index import Index
from generator.model.plan import Plan
from generator.rules._gaps import gaps
from generator.rules._presence import person_named
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.WARNING


def check(plan: Plan, index: Index, breakdown: Breakdown, *, most: int = 95) -> Iterator[Problem]:
    """Yield each task whose owner is none of its people, where `most` per cent of such tasks are done by theirs."""
    named = [task for task in breakdown.tasks if task.people and person_named(task.owner, index)]
    tasks = named if plan.people else []
    for task, having in gaps(tasks, lambda each: _does_it(each, index), most=most):
        people = joined([f'"{person}"' for person in task.people])
        message = f'"{task.owner}" answers for "{task.id}", which {people} does'
        help_text = f"name one and the same; {having} tasks are done by their owner"
        yield Problem((*task.pointer, "owner"), message, help_text)


def _does_it(task: Task, index: Index) -> bool:
    owner = person_named(task.owner, index)
    return owner is not None and owner.id in task.people
