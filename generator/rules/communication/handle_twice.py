"""Two channels have the same handle.

They are one and the same place, under two names and perhaps with two audiences.

Fails:

```yaml
title: Example
channels:
  team: {name: Team, handle: "#portal"}
  seams: {name: Seams, handle: "#portal"}
```

Passes:

```yaml
title: Example
channels:
  team: {name: Team, handle: "#portal"}
  seams: {name: Seams, handle: "#portal-seams"}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.communication import Channel
from generator.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each channel whose handle another one has had before."""
    first: dict[str, Channel] = {}
    for channel in plan.channels.values():
        if channel.handle:
            before = first.setdefault(channel.handle.casefold(), channel)
            if before is not channel:
                told = f'channels "{channel.id}" and "{before.id}" are both "{channel.handle}"'
                help_text = "make them one, or correct the handle"
                yield Problem((*channel.pointer, "handle"), told, help_text, ((*before.pointer, "handle"),))
