"""A task has the day on which it was finished, but is not told as complete.

Totals of progress count its percentage, the record of days says that it is over: the plan contradicts itself.

Fails:

```yaml
title: Example
tasks:
  dig: {name: Dig, duration: 3d, started: W1D1, finished: W1D3, percent_complete: 80%}
```

Passes:

```yaml
title: Example
tasks:
  dig: {name: Dig, duration: 3d, started: W1D1, finished: W1D3, percent_complete: 100%}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.progress.recorded import DONE

SEVERITY = Severity.ERROR


def check(breakdown: Breakdown) -> Iterator[Problem]:
    """Yield each finished task that is not at a hundred per cent."""
    for task in breakdown.tasks:
        if task.finished and task.percent_complete != DONE:
            told = "its progress is not told" if task.percent_complete is None else f"is at {task.percent_complete}%"
            key = "finished" if task.percent_complete is None else "percent_complete"
            message = f'"{task.id}" was finished {task.finished}, but {told}'
            yield Problem((*task.pointer, key), message, 'write "percent_complete: 100%", or remove "finished"')
