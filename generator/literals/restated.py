"""The day of one event, told differently by two texts: "the auditor comes on 18 May" here, "on 9 May" there."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from generator.findings import Pointer
from generator.literals.claims import Claim
from generator.literals.days import DAY, DAYS, NO_DAY, day_index
from generator.literals.elsewhere import otherwise
from generator.literals.passages import passages
from generator.literals.stems import stems
from generator.model.walk import prose
from generator.patterns import Pattern
from generator.prose import Facts

_BEGIN = re.compile(r"[,;:()–—]|\b(?:before|after|when|once|while|until|till|because|that)\b(?=\s+\w)")
_WHEN = re.compile(r"\b(on|by|until|till|from|before|after|since)\s*$")
_BEHIND = re.compile(r"[^,;:()–—]{0,60}")
_OTHERWISE = Pattern(r"\b(?:if|not|instead|again|another|would|could|should|or|and|every|each)\b")
_WHOLE = frozenset({"summary", "approach", "principles", "assumptions"})
"""Texts about the whole plan: what they tell of by some words is the only one of its kind."""
_FEWEST = 2


class _Told(NamedTuple):
    pointer: Pointer
    text: str
    span: tuple[int, int]
    day: int
    said: tuple[frozenset[str], str]


def restated(facts: Facts) -> Iterator[Claim]:
    """Yield each day that another text tells of the same words, where one of the two is about the whole plan."""
    by_words: dict[tuple[frozenset[str], str], list[_Told]] = {}
    for told in _told(facts):
        by_words.setdefault(told.said, []).append(told)
    for every in by_words.values():
        for one in every:
            other = next((each for each in every if each.day != one.day and _are_of_one(one, each)), None)
            if other:
                yield otherwise("date", one, other)


def _are_of_one(one: _Told, other: _Told) -> bool:
    return one.pointer != other.pointer and not _WHOLE.isdisjoint((one.pointer[0], other.pointer[0]))


def _told(facts: Facts) -> Iterator[_Told]:
    time = facts.schedule.time
    near = time.day_of_start(facts.schedule.start)
    for pointer, text in (each for each in prose(facts.plan) if DAY.search(each[1])):
        for passage in passages(pointer, text):
            begin, found = passage.begin, list(DAY.finditer(passage.plain, passage.begin, passage.end))
            for told, then in zip_longest(found, found[1:]):
                before = _BEGIN.split(passage.plain[begin : told.start()])[-1]
                behind = _BEHIND.match(passage.plain, told.end(), then.start() if then else passage.end)
                clause, when = f"{before} {behind.group() if behind else ''}", _WHEN.search(before)
                words, day = stems(clause) - DAYS, day_index(told["day"], time, near)
                if len(words) >= _FEWEST and day not in (None, NO_DAY) and not _OTHERWISE.search(clause):
                    yield _Told(pointer, text, told.span("day"), day, (words, when[1] if when else "on"))
                begin = told.end()
