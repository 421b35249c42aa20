"""A command has a blank that was never filled in.

Typed as it stands it runs against a host named `your-host`, or not at all. Live facts are filled into prose, never
into commands: there they are blanks as well.

Fails:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
checkpoints:
  checkpoint-1: {at: W1D3, scope: login, command: "make test HOST=YOUR_HOST"}
```

Passes:

```yaml
title: Example
tasks:
  login: {name: Login, duration: 3d}
checkpoints:
  checkpoint-1: {at: W1D3, scope: login, command: 'make test HOST="$HOST"'}
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.prose import FACTS
from generator.rules.commands._walk import commands

SEVERITY = Severity.WARNING
_BLANK = re.compile(
    rf"""
    (?<![\w.]) your [_-] [\w-]+                                   # YOUR_TOKEN, your-host
    | \$\{{? (?: todo | tbd | fixme | change_?me | xxx+ ) \b \}}?
    | (?<![\w.-]) (?: todo | tbd | fixme | change[_-]?me | xxx+ ) (?![\w.-])
    | < [a-z][a-z0-9]* (?: [ _-] [a-z0-9]+ )* > (?!\w)            # <host>, <service name>
    | \?\?\?+ | (?<!\S) (?: … | \.\.\. ) (?!\S)
    | \{{\{{ \s* (?: {"|".join(FACTS)} ) \( [^}}]* \}}\}}            # a live fact
    """,
    re.VERBOSE | re.IGNORECASE,
)


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each command with a blank in it."""
    for pointer, command in commands(plan):
        found = _BLANK.search(command)
        if found:
            told = f'command leaves "{found.group()}" open'
            yield Problem(pointer, told, 'write the value, or a variable that is set beforehand: "$HOST"')
