"""A step tells one thing and its command does the opposite.

"Switch off the feature" with `flags enable` leaves the feature on, in the minute in which it harms.

Fails:

```yaml
title: Example
roles: {engineer: {name: Engineer}}
rollbacks:
  flag:
    name: Feature harms
    within: "< 1 min"
    procedure: Switch off by flag
    trigger: A confirmed leak
    owner: engineer
    steps: [{do: Switch off the feature, command: flags enable search, takes: 0.25m}]
    verify: [{do: The feature is gone}]
```

Passes:

```yaml
title: Example
roles: {engineer: {name: Engineer}}
rollbacks:
  flag:
    name: Feature harms
    within: "< 1 min"
    procedure: Switch off by flag
    trigger: A confirmed leak
    owner: engineer
    steps: [{do: Switch off the feature, command: flags disable search, takes: 0.25m}]
    verify: [{do: The feature is gone}]
```
"""

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from generator.findings import Problem, Severity, Span
from generator.model.plan import Plan
from generator.model.rollback import Step
from generator.patterns import any_of
from generator.rules.commands._walk import Word, parts_of

SEVERITY = Severity.ERROR
_OFF = re.compile(
    r"\b(?:(?:switch|turn|shut|take)(?:es|s)?\s+(?:\w+\s+){0,4}?(?:off|down)|disable|deactivate|stop)s?\b",
    re.IGNORECASE,
)
_ON = re.compile(
    r"\b(?:(?:switch|turn|bring|put)(?:es|s)?\s+(?:\w+\s+){0,4}?(?:on|up)|enable|activate|start)s?\b", re.IGNORECASE
)
_GUARD = re.compile(
    r"maint|read.?only|block|deny|lock|drain|kill|safe|fallback|limit|throttl|reject|bypass|standby|backup|spare|banner|page"
)
"""To stop the one is to start the other: a lock, a notice, what stands by."""
_ENDS = any_of("off disable disabled deactivate stop shutdown pause suspend")
_STARTS = any_of("on enable enabled activate start resume")
_TOO_SHORT = any_of("on off")
"""In a command they are the value of anything."""
_PAIRS = (
    ("mount", "umount"),
    ("attach", "detach"),
    ("freeze", "unfreeze"),
    ("grant", "revoke"),
    ("open", "close"),
    ("connect", "disconnect"),
    ("install", "uninstall"),
    ("pause", "resume"),
    ("allow", "deny"),
)
_STATES = any_of("open opened closed active live visible hidden locked frozen paused on")
_UNSAID = re.compile(
    r"\b(?:not?|never|without|no\s+longer|off|out|down|away|end|stop|halt|remove|release|lift|undo|back|disable|close|until|before)s?\b",
    re.IGNORECASE,
)
"""Words beside which a state may be the one that is left."""
_OLD = re.compile(r"\b(?:to|serve|return\s+to|restore)\b[^.;]{0,60}?\b(?:previous|old|older|former)\b", re.IGNORECASE)
_NEW = re.compile(r"\b(?:new|newest|newer|latest|next|current)\b", re.IGNORECASE)
_TO_NEW = re.compile(
    r"(?<!\S)--?(?:to|target|version|build|release)[= ](?P<age>latest|newest|new|next|current)(?![\w.-])"
)
_OPPOSITES = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each command of a step that has the opposite of the verb with which the step begins."""
    steps = chain(
        *((*each.steps, *each.verify) for each in plan.rollbacks.values()),
        *(source.steps for source in plan.sources.values()),
    )
    for step in steps:
        found = (_opposite(step) or _undone(step) or _newer(step)) if step.command else None
        if found:
            message = f'the step says "{step.do.rstrip(".")}", and its command "{found.text}"'
            span = Span(found.begin, found.end)
            yield Problem((*step.pointer, "command"), message, "correct the one that is wrong", span=span)


def _opposite(step: Step) -> Word | None:
    """The word of a command that does the opposite of its step, where none does what the step says."""
    wanted, unwanted = _asked(step.do)
    words = [word for part in parts_of(step.command or "") for word in part[1:]] if unwanted else []
    told = {word.text.lower().lstrip("-") for word in words}
    if not wanted.isdisjoint(told) or _GUARD.search(f"{step.do} {step.command}".lower()):
        return None
    return next((word for word in words if word.text.lower().lstrip("-") in unwanted - _TOO_SHORT), None)


def _undone(step: Step) -> Word | None:
    """The word that switches off what has the state at its end that the step brings about: "open", `x.open`."""
    said = any_of(" ".join(re.findall(r"\w+", step.do.lower())))
    if _UNSAID.search(step.do):
        return None
    for words in parts_of(step.command or ""):
        for word, flag in pairwise(words):
            state = re.split(r"[.:_-]", flag.text.strip("'\""))[-1].lower()
            if word.text.lower() in _ENDS - _TOO_SHORT and state in _STATES & said:
                return word
    return None


def _newer(step: Step) -> Word | None:
    """The newer version to which a command leads, where its step goes to an older one."""
    found = _TO_NEW.search(step.command or "")
    if found is None or _NEW.search(step.do) or not _OLD.search(step.do):
        return None
    return Word(found["age"], *found.span("age"))


def _asked(does: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words by which a command does what a step says, and those by which it does the opposite alone."""
    if _OFF.match(does) and not _ON.search(does):
        return _ENDS, _STARTS
    if _ON.match(does) and not _OFF.search(does):
        return _STARTS, _ENDS
    told = re.findall(r"\w+", does.lower())
    other = _OPPOSITES.get(told[0]) if told else None
    return (frozenset(told[:1]), frozenset({other})) if other and other not in told else (frozenset(), frozenset())
