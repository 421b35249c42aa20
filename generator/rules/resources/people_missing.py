"""A role has fewer names than people, where the other roles are named in full.

A plan may name nobody, or its leads alone. But where nearly every role has as many names as its count, one that has
fewer lost somebody, or counts somebody who is not there.

Fails:

```yaml
title: Example
roles:
  developer: {name: Developer, count: 1}
  tester: {name: Tester, count: 1}
  writer: {name: Writer, count: 1}
  dba: {name: DBA, count: 2}
people:
  ada: {name: Ada Byron, role: developer}
  max: {name: Max Born, role: tester}
  eva: {name: Eva Moe, role: writer}
  jon: {name: Jon Dahl, role: dba}
tasks:
  a: {name: A, duration: 5d, needs: {developer: 1, dba: 2}, owner: ada}
  b: {name: B, duration: 5d, needs: {tester: 1}, owner: max}
  c: {name: C, duration: 5d, needs: {writer: 1}, owner: eva}
  d: {name: D, duration: 5d, depends_on: a, needs: {dba: 1}, owner: jon}
```

Passes:

```yaml
title: Example
roles:
  developer: {name: Developer, count: 1}
  tester: {name: Tester, count: 1}
  writer: {name: Writer, count: 1}
  dba: {name: DBA, count: 1}
people:
  ada: {name: Ada Byron, role: developer}
  max: {name: Max Born, role: tester}
  eva: {name: Eva Moe, role: writer}
  jon: {name: Jon Dahl, role: dba}
tasks:
  a: {name: A, duration: 5d, needs: {developer: 1, dba: 1}, owner: ada}
  b: {name: B, duration: 5d, needs: {tester: 1}, owner: max}
  c: {name: C, duration: 5d, needs: {writer: 1}, owner: eva}
  d: {name: D, duration: 5d, depends_on: a, needs: {dba: 1}, owner: jon}
```
"""

from collections import Counter
from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import counted
from generator.model.plan import Plan
from generator.rules._gaps import gaps

SEVERITY = Severity.WARNING


def check(plan: Plan, *, most: int = 75) -> Iterator[Problem]:
    """Yield each role with fewer names than its count, where `most` per cent of them have enough."""
    named = Counter(person.role for person in plan.people.values())
    roles = [role for role in plan.roles.values() if role.count and named.keys() <= plan.roles.keys()]
    for role, having in gaps(roles, lambda role: role.count and named[role.id] >= role.count.low, most=most):
        held = counted(named[role.id], "person holds", "people hold")
        message = f'"{role.id}" counts {role.count}, {held} it; {having} roles are named in full'
        yield Problem((*role.pointer, "count"), message, 'name them under "people", or mend the count')
