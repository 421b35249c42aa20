"""How far the work is at the status date, in value and in time, as the field tells it."""

from dataclasses import dataclass

from generator.formatting import counted
from generator.scheduling.progress.earned_schedule import estimate_in_time, index_in_time, variance_in_time
from generator.scheduling.progress.earned_value import schedule_index, schedule_variance
from generator.scheduling.progress.measure import Measured, measure
from generator.scheduling.telling import full_date
from generator.snapshot import Snapshot

_ALL = 100


@dataclass(frozen=True)
class Figure:
    """One figure: its name, what the field calls it, its value, and what it says."""

    name: str
    sign: str
    value: str
    says: str


@dataclass(frozen=True)
class EarnedProgress:
    """The figures, the pace in a sentence, and the day that they hold for; `tone` is that of a call-out."""

    figures: tuple[Figure, ...]
    pace: str
    tone: str
    day: str


def view(snapshot: Snapshot) -> EarnedProgress | None:
    """Tell the figures of a plan that has a status date and records progress; nothing of others."""
    measured = measure(snapshot.plan, snapshot.schedule, snapshot.as_of)
    if measured is None or snapshot.as_of is None:
        return None
    time = snapshot.schedule.time
    figures = (*_of_value(measured, time.day_minutes), *_of_time(measured))
    ahead = variance_in_time(measured.time_earned, measured.time_gone)
    day = full_date(time.day(time.day_index(snapshot.as_of) or 0))
    return EarnedProgress(figures, _pace(ahead), "success" if round(ahead, 1) >= 0 else "warning", day)


def _of_value(measured: Measured, day: int) -> tuple[Figure, ...]:
    earned, planned = measured.earned, measured.planned
    index = schedule_index(earned, planned)
    figures = (
        Figure("Planned value", "PV", _work(planned, measured, day), "What was to be done by the status date"),
        Figure("Earned value", "EV", _work(earned, measured, day), "What is done"),
        Figure("Schedule variance", "SV", _days(schedule_variance(earned, planned) / day), "EV - PV"),
    )
    return (
        (*figures, Figure("Schedule performance", "SPI", f"{index:.2f}", "EV / PV")) if index is not None else figures
    )


def _of_time(measured: Measured) -> tuple[Figure, ...]:
    earned, gone, whole = measured.time_earned, measured.time_gone, measured.time_planned
    index = index_in_time(earned, gone)
    reached = f"{_number(earned)} of {counted(gone, 'workday')} gone by"
    figures = (
        Figure("Earned schedule", "ES", reached, "When what is done was to be done"),
        Figure("Schedule variance in time", "SV(t)", _days(variance_in_time(earned, gone), "workday"), "ES - AT"),
    )
    if not index:
        return figures
    told = f"{_days(estimate_in_time(whole, index), 'workday')}, planned are {whole}"
    return (
        *figures,
        Figure("Pace", "SPI(t)", f"{index:.2f}", "ES / AT: workdays earned for each that went by"),
        Figure("Duration at this pace", "IEAC(t)", told, "Planned duration / SPI(t)"),
    )


def _pace(ahead: float) -> str:
    if not round(ahead, 1):
        return "The work is where it was to be."
    return f"The work is {_days(abs(ahead), 'workday')} {'ahead' if ahead > 0 else 'behind'}."


def _work(minutes: float, measured: Measured, day: int) -> str:
    return f"{_days(minutes / day)}, {_number(minutes * _ALL / measured.budget)}%"


def _days(amount: float, noun: str = "day") -> str:
    number = _number(amount)
    return f"{number} {noun if number == '1' else noun + 's'}"


def _number(amount: float) -> str:
    return f"{round(amount, 1) + 0:g}"
