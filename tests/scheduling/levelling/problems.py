"""Problems at random, schedules checked in every unit of time, the shortest by trying all: no code of the search."""

from collections.abc import Iterator, Mapping

from hypothesis import strategies as st

from generator.scheduling.levelling.problem import Activity, Kind, Precedence, Problem, precedence

RESOURCES = ("analyst", "builder")
Problems = st.SearchStrategy[Problem]


def violations(problem: Problem, starts: Mapping[str, int]) -> Iterator[str]:
    """Yield all that a schedule breaks."""
    for each in problem.precedences:
        if starts[each.after] < starts[each.before] + each.lag:
            yield f"{each} is broken"
    for activity in problem.activities:
        if starts[activity.key] < problem.earliest.get(activity.key, 0):
            yield f"{activity.key} starts before it may"
    for resource in problem.capacity:
        for time in range(min(starts.values()), finish_of(problem, starts)):
            used = sum(each.demand.get(resource, 0) for each in problem.activities if at_work(each, starts, time))
            if used > capacity_at(problem, resource, time) and used:
                yield f"{used} of {resource} at {time}"


def at_work(activity: Activity, starts: Mapping[str, int], time: int) -> bool:
    return starts[activity.key] <= time < starts[activity.key] + activity.duration


def capacity_at(problem: Problem, resource: str, time: int) -> int:
    past = [amount for step, amount in sorted(problem.steps.get(resource, ())) if step <= time]
    return [problem.capacity[resource], *past][-1]


def finish_of(problem: Problem, starts: Mapping[str, int]) -> int:
    return max(starts[activity.key] + activity.duration for activity in problem.activities)


def shortest(problem: Problem, horizon: int) -> int:
    """The earliest finish of all schedules that end by a horizon."""
    return min(finish_of(problem, starts) for starts in _schedules(problem, horizon, {}))


def _schedules(problem: Problem, horizon: int, starts: dict[str, int]) -> Iterator[dict[str, int]]:
    if len(starts) == len(problem.activities):
        yield starts
        return
    activity = problem.activities[len(starts)]
    for start in range(horizon - activity.duration + 1):
        more = {**starts, activity.key: start}
        if not any(violations(_part(problem, more), more)):
            yield from _schedules(problem, horizon, more)


def _part(problem: Problem, starts: Mapping[str, int]) -> Problem:
    return Problem(
        tuple(each for each in problem.activities if each.key in starts),
        tuple(each for each in problem.precedences if {each.before, each.after} <= set(starts)),
        problem.capacity,
        problem.steps,
        {key: time for key, time in problem.earliest.items() if key in starts},
    )


@st.composite
def problems(draw: st.DrawFn, *, most: int = 8, longest: int = 5, leads: bool = True) -> Problem:
    """Links of every kind, steps of capacity that end with enough for everybody, start limits; no time, no demand."""
    activities = tuple(
        Activity(
            f"a{number}",
            draw(st.integers(0, longest)),
            draw(st.dictionaries(st.sampled_from(RESOURCES), st.integers(0, 3))),
        )
        for number in range(draw(st.integers(1, most)))
    )
    steps = {resource: _steps(draw) for resource in RESOURCES}
    links = tuple(_link(draw, activities, number) for number in range(1, len(activities)) if draw(st.booleans()))
    return Problem(
        activities,
        links if leads else tuple(link for link in links if link.lag >= 0),
        {resource: draw(st.integers(0, 5)) if steps[resource] else 3 for resource in RESOURCES},
        {resource: taken for resource, taken in steps.items() if taken},
        draw(st.dictionaries(st.sampled_from([each.key for each in activities]), st.integers(0, 4), max_size=2)),
    )


def _steps(draw: st.DrawFn) -> tuple[tuple[int, int], ...]:
    times = sorted(draw(st.sets(st.integers(1, 6), max_size=3)))
    amounts = [draw(st.integers(0, 5)) for _ in times[:-1]]
    return tuple(zip(times, [*amounts, 4], strict=True)) if times else ()


def _link(draw: st.DrawFn, activities: tuple[Activity, ...], number: int) -> Precedence:
    before = activities[draw(st.integers(0, number - 1))]
    return precedence(before, activities[number], draw(st.sampled_from(Kind)), draw(st.integers(-3, 3)))
