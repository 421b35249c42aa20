"""Short statements without a verb: "pipes before screed", "thirty of thirty", "two at the desk and one outside"."""

import re
from collections.abc import Iterator
from itertools import product

from generator.literals.claims import Claim, Reading
from generator.literals.lexicon import Known
from generator.literals.numbers import ONE_WORD, whole_number
from generator.literals.stems import stem
from generator.model.breakdown import Task
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern, any_of

_BEFORE = Pattern(
    r"(?:^|[,;:]\s+)(?P<said>(?P<one>[A-Za-z][a-z]{2,20})\s+before\s+(?P<other>[a-z]{3,20}))(?=\s*(?:[,;.]|$))",
    words=(any_of("before"),),
)
_SUM = Pattern(
    rf"(?P<said>(?P<one>{ONE_WORD})\s+(?:at|on|in|by)\s+the\s+[a-z]+\s+and\s+(?P<other>{ONE_WORD})\s+(?:at|on|in|by)\s+the\s+[a-z]+)(?=[,.;]|$)",
    words=(any_of("and"), any_of("at on in by")),
)
_OF_AS_MANY = Pattern(
    rf"(?P<said>(?P<number>{ONE_WORD})\s+of\s+(?:the\s+)?(?P<whole>{ONE_WORD}))\.?$", words=(any_of("of"),)
)
_LEADING = Pattern(rf"(?P<number>{ONE_WORD})\s+[a-z]{{3,16}}s\b")
_KINDS = (*ITEM_KINDS, "deliverable")
_MOST = 4


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each short statement that the plan, or the statement itself, has otherwise."""
    passage = reading.passage
    for found in _BEFORE.finditer(passage.plain, passage.begin, passage.end):
        yield from _in_order(found, reading)
    yield from _all_of_them(reading)
    yield from _sum(reading)


def _all_of_them(reading: Reading) -> Iterator[Claim]:
    """Judge "thirty of thirty", by which a test passes, by the number with which it tells what it covers."""
    passage, pointer = reading.passage, reading.passage.pointer
    if pointer[0] != "waves" or pointer[-1] != "passes":
        return
    found = _OF_AS_MANY.match(passage.plain, passage.words_begin, passage.end)
    test = reading.facts.plan.waves[str(pointer[1])].tests[int(pointer[3])] if found else None
    covered = _LEADING.match(test.covers or "") if test else None
    if found and covered and found["number"].lower() == found["whole"].lower():
        numbers = whole_number(found["number"]), whole_number(covered["number"])
        if all(numbers) and numbers[0] != numbers[1]:
            fact = f'the test covers "{covered.group()}"'
            yield reading.claim("count", found.span("said"), fact, agrees=False)


def _in_order(found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """Nothing that the first word may mean begins before all that the second may mean is over."""
    one, other = (_meant(found[part], reading) for part in ("one", "other"))
    dates = reading.facts.schedule.dates
    pairs = list(product(one, other))
    if pairs and all(a != b and dates[a].early_start >= dates[b].early_finish for a, b in pairs):
        first, second = pairs[0]
        fact = f'"{first}" begins after the end of "{second}"'
        yield reading.claim("order", found.span("said"), fact, agrees=False)


def _meant(word: str, reading: Reading) -> tuple[str, ...]:
    """The few items of whose names it is a word."""
    makers = reading.facts.schedule.breakdown.makers
    found = sorted(known for known in reading.topics.by_word.get(stem(word.lower()), ()) if known[0] in _KINDS)
    items = dict.fromkeys(
        name
        for kind, known in found
        for name in ((task.id for task in makers.get(known, ())) if kind == "deliverable" else (known,))
    )
    return tuple(items) if len(items) <= _MOST else ()


def _sum(reading: Reading) -> Iterator[Claim]:
    """Judge a description that begins "Two at the desk and one on the floor" by those whom its task needs."""
    passage, owner = reading.passage, reading.context.owner
    task = _task(owner, reading) if passage.pointer[-1] == "description" else None
    found = _SUM.match(passage.plain, passage.words_begin, passage.end) if task else None
    numbers = [whole_number(found[part]) for part in ("one", "other")] if found else []
    if not task or not found or not all(numbers) or any(band.low != band.high for band in task.needs.values()):
        return
    said, true = sum(number or 0 for number in numbers), sum(int(band.high) for band in task.needs.values())
    if true and said > true:
        yield reading.claim("count", found.span("said"), f'"{task.id}" needs {true} people', agrees=False)


def _task(owner: Known | None, reading: Reading) -> Task | None:
    item = reading.facts.index.by_kind[owner[0]][owner[1]] if owner else None
    return item if isinstance(item, Task) else None
