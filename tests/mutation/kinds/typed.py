"""A live fact of a sound plan is replaced by a wrong literal of the same sort, near the true one."""

import re
from collections.abc import Iterator
from html import unescape

from generator.errors import BadValueError
from generator.prose import Facts, tell
from tests.mutation.fault import Aim, Fault, Good, spoken

_CALL = re.compile(r"\{\{ (?P<name>\w+)\((?P<arguments>[^)]*)\) \}\}")
_DAY = re.compile(r"Week (?P<week>\d+) Day (?P<day>\d+)")
_DATE = re.compile(r"(?P<day>\d+) (?P<rest>[A-Z]\w+ \d{4})")


def typed_day_that_is_wrong(good: Good) -> Iterator[Fault]:
    """The day before, or the one after the first, in place of when something begins or ends."""
    yield from _typed(good, "prose-date", "finish", "start", "date", "first_day")


def typed_weeks_that_are_wrong(good: Good) -> Iterator[Fault]:
    """Other weeks, or another length, than computed."""
    yield from _typed(good, "prose-date", "weeks")


def typed_figure_that_is_wrong(good: Good) -> Iterator[Fault]:
    """Another bound than that of the target, alert or rollback."""
    yield from _typed(good, "prose-figure", "value", "within", "time")


def typed_share_that_is_wrong(good: Good) -> Iterator[Fault]:
    """Another share than the quota grants."""
    yield from _typed(good, "prose-share", "share")


def typed_number_that_is_wrong(good: Good) -> Iterator[Fault]:
    """One more than there are: of waves, of people."""
    yield from _typed(good, "prose-count", "count", "total", "team", "headcount")


def _typed(good: Good, rule: str, *names: str) -> Iterator[Fault]:
    assert good.outcome.snapshot
    snapshot = good.outcome.snapshot
    facts = Facts(snapshot.plan, snapshot.index, snapshot.names, snapshot.schedule)
    for pointer, spot in good.text.spots.items():
        written = good.text.text[slice(*spot.value)] if spot.is_scalar else ""
        for found in _CALL.finditer(written):
            wrong = _wrong(found, facts) if found["name"] in names else None
            if wrong:
                begin = spot.value[0] + found.start()
                text = good.text.text[:begin] + wrong + good.text.text[begin + len(found.group()) :]
                rules = (rule, "criterion-figure")
                aims = [Aim(name, offset=begin + skipped) for name in rules for skipped in _skips(wrong)]
                yield good.fault(f"{spoken(pointer)}: {wrong} for {found.group()}", text, *aims)


def _skips(wrong: str) -> tuple[int, ...]:
    """A finding may stand at the words or at the number in them."""
    number = re.search(r"\d", wrong)
    return (0, number.start()) if number and number.start() else (0,)


def _wrong(found: re.Match[str], facts: Facts) -> str | None:
    arguments = re.findall(r"'([^']*)'", found["arguments"])
    try:
        true = unescape(tell(facts, found["name"], *arguments))
    except BadValueError:
        return None
    return _other_day(true) if _DAY.fullmatch(true) or _DATE.fullmatch(true) else _other_number(true)


def _other_day(true: str) -> str:
    position, on = _DAY.fullmatch(true), _DATE.fullmatch(true)
    if position:
        day = int(position["day"])
        return f"Week {position['week']} Day {day - 1 if day > 1 else day + 1}"
    assert on
    day = int(on["day"])
    return f"{day - 1 if day > 1 else day + 1} {on['rest']}"


def _other_number(true: str) -> str | None:
    """A greater number in place of the first one."""
    number = re.search(r"\d+", true)
    if not number:
        return None
    value = int(number.group())
    return f"{true[: number.start()]}{value + 1 if value < 10 else value - 7}{true[number.end() :]}"
