"""A text still holds a placeholder.

What was to be filled in later is published as it stands: a name nobody has, a condition nobody can meet.

Fails:

```yaml
title: Example
tasks: {build: {name: Build, duration: 2d, description: "Walls and roof. TODO: which tiles?"}}
```

Passes:

```yaml
title: Example
tasks: {build: {name: Build, duration: 2d, description: "Walls and roof, with slate tiles."}}
```
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.findings import Pointer, Problem, Severity
from generator.model.plan import Plan
from generator.model.text import Entry
from generator.patterns import Pattern

SEVERITY = Severity.WARNING
_ELSEWHERE = frozenset({"pointer", "command", "query", "said", "was", "checks"})
"""What is no text, is written in another language, or quotes an earlier text."""
_CODE = re.compile(r"(`+)(?:(?!\1).)+\1", re.DOTALL)
_LEFT = Pattern(
    r"""
    \b(?:TBD|TBA|TBC|T\.B\.D\.|FIXME)(?!\w)
    | (?:^|[\[(=–-]|:\s)\s*(?P<to_do>TODO|XXX+)\b | \b(?:TODO|XXX+)(?=\s*[:\])])
    | \?{2,} | \(\?\) | ^\?$ | ^\.{3}$ | ^…$
    | (?i:\blorem\ ipsum\b)
    | <(?P<slot>[A-Za-z][\w\ .-]*)>(?!.*</(?P=slot)>)
    | (?i:\[(?:insert|your|fill\ in|name|date|owner|tbd)\b[^\[\]]*\])(?![(\[:])
    """,
    ("TB", "T.B.D.", "FIXME", "TODO", "XXX", "?", "...", "…", "<", "[", "orem", "OREM"),
    flags=re.VERBOSE | re.DOTALL,
)


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each text with a mark that says it is not finished; code spans may show what they like."""
    for pointer, text in _texts(plan.pointer, plan):
        found = _LEFT.search(_CODE.sub("", text) if "`" in text else text)
        if found:
            mark = found["to_do"] or found.group()
            yield Problem(pointer, f'placeholder "{mark}" is left', "write what is meant, or leave it out")


def _texts(pointer: Pointer, value: object) -> Iterator[tuple[Pointer, str]]:
    """Walk over every text of an entry, however deep."""
    for step, each in _members(value):
        if isinstance(each, str):
            yield (*pointer, step), each
        elif isinstance(each, (Entry, Mapping, tuple)):
            yield from _texts((*pointer, step), each)


def _members(value: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, Entry):
        return ((name, getattr(value, name)) for name in type(value).model_fields if name not in _ELSEWHERE)
    if isinstance(value, Mapping):
        return value.items()
    return enumerate(value) if isinstance(value, tuple) else ()
