"""An alert allows more than its target, where others fire as soon as theirs is missed.

Between the two the target is missed and nobody is told.

Fails:

```markdown
## Targets

- Error rate: < 1%
- Response time: < 2 s

## Alerts

- Error rate > 5% for 5 min
- Response time > 2 s for 5 min
```

Passes:

```markdown
## Targets

- Error rate: < 1%
- Response time: < 2 s

## Alerts

- Error rate > 1% for 5 min
- Response time > 2 s for 5 min
```
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.measures import Bound, Measure
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.WARNING

_GOOD, _BAD = (
    frozenset({"success", "uptime", "pass", "hit"}),
    frozenset({"error", "failure", "fail", "downtime", "miss"}),
)
_HUNDRED = 100


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each alert whose limit lies on the wrong side of the target for the same figure, or for its opposite.

    Where as many alerts or more leave their targets some room, it is meant.
    """
    alerts = [measure for measure in facts.measures if measure.role == "alert"]
    targets = [measure for measure in facts.measures if measure.role == "target"]
    pairs = [(one, bound, other) for one in alerts for other in targets if (bound := _held_against(one, other))]
    beside = [(bound, other.bound) for _, bound, other in pairs if _is_opposite(bound, other.bound)]
    leaves_room = sum(_is_looser(*pair) for pair in beside) * 2 > len(beside)
    for alert, bound, target in pairs:
        yield from _looser(alert, bound, target, leaves_room=leaves_room)


def _held_against(alert: Measure, target: Measure) -> Bound | None:
    """The alert's limit as one of the target's figure: more than 1 % failing is less than 99 % passing."""
    bound = alert.bound
    if _opposites(alert.key, target.key) and bound.unit == target.bound.unit == "%":
        return replace(bound, amount=_HUNDRED - bound.amount, operator={"<": ">", ">": "<"}.get(bound.side, ""))
    return bound if alert.key == target.key else None


def _looser(alert: Measure, bound: Bound, target: Measure, *, leaves_room: bool) -> Iterator[Contradiction]:
    if bound.of and bound.of != target.bound.of:
        message = f'the alert on "{alert.name}" is told by a baseline, its target by a figure ({target.bound.text})'
        yield Contradiction(
            message, alert.quote, (target.quote,), "say what the baseline is, or give both in one unit"
        )
    elif not leaves_room and _is_looser(bound, target.bound) and not _calls(alert):
        message = (
            f'the alert on "{alert.name}" fires at "{alert.bound.text}", looser than the target "{target.bound.text}"'
        )
        yield Contradiction(message, alert.quote, (target.quote,), "tighten the alert, or lower the target")


def _calls(alert: Measure) -> bool:
    """`below 80 %: call the fitter`: an alert with a deed of its own is a level beside the target."""
    _, _, behind = alert.quote.text.rpartition(alert.bound.text)
    return re.match(r"[^:;.]{0,40}:\s+[a-z]", level(behind)) is not None


def _is_looser(alert: Bound, target: Bound) -> bool:
    """An alert fires on the other side of what its target asks for, and no further away."""
    if not _is_opposite(alert, target):
        return False
    return alert.amount > target.amount if target.side == "<" else alert.amount < target.amount


def _is_opposite(alert: Bound, target: Bound) -> bool:
    return alert.unit == target.unit and {alert.side, target.side} == {"<", ">"}


def _opposites(alert: frozenset[str], target: frozenset[str]) -> bool:
    """Tell whether one counts what goes wrong and the other what goes well, of the same thing."""
    turned = bool(alert & _BAD and target & _GOOD) or bool(alert & _GOOD and target & _BAD)
    rest, other = (each - _BAD - _GOOD - {"rate"} for each in (alert, target))
    return turned and rest == other and "uptime" not in target and "hit" not in target
