"""Dates that single items are to keep, held against every run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from generator.model.breakdown import Phase, Wave
from generator.model.quantity import Position
from generator.scheduling.breakdown import SchedItem
from generator.scheduling.clock import DAY
from generator.scheduling.meetings import clock
from generator.scheduling.network import Role, node_key
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import full_date
from generator.scheduling.uncertainty.passes import Span
from generator.scheduling.working_time import WorkingTime, minute_of

_KINDS = {"deadline": "deadline", "finish_by": "latest finish"}


@dataclass(frozen=True)
class Promise:
    """An item that is to be finished by the end of a day, or by a time of it."""

    of: str
    item: str
    until: str
    node: str
    by: int


def promises_of(schedule: Schedule) -> tuple[Promise, ...]:
    """Every deadline and latest finish in a plan."""
    return tuple(each for item in schedule.breakdown.items.values() for each in _promises(item, schedule.time))


def count_kept(promises: tuple[Promise, ...], early: Mapping[str, Span], runs: int) -> list[int]:
    """In how many runs of a batch each promise is kept."""
    kept = (early[each.node][1].instants <= each.by for each in promises)
    return [int(np.count_nonzero(np.broadcast_to(each, runs))) for each in kept]


def _promises(item: SchedItem, time: WorkingTime) -> Iterator[Promise]:
    node = node_key(item, Role.FINISH if isinstance(item, Wave | Phase) else Role.WORK)
    for key, words in _KINDS.items():
        when: Position | date | None = getattr(item, key, None)
        by = _instant(when, time) if when else None
        if when and by is not None:
            yield Promise(words, item.id, _told(when, time), node, by)


def _told(when: Position | date, time: WorkingTime) -> str:
    index, minute = time.day_index(when), minute_of(when)
    day = "" if index is None else full_date(time.day(index))
    return day if minute is None else f"{day}, {clock(minute)}"


def _instant(when: Position | date, time: WorkingTime) -> int | None:
    index, minute = time.day_index(when), minute_of(when)
    return index * DAY + (DAY if minute is None else minute) if index is not None else None
