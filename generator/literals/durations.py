"""How long work takes, as prose says it: a task, a wave, a phase, the whole plan."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from generator.literals.claims import Claim, Reading, live_fact
from generator.literals.context import END, UNADDED, is_sure
from generator.literals.lexicon import Known, Mention
from generator.literals.numbers import NUMBER, number_of
from generator.model.notation import time_in_minutes
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern, any_of
from generator.prose import tell
from generator.scheduling.meetings import length_of

_UNIT = (
    r"(?P<unit>working\s+(?:days?|weeks?)|workdays?|days?|weeks?|hours?|minutes?|min|nights?|fortnights?|months?)\b"
)
_AMOUNT = (
    r"(?P<said>(?:about\s+)?(?P<amount>\d+(?:\.\d+)?|(?:a\s+quarter|three\s+quarters)\s+of\s+an"
    rf"|{NUMBER}|half\s+an?|an?)[\s-]+"
    rf"{_UNIT}(?P<half>\s+and\s+a\s+half)?){UNADDED}"
)
_UNITS = any_of(
    "workday workdays day days week weeks hour hours minute minutes min night nights fortnight fortnights month"
    " months"
)
_LASTS = any_of("takes lasts runs spans done finished has")
"""What a statement of a length cannot do without."""
_LENGTH = Pattern(_AMOUNT, words=(_UNITS,))
_TAKES = Pattern(
    rf"[*_]{{0,2}}\s+(?:only\s+)?(?:takes?|lasts?|runs?\s+for|(?:is|are)\s+planned\s+for|needs?|has|have|goes\s+on\s+for"
    rf"|hardens?\s+for|(?:is|are)\s+(?:done|finished|over)\s+(?:in|within)|spans|is)\s+{_AMOUNT}{END}",
    words=(
        _UNITS,
        any_of(
            "take takes last lasts run runs planned need needs has have goes harden hardens done finished over spans"
            " is"
        ),
    ),
)
_BESIDE = Pattern(
    rf"[*_]{{0,2}}\s*[(:]\s*(?=[^)]*?(?:days?|weeks?)\b){_AMOUNT}{END}", ("day", "week"), ("(", ":"), words=(_UNITS,)
)
_OF_WORK = Pattern(rf"{_AMOUNT}\s+(?:of\s+work\b)", words=(_UNITS, any_of("of"), any_of("work")))
_ELSE = Pattern(
    rf"{_AMOUNT}(?=\s+(?:on|by|at|under)\b|,?\s+by\s+the\s+clock)", words=(_UNITS, any_of("on by at under"))
)
_FOR_IT = Pattern(
    rf"\b(?:[Ss]he|[Hh]e|[Tt]hey|[Tt]here)\s+(?:takes?|has|have|gets?|needs?|is|are)\s+{_AMOUNT}(?=\s+for\s+(?:it|this|that)\b)",
    words=(_UNITS, any_of("she he they there"), any_of("for"), any_of("it this that")),
)
"""Whoever does it has so long: the sentence tells the length of the work, not of the person."""
_SET_ASIDE = Pattern(
    rf"{_AMOUNT}\s+(?:is|are)\s+(?:set\s+aside|reserved|planned|allowed|scheduled|budgeted)(?:\s+for\s+(?:it|this|that))?{END}",
    words=(_UNITS, any_of("aside reserved planned allowed scheduled budgeted")),
)
_GOES_ON = Pattern(
    r"\b[Ii]t\s+(?:is\s+(?:kept\s+)?(?:open|staffed|manned|running|at\s+work|under\s+way)|goes\s+on|stays\s+open|runs|continues)"
    rf"\s+for\s+{_AMOUNT}{END}",
    words=(
        _UNITS,
        any_of("it"),
        any_of("for"),
        any_of("open staffed manned running work way goes runs continues"),
    ),
)
_DONE_IN = Pattern(
    rf"[A-Z][a-z]+(?:ed|en|wn|ung|uilt|aid|ade|ent)\b(?:\s+[a-z]+){{0,5}}\s+in\s+{_AMOUNT}{END}",
    words=(_UNITS, any_of("in")),
)
"""A description that begins with what is done: "Counted and sent back in a day"."""
_COLON = Pattern(rf"It\s[^.;:]{{3,80}}:\s+{_AMOUNT}\s+with\b", (":",), words=(_UNITS, any_of("with")))
_UNDONE = Pattern(
    rf"\btakes?\s+(?:(?:less|no\s+more)\s+than|at\s+most|under|up\s+to)\s+{_AMOUNT}\s+to\s+"
    rf"(?:undo|reverse|restore|roll\s+back|turn\s+back|take\s+back)\b",
    words=(_UNITS, any_of("take takes"), any_of("undo reverse restore back"), any_of("than most under up")),
)
_PLAN = Pattern(
    rf"\b(?:[Tt]he|[Tt]his|[Oo]ur)\s+(?:whole\s+|entire\s+)?(?:plan|project|programme|program|schedule)\s+"
    rf"(?:takes|lasts|runs\s+for|runs|spans|is\s+done\s+in|is\s+finished\s+in|has)\s+(?:in\s+all\s+)?{_AMOUNT}{END}",
    words=(_UNITS, any_of("plan project programme program schedule"), _LASTS),
)
_PLAN_OF = Pattern(
    rf"\b(?:[Tt]he|[Tt]his|[Oo]ur)\s+(?P<said>(?P<amount>\d+|{NUMBER})-(?P<unit>week|day))\s+(?:plan|project|programme|schedule)\b",
    ("-week", "-day"),
)
_IN_ALL = Pattern(
    r"\b(?:[Tt]he\s+whole(?:\s+(?:thing|work|undertaking))?|[Ii]t\s+all|[Aa]ll\s+of\s+(?:it|this)|[Aa]ll\s+in\s+all,?\s+it"
    rf"|[Ii]n\s+all,?\s+it|[Ee]verything(?:\s+together)?)\s+(?:takes|lasts|runs\s+for|spans|is\s+done\s+in)\s+{_AMOUNT}{END}",
    words=(_UNITS, _LASTS, any_of("whole all everything")),
)
_IT = Pattern(
    rf"\b(?:It|This)\s+(?:takes|lasts|runs\s+for|spans)\s+(?:in\s+all\s+)?{_AMOUNT}{END}",
    words=(_UNITS, _LASTS, any_of("it this")),
)
"""In a text of the whole plan that has named no part of it yet, "it" is the plan."""
_MINUTES = {"min": 1, "minute": 1, "hour": 60}
_SOME_OF = re.compile(
    r"\b(?:tasks?|jobs?|steps?|parts?|some|most|half)\s+of\s+(?:(?:the|this|its|our)\s+)?[*_]{0,2}$"
)
"""What is told behind it is of some of a whole."""
_WHOLE = ("summary", "approach", "subtitle", "principles")
_DAY, _MONTH = 1440, 30
_FAR_LESS = 50


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield what a sentence says of how long something takes."""
    if not _LENGTH.search(reading.passage.plain, reading.passage.begin, reading.passage.end):
        return
    for mention in reading.mentions:
        yield from _of_mention(mention, reading)
    yield from _own(reading)
    yield from _undone(reading)
    for pattern in (_PLAN, _PLAN_OF, *_by_title(reading)):
        for found in pattern.finditer(reading.passage.plain, reading.passage.begin, reading.passage.end):
            if is_sure(reading, found.start(), found.end("said")):
                yield _of_plan(found, reading)


def _of_mention(mention: Mention, reading: Reading) -> Iterator[Claim]:
    """Names that several items share tell nothing for sure."""
    items = mention.of("task", "wave", "phase", "rollback", "meeting")
    if _SOME_OF.search(reading.passage.plain[reading.passage.begin : mention.begin]):
        return
    for pattern in (_TAKES, _BESIDE):
        found = pattern.match(reading.passage.plain, mention.end, reading.passage.end)
        if found and len(items) == 1 and is_sure(reading, mention.begin, found.end("said")):
            yield from _COMPARED[items[0][0]](items[0], found, reading)
            return


def _undone(reading: Reading) -> Iterator[Claim]:
    """A bound for taking something back is that of a way back which the sentence names, or has words of."""
    passage = reading.passage
    found = _UNDONE.search(passage.plain, passage.begin, passage.end)
    if not found or not is_sure(reading, *found.span()):
        return
    named = [known for mention in reading.mentions for known in mention.of("rollback")]
    meant = dict.fromkeys(named or reading.topics.touched_by(reading.words, ("rollback",)))
    wrong = [tuple(_of_rollback(known, found, reading)) for known in meant]
    if wrong and all(wrong):
        yield from wrong[0]


def _own(reading: Reading) -> Iterator[Claim]:
    """A sentence that begins with a duration tells that of the task it belongs to."""
    owner, passage = reading.context.owner, reading.passage
    if owner is None or owner[0] != "task" or passage.pointer[-1] != "description":
        return
    elapsed = reading.facts.schedule.estimate(owner[1]).likely.elapsed
    patterns = (_OF_WORK.match, _FOR_IT.search, _SET_ASIDE.match, _GOES_ON.search, _COLON.match)
    tried = (find(passage.plain, passage.words_begin, passage.end) for find in patterns)
    found = next((each for each in tried if each), None) or _done_in(reading)
    if elapsed and not found:
        found = _ELSE.match(passage.plain, passage.words_begin, passage.end) or _ELSE.search(
            passage.plain, passage.words_begin, passage.end
        )
    if found and is_sure(reading, found.start(), found.end("said")):
        yield from _of_task(owner, found, reading)


def _done_in(reading: Reading) -> re.Match[str] | None:
    """What is done in so many days, where the sentence tells no other length."""
    passage = reading.passage
    found = _DONE_IN.match(passage.plain, passage.words_begin, passage.end)
    lengths = list(_LENGTH.finditer(passage.plain, passage.begin, passage.end)) if found else []
    return found if found and len(lengths) == 1 and found["unit"].rstrip("s").endswith(("day", "week")) else None


def _of_task(task: Known, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    time, estimate = reading.facts.schedule.time, reading.facts.schedule.estimate(task[1])
    said = _minutes(found, reading, elapsed=estimate.likely.elapsed)
    if said is None:
        return
    least, likely, most = (
        each.minutes(time.day_minutes, time.week_minutes)
        for each in (estimate.optimistic, estimate.likely, estimate.pessimistic)
    )
    if said != likely and (least <= said <= most or _is_of_a_part(said, least, found)):
        return
    live = live_fact(reading.facts, found["said"], "duration", task)
    fact = f'"{task[1]}" takes {estimate}'
    yield reading.claim("duration", found.span("said"), fact, agrees=said == likely, live=live)


def _is_of_a_part(said: Decimal, least: int, found: re.Match[str]) -> bool:
    """Tell whether some minutes or hours are far less than all of it: those of each patient, of one answer."""
    return found["unit"].startswith(("hour", "min")) and said * _FAR_LESS < least


def _minutes(found: re.Match[str], reading: Reading, *, elapsed: bool) -> Decimal | None:
    """How long a text says that something takes; nothing where nights are counted."""
    time, unit = reading.facts.schedule.time, found["unit"].split()[-1].removeprefix("work").removesuffix("s")
    day, week = (_DAY, _DAY * 7) if elapsed else (time.day_minutes, time.week_minutes)
    size = {"day": day, "week": week, "fortnight": 2 * week, **_MINUTES}.get(unit)
    if size is None:
        return None
    return (_number(found["amount"]) + (Decimal("0.5") if found["half"] else 0)) * size


def _of_rollback(rollback: Known, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """A way back takes no longer than its limit."""
    limit = getattr(reading.facts.index.by_kind["rollback"][rollback[1]], "within", None)
    most = time_in_minutes(limit.amount, limit.unit) if limit else None
    said = _minutes(found, reading, elapsed=True)
    if most is not None and said is not None and said > most:
        fact = f'the time limit of "{rollback[1]}" is {limit}'
        yield reading.claim("duration", found.span("said"), fact, agrees=False)


def _of_stretch(item: Known, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """A wave's weeks are those of the calendar that it touches; its days those that are worked."""
    schedule, unit = reading.facts.schedule, found["unit"].split()[-1]
    dates, weeks = schedule.dates[item[1]], schedule.weeks(item[1])
    days = schedule.time.workdays_between(dates.early_start, dates.early_finish)
    elapsed = -(-(dates.early_finish - dates.early_start) // _DAY)
    spanned = weeks.last - weeks.first + 1
    if unit.startswith(("week", "fortnight")):
        true, told = {spanned}, f"{spanned} week{'s' if spanned > 1 else ''}"
    elif unit.startswith("month") and abs(_number(found["amount"]) * _MONTH - elapsed) <= _MONTH // 2:
        return
    elif "day" in unit or unit.startswith("month"):
        true, told = {days, elapsed}, f"{days} working day{'s' if days > 1 else ''}"
    else:
        return
    said = _number(found["amount"]) * (2 if unit.startswith("fortnight") else 1)
    is_same = said in true or found["half"] is not None
    yield reading.claim("duration", found.span("said"), f'"{item[1]}" takes {told}', agrees=is_same)


def _by_title(reading: Reading) -> Iterator[Pattern]:
    """A plan is called by a word of its title as well: the move, the festival; or told the length of at the end."""
    if reading.passage.pointer[0] in _WHOLE:
        yield _IN_ALL
        if not any(kind in ITEM_KINDS for kind, _ in reading.context.before):
            yield _IT
        yield from _titled(reading.facts.plan.title)


@lru_cache(maxsize=4)
def _titled(title: str) -> tuple[Pattern, ...]:
    words = sorted(re.findall(r"[^\W\d_]{4,20}", title.lower()))
    called = rf"\b[Tt]he\s+(?:whole\s+)?(?:{'|'.join(words)})\s+"
    takes = rf"(?:takes|lasts|runs\s+for|spans|is\s+done\s+in)\s+{_AMOUNT}"
    return (Pattern(called + takes, words=(_UNITS, _LASTS, frozenset(words))),) if words else ()


def _of_plan(found: re.Match[str], reading: Reading) -> Claim:
    unit = "weeks" if found["unit"].startswith(("week", "fortnight")) else "days"
    told = tell(reading.facts, "length", unit)
    agrees = _number(found["amount"]) * (2 if found["unit"].startswith("fortnight") else 1) == Decimal(told)
    if found["unit"].startswith("month"):
        agrees = (
            abs(_number(found["amount"]) * _MONTH - 7 * Decimal(tell(reading.facts, "length", "weeks")))
            <= _MONTH // 2
        )
    live = f"{{{{ length('{unit}') }}}}" if found["amount"] == told else None
    noun = "week" if unit == "weeks" else "working day"
    fact = f"the plan takes {told} {noun}{'s' if told != '1' else ''}"
    span = found.span("amount") if agrees else found.span("said")
    return reading.claim("duration", span, fact, agrees=agrees, live=live)


def _number(text: str) -> Decimal:
    if text.startswith("half"):
        return Decimal("0.5")
    if "quarter" in text:
        return Decimal("0.75") if text.startswith("three") else Decimal("0.25")
    if text in ("a", "an"):
        return Decimal(1)
    return Decimal(text) if text[0].isdecimal() else Decimal(number_of(text))


def _of_meeting(meeting: Known, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    true = length_of(reading.facts.plan.meetings[meeting[1]])
    said = _minutes(found, reading, elapsed=True)
    if true is not None and said is not None and said != true and said < _DAY:
        fact = f'"{meeting[1]}" lasts {true} minutes'
        yield reading.claim("duration", found.span("said"), fact, agrees=False)


_COMPARED = {
    "task": _of_task,
    "wave": _of_stretch,
    "phase": _of_stretch,
    "rollback": _of_rollback,
    "meeting": _of_meeting,
}
