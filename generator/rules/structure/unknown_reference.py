"""A reference names nothing that the plan has.

An id that points nowhere is a task nobody does, an owner nobody knows, a scope nobody tests.

Fails:

```yaml
title: Example
tasks:
  build: {name: Build, duration: 2d, depends_on: desing}
  design: {name: Design, duration: 1d}
```

Passes:

```yaml
title: Example
tasks:
  build: {name: Build, duration: 2d, depends_on: design}
  design: {name: Design, duration: 1d}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import did_you_mean, joined
from generator.model.index import Index
from generator.model.plan import Plan
from generator.model.walk import references

SEVERITY = Severity.ERROR


def check(plan: Plan, index: Index) -> Iterator[Problem]:
    """Yield each reference that finds no item of the kinds it may name."""
    for pointer, reference, kinds in references(plan):
        if index.find(reference, kinds) is None:
            yield Problem(pointer, f'unknown {joined(kinds, "or")} "{reference}"', _help(reference, kinds, index))


def _help(reference: str, kinds: tuple[str, ...], index: Index) -> str | None:
    others = index.kinds_of(reference)
    if others:
        return f'"{reference}" is a {joined(others, "and a")}'
    return did_you_mean(reference, index.known(kinds)) or _known(index.known(kinds))


def _known(ids: tuple[str, ...]) -> str | None:
    return f"known are {', '.join(ids)}" if 0 < len(ids) <= 8 else None  # noqa: PLR2004 - as many as a line holds
