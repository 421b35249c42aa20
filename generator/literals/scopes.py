"""What a checkpoint is said to test, against its scope."""

import re
from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.lexicon import Known, Mention
from generator.model.breakdown import Milestone
from generator.model.plan import Decision
from generator.model.verification import Checkpoint
from generator.patterns import Pattern, any_of
from generator.scheduling.breakdown import Breakdown
from generator.templates.facts import calls_in

_IN = Pattern(
    r"[*_]{0,2},?(?:\s+[a-z-]{3,20})?\s+(?:is|are)\s+(?:all\s+|both\s+)?(?:(?:part|(?:with)?in\s+the\s+scope)\s+of|left\s+to"
    r"|(?:tested|covered|proved|checked)\s+(?:by|at|in))\s+[*_]{0,2}",
    words=(any_of("is are"), any_of("part scope left tested covered proved checked")),
)
_SCOPE = Pattern(
    r"\b(?:[Ii]ts|[Tt]he)\s+scope\s+(?:is|are|holds|covers)\b|\b[Ii]t\s+(?:tests|covers)\b",
    words=(any_of("scope tests covers"),),
)
_DONE_BY = Pattern(
    r"\bfinished\s+by\s+\{\{\s*finish\(\s*['\"](?:checkpoint:)?(?P<id>[\w-]+)['\"]\s*\)\s*\}\}", ("finished",)
)
_TESTING = any_of("part scope left tested covered proved checked")
_KINDS = ("task", "wave", "phase")
_FEWEST = 2


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield what is said to be tested by a checkpoint in whose scope nothing of it is, and what is left out."""
    if reading.facts.plan.checkpoints:
        yield from _of_each(reading) if reading.says(_TESTING) else ()
        if reading.passage.pointer[0] == "decisions" and reading.passage.pointer[-1] == "does":
            yield from _listed(reading)


def _of_each(reading: Reading) -> Iterator[Claim]:
    """Judge "the hardening is tested by Checkpoint 4"."""
    for other in reading.mentions:
        for one in reading.mentions if other.of("checkpoint") else ():
            is_told = one.end <= other.begin and _IN.fullmatch(reading.passage.plain, one.end, other.begin)
            if is_told and is_sure(reading, one.begin, other.end):
                yield from _judged(one, other.of("checkpoint"), reading)
                yield from _left_to_another(one, reading.passage.plain[one.end : other.begin], reading)


def _left_to_another(one: Mention, said: str, reading: Reading) -> Iterator[Claim]:
    """What is left to another checkpoint is not in the scope of the one that is decided."""
    passage, breakdown = reading.passage, reading.facts.schedule.breakdown
    decision = (
        reading.facts.plan.decisions.get(str(passage.pointer[1])) if passage.pointer[0] == "decisions" else None
    )
    tests = _tested_in(decision, reading) if "left" in said.split() else None
    works = [_tasks(known[1], breakdown) for known in one.of(*_KINDS)]
    if tests and works and all(work and work <= _tasks(tests, breakdown) for work in works):
        fact = f'"{one.of(*_KINDS)[0][1]}" is in the scope of "{tests}"'
        yield reading.claim("member", (one.begin, one.end), fact, agrees=False)


def _judged(one: Mention, checkpoints: tuple[Known, ...], reading: Reading) -> Iterator[Claim]:
    breakdown = reading.facts.schedule.breakdown
    works = [_tasks(known[1], breakdown) for known in one.of(*_KINDS)]
    scopes = [_tasks(known[1], breakdown) for known in checkpoints]
    if works and all(works) and not any(work & scope for work in works for scope in scopes):
        fact = f'"{one.of(*_KINDS)[0][1]}" is not in the scope of "{checkpoints[0][1]}"'
        yield reading.claim("member", (one.begin, one.end), fact, agrees=False)


def _listed(reading: Reading) -> Iterator[Claim]:
    """Judge a list that is said to be the scope: each item of it is tested, and nothing else is."""
    passage = reading.passage
    done = _DONE_BY.search(passage.text, passage.begin, passage.end)
    scope = _SCOPE.search(passage.plain, passage.begin, passage.end)
    tests = _tested_in(reading.facts.plan.decisions.get(str(passage.pointer[1])), reading)
    if tests is None or not (scope or (done and done["id"] == tests)):
        return
    begin = scope.end() if scope else passage.begin
    end = done.start() if done else passage.end
    named = [each for each in reading.named if begin <= each.begin < end and each.of(*_KINDS)]
    if len(named) >= _FEWEST and is_sure(reading, named[0].begin, named[-1].end):
        yield from _compared(named, tests, reading)


def _compared(named: list[Mention], checkpoint: str, reading: Reading) -> Iterator[Claim]:
    breakdown = reading.facts.schedule.breakdown
    for each in named:
        yield from _judged(each, (("checkpoint", checkpoint),), reading)
    told = frozenset[str]().union(*(_tasks(known[1], breakdown) for each in named for known in each.of(*_KINDS)))
    for item in reading.facts.plan.checkpoints[checkpoint].scope:
        tasks = _tasks(item, breakdown)
        if tasks and tasks.isdisjoint(told):
            yield reading.claim(
                "member", (named[0].begin, named[-1].end), f'"{checkpoint}" tests "{item}", too', agrees=False
            )


def _tested_in(decision: Decision | None, reading: Reading) -> str | None:
    """The one checkpoint of which a decision's earlier text and title speak."""
    if decision is None:
        return None
    told = f"{decision.title} {decision.said}"
    found = [
        name
        for name in reading.facts.plan.checkpoints
        if re.search(rf"(?<!\w){re.escape(reading.facts.names['checkpoint', name].name)}(?!\w)", told)
        or any(name in call.arguments for call in calls_in(told))
    ]
    return found[0] if len(found) == 1 else None


def _tasks(item: str, breakdown: Breakdown) -> frozenset[str]:
    """The tasks of an item: a checkpoint stands for its scope, a milestone for what it waits for."""
    seen: set[str] = set()
    waiting = [item]
    while waiting:
        name = waiting.pop()
        found = breakdown.items.get(name)
        if found is None or name in seen:
            continue
        seen.add(name)
        waiting += found.scope if isinstance(found, Checkpoint) else breakdown.members.get(name, ())
        if isinstance(found, Milestone) and name == item:
            waiting += (link.on for link in found.depends_on)
    return frozenset(task.id for name in seen for task in breakdown.tasks_within(name))
