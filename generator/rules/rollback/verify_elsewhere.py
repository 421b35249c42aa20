"""A rollback is carried out in one environment and verified in another.

That staging works again says nothing of production. An environment that the rollback names elsewhere, too, is
meant.

Fails:

```yaml
title: Example
roles: {engineer: {name: Engineer}}
rollbacks:
  restore:
    name: Release harms
    within: "< 3 min"
    procedure: Return to the last release
    trigger: Users cannot sign in
    owner: engineer
    steps: [{do: Switch off, command: flags disable search --env=production, takes: 1m}]
    verify: [{do: Users sign in, command: smoke --env=staging}]
```

Passes:

```yaml
title: Example
roles: {engineer: {name: Engineer}}
rollbacks:
  restore:
    name: Release harms
    within: "< 3 min"
    procedure: Return to the last release
    trigger: Users cannot sign in
    owner: engineer
    steps: [{do: Switch off, command: flags disable search --env=production, takes: 1m}]
    verify: [{do: Users sign in, command: smoke --env=production}]
```
"""

import re
from collections.abc import Iterable, Iterator

from generator.findings import Problem, Severity, Span
from generator.model.plan import Plan
from generator.model.rollback import Rollback, Step

SEVERITY = Severity.ERROR
_WHERE = re.compile(r"(?<!\S)--(?:env|environment|stage)[= ]\s*(?P<quote>['\"]?)(?P<place>[\w-]+)(?P=quote)(?!\S)")


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each verification in an environment that none of the steps, all in one, and no text speaks of."""
    for rollback in plan.rollbacks.values():
        places = {found["place"] for _, found in _told(rollback.steps)}
        for step, found in _told(rollback.verify) if len(places) == 1 else ():
            if found["place"] not in places and not _speaks_of(found["place"], rollback):
                message = f"verified in {found['place']}, the steps are done in {next(iter(places))}"
                span = Span(*found.span("place"))
                yield Problem((*step.pointer, "command"), message, "verify where it was done", span=span)


def _told(steps: Iterable[Step]) -> Iterator[tuple[Step, re.Match[str]]]:
    yield from ((step, found) for step in steps for found in _WHERE.finditer(step.command or ""))


def _speaks_of(place: str, rollback: Rollback) -> bool:
    steps = (*rollback.steps, *rollback.verify)
    texts = (rollback.name, rollback.procedure, *rollback.before, *rollback.after, *(step.do for step in steps))
    return any(re.search(rf"\b{re.escape(place)}\b", text, re.IGNORECASE) for text in texts)
