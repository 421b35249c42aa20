"""How long work takes, as prose says it: a task, a wave, a phase, the whole plan."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.literals.claims import Claim, Reading, live_fact
from generator.literals.context import END, NUMBER, is_sure, number_of
from generator.literals.lexicon import Known, Mention
from generator.prose import tell

_UNIT = r"(?P<unit>working\s+days?|workdays?|days?|weeks?|hours?|minutes?|min)\b"
_AMOUNT = rf"(?P<said>(?P<amount>\d+(?:\.\d+)?|{NUMBER})[\s-]+{_UNIT})"
_TAKES = re.compile(rf"[*_]{{0,2}}\s+(?:takes|lasts|runs\s+for|is\s+planned\s+for)\s+{_AMOUNT}{END}")
_BESIDE = re.compile(rf"[*_]{{0,2}}\s*[(:]\s*(?=[^)]*?(?:days?|weeks?)\b){_AMOUNT}{END}")
_PLAN = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Oo]ur)\s+(?:whole\s+|entire\s+)?(?:plan|project|programme|program|schedule)\s+"
    rf"(?:takes|lasts|runs\s+for|runs|spans|is\s+done\s+in|is\s+finished\s+in|has)\s+(?:in\s+all\s+)?{_AMOUNT}{END}"
)
_PLAN_OF = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Oo]ur)\s+(?P<said>(?P<amount>\d+|{NUMBER})-(?P<unit>week|day))\s+(?:plan|project|programme|schedule)\b"
)
_MINUTES = {"min": 1, "minute": 1, "hour": 60}


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield what a sentence says of how long something takes."""
    for mention in reading.mentions:
        yield from _of_mention(mention, reading)
    for pattern in (_PLAN, _PLAN_OF):
        for found in pattern.finditer(reading.passage.plain, reading.passage.begin, reading.passage.end):
            if is_sure(reading, found.start(), found.end("said")):
                yield _of_plan(found, reading)


def _of_mention(mention: Mention, reading: Reading) -> Iterator[Claim]:
    """Names that several items share tell nothing for sure."""
    items = mention.of("task", "wave", "phase")
    for pattern in (_TAKES, _BESIDE):
        found = pattern.match(reading.passage.plain, mention.end, reading.passage.end)
        if found and len(items) == 1 and is_sure(reading, mention.begin, found.end("said")):
            compare = _of_task if items[0][0] == "task" else _of_stretch
            yield from compare(items[0], found, reading)
            return


def _of_task(task: Known, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    time, estimate = reading.facts.schedule.time, reading.facts.schedule.estimate(task[1])
    if estimate.likely.elapsed:
        return
    unit = found["unit"].split()[-1].removeprefix("work").removesuffix("s")
    size = {"day": time.day_minutes, "week": time.week_minutes, **_MINUTES}[unit]
    said = _number(found["amount"]) * size
    least, likely, most = (
        each.minutes(time.day_minutes, time.week_minutes)
        for each in (estimate.optimistic, estimate.likely, estimate.pessimistic)
    )
    if said != likely and least <= said <= most:
        return
    live = live_fact(reading.facts, found["said"], "duration", task)
    fact = f'"{task[1]}" takes {estimate}'
    yield reading.claim("duration", found.span("said"), fact, agrees=said == likely, live=live)


def _of_stretch(item: Known, found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """A wave's weeks are those of the calendar that it touches; its days those that are worked."""
    schedule, unit = reading.facts.schedule, found["unit"].split()[-1]
    dates, weeks = schedule.dates[item[1]], schedule.weeks(item[1])
    days = schedule.time.workdays_between(dates.early_start, dates.early_finish)
    spanned = weeks.last - weeks.first + 1
    if unit.startswith("week"):
        true, told = {spanned}, f"{spanned} week{'s' if spanned > 1 else ''}"
    elif "day" in unit:
        true, told = {days}, f"{days} working day{'s' if days > 1 else ''}"
    else:
        return
    is_same = _number(found["amount"]) in true
    yield reading.claim("duration", found.span("said"), f'"{item[1]}" takes {told}', agrees=is_same)


def _of_plan(found: re.Match[str], reading: Reading) -> Claim:
    unit = "weeks" if found["unit"].startswith("week") else "days"
    told = tell(reading.facts, "length", unit)
    agrees = _number(found["amount"]) == Decimal(told)
    live = f"{{{{ length('{unit}') }}}}" if found["amount"] == told else None
    noun = "week" if unit == "weeks" else "working day"
    fact = f"the plan takes {told} {noun}{'s' if told != '1' else ''}"
    span = found.span("amount") if agrees else found.span("said")
    return reading.claim("duration", span, fact, agrees=agrees, live=live)


def _number(text: str) -> Decimal:
    return Decimal(text) if text[0].isdecimal() else Decimal(number_of(text))
