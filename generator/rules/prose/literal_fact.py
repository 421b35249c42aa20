"""A text tells by hand what a live fact would tell.

It is right today. When the plan changes, a live fact changes with it, and typed text becomes a contradiction.
`planpress check --fix` writes the fact in its place.

Fails:

```yaml
title: Example
summary: Login finishes Week 1 Day 3.
tasks:
  login: {name: Login, duration: 3d}
```

Passes:

```yaml
title: Example
summary: Login finishes {{ finish('login') }}.
tasks:
  login: {name: Login, duration: 3d}
```
"""

from collections.abc import Iterator

from generator.findings import Edit, Problem, Severity
from generator.literals.found import Literals

SEVERITY = Severity.INFO


def check(literals: Literals) -> Iterator[Problem]:
    """Yield each text that a live fact would print letter by letter."""
    for claim in literals.claims:
        if claim.live:
            fix = Edit(claim.pointer, claim.live, claim.span)
            told = f'"{claim.said}" is typed where the plan knows it'
            yield Problem(claim.pointer, told, f"write {claim.live}", span=claim.span, fix=fix)
