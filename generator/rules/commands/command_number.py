"""A command names the number of another checkpoint or wave than the one it belongs to.

It was copied and not changed: the wrong tests run, and their result is taken for the right ones'.

Fails:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 4d}
checkpoints:
  checkpoint-1: {at: W1D3, scope: login, command: make test checkpoint=1}
  checkpoint-2: {at: W1D5, scope: search, command: make test suite=search checkpoint=1}
```

Passes:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 4d}
checkpoints:
  checkpoint-1: {at: W1D3, scope: login, command: make test checkpoint=1}
  checkpoint-2: {at: W1D5, scope: search, command: make test suite=search checkpoint=2}
```
"""

import re
from collections.abc import Iterator

from generator.findings import Pointer, Problem, Severity
from generator.model.plan import Plan
from generator.rules._numbers import numbered

SEVERITY = Severity.ERROR


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each command of a numbered checkpoint or wave in which the same word has another number."""
    for place, checkpoint in enumerate(plan.checkpoints.values(), 1):
        if checkpoint.command:
            yield from _faults((*checkpoint.pointer, "command"), checkpoint.command, ("checkpoint", place))
    for place, wave in enumerate(plan.waves.values(), 1):
        for test in wave.tests:
            if test.command:
                yield from _faults((*test.pointer, "command"), test.command, ("wave", place))


def _faults(pointer: Pointer, command: str, counted: tuple[str, int]) -> Iterator[Problem]:
    """An id that ends in no number is counted by its place in the file."""
    kind, place = counted
    item = str(pointer[1])
    found = numbered(item)
    number = found[1] if found else place
    told = [int(each) for each in re.findall(rf"(?i)(?<![^\W_]){kind}[\s=:_-]*(\d{{1,9}})(?!\d)", command)]
    if told and number not in told:
        message = f'the command of "{item}" says {kind} {told[0]}, not {number}'
        yield Problem(pointer, message, f"write {number}")
