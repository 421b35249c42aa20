"""A list says the same twice.

Whoever works through it stops at the second and looks for the difference; most often it was to say something else.

Fails:

```yaml
title: Example
tasks: {build: {name: Build, duration: 3d}}
principles: [Test before you build, Test before you build]
```

Passes:

```yaml
title: Example
tasks: {build: {name: Build, duration: 3d}}
principles: [Test before you build, Measure before you tune]
```
"""

from collections.abc import Iterator

from generator.findings import Pointer, Problem, Severity
from generator.model.plan import Plan
from generator.model.walk import prose

SEVERITY = Severity.WARNING
_STEPS = ("steps", "verify")


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each line that stands in its list before; a step only where it follows on itself."""
    seen: dict[tuple[Pointer, str], int] = {}
    for pointer, text in prose(plan):
        line = _line(pointer)
        if line is None:
            continue
        key = (pointer[:line], " ".join(text.casefold().split()))
        place = int(pointer[line])
        before = seen.get(key)
        if before is not None and (pointer[line - 1] not in _STEPS or place == before + 1):
            message = f'line {place + 1} of "{pointer[line - 1]}" says the same as line {before + 1}'
            yield Problem(pointer, message, "drop one, or say what was meant", ((*pointer[:line], before),))
        seen[key] = place


def _line(pointer: Pointer) -> int | None:
    """Where the place in the list stands in the pointer of a line, or of what a step of several fields does."""
    if isinstance(pointer[-1], int):
        return len(pointer) - 1
    return len(pointer) - 2 if pointer[-1] == "do" else None
