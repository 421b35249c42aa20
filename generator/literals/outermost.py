"""What is said to begin or end first or last of all: "it ends last"."""

import re
from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.lexicon import Known
from generator.patterns import Pattern, any_of

_TOLD = Pattern(
    r"(?<![\w-])(?P<said>(?P<end>begins?|starts?|ends?|finish(?:es)?)\s+(?P<rank>first|last)(?:\s+of\s+(?:all|them))?)"
    r"(?=[*_)]*(?:[.,;:]|$))",
    words=(any_of("first last"), any_of("begin begins start starts end ends finish finishes")),
)
_RANK = Pattern(r"(?P<rank>First|Last),\s+(?:because|since|as|of\s+all)\b", words=(any_of("first last"),))
_KINDS = ("wave", "phase")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each wave or phase that is so neither among its like nor among those named beside it."""
    passage = reading.passage
    yield from _of_task(reading)
    for found in _TOLD.finditer(passage.plain, passage.begin, passage.end):
        before = [each for each in reading.mentions if each.end <= found.start()]
        subject = max(before, key=lambda each: each.end) if before else None
        own = subject.of(*_KINDS) if subject else ()
        gap = passage.plain[subject.end : found.start()].strip(" *_") if subject else "-"
        if len(own) == 1 and gap in ("", "it", "then") and is_sure(reading, *found.span("said"), conditions=False):
            yield from _judged(own[0], found, reading)


def _of_task(reading: Reading) -> Iterator[Claim]:
    """Judge a description that begins "Last, because …", of a task that begins first of its wave; and "First, …"."""
    passage, owner, schedule = reading.passage, reading.context.owner, reading.facts.schedule
    is_own = owner is not None and owner[0] == "task" and passage.pointer[-1] == "description"
    found = _RANK.match(passage.plain, passage.words_begin, passage.end) if is_own else None
    if owner is None or found is None:
        return
    members = schedule.breakdown.members.get(schedule.breakdown.parents.get(owner[1], ""), ())
    begins = {name: schedule.dates[name].early_start for name in members if name != owner[1]}
    own, is_last = schedule.dates[owner[1]].early_start, found["rank"] == "Last"
    is_false = all(own <= each if is_last else own > each for each in begins.values())
    if len(begins) > 1 and is_false:
        other = (max if is_last else min)(begins, key=lambda name: begins[name])
        fact = f'"{other}" begins {"after" if is_last else "before"} "{owner[1]}"'
        yield reading.claim("order", found.span("rank"), fact, agrees=False)


def _judged(own: Known, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    is_end, is_last = found["end"][0] in "ef", found["rank"] == "last"
    dates = reading.facts.schedule.dates

    def when(name: str) -> int:
        return dates[name].early_finish if is_end else dates[name].early_start

    others = [list(each) for each in _others(own, reading)]
    beyond = [
        [name for name in each if (when(name) > when(own[1]) if is_last else when(name) < when(own[1]))]
        for each in others
        if each
    ]
    if beyond and all(beyond):
        verb = f"{'ends' if is_end else 'begins'} {'after' if is_last else 'before'}"
        yield reading.claim("order", found.span("said"), f'"{beyond[0][0]}" {verb} "{own[1]}"', agrees=False)


def _others(own: Known, reading: Reading) -> Iterator[Iterator[str]]:
    """Those named beside it, those that belong to the same, and all of its kind."""
    parents, every = reading.facts.schedule.breakdown.parents, reading.facts.index.by_kind[own[0]]
    named = {name for mention in reading.mentions for kind, name in mention.items if kind == own[0]}
    yield (name for name in every if name in named and name != own[1])
    yield (name for name in every if parents.get(name) == parents.get(own[1]) and name != own[1])
    yield (name for name in every if name != own[1])
