"""A waiver covers nothing that is found.

What it was written for is mended, or the rule is turned off. Left standing it would hide the next finding of its
kind.

Fails:

```yaml
title: Example
committed: {workdays: 5}
tasks:
  build: {name: Build, duration: 5d}
waivers:
  - {rule: duration-commitment, reason: The customer knows}
```

Passes:

```yaml
title: Example
committed: {workdays: 4}
tasks:
  build: {name: Build, duration: 5d}
waivers:
  - {rule: duration-commitment, reason: The customer knows}
```
"""

from collections.abc import Iterator
from datetime import date

from generator.findings import Problem, Severity
from generator.model.checks import Waiver
from generator.model.index import Index
from generator.model.plan import Plan
from generator.rules._catalogue import rules
from generator.rules._waivers import Waived, can_be_waived, is_expired, target_of

SEVERITY = Severity.WARNING


def check(plan: Plan, index: Index, as_of: date | None, waived: Waived) -> Iterator[Problem]:
    """Yield each waiver in force that nothing was set aside for; those at fault otherwise are told as that."""
    for number, waiver in enumerate(plan.waivers):
        rule = rules().get(waiver.rule)
        sound = rule and can_be_waived(rule) and target_of(waiver, plan, index) is not None
        if sound and number not in waived.used and not is_expired(waiver, as_of):
            yield Problem((*waiver.pointer, "rule"), f"waiver of {_what(waiver)} covers nothing", "remove it")


def _what(waiver: Waiver) -> str:
    return f'"{waiver.rule}" at "{waiver.target}"' if waiver.target else f'"{waiver.rule}"'
