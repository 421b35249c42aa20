"""A source is ready only after the day on which its figure is asked for.

A checkpoint, a wave's exit or a criterion that states a target's figure needs what measures it; before the source is
there, the figure is a guess.

Fails:

```yaml
title: Example
tasks:
  build: {name: Build, duration: 5d}
  install: {name: Install probes, duration: 5d, depends_on: build}
sources: {probes: {name: Probes, collects: Uptime, ready: install}}
targets: {uptime: {name: Uptime, threshold: "> 99%", source: probes}}
criteria: {stable: {text: "Uptime {{ value('uptime') }}", items: build, target: uptime}}
```

Passes:

```yaml
title: Example
tasks:
  build: {name: Build, duration: 5d}
  install: {name: Install probes, duration: 5d}
sources: {probes: {name: Probes, collects: Uptime, ready: install}}
targets: {uptime: {name: Uptime, threshold: "> 99%", source: probes}}
criteria: {stable: {text: "Uptime {{ value('uptime') }}", items: build, target: uptime}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.monitoring._asked import Asked, asked_for
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.ERROR


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each source that comes after the first who asks for one of its figures."""
    first: dict[str, Asked] = {}
    for asked in asked_for(plan, schedule):
        source = asked.figure.source
        if source and (source not in first or asked.at < first[source].at):
            first[source] = asked
    for source, asked in first.items():
        ready = plan.sources[source].ready
        if ready and schedule.time.clock.between(asked.at, schedule.dates[ready].early_finish) > 0:
            yield _problem(source, ready, asked, schedule)


def _problem(source: str, ready: str, asked: Asked, schedule: Schedule) -> Problem:
    there = week_and_day(schedule.time.day_of_finish(schedule.dates[ready].early_finish))
    needed = week_and_day(schedule.time.day_of_finish(asked.at))
    message = f'"{source}" is ready with "{ready}" ({there}), "{asked.by}" asks for "{asked.figure.id}" {needed}'
    help_text = f'bring it earlier, or ask for the figure later than "{ready}"'
    return Problem(("sources", source, "ready"), message, help_text)
