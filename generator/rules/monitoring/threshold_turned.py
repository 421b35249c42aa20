"""A threshold asks for less of what is good, or calls for help when there is little of what is bad.

Of successes one wants at least so many, of errors at most. A target or an alert with the other sign has it the wrong
way round. Figures whose names do not say what is better are left alone.

Fails:

```yaml
title: Example
targets: {errors: {name: Error rate, threshold: "> 1%"}}
```

Passes:

```yaml
title: Example
targets: {errors: {name: Error rate, threshold: "< 1%"}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.monitoring import Alert, Target
from generator.model.plan import Plan
from generator.rules._figures import is_lower_bound, is_upper_bound, singular, words

SEVERITY = Severity.WARNING
Sayings = tuple[frozenset[str], ...]
"""Each is some words that a name must hold together."""
_GOOD = (
    singular("uptime"),
    singular("availability"),
    singular("coverage"),
    singular("success"),
    singular("cache", "hit"),
    *(singular(word) for word in ("retention", "adoption", "conversion", "satisfaction", "turnout", "attendance")),
    *(singular(word, "use") for word in ("daily", "weekly", "monthly", "active")),
    *(singular("active", word) for word in ("user", "customer", "shop", "reader", "member")),
    *(singular("paying", word) for word in ("user", "customer", "shop", "reader", "member")),
)
_BAD = (
    singular("error"),
    singular("failure"),
    singular("latency"),
    singular("downtime"),
    singular("outage"),
    singular("response", "time"),
    *(singular(word) for word in ("delay", "lag", "backlog", "defect", "complaint", "churn", "abandonment")),
    *(singular(word) for word in ("broken", "breakage", "breakdown", "reject", "fault", "accident", "crash", "bug")),
    *(singular(word, "time") for word in ("waiting", "queue", "loading", "load", "recovery", "repair")),
)
_TURNING = singular(
    *(
        "budget",
        "free",
        "without",
        "caught",
        "recovered",
        "left",
        "minimum",
        "least",
        "between",
        "resolved",
        "closed",
    ),
    *("fixed", "lost", "missing", "declined", "reduction", "saved", "answered", "handled"),
)
"""Words that make good of what is bad, or bad of what is good: an error budget, lost customers."""


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each target that asks for the bad, and each alert that fires at the good."""
    for target in plan.targets.values():
        if _is_turned(target, wanted=_GOOD, feared=_BAD):
            yield _problem(target, "asks for")
    for alert in plan.alerts.values():
        if _is_turned(alert, wanted=_BAD, feared=_GOOD):
            yield _problem(alert, "fires at")


def _is_turned(each: Target | Alert, *, wanted: Sayings, feared: Sayings) -> bool:
    """Tell whether most is bound where least should be; an alert bounds what a target fears, from below."""
    told = words(each) | singular(*each.id.split("-"))
    more, less = (any(saying <= told for saying in sayings) for sayings in (wanted, feared))
    if more == less or _TURNING & told:
        return False
    return is_upper_bound(each.threshold) if more else is_lower_bound(each.threshold)


def _problem(each: Target | Alert, does: str) -> Problem:
    message = f'"{each.id}" {does} "{each.threshold}", by its name "{each.name}" the other way round'
    return Problem((*each.pointer, "threshold"), message, "turn the sign, or say in the name what is counted")
