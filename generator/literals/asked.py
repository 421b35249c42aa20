"""Live facts that tell the day of another item than the words before them name."""

import re
from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.ends import ends_of
from generator.literals.lexicon import Known
from generator.literals.passages import FACT
from generator.literals.stems import stems
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern
from generator.scheduling.telling import full_date

_TOLD = Pattern(rf"(?P<words>[\w'’ -]{{4,80}}?)\s+(?:on|at|by|is|from|\()\s*(?P<fact>{FACT}+)", (FACT,))
_POINTS = ("milestone", "checkpoint")
_PART = re.compile(r"\band\b|\bwhile\b")
_CALL = Pattern(
    r"\{\{-?\s*(?P<fact>start|finish|date|first_day)\(\s*['\"](?:[a-z]+:)?(?P<item>[^'\"]+)['\"]\s*\)\s*-?\}\}"
)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each live day that is none of the item whose whole name stands before it."""
    passage, schedule = reading.passage, reading.facts.schedule
    for found in _TOLD.finditer(passage.plain, passage.begin, passage.end):
        call = _CALL.fullmatch(passage.text[slice(*found.span("fact"))])
        words = " ".join(_PART.split(found["words"])[-1].lower().split())
        is_beside = passage.plain[: found.start("fact")].rstrip().endswith("(")
        named = tuple(_told_of(words, call["item"], reading) if is_beside else _named(words, reading)) if call else ()
        if (
            call is None
            or not named
            or call["item"] not in schedule.dates
            or call["item"] in {name for _, name in named}
        ):
            continue
        told = ends_of(call["item"], schedule)[call["fact"] not in ("start", "first_day")]
        if all(told.index not in {day.index for day in ends_of(name, schedule)} for _, name in named):
            fact = f'"{named[0][1]}" is on {full_date(ends_of(named[0][1], schedule)[1])}'
            yield reading.claim("date", found.span("fact"), fact, agrees=False)


def call_of(text: str) -> tuple[str, str] | None:
    """The day that a live fact tells, and of which item."""
    call = _CALL.fullmatch(text)
    return (call["fact"], call["item"]) if call else None


def _named(words: str, reading: Reading) -> Iterator[Known]:
    """Yield each item whose name, of several words, is all that a clause says."""
    name = words.removeprefix("the ")
    for known in reading.topics.by_whole_name.get(name, ()) if " " in name else ():
        if known[0] in ITEM_KINDS:
            yield known


def _told_of(words: str, asked: str, reading: Reading) -> tuple[Known, ...]:
    """The one item of a clause before brackets, where it has no word of what the brackets ask for."""
    whole = tuple(_named(words, reading))
    if whole:
        return whole
    topics, said = reading.topics, stems(words)
    points = tuple(known for known in topics.named_in(said, _POINTS))
    is_asked = any(told & said for (_, name), told in topics.words.items() if name == asked)
    return points if len(points) == 1 and not is_asked else ()
