"""A checkpoint is passed, although its work is not done or its day has not come.

It says that the work of its scope was tested and held; what is not finished cannot have been.

Fails:

```yaml
title: Example
tasks: {build: {name: Build, duration: 3d, percent_complete: 60%}}
checkpoints: {test: {at: W1D3, scope: build, done: true}}
```

Passes:

```yaml
title: Example
tasks: {build: {name: Build, duration: 3d, percent_complete: 100%}}
checkpoints: {test: {at: W1D3, scope: build, done: true}}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.model.verification import Checkpoint
from generator.rules.schedule._progress import is_told, unfinished
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.ERROR


def check(plan: Plan, schedule: Schedule, as_of: date | None) -> Iterator[Problem]:
    """Yield each checkpoint passed before its work or its day."""
    is_kept = is_told(schedule.breakdown)
    for checkpoint in plan.checkpoints.values():
        if checkpoint.done:
            missing = (unfinished(item, schedule.breakdown, is_kept=is_kept) for item in checkpoint.scope)
            told = _not_yet(checkpoint, schedule, as_of) or next(filter(None, missing), None)
            if told:
                help_text = "leave out done: true, or bring the progress of its scope up to date"
                yield Problem((*checkpoint.pointer, "done"), f'"{checkpoint.id}" is passed, but {told}', help_text)


def _not_yet(checkpoint: Checkpoint, schedule: Schedule, as_of: date | None) -> str | None:
    today = schedule.time.day_index(as_of) if as_of else None
    day = schedule.time.day_index(checkpoint.at)
    is_ahead = today is not None and day is not None and day > today
    return f"{checkpoint.at} is after the status date {as_of}" if is_ahead else None
