"""When something begins, ends or takes place, as prose says it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.literals.claims import Claim, Reading, live_fact
from generator.literals.context import is_of_another, is_sure
from generator.literals.days import ENDING, NO_DAY, POSITION, STARTING, day_index
from generator.literals.lexicon import Known, Mention
from generator.literals.stems import stems
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern
from generator.scheduling.telling import full_date, week_and_day
from generator.scheduling.working_time import Day

_BE = (
    r"(?:(?:is|are|will be|must be|is to be|has to be|has been|have been|gets|stands)\s+)?"
    r"(?:will\s+|all\s+|both\s+|already\s+)?"
)
_END_VERB = (
    r"(?:finish(?:es|ed)?|ends?|completes?|completed|done|ready|over|closes|concludes|delivered|accepted|declared|reached"
    r"|passed|due|frozen|held|handed\s+over|settled|met)"
)
_START_VERB = r"(?:starts?|begins?|opens|kicks\s+off|started|begun)"
_ON = (
    r"(?:\s+(?:together|both|it))?(?:\s+(?:(?:beside|with|together\s+with|after)\s+)?\ufffc+)?"
    r"(?:\s*\(|\s+(?:only\s+|not\s+before\s+)?(?:on|at|in))?"
)
"""Between verb and day another item may be named by a live fact: "starts beside {{ name('x') }} at …"."""
_MARK = r"[*_]{0,2}"
_BEFORE = {
    "finish": Pattern(rf"{_MARK}\s+{_BE}{_END_VERB}{_ON}(?:\s+the\s+end\s+of)?\s*{_MARK}", ENDING),
    "start": Pattern(rf"{_MARK}\s+{_BE}{_START_VERB}{_ON}\s*{_MARK}", STARTING),
    "from": Pattern(rf"{_MARK}\s+(?:from|since)\s+", ("from", "since")),
    "until": Pattern(rf"{_MARK}\s+(?:\w+\s+)?(?:until|till)\s+{_MARK}", ("until", "till")),
    "is": Pattern(rf"{_MARK}\s+(?:is|falls)\s+(?:on\s+)?(?:a\s+)?{_MARK}", ("is", "falls")),
    "by": Pattern(
        rf"{_MARK}\s+{_BE}{_END_VERB}\s+(?:by|no\s+later\s+than|not\s+later\s+than)\s+{_MARK}",
        ENDING,
        ("by", "later"),
    ),
    "beside": Pattern(rf"{_MARK}\s*[(:]\s*(?:on\s+|at\s+)?{_MARK}", ("(", ":")),
    "cell": Pattern(rf"{_MARK}\s*(?:\|(?=[^|]*\|)|,(?=[^(),]*\)))\s*", ("|", ",")),
    "on": Pattern(rf"{_MARK}\s+(?:is\s+|takes\s+place\s+|is\s+held\s+|falls\s+)?(?:on|at)\s+{_MARK}", ("on", "at")),
    "done": Pattern(rf"{_MARK}\s+(?:on\s+|by\s+the\s+end\s+of\s+)?"),
}
"""What stands between a name and its day."""
_BEHIND = {
    "beside": Pattern(r"[*_]*\s*[).,;]|[*_]*\s*$"),
    "cell": Pattern(r"\s*[|)]"),
}
"""What must stand behind the day in some of the forms."""
_LEADING_VERB = Pattern(r"\b(?:completes|finishes|delivers|ends)\s+(?:the\s+|its\s+)?$", flags=re.IGNORECASE)
_ENDS = {
    "start": Pattern(r"\b(?:first\s+day|start|beginning)\s+of\s+[*_]{0,2}$", flags=re.IGNORECASE),
    "finish": Pattern(r"\b(?:last\s+day|end|completion)\s+of\s+[*_]{0,2}$", flags=re.IGNORECASE),
}
"""Words before a name that make a day beside it the one end of what is named."""
_CLAUSE_BEGINS = Pattern(r"(?:^|[,;:(|])[\s*_]*$")
_OWN: tuple[tuple[str, Pattern, Pattern | None], ...] = (
    (
        "finish",
        Pattern(
            rf"(?:Finishes|Ends|Is\s+finished|Is\s+done|Done|Ready|Completes|Completed){_ON}\s+",
            ("Finishes", "Ends", "finished", "done", "Done", "Ready", "Complete"),
        ),
        None,
    ),
    ("start", Pattern(rf"(?:Starts|Begins|Opens){_ON}\s+", ("Starts", "Begins", "Opens")), None),
    (
        "start",
        Pattern(
            r"[\w-]+\s+(?:work(?:ing\s+)?)?(?:day|night|week)s?,?\s+(?:from|starting|beginning)(?:\s+on)?\s+",
            ("from", "starting", "beginning"),
        ),
        Pattern(r"[.,;]|\s*$|\s+in\s+which\b"),
    ),
)
"""What a text without a subject begins with, and what must stand behind its day."""
_OF_THINGS = Pattern(r"\b(?:due|closes|opens|over|delivered|accepted|held|passed|handed\s+over)\b")
"""Verbs of things as much as of work: the shop that a task fits out opens, the pump that it installs is delivered."""
_ARRIVING = Pattern(r"\b(?:due|delivered)\b")
_BETWEEN = re.compile(r"\s*[(,]\s*")
_POINTS = ("milestone", "checkpoint")


@dataclass(frozen=True)
class _Moment:
    """One end of an item: what it is called, its day, and the live facts that print it."""

    known: Known
    verb: str
    day: Day
    calls: tuple[str, ...]


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield what a sentence says of days and weeks."""
    if not reading.tells_days:
        return
    for mention in reading.mentions:
        yield from _of_mention(mention, reading)
    yield from _own(reading)
    yield from _pairs(reading)


def _of_mention(mention: Mention, reading: Reading) -> Iterator[Claim]:
    for form, pattern in _BEFORE.items():
        found = _day_behind(pattern, mention.end, reading, _BEHIND.get(form))
        if not found or _is_of_a_thing(mention, found, reading) or is_of_another(mention, reading):
            continue
        if _applies(form, mention, reading) and is_sure(reading, mention.begin, found.end("day")):
            yield from _compared(_end_meant(form, mention, reading), mention.items, found, reading)
            return


def _is_of_a_thing(mention: Mention, found: re.Match[str], reading: Reading) -> bool:
    """Tell whether a part of a name and a verb may speak of the thing that work is done on."""
    plain, topics = reading.passage.plain, reading.topics
    is_word = mention.begin == reading.passage.words_begin and " " not in plain[mention.begin : mention.end]
    if not (mention.partial or is_word) or not _OF_THINGS.search(plain, mention.end, found.start()):
        return False
    if mention.of("task") and _ARRIVING.search(plain, mention.end, found.start()):
        return True
    said = stems(plain[mention.begin : mention.end])
    tasks = mention.of("task", "wave", "phase")
    return bool(said and tasks) and not any(told and told <= said for each in tasks for told in topics.told[each])


def _day_behind(before: Pattern, begin: int, reading: Reading, behind: Pattern | None = None) -> re.Match[str] | None:
    """The day that words lead to from a place."""
    plain, end = reading.passage.plain, reading.passage.end
    for day in reading.days:
        if day.start() >= begin and before.fullmatch(plain, begin, day.start()):
            return day if behind is None or behind.match(plain, day.end(), end) else None
    return None


def _end_meant(form: str, mention: Mention, reading: Reading) -> str:
    before = reading.passage.plain[reading.passage.begin : mention.begin]
    named = (end for end, pattern in _ENDS.items() if pattern.search(before))
    return next(named, form) if form == "beside" else form


def _applies(form: str, mention: Mention, reading: Reading) -> bool:
    """Tell whether what stands before a name, or what it names, lets a form mean that item's own day."""
    before = reading.passage.plain[reading.passage.begin : mention.begin]
    if form in ("on", "cell"):
        return bool(mention.of(*_POINTS))
    if form in ("from", "until"):
        return _CLAUSE_BEGINS.search(before) is not None
    return form != "done" or _LEADING_VERB.search(before) is not None


def _own(reading: Reading) -> Iterator[Claim]:
    """A sentence without a subject speaks of the item that it belongs to."""
    owner = reading.topics.owner(reading.passage.pointer, ITEM_KINDS)
    for form, pattern, behind in _OWN:
        found = _day_behind(pattern, reading.passage.words_begin, reading, behind)
        if found and owner and is_sure(reading, reading.passage.words_begin, found.end("day")):
            yield from _compared(form, (owner,), found, reading)


def _compared(form: str, items: tuple[Known, ...], found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """Hold a day against each item that may be meant: agreeing with one is enough."""
    moments = [moment for known in items for moment in _moments(form, known, reading)]
    if not moments:
        return
    told = [day_index(found["day"], reading.facts.schedule.time, moment.day) for moment in moments]
    if None in told:
        return
    same = [moment for moment, index in zip(moments, told, strict=True) if index == moment.day.index]
    moment = same[0] if same else moments[0]
    if not same and (_is_still_true(form, moments, told[0] or 0) or _is_of_another(told[0] or 0, reading)):
        return
    said = reading.passage.text[slice(*found.span("day"))]
    live = next((live for each in same for live in _live(each, said, reading)), None)
    yield reading.claim("date", found.span("day"), _sentence(moment, said), agrees=bool(same), live=live)


def _is_still_true(form: str, moments: list[_Moment], index: int) -> bool:
    """Done "by" a later day is true; a day beside the name of a stretch may be any day of it."""
    days = [moment.day.index for moment in moments]
    if form == "by":
        return index > max(days)
    is_stretch = any(moment.known[0] in ("wave", "phase") for moment in moments)
    return form == "beside" and is_stretch and min(days) <= index <= max(days)


def _is_of_another(index: int, reading: Reading) -> bool:
    """Tell whether the day is that of an item all of whose words the sentence holds: "the slab is accepted"."""
    passage = reading.passage
    items = reading.topics.named_in(stems(passage.plain[passage.begin : passage.end]), ITEM_KINDS)
    return any(index == moment.day.index for known in items for moment in _moments("beside", known, reading))


def _moments(form: str, known: Known, reading: Reading) -> Iterator[_Moment]:
    facts, (kind, item) = reading.facts, known
    if kind == "deliverable":
        makers = facts.schedule.breakdown.makers.get(item, ())
        yield from (moment for maker in makers for moment in _moments("finish", ("task", maker.id), reading))
        return
    if kind not in ITEM_KINDS:
        return
    dates, time = facts.schedule.dates[item], facts.schedule.time
    if form in ("start", "from", "beside", "is") and kind not in _POINTS:
        yield _Moment(known, "starts", time.day_of_start(dates.early_start), ("start", "first_day"))
    if form not in ("start", "from") or kind in _POINTS:
        verb = "is" if kind in _POINTS else "finishes"
        yield _Moment(known, verb, time.day_of_finish(dates.early_finish), ("finish", "date"))


def _live(moment: _Moment, said: str, reading: Reading) -> Iterator[str]:
    for call in moment.calls:
        live = live_fact(reading.facts, said, call, moment.known)
        if live:
            yield live


def _sentence(moment: _Moment, said: str) -> str:
    """Tell the truth in the form that the text has chosen: week and day, or the date."""
    told = week_and_day(moment.day) if _is_position(said) else full_date(moment.day)
    return f'"{moment.known[1]}" {moment.verb} {"on " if moment.verb == "is" else ""}{told}'


def _pairs(reading: Reading) -> Iterator[Claim]:
    """A day told twice, by week and day and by date, is one day."""
    time = reading.facts.schedule.time
    for one_day, found in pairwise(reading.days):
        first, second = one_day["day"], found["day"]
        if not _BETWEEN.fullmatch(reading.passage.plain, one_day.end(), found.start()):
            continue
        start = time.day_of_start(reading.facts.schedule.start)
        one, other = day_index(first, time, start), day_index(second, time, start)
        if None in (one, other) or NO_DAY in (one, other) or one == other or _are_alike(first, second):
            continue
        fact = (
            f"{first} is {full_date(time.day(one or 0))}"
            if _is_position(first)
            else f"{first} is {week_and_day(time.day(one or 0))}"
        )
        yield reading.claim("date", found.span("day"), fact, agrees=False)


def _are_alike(first: str, second: str) -> bool:
    """Two dates, or two days of the plan, are a list."""
    return _is_position(first) == _is_position(second)


def _is_position(text: str) -> bool:
    return re.match(POSITION, text) is not None
