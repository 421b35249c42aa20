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

from generator.findings import Edit, Pointer, Problem, Severity, Span
from generator.formatting import did_you_mean, joined, only_near
from generator.model.index import Index
from generator.model.plan import Plan
from generator.model.text import ITEM_KINDS
from generator.model.walk import references

SEVERITY = Severity.ERROR


def check(plan: Plan, index: Index) -> Iterator[Problem]:
    """Yield each reference that does not find exactly one item of the kinds it may name."""
    for pointer, reference, kinds in references(plan):
        told = _fault(reference, kinds, index)
        if told:
            at_key = reference == pointer[-1]
            yield Problem(pointer, *told, at_key=at_key, fix=_fix(pointer, reference, kinds, index))


def _fix(pointer: Pointer, reference: str, kinds: tuple[str, ...], index: Index) -> Edit | None:
    """Write the one id that this one is a misspelling of; a dependency's link and lag stand behind it."""
    near = None if index.kinds_of(reference) else only_near(reference, index.known(kinds))
    if near is None:
        return None
    at_key = reference == pointer[-1]
    return Edit(pointer, near, None if at_key else Span(0, len(reference)), at_key)


def _fault(reference: str, kinds: tuple[str, ...], index: Index) -> tuple[str, str | None] | None:
    among = [kind for kind in kinds if reference in index.by_kind[kind]]
    if len(among) > 1:
        options = joined([f'"{kind}:{reference}"' for kind in among], "or")
        return f'"{reference}" is both {joined([f"a {kind}" for kind in among])}', f"write {options}"
    if index.find(reference, kinds) is None:
        return f'unknown {_kinds(kinds)} "{reference}"', _help(reference, kinds, index)
    _, colon, name = reference.rpartition(":")
    if colon and _share_a_namespace(kinds):
        return f'"{reference}" names its kind where only one is possible', f'write "{name}"'
    return None


def _kinds(kinds: tuple[str, ...]) -> str:
    return "item" if kinds == ITEM_KINDS else joined(kinds, "or")


def _share_a_namespace(kinds: tuple[str, ...]) -> bool:
    return len(kinds) == 1 or set(kinds) <= set(ITEM_KINDS)


def _help(reference: str, kinds: tuple[str, ...], index: Index) -> str | None:
    others = index.kinds_of(reference)
    if others:
        return f'"{reference}" is a {joined(others, "and a")}'
    known = index.known(kinds)
    return did_you_mean(reference, known) or _known(known, kinds)


def _known(ids: tuple[str, ...], kinds: tuple[str, ...]) -> str | None:
    if not ids:
        return f"the plan has no {_kinds(kinds)}"
    return f"known are {', '.join(ids)}" if len(ids) <= 8 else None  # noqa: PLR2004 - as many as a line holds
