"""A text puts somebody else in charge than the plan.

Two people who each believe that the other one decides are nobody. It counts where a person is said to own,
lead, chair or watch something, or to answer for it.

Fails:

```yaml
title: Example
roles:
  developer: {name: Developer}
people:
  ada: {name: Ada Byron, role: developer}
  kim: {name: Kim Park, role: developer}
tasks:
  tables: {name: Tables, duration: 3d, owner: ada, people: kim, description: Kim Park owns it.}
```

Passes:

```yaml
title: Example
roles:
  developer: {name: Developer}
people:
  ada: {name: Ada Byron, role: developer}
  kim: {name: Kim Park, role: developer}
tasks:
  tables: {name: Tables, duration: 3d, owner: ada, people: kim, description: "{{ name('ada') }} owns it."}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.literals.found import Literals
from generator.rules.prose._claims import contradictions

SEVERITY = Severity.ERROR


def check(literals: Literals) -> Iterator[Problem]:
    """Yield each person that is said to be in charge of what somebody else is."""
    yield from contradictions(literals, "owner")
