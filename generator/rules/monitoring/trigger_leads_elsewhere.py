"""A risk or a rollback waits for an alert that leads elsewhere, while another alert leads to its rollback.

The sign of one trouble stands where the sign of another belongs: a gust of wind sheds the load, and the load that is
too high sheds nothing. An alert that leads to no rollback may be an early sign; it is told only where it shares no
word with the risk and the other one does.

Fails:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {show: {name: Show, duration: 5d, needs: {pilot: 1}}}
targets:
  wind: {name: Wind at the stage, threshold: "< 60 km/h"}
  load: {name: Load of the generator, threshold: "< 85%"}
alerts:
  gusts: {name: Gusts, threshold: "> 50 km/h", target: wind, rollback: stop-show}
  overload: {name: Overload, threshold: "> 80%", target: load, rollback: shed-load}
rollbacks:
  stop-show:
    name: Storm
    within: "< 20 min"
    procedure: Open all exits
    trigger: "{{ name('gusts') }} {{ value('gusts') }}"
    owner: pilot
    steps: [{do: Open the exits, takes: 4m}]
    verify: [{do: Nobody is left}]
    risks: [storm]
  shed-load:
    name: Generator overloaded
    within: "< 5 min"
    procedure: Stands off
    trigger: "{{ name('overload') }} {{ value('overload') }}"
    owner: pilot
    steps: [{do: Switch the stands off, takes: 1m}]
    verify: [{do: Read the meter}]
    risks: [no-power]
risks:
  storm:
    name: Storm
    impact: high
    probability: low
    mitigation: A wind meter
    trigger: "{{ name('gusts') }} {{ value('gusts') }}"
    contingency: Stop
    owner: pilot
    affects: show
    rollback: stop-show
  no-power:
    name: No power
    impact: high
    probability: low
    mitigation: Batteries
    trigger: "{{ name('gusts') }} {{ value('gusts') }}"
    contingency: Shed
    owner: pilot
    affects: show
    rollback: shed-load
```

Passes:

```yaml
title: Example
roles: {pilot: {name: Pilot, count: 1}}
tasks: {show: {name: Show, duration: 5d, needs: {pilot: 1}}}
targets:
  wind: {name: Wind at the stage, threshold: "< 60 km/h"}
  load: {name: Load of the generator, threshold: "< 85%"}
alerts:
  gusts: {name: Gusts, threshold: "> 50 km/h", target: wind, rollback: stop-show}
  overload: {name: Overload, threshold: "> 80%", target: load, rollback: shed-load}
rollbacks:
  stop-show:
    name: Storm
    within: "< 20 min"
    procedure: Open all exits
    trigger: "{{ name('gusts') }} {{ value('gusts') }}"
    owner: pilot
    steps: [{do: Open the exits, takes: 4m}]
    verify: [{do: Nobody is left}]
    risks: [storm]
  shed-load:
    name: Generator overloaded
    within: "< 5 min"
    procedure: Stands off
    trigger: "{{ name('overload') }} {{ value('overload') }}"
    owner: pilot
    steps: [{do: Switch the stands off, takes: 1m}]
    verify: [{do: Read the meter}]
    risks: [no-power]
risks:
  storm:
    name: Storm
    impact: high
    probability: low
    mitigation: A wind meter
    trigger: "{{ name('gusts') }} {{ value('gusts') }}"
    contingency: Stop
    owner: pilot
    affects: show
    rollback: stop-show
  no-power:
    name: No power
    impact: high
    probability: low
    mitigation: Batteries
    trigger: "{{ name('overload') }} {{ value('overload') }}"
    contingency: Shed
    owner: pilot
    affects: show
    rollback: shed-load
```
"""

from collections.abc import Iterable, Iterator

from generator.findings import Problem, Severity
from generator.literals.stems import stems
from generator.model.monitoring import Alert
from generator.model.plan import Plan
from generator.model.risk import Risk
from generator.model.rollback import Rollback
from generator.rules.monitoring._asked import alerts_named

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each trigger whose alerts do not lead to the rollback, where another alert does."""
    begun = {(alert.id, each.id) for each in plan.rollbacks.values() for alert in alerts_named(each.trigger, plan)}
    waiting: Iterable[Risk | Rollback] = (*plan.risks.values(), *plan.rollbacks.values())
    for each in waiting:
        wanted = each.id if isinstance(each, Rollback) else each.rollback
        named = alerts_named(each.trigger, plan) if wanted else ()
        right = [alert for alert in plan.alerts.values() if alert.rollback == wanted] if named else []
        if right and all(_leads_elsewhere(alert, each, right, begun) for alert in named):
            there = named[0].rollback
            leads = f'leads to "{there}"' if there else "leads to no rollback"
            message = f'"{each.id}" begins by "{named[0].id}", which {leads}'
            help_text = f'"{right[0].id}" leads to "{wanted}": name that alert, or correct what leads where'
            yield Problem((*each.pointer, "trigger"), message, help_text)


def _leads_elsewhere(alert: Alert, by: Risk | Rollback, right: list[Alert], begun: set[tuple[str, str]]) -> bool:
    """Tell whether an alert is a sign of other trouble; one that leads to what never waits for it is at fault."""
    if alert in right:
        return False
    if alert.rollback:
        return isinstance(by, Risk) or (alert.id, alert.rollback) in begun
    own = stems(f"{by.id.replace('-', ' ')} {by.name} {getattr(by, 'description', None) or ''}")
    return isinstance(by, Risk) and not own & _words(alert) and any(own & _words(each) for each in right)


def _words(alert: Alert) -> frozenset[str]:
    return stems(f"{alert.id} {alert.name} {alert.target or ''}".replace("-", " "))
