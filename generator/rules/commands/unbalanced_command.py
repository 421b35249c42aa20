"""A command has a quote or a substitution without its end.

The shell waits for the rest, or takes half of the line for one word. A command with a here-document is left alone:
what stands in it is no command.

Fails:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
checkpoints:
  checkpoint-1: {at: W1D3, scope: login, command: 'make test ARGS="--fast'}
```

Passes:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
checkpoints:
  checkpoint-1: {at: W1D3, scope: login, command: 'make test ARGS="--fast"'}
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules.commands._walk import commands

SEVERITY = Severity.ERROR
_CLOSES = {'"': '"', "'": "'", "`": "`", "$(": ")", "(": ")"}
_INSIDE = {"'": re.compile("'"), '"': re.compile(r'\\(?s:.)|\$\(|["`]')}
_ELSEWHERE = re.compile(r"\\(?s:.)|(?:(?<=\s)|^)#[^\n]*|\$\(|[\"'`()]", re.MULTILINE)
"""Marks that mean something outside quotes; a comment is passed over."""


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each command that its shell would not take as whole."""
    for pointer, command in commands(plan):
        opened = _open_mark(command) if "<<" not in command else None
        if opened:
            told = f"command opens {opened} and does not close it"
            yield Problem(pointer, told, f"add {_CLOSES[opened]}, or put a backslash before {opened}")


def _open_mark(command: str) -> str | None:
    """The innermost mark that is still open at the end."""
    opened: list[str] = []
    at = 0
    while found := _INSIDE.get(opened[-1] if opened else "", _ELSEWHERE).search(command, at):
        at, mark = found.end(), found.group()
        if opened and mark == _CLOSES[opened[-1]]:
            opened.pop()
        elif mark in _CLOSES:
            opened.append(mark)
    return opened[-1] if opened else None
