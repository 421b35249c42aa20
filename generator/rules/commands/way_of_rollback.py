"""A step of a rollback leads to another place than the one to which, by its name, the rollback goes back.

What it is to leave is called again, or half of it stands here and half there. Both places are known by other commands
of the same steps; whom a message goes to is no place.

Fails:

```yaml
title: Example
roles: {engineer: {name: Engineer}}
rollbacks:
  back:
    name: Office back to Riverside
    within: "< 1 h"
    procedure: Stop Hillside, turn names back, start there
    trigger: The office cannot work
    owner: engineer
    steps:
      - {do: Stop there, command: group stop office --site=hillside, takes: 10m}
      - {do: Turn names back, command: dns switch office --to=hillside, takes: 5m}
      - {do: Start there, command: group start office --site=riverside, takes: 30m}
    verify: [{do: The office works}]
```

Passes:

```yaml
title: Example
roles: {engineer: {name: Engineer}}
rollbacks:
  back:
    name: Office back to Riverside
    within: "< 1 h"
    procedure: Stop Hillside, turn names back, start there
    trigger: The office cannot work
    owner: engineer
    steps:
      - {do: Stop there, command: group stop office --site=hillside, takes: 10m}
      - {do: Turn names back, command: dns switch office --to=riverside, takes: 5m}
      - {do: Start there, command: group start office --site=riverside, takes: 30m}
    verify: [{do: The office works}]
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity, Span
from generator.model.plan import Plan
from generator.model.rollback import Rollback

SEVERITY = Severity.WARNING
_BACK_TO = re.compile(r"\bto\s+(?:the\s+)?(?P<place>[\w-]{3,40})$", re.IGNORECASE)
_TO = re.compile(r"--?(?:to|target|destination|dest|into)[=\s]+['\"]?(?P<place>[\w-]{1,40})(?![\w./:@-])")


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each option that leads elsewhere than the name of its rollback, where commands know both places."""
    for rollback in plan.rollbacks.values():
        back = _BACK_TO.search(rollback.name)
        if back and _times(back["place"], rollback):
            yield from _elsewhere(back["place"], rollback)


def _elsewhere(place: str, rollback: Rollback) -> Iterator[Problem]:
    for step in rollback.steps:
        found = _TO.search(step.command or "")
        if found and found["place"].lower() != place.lower() and _times(found["place"], rollback) > 1:
            message = f'"{rollback.name}" leads to "{found["place"]}" here'
            span = Span(*found.span("place"))
            yield Problem((*step.pointer, "command"), message, f"write {place.lower()}", span=span)


def _times(place: str, rollback: Rollback) -> int:
    """In how many of the commands a place is named."""
    named = re.compile(rf"(?<![\w-]){re.escape(place)}(?![\w-])", re.IGNORECASE)
    return sum(named.search(step.command or "") is not None for step in rollback.steps)
