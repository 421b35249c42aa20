"""An alert leads to a rollback that says no word of its name, while the name of another one does.

Under pressure the linked procedure is the one that is run: a slow sign-up is not mended by pulling a build.

Fails:

```yaml
title: Example
roles: {engineer: {name: Engineer}}
targets: {signing: {name: Time to sign up, threshold: under 5s}}
alerts:
  slow: {name: Slow sign-up, threshold: "> 4s", target: signing, response: [Close a country.], rollback: pull}
risks:
  load:
    {name: Crowd, impact: high, probability: low, mitigation: M, contingency: C, owner: engineer, rollback: close}
  fault:
    {name: Fault, impact: high, probability: low, mitigation: M, contingency: C, owner: engineer, rollback: pull}
rollbacks:
  close:
    name: Sign-up fails under load
    within: "< 15 min"
    procedure: Close sign-up and show the waiting list
    trigger: "Half of them fail"
    owner: engineer
    steps: [{do: Close sign-up, takes: 1m}]
    verify: [{do: Nobody waits}]
  pull:
    name: The build is faulty
    within: "< 1 h"
    procedure: Halt both stores, serve the former version
    trigger: A fault that loses stock
    owner: engineer
    steps: [{do: Halt the stores, takes: 5m}]
    verify: [{do: The former version is served}]
```

Passes:

```yaml
title: Example
roles: {engineer: {name: Engineer}}
targets: {signing: {name: Time to sign up, threshold: under 5s}}
alerts:
  slow: {name: Slow sign-up, threshold: "> 4s", target: signing, response: [Close a country.], rollback: close}
risks:
  load:
    {name: Crowd, impact: high, probability: low, mitigation: M, contingency: C, owner: engineer, rollback: close}
  fault:
    {name: Fault, impact: high, probability: low, mitigation: M, contingency: C, owner: engineer, rollback: pull}
rollbacks:
  close:
    name: Sign-up fails under load
    within: "< 15 min"
    procedure: Close sign-up and show the waiting list
    trigger: "Half of them fail"
    owner: engineer
    steps: [{do: Close sign-up, takes: 1m}]
    verify: [{do: Nobody waits}]
  pull:
    name: The build is faulty
    within: "< 1 h"
    procedure: Halt both stores, serve the former version
    trigger: A fault that loses stock
    owner: engineer
    steps: [{do: Halt the stores, takes: 5m}]
    verify: [{do: The former version is served}]
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.literals.stems import stems
from generator.model.plan import Plan
from generator.model.rollback import Rollback

SEVERITY = Severity.WARNING
_FEWEST_WORDS = 2


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each rollback of an alert that says no word of its name, where the name of one other has two of them."""
    for alert in plan.alerts.values():
        own, called = plan.rollbacks.get(alert.rollback or ""), stems(alert.name)
        if own is None or (called | stems(alert.id.replace("-", " "))) & _words(own):
            continue
        akin = [each for each in plan.rollbacks.values() if len(stems(each.name) & called) >= _FEWEST_WORDS]
        if len(akin) == 1:
            message = f'"{alert.id}" leads to "{own.id}", which says no word of its name'
            yield Problem((*alert.pointer, "rollback"), message, f'did you mean "{akin[0].id}"?')


def _words(rollback: Rollback) -> frozenset[str]:
    steps = " ".join(step.do for step in (*rollback.steps, *rollback.verify))
    told = f"{rollback.id.replace('-', ' ')} {rollback.name} {rollback.procedure} {rollback.trigger or ''} {steps}"
    return stems(told)
