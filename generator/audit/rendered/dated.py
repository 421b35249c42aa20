"""What the schedule has to say of an item: its days, its length, its float, how far it is."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.audit.calendar import WEEKDAYS
from generator.audit.rendered.atoms import is_rounded
from generator.audit.rendered.statements import Said
from generator.audit.rendered.truth import Ref, Truth, plain
from generator.model.quantity import Duration
from generator.scheduling.clock import DAY

_EMPTY = "no tasks yet"
_SUMMARIES = ("phase", "wave")
_ROUNDING = Decimal("0.051")


@dataclass(frozen=True)
class Fact:
    """What is true, in words, and whether what was said agrees."""

    told: str
    agrees: Callable[[Said], bool]


Tell = Callable[[Ref, Truth], Fact | None]


def one_of(*told: str) -> Fact:
    """Accept any of several wordings."""
    accepted = frozenset(map(plain, told))
    return Fact(told[0], lambda said: said.plain in accepted)


def days_of(ref: Ref, truth: Truth) -> tuple[int, int] | None:
    """The first and the last day of an item; a moment has one."""
    dates = truth.dates(ref)
    if dates is None:
        return None
    last = max(dates.early_finish - 1, 0) // DAY
    return min(dates.early_start // DAY, last), last


def _on(*indexes: int) -> Callable[[Said], bool]:
    """Both ways of telling days, by week and by date, agree with the true ones."""
    wanted = [*dict.fromkeys(indexes)]

    def agrees(said: Said) -> bool:
        ways = ([told.index for told in said.days if told.by_date is way] for way in (False, True))
        told = [list(dict.fromkeys(way)) for way in ways if way]
        return bool(told) and all(way == wanted for way in told)

    return agrees


_TIME = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])")


def _at(*instants: int) -> Callable[[Said], bool]:
    """Times of day, where as many are told as there are moments, are theirs; midnight is the end of a day as well."""
    wanted = [instant % DAY for instant in instants]

    def agrees(said: Said) -> bool:
        told = [(int(hour) * 60 + int(minute)) % DAY for hour, minute in _TIME.findall(said.words)]
        return len(told) != len(wanted) or told == wanted

    return agrees


def start(ref: Ref, truth: Truth) -> Fact | None:
    """The day on which it starts; a moment may leave it out."""
    days = days_of(ref, truth)
    if days is None:
        return None
    agrees = _on(days[0])
    return Fact(_day(days[0], truth), lambda said: not said.words.strip() or agrees(said))


def finish(ref: Ref, truth: Truth) -> Fact | None:
    """The day on which it finishes."""
    days = days_of(ref, truth)
    return Fact(_day(days[1], truth), _on(days[1])) if days else None


def span(ref: Ref, truth: Truth) -> Fact | None:
    """The days from start to finish; a wave or phase that nobody has filled yet may have none."""
    days = days_of(ref, truth)
    if days is None:
        return None
    if ref.kind in _SUMMARIES and not any(truth.snapshot.schedule.breakdown.tasks_within(ref.id)):
        return Fact(_EMPTY, lambda said: said.plain == _EMPTY or _on(*days)(said))
    told, dates = " to ".join(dict.fromkeys(_day(day, truth) for day in days)), truth.dates(ref)
    on, at = _on(*days), _at(dates.early_start, dates.early_finish) if dates and ref.kind == "task" else _at()
    return Fact(told, lambda said: on(said) and at(said))


def span_and_size(ref: Ref, truth: Truth) -> Fact | None:
    """The days from start to finish, and the length of the work."""
    when, length = span(ref, truth), size(ref, truth)
    if when is None or length is None:
        return when
    return Fact(f"{when.told}, {length.told}", lambda said: when.agrees(said) and length.agrees(said))


def delivered(ref: Ref, truth: Truth) -> Fact | None:
    """The day on which the last task that delivers it finishes."""
    last = [days[1] for task in truth.makers.get(ref.id, ()) if (days := days_of(task, truth))]
    return Fact(_day(max(last), truth), _on(max(last))) if last else None


@lru_cache(maxsize=20_000)
def _day(index: int, truth: Truth) -> str:
    day = truth.snapshot.schedule.time.day(index)
    told = f"Week {day.week} " + (f"Day {day.number}" if day.number else WEEKDAYS[day.weekday])
    return f"{told} ({day.date.isoformat()})" if day.date else told


def size(ref: Ref, truth: Truth) -> Fact | None:
    """A task's duration with its range, in any unit; of a summary its workdays or its working time."""
    if ref.kind in _SUMMARIES:
        return _length_of_summary(ref, truth)
    if ref.kind != "task":
        return None
    estimate = truth.snapshot.schedule.estimate(ref.id)
    points = (estimate.optimistic, estimate.likely, estimate.pessimistic)
    return Fact(str(estimate), lambda said: _is_estimate(said.words, points, ref, truth))


_RANGE = re.compile(
    r"\((?P<low>\d+(?:\.\d+)?)[–-](?P<high>\d+(?:\.\d+)?)\)|\((?P<least>[^()]*?) to (?P<most>[^()]*?)\)"
)


def _is_estimate(words: str, points: tuple[Duration, Duration, Duration], ref: Ref, truth: Truth) -> bool:
    time = truth.snapshot.schedule.time
    text = words.partition("), ")[2] or words
    found = _RANGE.search(text)
    if "/" in text and not found:
        return plain(text) == "/".join(map(str, points))
    dates = truth.dates(ref)
    worked = time.clock.worked(dates.early_finish) - time.clock.worked(dates.early_start) if dates else 0
    said = truth.minutes(_RANGE.sub("", text).rpartition(", ")[2])
    likely = Decimal(points[1].minutes(time.day_minutes, time.week_minutes))
    if said is None or not any(_near(said, each, text, truth) for each in (likely, Decimal(worked))):
        return False
    if found is None or not found["low"]:
        return True
    return [Decimal(found["low"]), Decimal(found["high"])] == [points[0].amount, points[2].amount]


def _near(said: Decimal, true: Decimal, text: str, truth: Truth) -> bool:
    rounded = is_rounded(text) or not re.search(r"hour|minute|\d[hm]\b", text)
    return abs(said - true) <= (_ROUNDING * truth.snapshot.schedule.time.day_minutes if rounded else 1)


def _length_of_summary(ref: Ref, truth: Truth) -> Fact | None:
    dates, time = truth.dates(ref), truth.snapshot.schedule.time
    if dates is None:
        return None
    workdays = time.workdays_between(dates.early_start, dates.early_finish)
    worked = time.clock.worked(dates.early_finish) - time.clock.worked(dates.early_start)
    either = (Decimal(workdays * time.day_minutes), Decimal(worked))

    def agrees(said: Said) -> bool:
        told = truth.minutes(said.words)
        return told is not None and any(_near(told, each, said.words, truth) for each in either)

    return Fact(f"{workdays}d", agrees)


def float_of(ref: Ref, truth: Truth) -> Fact | None:
    """How far it may slip before the plan does; checkpoints do not slip."""
    dates = truth.dates(ref)
    return None if dates is None or ref.kind == "checkpoint" else _slack(dates.total_float, truth)


def free_float_of(ref: Ref, truth: Truth) -> Fact | None:
    """How far it may slip before anything that waits for it does."""
    dates = truth.dates(ref)
    return None if dates is None or ref.kind == "checkpoint" else _slack(dates.free_float, truth)


@lru_cache(maxsize=20_000)
def _slack(minutes: int, truth: Truth) -> Fact:
    true, time = Decimal(minutes), truth.snapshot.schedule.time

    def agrees(said: Said) -> bool:
        told = truth.minutes(said.words)
        if told is None:
            return true <= 0 or plain(said.words) in ("-", "")
        return _near(-told if "-" in plain(said.words) or "late" in said.words else told, true, said.words, truth)

    return Fact(f"{round(true / time.day_minutes, 2).normalize():f}d", agrees)


def critical(ref: Ref, truth: Truth) -> Fact | None:
    """Whether any slip of it moves the finish; summaries are told by their members."""
    dates = truth.dates(ref)
    if dates is None or ref.kind not in ("task", "milestone"):
        return None
    return one_of("yes" if dates.critical else "no")


def state(ref: Ref, truth: Truth) -> Fact | None:
    """Done, or critical, or how far it is."""
    dates, item = truth.dates(ref), truth.item(ref)
    if dates is None or ref.kind not in ("task", "milestone"):
        return None
    percent = getattr(item, "percent_complete", None) or 0
    done = getattr(item, "done", False) or percent == 100  # noqa: PLR2004 - per cent
    told = (
        "Done"
        if done
        else " ".join(filter(None, ["Critical" if dates.critical else "", f"{percent:f}%" if percent else ""]))
    )

    def agrees(said: Said) -> bool:
        words = said.plain.lower()
        if done:
            return "done" in words
        shown = re.findall(r"(\d+(?:\.\d+)?)%", words)
        return (
            ("critical" in words) == dates.critical
            and "done" not in words.replace("% done", "")
            and all(Decimal(each) == round(percent) for each in shown)
        )

    return Fact(told or "nothing", agrees)


def weeks(ref: Ref, truth: Truth) -> Fact | None:
    """The calendar weeks in which it is at work."""
    return one_of(str(truth.snapshot.schedule.weeks(ref.id)))


def progress(ref: Ref, truth: Truth) -> Fact | None:
    """How far it is, to the whole per cent or as its author says."""
    percent = getattr(truth.item(ref), "percent_complete", None)
    return (
        Fact(f"{percent:f}%", lambda said: said.plain in (f"{percent:f}%", f"{round(percent)}%")) if percent else None
    )
