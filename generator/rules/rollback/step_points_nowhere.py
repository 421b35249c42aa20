"""A step speaks of a command above or below it that stands on its other side.

The steps were put in another order and their words were not, or they were put in the wrong order. Whoever follows
them looks for what is not there.

Fails:

```yaml
title: Example
roles: {engineer: {name: Engineer}}
rollbacks:
  restore:
    name: Release harms
    within: "< 3 min"
    procedure: Return to the last release
    trigger: Users cannot sign in
    owner: engineer
    steps:
      - {do: Mark it, command: tool mark --undone, takes: 1m}
      - {do: "Undo it; the tool's command below only marks it.", command: sql run down.sql, takes: 1m}
    verify: [{do: Users sign in}]
```

Passes:

```yaml
title: Example
roles: {engineer: {name: Engineer}}
rollbacks:
  restore:
    name: Release harms
    within: "< 3 min"
    procedure: Return to the last release
    trigger: Users cannot sign in
    owner: engineer
    steps:
      - {do: "Undo it; the tool's command below only marks it.", command: sql run down.sql, takes: 1m}
      - {do: Mark it, command: tool mark --undone, takes: 1m}
    verify: [{do: Users sign in}]
```
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.model.rollback import Step

SEVERITY = Severity.ERROR
_POINTS = re.compile(
    r"\b(?P<tool>\w{3,30})(?:['’]s)?\s+(?:own\s+)?(?:command|call|script)\s+(?P<way>above|below)\b", re.IGNORECASE
)


class _Sides(NamedTuple):
    """In how many steps before and behind one a tool is called."""

    above: int
    below: int


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each step whose tool is called by a step on its other side alone."""
    for rollback in plan.rollbacks.values():
        for index, step in enumerate(rollback.steps):
            found = _POINTS.search(step.do)
            if found is None:
                continue
            tool = found["tool"]
            sides = _Sides(_calls(tool, rollback.steps[:index]), _calls(tool, rollback.steps[index + 1 :]))
            told, other = sides if found["way"].lower() == "above" else sides[::-1]
            if other and not told:
                message = f'speaks of "{found[0]}", and no step {found["way"].lower()} calls "{tool}"'
                help_text = "bring the steps into the order that their words have, or mend the words"
                yield Problem((*step.pointer, "do"), message, help_text)


def _calls(tool: str, steps: Iterable[Step]) -> int:
    named = re.compile(rf"(?<![\w-]){re.escape(tool)}(?![\w-])", re.IGNORECASE)
    return sum(named.search(step.command or "") is not None for step in steps)
