"""A task needs nobody, where nearly all tasks say whom they need.

Its work is in no load, so that the people who will do it are promised to something else. What passes by the clock,
such as concrete that hardens, needs nobody.

Fails:

```yaml
title: Example
checks: {task-without-people: {most: 60}}
roles: {painter: {name: Painter, count: 2}}
tasks:
  walls: {name: Walls, duration: 3d, needs: {painter: 2}}
  doors: {name: Doors, duration: 2d, needs: {painter: 1}, depends_on: walls}
  floor: {name: Floor, duration: 2d, depends_on: doors}
```

Passes:

```yaml
title: Example
checks: {task-without-people: {most: 60}}
roles: {painter: {name: Painter, count: 2}}
tasks:
  walls: {name: Walls, duration: 3d, needs: {painter: 2}}
  doors: {name: Doors, duration: 2d, needs: {painter: 1}, depends_on: walls}
  floor: {name: Floor, duration: 2d, needs: {painter: 2}, depends_on: doors}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.rules._gaps import gaps
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.WARNING


def check(breakdown: Breakdown, *, most: int = 95) -> Iterator[Problem]:
    """Yield each task without anybody, where `most` per cent of those that take working time need somebody."""
    worked = [task for task in breakdown.tasks if not (task.duration and task.duration.likely.elapsed)]
    for task, having in gaps(worked, lambda each: each.needs or each.people, most=most):
        message = f'"{task.id}" needs nobody; {having} tasks say whom they need'
        yield Problem(task.pointer, message, 'write "needs" with a role and a number, or "people"')
