"""A part of the plan is at work outside the phase that it belongs to.

Then either the phase is longer than it says, or the part stands in the wrong one; both change what comes after.

Fails:

```markdown
## Phase 1: Basics (Weeks 1-2)

- Checkpoint 1: Week 2

## Phase 2: Shop (Weeks 3-4)

- Wave 2: Weeks 4-5
```

Passes:

```markdown
## Phase 1: Basics (Weeks 1-2)

- Checkpoint 1: Week 2

## Phase 2: Shop (Weeks 3-4)

- Wave 2: Weeks 3-4
```
"""

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.contradictions._windows import within
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.membership import Membership, memberships, shared_memberships
from generator.audit.understanding.stays import Stay
from generator.audit.understanding.units import LASTING, Unit
from generator.findings import Severity

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each stay of a part that lies outside the weeks of its phase."""
    told: set[tuple[Unit, Unit]] = set()
    for member in memberships(facts.reading):
        if member.outer in facts.titles or (member.inner, member.outer) in told:
            continue
        found = _outside(facts, member)
        if found:
            told.add((member.inner, member.outer))
            yield found
    for member in shared_memberships(facts.reading):
        stays = (
            [] if member.inner.kind in LASTING or member.outer in facts.titles else facts.whole_stays(member.inner)
        )
        outers = facts.whole_stays(member.outer)
        if stays and outers and all(_are_apart(stay, outer) for stay in stays for outer in outers):
            message = f'"{member.inner}" ({stays[0].window}) is listed for "{member.outer}" ({outers[0].window})'
            yield Contradiction(message, member.quote, (stays[0].quote,), "list it for its own phase alone")


def _are_apart(stay: Stay, outer: Stay) -> bool:
    one, other = stay.window, outer.window
    early = (one.last or 0) < (other.first or 0)
    return one.scale == other.scale and (early or (one.first or 0) > (other.last or 0))


def _outside(facts: Facts, member: Membership) -> Contradiction | None:
    for stay in facts.stays:
        elsewhere = member.inner.kind in LASTING and stay.quote.place.line != member.quote.place.line
        if stay.unit != member.inner or elsewhere:
            continue
        for outer in facts.whole_stays(member.outer):
            if outer.form != "part" and not within(stay.window, outer.window):
                message = f'"{stay.unit}" ({stay.window}) is outside "{member.outer}" ({outer.window})'
                return Contradiction(
                    message, stay.quote, (outer.quote,), "move it into the phase, or change the phase"
                )
    return None
