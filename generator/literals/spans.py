"""How long a task takes, as its own description says it in other words: "done within a day", "two weeks of rest"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.literals.claims import Claim, Reading
from generator.literals.context import END, UNADDED, is_sure
from generator.literals.days import DAY
from generator.literals.lengths import MINUTES, UNIT, WORDS
from generator.literals.numbers import NUMBER, NUMBERS, ONE_WORD, number_of
from generator.literals.passages import Passage
from generator.literals.stems import stems
from generator.patterns import Pattern, any_of

_AMOUNT = (
    rf"(?P<said>(?P<amount>(?i:half|(?:a\s+quarter|three\s+quarters)\s+of|an?\b)|\d+(?:\.\d+)?|{NUMBER})\s+(?:an?\s+)?(?:whole\s+|full\s+|long\s+)?"
    rf"(?P<work>working\s+|work)?(?P<unit>{UNIT})s?\b(?P<half>\s+and\s+a\s+half)?)"
    rf"{UNADDED}"
)
_GOING_ON = (
    r"(?:,?\s+by\s+the\s+clock|,?\s+and\s+(?:no|not\s+a\s+\w+)\s+(?:more|longer)|,?\s+and\s+nights?\b|\s+of\s+(?:[a-z]+ing|rest|work)\b"
    r"|,?\s+without\s+(?:an?\s+)?(?:break|pause|stop|interruption)|\s+in\s+a\s+row|,?\s+from\s+(?:the\s+)?\w+(?:\s+\w+){0,3}\s+to\s)"
)
_FORMS = (
    Pattern(
        rf"{_AMOUNT}(?={_GOING_ON})",
        words=(WORDS, any_of("clock more longer night nights of without row from")),
        flags=re.IGNORECASE,
    ),
    Pattern(
        rf"{_AMOUNT}(?=,?\s+(?:from|beginning|starting)\s+(?:on\s+)?{DAY.text}(?:[.,;]|$|\s+in\s+which\b))",
        words=(WORDS, any_of("from beginning starting")),
    ),
    Pattern(
        rf"(?:[A-Z][a-z]+(?:ed|en|ne|de|ne|lt|ung|ad|ver)|Ready|Over)\s+(?:with)?in\s+{_AMOUNT}{END}",
        words=(WORDS, any_of("in within")),
    ),
    Pattern(
        rf"{_AMOUNT}(?:,?\s+(?:in\s+all|altogether|at\s+(?:the\s+)?most)|\s+(?:is|are)\s+(?:enough|plenty|what\s+\w+(?:\s+\w+){{0,3}}|needed|wanted|due)"
        rf"(?:\s+for\s+(?:it|this))?){END}",
        words=(WORDS, any_of("all altogether most enough plenty what needed wanted due")),
    ),
    Pattern(
        rf"(?:Takes|Lasts|Needs|Runs\s+for|Goes\s+on\s+for)\s+{_AMOUNT}{END}",
        words=(WORDS, any_of("takes lasts needs runs goes")),
    ),
    Pattern(
        rf"(?:[Ff]or|[Aa]ltogether|[Ii]n\s+all|[Aa]ll\s+in\s+all),?\s+{_AMOUNT}(?=[.;]|$)",
        words=(WORDS, any_of("for altogether all")),
    ),
)
"""What a description without a subject begins with."""
_FIRST = re.compile(r"[^\W_]+")
_LEADING = NUMBERS | any_of("half a an takes lasts needs runs goes for altogether in all ready over")
_PARTICIPLE = ("ed", "en", "ne", "de", "lt", "ung", "ad", "ver")
_THROUGH = any_of("over done finished complete ready through hard dry there")
_WITHIN = (
    Pattern(
        r"\b(?:[Ss]he|[Hh]e|[Tt]hey|[Ii]t|[Ww]e)\s+(?:only\s+)?(?:takes?|needs?|lasts?|goes\s+on\s+for|stays?\s+open\s+for|runs\s+for)"
        rf"\s+{_AMOUNT}(?:\s+(?:for\s+(?:it|this)|to\s+do\s+(?:it|this)))?{END}",
        words=(
            WORDS,
            any_of("she he they it we"),
            any_of("take takes need needs last lasts goes stay stays runs"),
        ),
    ),
    Pattern(
        rf"\b(?:an?|per|each|every)\s+(?:day|night),?\s+(?:for|over)\s+{_AMOUNT}{END}",
        words=(WORDS, any_of("an a per each every"), any_of("for over")),
    ),
    Pattern(
        rf"\b[Ii]t\s+is\s+(?:over|done|finished|complete|ready|through|hard|dry|there)\s+(?:after|in|within)\s+{_AMOUNT}{END}",
        words=(WORDS, any_of("it"), _THROUGH),
    ),
    Pattern(
        rf"\b[Aa]fter\s+{_AMOUNT}\s+it\s+is\s+(?:over|done|finished|complete|ready|hard|dry|there){END}",
        words=(WORDS, any_of("after"), any_of("it"), _THROUGH),
    ),
    Pattern(
        rf"{_AMOUNT}\s+(?:goes|go|is\s+spent|are\s+spent|is\s+needed|are\s+needed)(?:\s+(?:into|on|for)\s+(?:it|this))?{END}",
        words=(WORDS, any_of("goes go spent needed")),
    ),
)
_FOR_WHOM = Pattern(
    rf"{_AMOUNT}\s+(?:for|with)\s+(?:(?:both|all|the|our|{NUMBER})\s+){{0,3}}(?P<who>[a-z]{{3,20}})\b",
    words=(WORDS, any_of("for with")),
    flags=re.IGNORECASE,
)
_ELAPSED = re.compile(r",?\s+(?:by\s+the\s+clock|and\s+nights?\b)")
_DAY, _EVENING, _MORNING = 1440, 18 * 60, 9 * 60
_ROOM = Decimal("0.25")
"""By how much a month may be more or less."""


_NIGHTS = Pattern(
    rf"(?:^|(?<=[.!?;:,])\s+|(?<=[.!?;:,]\s))(?P<said>(?P<amount>{NUMBER})\s+nights?)(?=[.;,]|$)",
    words=(any_of("night nights"), NUMBERS),
)
_PROCESS = Pattern(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]hese|[Tt]heir)\s+{_AMOUNT}\s+of\s+(?P<process>[a-z]{{4,20}})\b",
    words=(WORDS, any_of("of"), any_of("the its these their")),
)

_OF_PROCESS = Pattern(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]hese|[Tt]heir)\s+(?:half|an?|hundred|thousand|{ONE_WORD})",
    words=(any_of("the its these their"),),
)
"""What it cannot do without, and is quick to compile."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each length that the task of a description, or one that a process is called by, does not take."""
    owner, passage = reading.context.owner, reading.passage
    if not reading.tells_length:
        return
    is_told = _OF_PROCESS.search(passage.plain, passage.begin, passage.end)
    for found in _PROCESS.finditer(passage.plain, passage.begin, passage.end) if is_told else ():
        yield from _of_process(found, reading)
    if owner is None or owner[0] != "task" or passage.pointer[-1] != "description":
        return
    for found in _NIGHTS.finditer(passage.plain, passage.begin, passage.end):
        yield from _of_nights(owner[1], found, reading)
    begins = _may_begin(passage)
    tried = (
        *(form.match(passage.plain, passage.words_begin, passage.end) for form in _FORMS if begins),
        *(form.search(passage.plain, passage.begin, passage.end) for form in _WITHIN),
    )
    told = next((each for each in tried if each), None) or (_for_somebody(reading) if begins else None)
    if told and is_sure(reading, *told.span("said"), doubts=not _ELAPSED.match(passage.plain, told.end("said"))):
        yield from _judged(owner[1], told, reading)


def _may_begin(passage: Passage) -> bool:
    """Tell whether a sentence begins with a number, or with a word that may stand before one."""
    first = _FIRST.match(passage.plain, passage.words_begin, passage.end)
    word = first.group().lower() if first else ""
    return word[:1].isdigit() or word in _LEADING or word.endswith(_PARTICIPLE)


def _for_somebody(reading: Reading) -> "re.Match[str] | None":
    """`Four days for both technicians`: what people are given is the length of the work, unlike what paint is."""
    passage = reading.passage
    found = _FOR_WHOM.match(passage.plain, passage.words_begin, passage.end)
    return found if found and stems(found["who"]) & reading.topics.people_words else None


def _of_nights(task: str, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """Work that is done at night takes as many as lie between its first evening and its last morning."""
    dates = reading.facts.schedule.dates[task]
    nights = dates.early_finish // _DAY - dates.early_start // _DAY
    is_at_night = dates.early_start % _DAY >= _EVENING and dates.early_finish % _DAY <= _MORNING
    if is_at_night and nights and number_of(found["amount"]) != nights and is_sure(reading, *found.span("said")):
        fact = f'"{task}" takes {nights} night{"s" if nights > 1 else ""}'
        yield reading.claim("duration", found.span("said"), fact, agrees=False)


def _of_process(found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """Compare "the three weeks of hardening" with the task that is called so, and by other words of the sentence."""
    process, topics = stems(found["process"]), reading.topics
    among = set(topics.touched_by(process, ("task",)))
    shared = {known: len(topics.words[known] & reading.words) for known in among}
    most = [known[1] for known, count in shared.items() if count == max(shared.values())]
    wrong = [list(_judged(task, found, reading)) for task in most]
    if wrong and all(wrong) and is_sure(reading, *found.span("said"), doubts=False):
        yield from wrong[0]


def _judged(task: str, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """Working time and time on the calendar both count; what is of another order of size is about something else."""
    schedule, estimate = reading.facts.schedule, reading.facts.schedule.estimate(task)
    time, dates = schedule.time, schedule.dates[task]
    least, most = (
        each.minutes(time.day_minutes, time.week_minutes) for each in (estimate.optimistic, estimate.pessimistic)
    )
    amount, unit, by_clock = (
        _amount(found),
        MINUTES[found["unit"].lower()],
        Decimal(dates.early_finish - dates.early_start),
    )
    is_elapsed = estimate.likely.elapsed
    size = {1440: time.day_minutes, 10080: time.week_minutes, 20160: 2 * time.week_minutes}.get(unit, unit)
    worked = amount * (unit if is_elapsed else 4 * time.week_minutes if found["unit"].lower() == "month" else size)
    spanned = amount * unit
    if (unit < _DAY) != (most < (_DAY if is_elapsed else time.day_minutes)):
        return
    room = _ROOM if found["unit"].lower() == "month" else Decimal(0)
    days = abs(spanned - by_clock) < _DAY if unit >= _DAY and not found["work"] else False
    if not (least * (1 - room) <= worked <= most * (1 + room)) and not days:
        yield reading.claim("duration", found.span("said"), f'"{task}" takes {estimate}', agrees=False)


def _amount(found: re.Match[str]) -> Decimal:
    text = " ".join(found["amount"].lower().split())
    known = {"half": "0.5", "a quarter of": "0.25", "three quarters of": "0.75", "a": "1", "an": "1"}.get(text)
    amount = Decimal(known or (text if re.fullmatch(r"\d+(?:\.\d+)?", text) else number_of(text)))
    return amount + (Decimal("0.5") if found["half"] else 0)
