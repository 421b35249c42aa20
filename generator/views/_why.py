"""Why an item starts when it starts, for a table's cell: few names, each of them the name of a row."""

from dataclasses import replace

from generator.scheduling.drivers import Driver
from generator.snapshot import Snapshot
from generator.views._reasons import reason_of, through_words
from generator.views._waits import Wait, merged

_MOST_NAMED = 3


def why_then(item: str, snapshot: Snapshot) -> tuple[Wait, ...]:
    """Tell every driver of an item; those that differ in their item alone as one."""
    waits = (_reason(item, driver, snapshot) for driver in snapshot.schedule.dates[item].drivers)
    return tuple(map(_in_table, merged(waits)))


def _reason(item: str, driver: Driver, snapshot: Snapshot) -> Wait:
    wait = reason_of(item, driver, snapshot, brief=True)
    notes = filter(None, (through_words(driver, snapshot), wait.note))
    return replace(wait, note="; ".join(notes))


def _in_table(wait: Wait) -> Wait:
    """Lead to the rows of what is waited for; where they are many, to the first of them."""
    rows = tuple(replace(each, kind="row") for each in wait.of[:_MOST_NAMED])
    more = len(wait.of) - len(rows)
    return replace(wait, of=rows, after=f"and {more} more {wait.after}".strip() if more else wait.after)
