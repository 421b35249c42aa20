"""What a task is said to begin after, in a description without a subject: "Begins once the rules are there"."""

import re
from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.lexicon import Mention
from generator.literals.stems import stem
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern, any_of
from generator.scheduling.waiting import waited_for

_BEGINS = Pattern(
    r"(?:It\s+)?(?:(?:can|may|cannot)\s+(?:begin|start)|[Bb]egins?|[Ss]tarts?)\s+(?:only\s+)?(?:once|when|as\s+soon\s+as|after|until|before)\s+",
    words=(any_of("begin begins start starts"), any_of("once when soon after until before")),
)
_BOTH = Pattern(r"both\s+(?:the\s+|of\s+the\s+)?(?P<noun>[a-z]{3,20}s)\b", ("both",))
_PAIR = 2
_THERE = Pattern(
    r"[*_]{0,2}\s+(?:is|are|has|have)\s+(?:been\s+|all\s+|both\s+)?(?:over|done|finished|ready|complete[d]?|there|in\s+place|through"
    r"|passed|signed|accepted|closed|ended|delivered|built)\b"
)
_BETWEEN = Pattern(r"[*_]{0,2}(?:,|,?\s+and)\s+(?:the\s+|both\s+|all\s+)?[*_]{0,2}")
_THE = Pattern(r"(?:the\s+|both\s+|all\s+)*[*_]{0,2}")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the order with each item of a list that ends with their being done, where the task begins before that."""
    owner, passage = reading.context.owner, reading.passage
    if owner is None or owner[0] != "task" or passage.pointer[-1] != "description":
        return
    begins = _BEGINS.match(passage.plain, passage.words_begin, passage.end)
    both = _BOTH.match(passage.plain, begins.end(), passage.end) if begins else None
    if both and _THERE.match(passage.plain, both.end(), passage.end):
        yield from _of_both(owner[1], both, reading)
    for mention in _listed(begins.end(), reading) if begins else ():
        yield from _judged(owner[1], mention, reading)


def _of_both(task: str, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """Judge "until both counts are finished" where the task stands beside exactly two that are called by the word."""
    breakdown, words = reading.facts.schedule.breakdown, reading.topics.words
    parents = breakdown.parents
    beside = [each.id for each in breakdown.tasks if parents.get(each.id) == parents.get(task)]
    called = [each for each in beside if each != task and stem(found["noun"]) in words.get(("task", each), ())]
    loose = [each for each in called if not _waits(task, each, reading)]
    if len(called) == _PAIR and loose and not _is_held(task, reading):
        fact = f'nothing makes "{task}" wait for "{loose[0]}"'
        yield reading.claim("order", found.span(), fact, agrees=False)


def _listed(begin: int, reading: Reading) -> tuple[Mention, ...]:
    """The items named one after the other from a place, up to the words that they are done."""
    plain, end = reading.passage.plain, reading.passage.end
    found: list[Mention] = []
    for mention in reading.mentions:
        gap = _BETWEEN if found else _THE
        at = found[-1].end if found else begin
        if mention.begin >= at and gap.fullmatch(plain, at, mention.begin):
            found.append(mention)
    return tuple(found) if found and _THERE.match(plain, found[-1].end, end) else ()


def _judged(task: str, mention: Mention, reading: Reading) -> Iterator[Claim]:
    """Tell that a task begins too early; or that its links let it, where nothing holds it and one item is meant."""
    dates = reading.facts.schedule.dates
    items = [item for _, item in mention.of(*ITEM_KINDS) if item != task]
    early = [item for item in items if dates[task].early_start < dates[item].early_finish]
    if not items or not is_sure(reading, mention.begin, mention.end, conditions=False):
        return
    if len(early) == len(items):
        fact = f'"{task}" begins before "{early[0]}" is done'
        yield reading.claim("order", (mention.begin, mention.end), fact, agrees=False)
    elif (
        len(items) == 1
        and not mention.partial
        and not _is_held(task, reading)
        and not _waits(task, items[0], reading)
    ):
        fact = f'nothing makes "{task}" wait for "{items[0]}"'
        yield reading.claim("order", (mention.begin, mention.end), fact, agrees=False)


def _is_held(task: str, reading: Reading) -> bool:
    """Tell whether a task, or the wave of it, begins on a day of its own."""
    breakdown = reading.facts.schedule.breakdown
    wave = breakdown.wave_of(task)
    items = (breakdown.items[task], *((wave,) if wave else ()))
    return any(getattr(each, key, None) for each in items for key in ("start", "start_on", "start_by"))


def _waits(task: str, item: str, reading: Reading) -> bool:
    """Tell whether a task waits for an item, or for all that it consists of."""
    schedule = reading.facts.schedule
    waited = waited_for([task], schedule)
    return item in waited or waited.issuperset(part.id for part in schedule.breakdown.tasks_within(item))
