"""A text tells another order of work than the schedule.

"After the database is set up" was true until somebody loosened the link; whoever relies on it begins too early. An
order counts where both items are named: before, after, once it is done, beside, in the same week as, a week
later; and where one is said to wait for nothing, or to be the first or the longest of its like.

Fails:

```yaml
title: Example
tasks:
  tables: {name: Tables, duration: 3d}
  import: {name: Import, duration: 2d, description: It begins once the tables are done.}
```

Passes:

```yaml
title: Example
tasks:
  tables: {name: Tables, duration: 3d}
  import: {name: Import, duration: 2d, depends_on: tables, description: It begins once the tables are done.}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.literals.found import Literals
from generator.rules.prose._claims import contradictions

SEVERITY = Severity.ERROR


def check(literals: Literals) -> Iterator[Problem]:
    """Yield each order of two items that the schedule contradicts."""
    yield from contradictions(literals, "order")
