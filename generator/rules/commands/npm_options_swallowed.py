"""An option that is meant for a script is kept by npm.

Whatever begins with a hyphen is read by npm, unless it stands behind a lone `--`; the script runs without it, and
nobody is told. yarn and pnpm hand such options on.

Fails:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
checkpoints:
  checkpoint-1: {at: W1D3, scope: login, command: "npm run test --checkpoint=1"}
```

Passes:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
checkpoints:
  checkpoint-1: {at: W1D3, scope: login, command: "npm run test -- --checkpoint=1"}
```
"""

from collections.abc import Iterator

from generator.findings import Edit, Problem, Severity
from generator.formatting import joined
from generator.model.plan import Plan
from generator.rules.commands._npm import mended, swallowed
from generator.rules.commands._walk import commands

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each command in which npm takes options away from a script, with the command as it should be."""
    for pointer, command in commands(plan):
        lost = [f'"{word.text}"' for _, options in swallowed(command) for word in options]
        if lost:
            told = f"npm keeps {joined(lost)} for itself, the script never sees {'it' if len(lost) == 1 else 'them'}"
            better = mended(command)
            yield Problem(pointer, told, f"write: {better}", fix=Edit(pointer, better))
