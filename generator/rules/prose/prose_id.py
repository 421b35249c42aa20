"""A text holds a misspelt id between backquotes.

Ids between backquotes send the reader to the plan; one letter off, they lead nowhere.

Fails:

```yaml
title: Example
summary: Begins with `db-stup`.
tasks:
  db-setup: {name: Database, duration: 2d}
```

Passes:

```yaml
title: Example
summary: Begins with `db-setup`.
tasks:
  db-setup: {name: Database, duration: 2d}
```
"""

from collections.abc import Iterator

from generator.findings import Edit, Problem, Severity
from generator.literals.found import Literals

SEVERITY = Severity.WARNING


def check(literals: Literals) -> Iterator[Problem]:
    """Yield each word between backquotes that is one letter off an id."""
    for found in literals.strange:
        if found.kind == "id" and found.near:
            fix = Edit(found.pointer, found.near, found.span)
            yield Problem(found.pointer, f'the plan has no id "{found.said}"', found.known, span=found.span, fix=fix)
