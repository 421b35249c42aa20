"""What is drawn for each run: every task's own duration, which risks happen, and the durations that follow."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from generator.model.plan import Plan
from generator.model.uncertainty import Distribution
from generator.scheduling.schedule import Schedule
from generator.scheduling.uncertainty.distributions import Amounts, Points, draw, points_of, points_of_factor, stream
from generator.scheduling.uncertainty.instants import Chosen, Minutes
from generator.scheduling.uncertainty.risk_drivers import RiskDriver, risk_drivers

_OF_RISK = "risk:"
"""Apart from tasks' streams: no id holds a colon."""


@dataclass(frozen=True)
class Urn:
    """Where draws come from, each item and risk having a stream of its own."""

    points: Mapping[str, Points]
    risks: tuple[RiskDriver, ...]
    distribution: Distribution
    streams: Mapping[str, Generator]


@dataclass(frozen=True)
class Draw:
    """One batch: durations before any risk, which risks happen and by what they multiply, durations at last."""

    own: Mapping[str, Amounts]
    happened: Mapping[str, Chosen]
    factors: Mapping[str, Amounts]
    minutes: Mapping[str, Minutes]


def urn_of(plan: Plan, schedule: Schedule, seed: int, distribution: Distribution) -> Urn:
    """Everything in a plan that varies: tasks with three points, and tasks that a risk touches."""
    risks = risk_drivers(plan, schedule.breakdown)
    touched = {task for risk in risks for task in risk.tasks}
    every = {task.id: points_of(schedule.estimate(task.id), schedule.time) for task in schedule.breakdown.tasks}
    points = {item: each for item, each in every.items() if each.high and (each.varies or item in touched)}
    names = [*points, *(name for risk in risks for name in _streams_of(risk))]
    return Urn(points, risks, distribution, {name: stream(name, seed) for name in names})


def draw_runs(urn: Urn, runs: int) -> Draw:
    """Draw the next runs; what takes time takes a minute at least, so that it stays work."""
    own = {item: draw(each, urn.distribution, urn.streams[item], runs) for item, each in urn.points.items()}
    happened, factors = {}, {}
    by_task: dict[str, Amounts] = {}
    for risk in urn.risks:
        chance, factor = (urn.streams[name] for name in _streams_of(risk))
        happened[risk.id] = chance.random(runs) < risk.chance
        factors[risk.id] = draw(points_of_factor(risk.factor), urn.distribution, factor, runs)
        by = np.where(happened[risk.id], factors[risk.id], 1.0)
        for task in risk.tasks:
            by_task[task] = by_task[task] * by if task in by_task else by
    lasting = {item: each * by_task[item] if item in by_task else each for item, each in own.items()}
    return Draw(own, happened, factors, {item: _whole(each) for item, each in lasting.items()})


def _whole(minutes: Amounts) -> Minutes:
    return np.maximum(np.rint(minutes).astype(np.int64), 1)


def _streams_of(risk: RiskDriver) -> tuple[str, str]:
    return f"{_OF_RISK}{risk.id}:happens", f"{_OF_RISK}{risk.id}:factor"
