"""Two checkpoints, or two tests of a wave, run the very same command.

They test the same, whatever their scopes say; a checkpoint that finds no more than the one before is a date without a
test.

Fails:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 4d}
checkpoints:
  checkpoint-1: {at: W1D3, scope: login, command: make test}
  checkpoint-2: {at: W1D5, scope: search, command: make test}
```

Passes:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
  search: {name: Search, duration: 4d}
checkpoints:
  checkpoint-1: {at: W1D3, scope: login, command: make test-login}
  checkpoint-2: {at: W1D5, scope: search, command: make test-search}
```
"""

from collections.abc import Iterator

from generator.findings import Pointer, Problem, Severity
from generator.model.plan import Plan

SEVERITY = Severity.INFO


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each command that one before it, among checkpoints or in the same wave, repeats word for word."""
    every = plan.checkpoints.values()
    yield from _repeated([(each.pointer, f'"{each.id}"', each.command) for each in every])
    for wave in plan.waves.values():
        yield from _repeated([(test.pointer, f'test "{test.level}"', test.command) for test in wave.tests])


def _repeated(run: list[tuple[Pointer, str, str | None]]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for pointer, who, command in run:
        before = first.setdefault(" ".join(command.split()), who) if command else who
        if before != who:
            told = f"{who} runs the same command as {before}"
            yield Problem((*pointer, "command"), told, "say what it tests that the other does not")
