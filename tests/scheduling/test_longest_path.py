"""The network pass against a longest path of its own: hour by hour, without any of the scheduler's arithmetic.

Plans are drawn with all links, working and elapsed lags and leads, calendars of their own, imposed dates. The
reference counts hours in a list and relaxes bounds until nothing moves (Bellman 1958).
"""

from dataclasses import dataclass, replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.scheduling.schedule import Schedule, compute_schedule
from generator.sources.plan_files import parse_plan
from generator.validation import validate

HOUR = 60
DAYS = 400
WEEK = 7
CALENDARS = {
    "": [(9, 12), (13, 17)],
    "night": [(0, 5), (22, 24)],
    "always": [(0, 24)],
    "short": [(8, 10)],
}
WORKDAYS = {"": range(5), "night": range(1, 7), "always": range(7), "short": (0, 3)}
NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HOLIDAYS = (3, 14)
"""Days of the axis, from Monday 5 January 2026 on, without work in calendars that do not tell their own."""
CLOSED = {"": HOLIDAYS, "night": HOLIDAYS, "always": (), "short": HOLIDAYS}


@dataclass(frozen=True)
class Wait:
    """A link: predecessor, ends tied, lag in hours, by the clock or in working time."""

    on: int
    link: str
    lag: int
    elapsed: bool


@dataclass(frozen=True)
class Job:
    """A task: hours of work, its calendar, its links, and the days from which it may start and finish."""

    hours: int
    calendar: str
    elapsed: bool
    waits: tuple[Wait, ...]
    start_day: int | None
    finish_day: int | None


def hours_of(calendar: str) -> list[bool]:
    """Tell of each hour of the axis whether it is worked."""
    worked = []
    for day in range(DAYS):
        on = day % WEEK in WORKDAYS[calendar] and day not in CLOSED[calendar]
        worked += [on and any(begin <= hour < end for begin, end in CALENDARS[calendar]) for hour in range(24)]
    return worked


WORKED = {name: hours_of(name) for name in CALENDARS}
TOTALS = {name: [sum(hours[:0])] for name, hours in WORKED.items()}
for name, hours in WORKED.items():
    for hour in hours:
        TOTALS[name].append(TOTALS[name][-1] + hour)
TOTALS["elapsed"] = list(range(24 * DAYS + 1))
WORKED["elapsed"] = [True] * (24 * DAYS)


def after(clock: str, total: int) -> int:
    """The hour at which work goes on when so many are worked."""
    return next(hour for hour, on in enumerate(WORKED[clock]) if on and TOTALS[clock][hour] == total)


def before(clock: str, total: int) -> int:
    """The hour at whose beginning so many are worked, before any break."""
    return TOTALS[clock].index(total) if total else after(clock, 0)


def reference(jobs: list[Job], begin: int) -> list[tuple[int, int]]:
    """Relax every bound until none moves: the starts and finishes, in hours of the axis."""
    spans = [(begin, begin)] * len(jobs)
    for _ in range(len(jobs) + 1):
        spans, last = [span_of(job, spans, begin) for job in jobs], spans
        if spans == last:
            return spans
    raise AssertionError


def span_of(job: Job, spans: list[tuple[int, int]], begin: int) -> tuple[int, int]:
    clock = "elapsed" if job.elapsed else job.calendar
    count = TOTALS[clock]
    bounds, asked = [count[begin]], []
    if job.start_day is not None:
        bounds.append(count[job.start_day * 24])
    if job.finish_day is not None:
        bounds.append(count[job.finish_day * 24 + 24] - job.hours)
    for wait in job.waits:
        at = reached(wait, spans[wait.on], job.calendar)
        to_finish = wait.link in ("FF", "SF")
        bounds.append(count[at] - (job.hours if to_finish else 0))
        asked += [at] if to_finish else []
    total = max(bounds)
    finish = before(clock, total + job.hours)
    held = [at for at in asked if count[at] == total + job.hours]
    return after(clock, total), max([finish, *held])


def reached(wait: Wait, span: tuple[int, int], calendar: str) -> int:
    at = span[0 if wait.link in ("SS", "SF") else 1]
    if not wait.lag:
        return at
    if wait.elapsed:
        return max(0, at + wait.lag)
    total = TOTALS[calendar][at] + wait.lag
    if total < 0:
        return 0
    return after(calendar, total) if wait.link == "SS" else before(calendar, total)


@st.composite
def waits(draw: st.DrawFn, number: int) -> Wait:
    link, on = draw(st.sampled_from(["FS", "SS", "FF", "SF"])), draw(st.integers(0, number - 1))
    return Wait(on, link, draw(st.integers(-6, 30)), draw(st.booleans()))


@st.composite
def jobs(draw: st.DrawFn) -> list[Job]:
    drawn = []
    for number in range(draw(st.integers(1, 7))):
        links = draw(st.lists(waits(number), max_size=3)) if number else []
        limits = draw(st.sampled_from([(None, None)] * 3 + [(5, None), (8, None), (None, 7), (9, 15)]))
        calendar, elapsed = draw(st.sampled_from(sorted(CALENDARS))), draw(st.sampled_from([False] * 4 + [True]))
        drawn.append(Job(draw(st.integers(1, 40)), calendar, elapsed, tuple(links), *limits))
    return drawn


def written(job: Job, number: int) -> str:
    elapsed = "e" if job.elapsed else ""
    parts = [f"name: T, duration: {job.hours}{elapsed}h"]
    links = (
        f"t{wait.on} {wait.link}{'-' if wait.lag < 0 else '+'}{abs(wait.lag)}{'e' if wait.elapsed else ''}h"
        for wait in job.waits
    )
    parts.append(f"depends_on: [{', '.join(links)}]")
    parts += [f"calendar: {job.calendar}"] if job.calendar else []
    parts += [f"start: '2026-01-{5 + job.start_day:02} 0:00'"] if job.start_day is not None else []
    parts += [f"finish_from: '2026-01-{5 + job.finish_day:02} 24:00'"] if job.finish_day is not None else []
    return f"  t{number}: {{{', '.join(parts)}}}"


def scheduled(drawn: list[Job]) -> Schedule:
    calendars = []
    for calendar, shifts in CALENDARS.items():
        spans = ", ".join(f"'{begin}:00-{end}:00'" for begin, end in shifts)
        days = ", ".join(NAMES[day] for day in WORKDAYS[calendar])
        own = ", holidays: []" if not CLOSED[calendar] else ""
        calendars.append(f"  {calendar}: {{name: C, workdays: [{days}], hours: [{spans}]{own}}}")
    off = ", ".join(f"2026-01-{5 + day:02}" for day in HOLIDAYS)
    head = ["title: T", "start: 2026-01-05", f"calendar: {{hours: ['9:00-12:00', '13:00-17:00'], holidays: [{off}]}}"]
    text = [*head, "calendars:", *calendars[1:], "tasks:", *(written(job, at) for at, job in enumerate(drawn))]
    plan = validate(parse_plan("\n".join(text).encode(), "plan.yaml")).plan
    assert plan is not None
    return compute_schedule(plan)


def spans_of(schedule: Schedule, count: int) -> list[tuple[float, float]]:
    dates = (schedule.dates[f"t{number}"] for number in range(count))
    return [(each.early_start / HOUR, each.early_finish / HOUR) for each in dates]


@settings(max_examples=1500)
@given(jobs())
def test_early_dates_are_the_longest_path(drawn: list[Job]) -> None:
    assert spans_of(scheduled(drawn), len(drawn)) == reference(drawn, begin=9)


@settings(max_examples=1000)
@given(jobs(), st.data())
def test_total_float_is_all_that_a_task_can_slip_without_moving_the_finish(
    drawn: list[Job], data: st.DataObject
) -> None:
    schedule = scheduled(drawn)
    number = data.draw(st.integers(0, len(drawn) - 1))
    job, dates = drawn[number], schedule.dates[f"t{number}"]
    clock = "elapsed" if job.elapsed else job.calendar
    node = schedule.network.nodes[f"t{number}"]
    slack = node.clock.between(dates.early_start, dates.late_start) // HOUR
    start = TOTALS[clock][dates.early_start // HOUR]
    finishes = [finish_when(drawn, number, start + slip, schedule) for slip in (slack, slack + 1)]
    assert finishes[0] == schedule.finish // HOUR
    assert finishes[1] > finishes[0]


def finish_when(drawn: list[Job], number: int, total: int, schedule: Schedule) -> int:
    """When the last task finishes if one is held until so many hours are worked on its clock."""
    begin = max(9, schedule.start // HOUR)
    held = Held(drawn, number, total)
    spans = [(begin, begin)] * len(drawn)
    for _ in range(len(drawn) + 1):
        spans = [held.span(at, spans) for at in range(len(drawn))]
    return max(finish for _, finish in spans)


@dataclass(frozen=True)
class Held:
    """The tasks, one of them held until a number of hours is worked on its clock."""

    jobs: list[Job]
    number: int
    total: int

    def span(self, at: int, spans: list[tuple[int, int]]) -> tuple[int, int]:
        """When a task is done, given when all are."""
        job = self.jobs[at]
        start, finish = span_of(job, spans, 9)
        clock = "elapsed" if job.elapsed else job.calendar
        if at != self.number or TOTALS[clock][start] >= self.total:
            return start, finish
        return after(clock, self.total), before(clock, self.total + job.hours)


def test_the_reference_itself_counts_hours() -> None:
    day = Job(8, "", elapsed=False, waits=(), start_day=None, finish_day=None)
    assert reference([day], 9) == [(9, 34)]
    night = replace(day, hours=3, calendar="night")
    assert reference([night], 9) == [(24, 27)]
    chained = replace(night, calendar="", waits=(Wait(0, "FS", 2, elapsed=False),))
    assert reference([night, chained], 9)[1] == (35, 39)
    assert all(one <= two for one, two in pairwise(TOTALS["night"]))
