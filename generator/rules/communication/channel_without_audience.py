"""A channel does not say who reads it, although another does.

What is written where nobody is known to read reaches nobody for certain; the documents would say that everybody does.

Fails:

```yaml
title: Example
channels:
  team: {name: Team, audience: the developers}
  seams: {name: Seams}
```

Passes:

```yaml
title: Example
channels:
  team: {name: Team, audience: the developers}
  seams: {name: Seams, audience: all leads}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._gaps import gaps

SEVERITY = Severity.WARNING


def check(plan: Plan, *, most: int = 1) -> Iterator[Problem]:
    """Yield each channel without audience, where `most` per cent have one."""
    for channel, share in gaps(plan.channels.values(), lambda each: each.audience, most=most):
        told = f'channel "{channel.id}" does not say who reads it; {share} channels do'
        yield Problem(channel.pointer, told, "give it an audience")
