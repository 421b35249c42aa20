"""A risk is told by an alert that cannot fire before all the exposed work is over.

The source of the alert is ready only then, so that the sign for which everybody watches never comes.

Fails:

```yaml
title: Example
tasks:
  show: {name: Show, duration: 1d}
  mast: {name: Mast, duration: 1d, depends_on: show}
sources: {meter: {name: Wind Meter, collects: Gusts, ready: mast}}
alerts: {gusts: {name: Gusts, threshold: "> 50 km/h", source: meter}}
risks:
  storm:
    {name: Storm, impact: medium, probability: low, mitigation: Stop, trigger: "{{ name('gusts') }}", affects: show}
```

Passes:

```yaml
title: Example
tasks:
  mast: {name: Mast, duration: 1d}
  show: {name: Show, duration: 1d, depends_on: mast}
sources: {meter: {name: Wind Meter, collects: Gusts, ready: mast}}
alerts: {gusts: {name: Gusts, threshold: "> 50 km/h", source: meter}}
risks:
  storm:
    {name: Storm, impact: medium, probability: low, mitigation: Stop, trigger: "{{ name('gusts') }}", affects: show}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.monitoring import SignalSource
from generator.model.plan import Plan
from generator.model.risk import Risk
from generator.rules.monitoring._asked import alerts_named
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.WARNING


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each source of an alert that a risk's trigger names, and that comes after all that the risk affects."""
    told: set[str] = set()
    for risk in plan.risks.values():
        over = max((schedule.dates[item].early_finish for item in risk.affects), default=None)
        for source in _sources(risk, plan) if over is not None else ():
            there = schedule.dates[source.ready].early_finish if source.ready else 0
            if over is not None and source.ready and source.id not in told and there >= over:
                told.add(source.id)
                when = week_and_day(schedule.time.day_of_finish(there))
                message = f'"{source.id}" is ready with "{source.ready}" ({when}), when'
                told_of = f'{message} all that "{risk.id}" affects is over'
                yield Problem((*source.pointer, "ready"), told_of, "bring it before the work that is exposed")


def _sources(risk: Risk, plan: Plan) -> Iterator[SignalSource]:
    """The sources of the alerts that a risk's trigger names."""
    for alert in alerts_named(risk.trigger, plan):
        source = plan.sources.get(alert.source or "")
        if source:
            yield source
