"""A criterion tells another figure than its target, or a target's figure without naming the target.

The checklist and the dashboard then measure success by two yardsticks.

Fails:

```yaml
title: Example
tasks:
  cache: {name: Cache, duration: 3d}
targets:
  hit-rate: {name: Hit rate, threshold: "> 70%"}
criteria:
  cached: {text: Most answers come from memory (more than 60%), items: cache, target: hit-rate}
```

Passes:

```yaml
title: Example
tasks:
  cache: {name: Cache, duration: 3d}
targets:
  hit-rate: {name: Hit rate, threshold: "> 70%"}
criteria:
  cached: {text: "Most answers come from memory ({{ value('hit-rate') }})", items: cache, target: hit-rate}
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from html import unescape
from typing import NamedTuple

from generator.findings import Problem, Severity, Span
from generator.model.plan import Plan
from generator.model.quantity import Threshold
from generator.model.verification import Criterion
from generator.prose import Prose
from generator.templates.facts import calls_in

SEVERITY = Severity.ERROR
_NUMBER = r"(?P<amount>\d{1,9}(?:\.\d{1,6})?)"
_FIGURE = re.compile(rf"(?<![\w.])(?P<figure>{_NUMBER}\s*(?P<unit>%|[A-Za-z]+))(?!\w)")
_BOUND = re.compile(
    rf"(?:[<>=≤≥]|\b(?i:over|under|above|below|than|least|most))\s*(?P<figure>{_NUMBER})(?![\w.%]*[\w%])"
)
_OPERATOR = re.compile(r"(?:[<>=≤≥]+|\b(?i:under|over|above|below|(?:more|less)\s+than|at\s+(?:most|least)))\s*$")
"""Stands before a figure, and is marked with it."""


class _Fault(NamedTuple):
    message: str
    help: str
    span: Span | None = None


def check(plan: Plan, prose: Prose) -> Iterator[Problem]:
    """Yield each text and label of a criterion that disagrees with its target."""
    for criterion in plan.criteria.values():
        for key in ("text", "label"):
            told = _fault(criterion, key, plan, prose)
            if told:
                yield Problem((*criterion.pointer, key), told.message, told.help, span=told.span)


def _fault(criterion: Criterion, key: str, plan: Plan, prose: Prose) -> _Fault | None:
    asked = [each for each in _asked(getattr(criterion, key)) if each in plan.targets]
    if asked and criterion.target not in asked:
        is_about = f'its target is "{criterion.target}"' if criterion.target else "it names no target"
        message = f'criterion "{criterion.id}" tells the value of "{asked[0]}", but {is_about}'
        return _Fault(message, f"write target: {asked[0]}")
    target = plan.targets.get(criterion.target or "")
    text = unescape(prose.texts.get((*criterion.pointer, key), "")) if target else ""
    found = list(_figures(text, target.threshold)) if target else []
    if target is None or not found or target.threshold.amount in map(_amount, found):
        return None
    said = found[0]["figure"]
    message = f'criterion "{criterion.id}" tells {said}, its target "{target.id}" is {target.threshold}'
    at = str(getattr(criterion, key)).find(said)
    bound = _OPERATOR.search(str(getattr(criterion, key))[: max(at, 0)])
    span = Span(bound.start() if bound else at, at + len(said)) if at >= 0 else None
    return _Fault(message, f"write {{{{ value('{target.id}') }}}}", span)


def _asked(text: str | None) -> list[str]:
    """What a text asks the value of."""
    return [str(argument).rpartition(":")[2] for call in calls_in(text, "value") for argument in call.arguments]


def _figures(text: str, like: Threshold) -> Iterator[re.Match[str]]:
    """The numbers of a text that have a threshold's unit; those that bound something, where it has none."""
    if not like.unit:
        return _BOUND.finditer(text)
    return (each for each in _FIGURE.finditer(text) if each["unit"].lower() == like.unit.lower())


def _amount(found: re.Match[str]) -> Decimal:
    return Decimal(found["amount"])
