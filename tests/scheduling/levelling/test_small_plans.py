"""Levelled plans held against all ways to do the work: imposed dates are kept, slips within the float harm none."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, product

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.scheduling.schedule import compute_schedule
from tests.scheduling.conftest import plan_of

Days = tuple[int, ...]


@dataclass(frozen=True)
class Work:
    """Tasks that need some of one role, told in workdays; the role is one less on some days."""

    durations: Days
    needs: Days
    after: tuple[int | None, ...]
    earliest: Days
    count: int
    leave: Days
    latest: tuple[int | None, ...] = ()

    @property
    def text(self) -> str:
        """The plan as it is written."""
        staff = ", ".join(f"p{each}: {{name: P, role: dev}}" for each in range(1, self.count))
        leave = ", ".join(map(named, self.leave))
        lines = ["title: T", "schedule: {level: true}", f"roles: {{dev: {{name: D, count: {self.count}}}}}"]
        lines += [f"people: {{p0: {{name: P, role: dev, leave: [{leave}]}}, {staff}}}", "tasks:"]
        for task, days in enumerate(self.durations):
            on = "" if self.after[task] is None else f"depends_on: t{self.after[task]}, "
            start = f"start: {named(self.earliest[task])}, " if self.earliest[task] else ""
            if self.latest and self.latest[task] is not None:
                start += f"start_by: {named(self.latest[task] or 0)}, "
            lines.append(f"  t{task}: {{name: T, duration: {days}d, {on}{start}needs: {{dev: {self.needs[task]}}}}}")
        return "\n".join(lines)

    def allows(self, starts: Days, finish: int) -> bool:
        """Tell whether the work can be done so: in time, within links, by those who are there."""
        spans = [(start, start + days) for start, days in zip(starts, self.durations, strict=True)]
        links = all(before is None or spans[before][1] <= starts[task] for task, before in enumerate(self.after))
        late = any(end > finish for _, end in spans)
        return links and not late and all(self._suffices(spans, day) for day in range(finish))

    def _suffices(self, spans: list[tuple[int, int]], day: int) -> bool:
        wanted = sum(need for (start, end), need in zip(spans, self.needs, strict=True) if start <= day < end)
        return wanted <= self.count - (day in self.leave) or not wanted


def named(day: int) -> str:
    return f"W{day // 5 + 1}D{day % 5 + 1}"


@st.composite
def works(draw: st.DrawFn, most: int = 4) -> Work:
    """Draw work for one or two people, of whom one may be on leave."""
    size, count = draw(st.integers(2, most)), draw(st.integers(1, 2))
    after = tuple(draw(st.none() | st.integers(0, task - 1)) if task else None for task in range(size))
    return Work(
        tuple(draw(st.integers(1, 3)) for _ in range(size)),
        tuple(draw(st.integers(1, count)) for _ in range(size)),
        after,
        tuple(draw(st.sampled_from([0, 0, 2, 4])) for _ in range(size)),
        count,
        tuple(draw(st.sets(st.integers(0, 7), max_size=2))),
    )


def scheduled_days(work: Work) -> tuple[Days, Days, int]:
    """The starts, floats and finish of a levelled plan in workdays."""
    schedule = compute_schedule(plan_of(work.text))
    dates = [schedule.dates[f"t{task}"] for task in range(len(work.durations))]
    clock = schedule.time.clock
    starts = tuple(clock.between(schedule.time.begin_of_day(0), each.early_start) // 480 for each in dates)
    floats = tuple(each.total_float // 480 for each in dates)
    return starts, floats, max(start + days for start, days in zip(starts, work.durations, strict=True))


def ways(work: Work, starts: Days, fixed: int, at: int, finish: int) -> Iterator[Days]:
    """Yield the ways to do the work, nothing earlier than now, with one task at a day."""
    later = [range(start, finish) if task != fixed else (at,) for task, start in enumerate(starts)]
    return (each for each in product(*later) if work.allows(each, finish))


@st.composite
def hurried(draw: st.DrawFn) -> Work:
    """Draw work of which some is to start by a day."""
    work = draw(works(most=3))
    latest = tuple(draw(st.none() | st.integers(earliest, earliest + 5)) for earliest in work.earliest)
    return replace(work, latest=latest)


def in_time(work: Work, starts: Days) -> bool:
    return all(by is None or start <= by for start, by in zip(starts, work.latest, strict=True))


ACROSS_LEAVE = Work((3, 3), (1, 1), (None, None), (0, 0), 1, (3,))
BEFORE_FIXED = Work((3, 2), (1, 1), (None, None), (0, 4), 1, ())


@settings(max_examples=60, deadline=None)
@given(works())
@example(ACROSS_LEAVE)
@example(BEFORE_FIXED)
def test_a_slip_within_the_float_leaves_room_for_all_others(work: Work) -> None:
    starts, floats, finish = scheduled_days(work)
    for task, spare in enumerate(floats):
        for slip in range(1, spare + 1):
            days = range(starts[task] + slip, starts[task] + slip + work.durations[task])
            if any(work.needs[task] > work.count - (day in work.leave) for day in days):
                continue
            assert any(ways(work, starts, task, days.start, finish)), (starts, floats, task, slip)


@settings(max_examples=60, deadline=None)
@given(works().filter(lambda work: work.count == 1))
@example(ACROSS_LEAVE)
@example(BEFORE_FIXED)
def test_a_slip_beyond_the_float_moves_the_finish_where_one_works_alone_in_the_same_order(work: Work) -> None:
    starts, floats, finish = scheduled_days(work)
    order = sorted(range(len(starts)), key=starts.__getitem__)
    for task, spare in enumerate(floats):
        for at in range(starts[task] + spare + 1, finish):
            found = ways(work, starts, task, at, finish)
            assert not any(all(way[one] < way[two] for one, two in pairwise(order)) for way in found)


@settings(max_examples=30, deadline=None)
@given(hurried())
@example(Work((3, 1), (1, 1), (None, None), (0, 1), 1, (), (None, 1)))
@example(Work((3, 3, 1), (1, 1, 1), (None, None, 1), (0, 0, 3), 1, (), (None, None, 3)))
def test_imposed_dates_that_can_be_kept_are_kept_and_then_the_finish_is_the_earliest(work: Work) -> None:
    starts, _, finish = scheduled_days(work)
    horizon = sum(work.durations) + max(work.earliest) + 4
    possible = product(*(range(earliest, horizon) for earliest in work.earliest))
    kept = [each for each in possible if in_time(work, each) and work.allows(each, horizon)]
    if kept:
        ends = (max(start + days for start, days in zip(each, work.durations, strict=True)) for each in kept)
        assert in_time(work, starts), (starts, kept[0])
        assert finish == min(ends)
