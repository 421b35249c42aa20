"""A list names the same thing twice.

It is printed twice, and the second stands where something else was meant.

Fails:

```yaml
title: Example
waves:
  ground:
    name: Ground
    highlights: [dig, dig]
    tasks: {dig: {name: Dig, duration: 2d}, pour: {name: Pour, duration: 1d, depends_on: dig}}
```

Passes:

```yaml
title: Example
waves:
  ground:
    name: Ground
    highlights: [dig, pour]
    tasks: {dig: {name: Dig, duration: 2d}, pour: {name: Pour, duration: 1d, depends_on: dig}}
```
"""

from collections.abc import Iterator

from generator.findings import Pointer, Problem, Severity
from generator.model.plan import Plan
from generator.model.walk import references

SEVERITY = Severity.WARNING
_ELSEWHERE = frozenset({"depends_on", "scope", "affects"})
"""Lists that have rules of their own, which know what stands in what."""


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each reference that stands in the same list before."""
    seen: set[tuple[Pointer, str]] = set()
    for pointer, reference, _ in references(plan):
        if not isinstance(pointer[-1], int) or pointer[-2] in _ELSEWHERE:
            continue
        key = (pointer[:-1], reference.rpartition(":")[2])
        if key in seen:
            message = f'"{reference}" stands twice in "{pointer[-2]}"{_owner(pointer)}'
            yield Problem(pointer, message, "remove one, or name what was meant")
        seen.add(key)


def _owner(pointer: Pointer) -> str:
    named = [step for step in pointer[:-2] if isinstance(step, str)]
    return f' of "{named[-1]}"' if named else ""
