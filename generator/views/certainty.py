"""How sure the finish is: the simulated runs in words and tables; nothing where nothing in the plan is uncertain."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.formatting import counted, joined
from generator.scheduling.telling import with_date
from generator.snapshot import Snapshot
from generator.views import risk_driver
from generator.views._certainty import checkpoints_hold, per_cent, shift
from generator.views._mention import Mention, mention_of, mentioned
from generator.views._once import once
from generator.views._when import duration_words
from generator.views.risk_driver import Driving

if TYPE_CHECKING:
    from generator.scheduling.uncertainty.measures import Mover, TaskFigures
    from generator.scheduling.uncertainty.simulation import Chance, Simulation

_MOST_TASKS = 30
_SURE, _EVEN = 0.8, 0.5
_PASSED = "In every run each checkpoint is passed on its day; what is late when one fails is not in these figures."


@dataclass(frozen=True)
class PercentileRow:
    """P80, Week 6 Day 3 (Wed 11 Feb), 27.2 workdays."""

    name: str
    finish: str
    workdays: str


@dataclass(frozen=True)
class PromiseRow:
    """Something scheduled or promised, and how often it is kept; `tone` is that of a chip."""

    what: str
    item: Mention | None
    until: str
    kept: str
    tone: str


@dataclass(frozen=True)
class TaskRow:
    """A task's measures."""

    task: Mention
    duration: str
    mean: str
    critical: str
    ssi: str
    cruciality: str


@dataclass(frozen=True)
class RiskRow:
    """A risk that drives durations; `later` is how much later the plan finishes on average where it happens."""

    risk: Mention
    chance: str
    factor: str
    tasks: str
    later: str


@dataclass(frozen=True)
class Certainty:
    """All that the runs say."""

    kind: str
    headline: str
    words: str
    how: str
    exact: str
    percentiles: tuple[PercentileRow, ...]
    promises: tuple[PromiseRow, ...]
    tasks: tuple[TaskRow, ...]
    risks: tuple[RiskRow, ...]
    left_out: str


@once
def view(snapshot: Snapshot) -> Certainty | None:
    """Tell what the runs say."""
    found = snapshot.simulation
    if found is None:
        return None
    tasks = [each for each in found.tasks if each.sd]
    promised = _promised(found)
    return Certainty(
        kind=_TONES[_level(promised.probability)] if promised else "note",
        headline=f"P80: {with_date(found.p80.finish)}",
        words=_words(found, snapshot),
        how=_how(found),
        exact=f"Standard errors: {found.mean_error:.2f} days of the mean, {found.p80_error:.2f} days of the P80.",
        percentiles=tuple(_percentiles(found)),
        promises=tuple(_promise(chance, snapshot) for chance in found.chances),
        tasks=tuple(_task(each, snapshot) for each in sorted(tasks, key=lambda each: -each.ssi)[:_MOST_TASKS]),
        risks=tuple(_risks(snapshot, found)),
        left_out=counted(len(tasks) - _MOST_TASKS, "task") if len(tasks) > _MOST_TASKS else "",
    )


def _promised(found: "Simulation") -> "Chance | None":
    return found.chance_of("committed finish") or found.chance_of("scheduled finish")


def _words(found: "Simulation", snapshot: Snapshot) -> str:
    half, most = (with_date(found.at(share).finish) for share in (50, 80))
    told = (
        f"Half of the runs are finished by {half}, four in five by {most}."
        if half != most
        else f"Half of the runs, and even four in five, are finished by {most}."
    )
    of_plan = [chance for chance in found.chances if chance.item is None]
    kept = [f"the {chance.of} ({chance.until}) in {per_cent(chance.probability)}" for chance in of_plan]
    passed = f" {_PASSED}" if checkpoints_hold(snapshot) else ""
    return f"{told} They keep {joined(kept)} of the cases.{passed}"


def _how(found: "Simulation") -> str:
    settings = found.settings
    drawn = [f"{found.varying} of {counted(len(found.tasks), 'duration')}"]
    drawn += [counted(len(found.risks), "risk")] if found.risks else []
    return (
        f"{settings.runs:,} runs of the whole schedule (seed {settings.seed}), in each of which "
        f"{joined(drawn)} are drawn anew; the distribution is {settings.distribution.told}."
    )


def _percentiles(found: "Simulation") -> Iterator[PercentileRow]:
    for each in found.percentiles:
        yield PercentileRow(f"P{each.share}", with_date(each.finish), f"{each.workdays:.1f}")


def _promise(chance: "Chance", snapshot: Snapshot) -> PromiseRow:
    what = chance.of[:1].upper() + chance.of[1:]
    item = mention_of(snapshot.schedule.breakdown.items[chance.item], snapshot) if chance.item else None
    tone = _level(chance.probability)
    return PromiseRow(what, item, chance.until, per_cent(chance.probability), tone)


def _level(probability: float) -> str:
    if probability >= _SURE:
        return "ok"
    return "warn" if probability >= _EVEN else "bad"


def _task(figures: "TaskFigures", snapshot: Snapshot) -> TaskRow:
    return TaskRow(
        mention_of(snapshot.schedule.breakdown.items[figures.id], snapshot),
        duration_words(snapshot.schedule.estimate(figures.id)),
        f"{figures.mean:.1f} ± {figures.sd:.1f}",
        per_cent(figures.criticality),
        f"{figures.ssi:.2f}",
        f"{figures.cruciality:.2f}",
    )


def _risks(snapshot: Snapshot, found: "Simulation") -> Iterator[RiskRow]:
    moved = {each.id: each for each in found.movers if each.kind == "risk"}
    for each in found.risks:
        mention, driving = mentioned(each.id, snapshot, ("risk",)), risk_driver.view(snapshot, each.id)
        if mention and driving:
            yield RiskRow(mention, driving.chance, driving.factor, driving.tasks, _later(moved.get(each.id), driving))


def _later(mover: "Mover | None", driving: Driving) -> str:
    """3.2 days later: from the runs in which a risk does not happen to those in which it does."""
    if mover is None:
        return "the same in all runs"
    way = mover.swing if not driving.shortens else -mover.swing
    return f"{shift(abs(way)).removeprefix('+')} {'later' if way > 0 else 'earlier'}"


_TONES = {"ok": "success", "warn": "note", "bad": "warning"}
