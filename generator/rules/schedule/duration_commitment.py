"""The plan takes another time than was committed.

Weeks, workdays and the last day under `committed` are promises; the schedule shows whether they are kept. A last day
that is later than that of the work is kept in reserve, and `buffer` says how much.

Fails:

```yaml
title: Example
committed: {weeks: 1}
tasks:
  build: {name: Build, duration: 6d}
```

Passes:

```yaml
title: Example
committed: {weeks: 2, workdays: 6}
tasks:
  build: {name: Build, duration: 6d}
```
"""

from collections.abc import Iterator

from generator.findings import Pointer, Problem, Severity
from generator.formatting import counted
from generator.model.plan import Plan
from generator.scheduling.clock import ALWAYS
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import compact
from generator.scheduling.working_time import Day

SEVERITY = Severity.ERROR


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each promise that the schedule does not keep to the letter."""
    if not schedule.breakdown.tasks:
        return
    yield from _lengths(plan, schedule)
    yield from _finish(plan, schedule)


def _lengths(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    first = schedule.time.day_of_start(schedule.start)
    last = schedule.time.day_of_finish(schedule.finish)
    weeks = last.week - first.week + 1
    workdays = schedule.time.workdays_between(schedule.start, schedule.finish)
    span = f"from {compact(first)} to {compact(last)}"
    for key, noun, computed in (("weeks", "week", weeks), ("workdays", "workday", workdays)):
        committed = getattr(plan.committed, key)
        if committed is not None and committed != computed:
            message = f"the plan takes {counted(computed, noun)} ({span}), committed are {committed}"
            help_text, beyond = (
                f"write {computed}, or change the tasks that set the finish",
                _beyond(key, committed, schedule),
            )
            promise: Pointer = ("committed", key)
            yield Problem(beyond or promise, message, help_text, also=(promise,) if beyond else ())


def _beyond(key: str, committed: int, schedule: Schedule) -> Pointer | None:
    """The one task that alone takes more than twice what is committed: most often a slip of its unit."""
    time = schedule.time
    most = 2 * committed * (time.week_minutes if key == "weeks" else time.day_minutes)
    sizes = [(task, schedule.estimate(task.id).likely) for task in schedule.breakdown.tasks]
    beyond = [
        task
        for task, size in sizes
        if task.duration and not size.elapsed and size.minutes(time.day_minutes, time.week_minutes) > most
    ]
    return (*beyond[0].pointer, "duration") if len(beyond) == 1 else None


def _finish(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    committed = plan.committed.finish
    computed = _with_buffer(plan, schedule).date
    if committed and computed is None:
        yield Problem(
            ("committed", "finish"), "a finish is committed in a plan without a start", 'give the plan a "start"'
        )
    elif committed and committed != computed:
        last = ", ".join(f'"{item}"' for item in schedule.critical_path[-1:])
        reserve = f" and its buffer of {plan.committed.buffer}" if plan.committed.buffer else ""
        message = f"the plan finishes {computed} with {last}{reserve}, committed is {committed}"
        help_text = f"write {computed}, or change the tasks that set the finish, or the buffer"
        yield Problem(("committed", "finish"), message, help_text)


def _with_buffer(plan: Plan, schedule: Schedule) -> Day:
    """The day on which the plan finishes once its reserve is used up."""
    time, buffer = schedule.time, plan.committed.buffer
    if buffer is None:
        return time.day_of_finish(schedule.finish)
    clock = ALWAYS if buffer.elapsed else time.clock
    minutes = buffer.minutes(time.day_minutes, time.week_minutes)
    return time.day_of_finish(clock.finish_at(clock.worked(schedule.finish) + minutes))
