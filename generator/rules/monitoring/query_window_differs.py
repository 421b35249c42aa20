"""A text tells for how long something has been so before somebody is called, and the query counts another time.

A name such as `shops_silent_2d` counts what has been silent for two days; "call who is silent for two weeks" waits
for what the query has told long before. Where a threshold says in which time so many are counted, the ranges of its
query are that time.

Fails:

```yaml
title: Example
sources: {use: {name: Use, collects: Opened apps}}
targets: {weekly: {name: Silent shops, threshold: "< 40%", source: use}}
alerts:
  silent:
    name: Silent shops
    threshold: "> 30%"
    source: use
    target: weekly
    query: "shops_silent_2d / shops > 0.3"
    response: [Call each that is silent for two weeks.]
```

Passes:

```yaml
title: Example
sources: {use: {name: Use, collects: Opened apps}}
targets: {weekly: {name: Silent shops, threshold: "< 40%", source: use}}
alerts:
  silent:
    name: Silent shops
    threshold: "> 30%"
    source: use
    target: weekly
    query: "shops_silent_2d / shops > 0.3"
    response: [Call each that is silent for two days.]
```
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from generator.findings import Pointer, Problem, Severity, Span
from generator.literals.numbers import ONE_WORD, whole_number
from generator.literals.stems import stem, stems
from generator.model.monitoring import Alert
from generator.model.plan import Plan
from generator.rules.monitoring._asked import alerts_named

SEVERITY = Severity.WARNING
_MINUTES = {"s": 1 / 60, "m": 1, "h": 60, "d": 1440, "w": 10080}
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}
_COUNTED = re.compile(r"\b(?P<name>[a-z][a-z_]{1,60})_(?P<amount>\d{1,4})(?P<unit>[smhdw])\b")
_RANGE = re.compile(r"\[(?P<amount>\d{1,4})(?P<unit>[smhdw])\]")
_WITHIN = re.compile(r"\sin\s+\d")
_FOR = re.compile(rf"\bfor\s+(?P<amount>{ONE_WORD}|an?)\s+(?P<unit>second|minute|hour|day|week)s?\b", re.IGNORECASE)


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each text of an alert, or of a risk that it tells of, with another time than the alert's query has."""
    for alert in plan.alerts.values():
        yield from _of_threshold(alert)
        found = _COUNTED.search(alert.query or "")
        for pointer, text in _texts(alert, plan) if found else ():
            if found and stems(found["name"].replace("_", " ")) & stems(text):
                yield from _judged(found, pointer, text, alert)


def _of_threshold(alert: Alert) -> Iterator[Problem]:
    """Yield a query that counts over one time, where its threshold counts "in" another."""
    ranges = {found[0]: found for found in _RANGE.finditer(alert.query or "")}
    window = alert.threshold.window_minutes if _WITHIN.search(str(alert.threshold)) else None
    if len(ranges) != 1 or window is None:
        return
    told, found = ranges.popitem()
    if Fraction(int(found["amount"]) * _SECONDS[found["unit"]], 60) != Fraction(window):
        message = f'the query of "{alert.id}" counts over {told}, its threshold is {alert.threshold}'
        span = Span(*found.span())
        yield Problem((*alert.pointer, "query"), message, "let both say the same time", span=span)


def _judged(found: re.Match[str], pointer: Pointer, text: str, alert: Alert) -> Iterator[Problem]:
    told = list(_FOR.finditer(text))
    minutes = int(found["amount"]) * _MINUTES[found["unit"]]
    if len(told) == 1 and _is_near(told[0], found["name"]) and _minutes(told[0]) != minutes:
        message = f'the text says "{told[0][0]}", and the query of "{alert.id}" counts "{found[0]}"'
        yield Problem(pointer, message, "let both say the same")


def _is_near(told: re.Match[str], name: str) -> bool:
    """Tell whether the word before the time is one of the query: "silent for two days"."""
    before = told.string[: told.start()].split()
    return bool(before) and stem(before[-1].strip(",;:")) in stems(name.replace("_", " "))


def _minutes(told: re.Match[str]) -> float:
    amount = 1 if told["amount"].lower() in ("a", "an") else whole_number(told["amount"]) or 0
    return amount * _MINUTES[told["unit"][0].lower()]


def _texts(alert: Alert, plan: Plan) -> Iterator[tuple[Pointer, str]]:
    yield from (((*alert.pointer, "response", at), text) for at, text in enumerate(alert.response))
    for risk in plan.risks.values():
        if alert in tuple(alerts_named(risk.trigger, plan)):
            yield (*risk.pointer, "mitigation"), risk.mitigation
            yield from (((*action.pointer, "do"), action.do) for action in risk.actions)
            yield from (((*risk.pointer, "contingency", at), text) for at, text in enumerate(risk.contingency))
