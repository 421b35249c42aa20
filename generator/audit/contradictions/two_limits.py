"""A figure has two different limits.

Whether the target is met then depends on the page that is read.

Fails:

```markdown
## Targets

- Cache hit rate: > 70%
- Uptime: > 99.9%

## Done when

- [ ] Cache hit rate > 80% for a week
```

Passes:

```markdown
## Targets

- Cache hit rate: > 70%
- Uptime: > 99.9%

## Done when

- [ ] Cache hit rate > 70% for a week
```
"""

from collections import Counter
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.contradictions._steps import are_steps, calls_for_something
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.measures import Bound, Measure
from generator.audit.understanding.moments import Moments
from generator.findings import Severity

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each limit that differs from an earlier one for the same figure in the same role.

    Two sections that differ in several limits speak of different times or groups.
    """
    moments = Moments(facts.reading)
    found = list(_differing(facts, moments))
    pairs = [moments.sections(each.here, each.there[0]) for each in found]
    alike = {pair for pair, count in Counter(pairs).items() if count > 1 and pair[0] != pair[1]}
    yield from (each for each, pair in zip(found, pairs, strict=True) if pair not in alike)


def _differing(facts: Facts, moments: Moments) -> Iterator[Contradiction]:
    told: dict[frozenset[str], list[Measure]] = {}
    for measure in facts.measures:
        others = told.setdefault(measure.key, [])
        other = next((each for each in others if _contradict(measure, each, moments)), None)
        if other and not (not measure.role and any(_agree(measure.bound, each.bound) for each in others)):
            message = f'"{measure.name}" is "{measure.bound.text}", and "{other.bound.text}"'
            yield Contradiction(message, measure.quote, (other.quote,))
        others.append(measure)


def _contradict(one: Measure, other: Measure, moments: Moments) -> bool:
    """An alert may differ from its target; a limit without a role is held against what limits the same side.

    One row may tell a limit for each of several stages, and so may the rows of several gates.
    """
    here, there = one.quote, other.quote
    if (here.place.file, here.place.line) == (there.place.file, there.place.line):
        return False
    if one.bound.side and one.bound.side == other.bound.side and are_steps(here, there):
        return False
    calls = [calls_for_something(here), calls_for_something(there)]
    roles = {one.role, other.role} if all(calls) else {_role(one, calls=calls[0]), _role(other, calls=calls[1])}
    left, right = one.bound, other.bound
    if len(roles) > 1 and roles not in ({"", "target"}, {"", "alert"}):
        return False
    if roles == {"", "alert"} and (not left.side or left.side != right.side):
        return False
    if "" in roles and left.side and right.side and left.side != right.side:
        return False
    differ = left.amount != right.amount or _lasts_otherwise(left, right) or _opposed(left, right)
    return left.unit == right.unit and left.of == right.of and differ and not moments.are_apart(here, there)


def _role(measure: Measure, *, calls: bool) -> str:
    """`above 3 GB: ticket` calls somebody before a cap is reached."""
    return measure.role or ("alert" if calls else "")


def _agree(left: Bound, right: Bound) -> bool:
    alike = left.side == right.side or not (left.side and right.side)
    return alike and (left.amount, left.unit) == (right.amount, right.unit) and not _lasts_otherwise(left, right)


def _lasts_otherwise(left: Bound, right: Bound) -> bool:
    return bool(left.lasting and right.lasting) and left.lasting != right.lasting


def _opposed(left: Bound, right: Bound) -> bool:
    return {left.side, right.side} == {"<", ">"}
