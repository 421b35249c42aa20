"""The steps of a rollback stand in another order than its procedure tells.

Whoever follows the steps does first what the line above them puts last; in an emergency nobody compares the two.

Fails:

```yaml
title: Example
roles: {dev: {name: Developer}}
tasks: {build: {name: Build, duration: 2d}}
rollbacks:
  bad-release:
    name: The release is bad
    within: "< 1 h"
    trigger: Two customers tell of it
    owner: dev
    procedure: Halt the roll-out, serve the old build
    steps:
      - {do: Serve the old build, takes: 5m}
      - {do: Halt the roll-out, takes: 5m}
    verify: [{do: Look at it, takes: 1m}]
```

Passes:

```yaml
title: Example
roles: {dev: {name: Developer}}
tasks: {build: {name: Build, duration: 2d}}
rollbacks:
  bad-release:
    name: The release is bad
    within: "< 1 h"
    trigger: Two customers tell of it
    owner: dev
    procedure: Halt the roll-out, serve the old build
    steps:
      - {do: Halt the roll-out, takes: 5m}
      - {do: Serve the old build, takes: 5m}
    verify: [{do: Look at it, takes: 1m}]
```
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.model.rollback import Rollback

SEVERITY = Severity.WARNING
_PART = re.compile(r"[,;]|\band\s+then\b|\bthen\b")
_WORD = re.compile(r"[^\W\d_]{4,}")


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each step that stands before one that the procedure tells first."""
    for rollback in plan.rollbacks.values():
        told = [(index, place) for index, place in enumerate(_places(rollback)) if place is not None]
        for (first, one), (second, other) in pairwise(told):
            if one > other:
                message = f'"{rollback.steps[first].do}" stands before "{rollback.steps[second].do}"'
                help_text = f'the procedure says "{rollback.procedure}": bring both into one order'
                yield Problem((*rollback.pointer, "steps", first, "do"), message, help_text)


def _places(rollback: Rollback) -> list[int | None]:
    parts = [_words(part) for part in _PART.split(rollback.procedure)]
    steps = [_words(step.do) for step in rollback.steps]
    once = [verb for verb in _verbs(parts) if _verbs(parts).count(verb) == _verbs(steps).count(verb) == 1]
    return [_place(step, parts, once) for step in steps]


def _place(step: list[str], parts: list[list[str]], once: list[str]) -> int | None:
    """The part that a step carries out: both begin with the same verb, and share another word or no other has it."""
    shared = [
        bool(part and step) and part[0] == step[0] and (step[0] in once or bool({*part[1:]} & {*step[1:]}))
        for part in parts
    ]
    return shared.index(True) if sum(shared) == 1 else None


def _verbs(told: list[list[str]]) -> list[str]:
    return [words[0] for words in told if words]


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
