"""What is said to be possible and is not: "it can begin before the shaft is drawn", "a nurse always works alone"."""

import re
from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.lexicon import Known
from generator.literals.stems import stems
from generator.patterns import Pattern, any_of

_BEFORE = Pattern(
    r"\b(?:[Ii]t|[Tt]his)\s+(?:can|may)\s+(?:already\s+|well\s+)?(?:begin|start)\s+before\s+(?P<rest>[^.;:,]{3,80})",
    words=(any_of("can may"), any_of("begin start"), any_of("before")),
)
_ALONE = Pattern(
    r"\b(?:An?|The|Every|Each|No)\s+(?P<role>[a-z]+(?:[ -][a-z]+)?)\s+always\s+"
    r"(?:works?|is\s+at\s+work|goes|stays)\s+alone\b",
    words=(any_of("always"), any_of("alone")),
)
_LEAST = 4
"""Letters that "drawn" and "draw" share."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each freedom that a link denies, and each role said to work alone of which every task needs several."""
    passage = reading.passage
    for found in _ALONE.finditer(passage.plain, passage.begin, passage.end):
        yield from _of_role(found, reading)
    owner = reading.context.owner
    if owner and owner[0] == "task" and passage.pointer[-1] == "description":
        for found in _BEFORE.finditer(passage.plain, passage.begin, passage.end):
            yield from _of_link(owner[1], found, reading)


def _of_role(found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    roles = reading.topics.roles_by_noun.get(found["role"].split()[-1], frozenset())
    role = next(iter(roles)) if len(roles) == 1 else None
    tasks = [each for each in reading.facts.schedule.breakdown.tasks if role in each.needs]
    if tasks and all(each.needs[role].low > 1 for each in tasks if role):
        fact = f'"{tasks[0].id}" needs {tasks[0].needs[role or ""]} of "{role}"'
        yield reading.claim("count", found.span(), fact, agrees=False)


def _of_link(task: str, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """Judge the one entry that a task waits for by its words, where no other has as many of them."""
    schedule, words = reading.facts.schedule, stems(found["rest"])
    dates = schedule.dates
    waited = [link.on for link in getattr(schedule.breakdown.items[task], "depends_on", ())]
    scores = {each.id: _score(("task", each.id), words, reading) for each in schedule.breakdown.tasks}
    best = max(scores, key=lambda each: scores[each])
    alike = [each for each, score in scores.items() if score == scores[best]]
    if scores[best] and alike == [best] and best in waited and dates[best].early_finish <= dates[task].early_start:
        yield reading.claim("order", found.span(), f'"{task}" depends on "{best}"', agrees=False)


def _score(known: Known, words: frozenset[str], reading: Reading) -> int:
    """How many of some words a task is called by, or what it delivers."""
    item = reading.facts.index.by_kind["task"][known[1]]
    things = (("deliverable", each) for each in getattr(item, "delivers", ()))
    called = reading.topics.words[known].union(*(reading.topics.words[each] for each in things))
    return sum(any(_is_alike(word, each) for each in called) for word in words)


def _is_alike(word: str, other: str) -> bool:
    shorter, longer = sorted((word, other), key=len)
    return word == other or (len(shorter) >= _LEAST and longer.startswith(shorter))
