"""What is true of every schedule, on random plans with links of every kind, lags, leads, waves and start limits."""

from dataclasses import dataclass, replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from generator.scheduling.drivers import Cause
from generator.scheduling.schedule import Schedule, compute_schedule
from generator.scheduling.telling import compact
from generator.sources.plan_files import parse_plan
from generator.validation import validate

DAY = 480


@dataclass(frozen=True)
class Job:
    """A task of a random plan; links lead back to jobs of lower number, or to waves before its own."""

    number: int
    days: int
    links: tuple[str, ...]
    wave: int | None = None
    start: str | None = None

    def line(self, indent: str) -> str:
        """Write the task as a line of a plan."""
        limit = f", start: {self.start}" if self.start else ""
        links = ", ".join(self.links)
        return f"{indent}t{self.number}: {{name: T, duration: {self.days}d, depends_on: [{links}]{limit}}}"


def written(jobs: list[Job], wave_links: dict[int, tuple[str, ...]]) -> str:
    lines = ["title: T", "tasks:", *(job.line("  ") for job in jobs if job.wave is None), "waves:"]
    for wave in dict.fromkeys(job.wave for job in jobs if job.wave is not None):
        lines += [
            f"  w{wave}:",
            "    name: W",
            f"    depends_on: [{', '.join(wave_links.get(wave, ()))}]",
            "    tasks:",
        ]
        lines += [job.line("      ") for job in jobs if job.wave == wave]
    return "\n".join(lines)


def scheduled(jobs: list[Job], wave_links: dict[int, tuple[str, ...]] | None = None) -> Schedule:
    validated = validate(parse_plan(written(jobs, wave_links or {}).encode(), "plan.yaml"))
    assert validated.plan is not None, validated.findings
    return compute_schedule(validated.plan)


def links_to(targets: list[str], lags: st.SearchStrategy[int]) -> st.SearchStrategy[tuple[str, ...]]:
    if not targets:
        return st.just(())
    link = st.builds(
        lambda target, kind, lag: f"{target} {kind}" + (f"{lag:+}d" if lag else ""),
        st.sampled_from(targets),
        st.sampled_from(["FS", "SS", "FF", "SF"]),
        lags,
    )
    return st.lists(link, max_size=3).map(tuple)


RandomPlan = tuple[list[Job], dict[int, tuple[str, ...]]]


@st.composite
def networks(draw: st.DrawFn) -> list[Job]:
    """Tasks alone, without limits."""
    lags = st.integers(-2, 3)
    count = draw(st.integers(1, 7))
    return [
        Job(number, draw(st.integers(1, 6)), draw(links_to([f"t{each}" for each in range(number)], lags)))
        for number in range(count)
    ]


@st.composite
def plans(draw: st.DrawFn) -> RandomPlan:
    """Tasks in waves and outside, with limits; a later wave may wait for an earlier one."""
    jobs: list[Job] = []
    wave_links: dict[int, tuple[str, ...]] = {}
    for wave in range(draw(st.integers(1, 3))):
        before = [f"w{each}" for each in range(wave)]
        wave_links[wave] = tuple(
            link for link in draw(links_to(before, st.integers(-1, 2))) if link[3] in "FS" and link[4] == "S"
        )
        for _ in range(draw(st.integers(1, 3))):
            targets = [f"t{job.number}" for job in jobs] + before
            links = draw(links_to(targets, st.integers(-2, 3)))
            start = draw(st.none() | st.builds("W{}D{}".format, st.integers(1, 4), st.integers(1, 5)))
            jobs.append(Job(len(jobs), draw(st.integers(1, 6)), links, wave, start))
    outside = draw(
        links_to([f"t{job.number}" for job in jobs] + list(map("w{}".format, wave_links)), st.integers(-2, 3))
    )
    return [*jobs, Job(len(jobs), draw(st.integers(1, 6)), outside)], wave_links


PLANS: st.SearchStrategy[RandomPlan] = st.tuples(networks(), st.just({})) | plans()


@given(PLANS)
def test_early_is_never_after_late(plan: RandomPlan) -> None:
    for dates in scheduled(*plan).dates.values():
        assert dates.early_start <= dates.late_start
        assert dates.early_finish <= dates.late_finish


@given(PLANS)
def test_total_float_is_at_least_free_float_and_free_float_at_least_nothing(
    plan: RandomPlan,
) -> None:
    for dates in scheduled(*plan).dates.values():
        assert dates.total_float >= dates.free_float >= 0


@given(PLANS)
def test_a_critical_chain_spans_start_to_finish(plan: RandomPlan) -> None:
    schedule = scheduled(*plan)
    chain = schedule.critical_path
    assert all(schedule.dates[item].critical for item in chain)
    assert schedule.dates[chain[-1]].early_finish == schedule.finish
    assert {driver.cause for driver in schedule.dates[chain[0]].drivers} & {Cause.PLAN_START, Cause.IMPOSED}


@given(PLANS)
def test_a_task_lasts_as_long_as_its_duration(plan: RandomPlan) -> None:
    schedule = scheduled(*plan)
    for job in plan[0]:
        dates = schedule.dates[f"t{job.number}"]
        assert schedule.time.clock.between(dates.early_start, dates.early_finish) == job.days * DAY
        assert schedule.time.clock.between(dates.late_start, dates.late_finish) == job.days * DAY


@given(networks())
def test_every_link_holds(jobs: list[Job]) -> None:
    schedule = scheduled(jobs)
    for job in jobs:
        for link in job.links:
            target, _, rest = link.partition(" ")
            kind, lag = rest[:2], int(rest[2:].removesuffix("d") or 0)
            source, successor = schedule.dates[target], schedule.dates[f"t{job.number}"]
            begin = source.early_finish if kind[0] == "F" else source.early_start
            end = successor.early_start if kind[1] == "S" else successor.early_finish
            assert schedule.time.clock.worked(end) >= schedule.time.clock.worked(begin) + lag * DAY


@given(PLANS, st.randoms(use_true_random=False))
def test_input_order_never_changes_a_date(plan: RandomPlan, random: Random) -> None:
    jobs, wave_links = plan
    shuffled = random.sample(jobs, len(jobs))
    before, after = scheduled(jobs, wave_links).dates, scheduled(shuffled, wave_links).dates
    for item, dates in before.items():
        assert replace(dates, drivers=()) == replace(after[item], drivers=())


@given(networks(), st.data())
def test_adding_a_dependency_never_finishes_earlier(jobs: list[Job], data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(jobs))
    more = data.draw(links_to([f"t{each}" for each in range(chosen.number)], st.integers(-2, 3)))
    longer = [replace(job, links=(*job.links, *more)) if job is chosen else job for job in jobs]
    assert scheduled(longer).finish >= scheduled(jobs).finish


@given(networks(), st.data())
def test_a_task_can_slip_by_its_total_float_and_no_further(jobs: list[Job], data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(jobs))
    schedule = scheduled(jobs)
    latest = schedule.dates[f"t{chosen.number}"].late_start
    assert held(jobs, chosen, latest, schedule).finish == schedule.finish
    assert held(jobs, chosen, next_day(latest, schedule), schedule).finish > schedule.finish


@given(networks(), st.data())
def test_a_task_can_slip_by_its_free_float_without_moving_another(jobs: list[Job], data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(jobs))
    schedule = scheduled(jobs)
    name = f"t{chosen.number}"
    dates = schedule.dates[name]
    at = schedule.time.clock.start_at(schedule.time.clock.worked(dates.early_start) + dates.free_float)
    assert moved(schedule, held(jobs, chosen, at, schedule)) <= {name}
    after = held(jobs, chosen, next_day(at, schedule), schedule)
    assert moved(schedule, after) > {name} or after.finish > schedule.finish


def held(jobs: list[Job], chosen: Job, instant: int, schedule: Schedule) -> Schedule:
    """Schedule again with one task held until an instant."""
    day = compact(schedule.time.day_of_start(instant))
    return scheduled([replace(job, start=day) if job is chosen else job for job in jobs])


def next_day(instant: int, schedule: Schedule) -> int:
    return schedule.time.clock.start_at(schedule.time.clock.worked(instant) + DAY)


def moved(before: Schedule, after: Schedule) -> set[str]:
    return {item for item, dates in before.dates.items() if after.dates[item].early_start != dates.early_start}
