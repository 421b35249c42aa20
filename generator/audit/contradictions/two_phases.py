"""A part of the plan belongs to two phases.

A part that is listed in one phase here and in another there is planned twice, or by nobody.

Fails:

```markdown
## Phase 1: Basics

### Wave 1: Accounts

## Phase 2: Shop

### Wave 2: Basket

| Wave | Phase |
|---|---|
| Wave 1 | Phase 1 |
| Wave 2 | Phase 1 |
```

Passes:

```markdown
## Phase 1: Basics

### Wave 1: Accounts

## Phase 2: Shop

### Wave 2: Basket

| Wave | Phase |
|---|---|
| Wave 1 | Phase 1 |
| Wave 2 | Phase 2 |
```
"""

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts, overlap
from generator.audit.understanding.membership import Membership, memberships
from generator.audit.understanding.units import LASTING, TESTS, Unit
from generator.findings import Severity

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each part that a second phase claims; tests and teams may return in several."""
    first: dict[Unit, Membership] = {}
    told: set[Unit] = set()
    for member in memberships(facts.reading):
        if member.inner.kind in TESTS | LASTING or member.outer in facts.titles:
            continue
        other = first.setdefault(member.inner, member)
        same_kind = other.outer.kind == member.outer.kind
        if (
            same_kind
            and other.outer != member.outer
            and member.inner not in told
            and not _spans(facts, member, other)
        ):
            told.add(member.inner)
            message = f'"{member.inner}" belongs to "{member.outer}", and to "{other.outer}"'
            yield Contradiction(message, member.quote, (other.quote,))


def _spans(facts: Facts, one: Membership, other: Membership) -> bool:
    """Tell whether the part's own time reaches into both phases: then it belongs to both."""
    return any(
        all(
            any(overlap(stay.window, outer.window) for outer in facts.whole_stays(each.outer))
            for each in (one, other)
        )
        for stay in facts.whole_stays(one.inner)
    )
