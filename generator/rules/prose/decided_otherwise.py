"""A title, subtitle or summary tells what a decision has given up.

"Brick or timber" was decided for timber: whoever reads "brick" on the first page does not look for the decision.

Fails:

```yaml
title: Example
subtitle: Four groups, brick on a concrete base
tasks:
  frame: {name: Frame, duration: 3d}
decisions:
  walls: {title: Brick or timber, said: Brick, does: The two storeys are built of timber., why: It is sooner dry.}
```

Passes:

```yaml
title: Example
subtitle: Four groups, timber on a concrete base
tasks:
  frame: {name: Frame, duration: 3d}
decisions:
  walls: {title: Brick or timber, said: Brick, does: The two storeys are built of timber., why: It is sooner dry.}
```
"""

import re
from collections.abc import Iterator

from generator.findings import Pointer, Problem, Severity
from generator.literals.stems import stem, stems
from generator.model.plan import Decision, Plan

SEVERITY = Severity.WARNING
_EITHER = re.compile(r"(?P<one>[^\W\d_]{4,20})\s+or\s+(?P<other>[^\W\d_]{4,20})\??", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:no|not|without|instead|rather|never|than|from|old|existing|former)\b", re.IGNORECASE)


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each text about the whole plan that tells what a decision turns down, and not what it chooses."""
    for decision in plan.decisions.values():
        found = _choice(decision)
        for pointer, text in _told(plan) if found else ():
            if (
                found
                and stem(found[0]) in stems(text)
                and stem(found[1]) not in stems(text)
                and not _DENIED.search(text)
            ):
                message = (
                    f'this tells "{found[0].lower()}", and "{decision.title}" was decided for "{found[1].lower()}"'
                )
                yield Problem(pointer, message, "tell what was decided", (decision.pointer,))


def _choice(decision: Decision) -> tuple[str, str] | None:
    """What is turned down and what is chosen, where the title names two and each stands in its own text alone."""
    found = _EITHER.fullmatch(decision.title.strip())
    if found is None:
        return None
    said, does = stems(decision.said), stems(decision.does)
    for down, up in ((found["one"], found["other"]), (found["other"], found["one"])):
        if {stem(down)} <= said - does and {stem(up)} <= does - said:
            return down, up
    return None


def _told(plan: Plan) -> Iterator[tuple[Pointer, str]]:
    for key in ("title", "subtitle", "summary", "approach"):
        text = getattr(plan, key)
        if text:
            yield (key,), text
    for phase in plan.phases.values():
        if phase.goal:
            yield (*phase.pointer, "goal"), phase.goal
