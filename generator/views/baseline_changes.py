"""What has moved since the plan was agreed: every item whose last day is another, and work that is new."""

from dataclasses import dataclass

from generator.formatting import counted, joined, long_date, short_date
from generator.scheduling.progress.against_baseline import Move, added, moves
from generator.scheduling.working_time import Day
from generator.snapshot import Snapshot
from generator.views._mention import Mention, mention_of
from generator.views._when import day_cell


@dataclass(frozen=True)
class MovedLine:
    """One item that moved: its last day as agreed and now, and by how much, with the tone of a chip."""

    item: Mention
    agreed: str
    now: str
    change: str
    tone: str


@dataclass(frozen=True)
class BaselineChanges:
    """What moved, what is new, and both in a sentence."""

    words: str
    moved: tuple[MovedLine, ...]
    added: tuple[Mention, ...]


def view(snapshot: Snapshot) -> BaselineChanges | None:
    """Hold the dates against the baseline; nothing where there is none."""
    every = tuple(moves(snapshot.plan, snapshot.schedule))
    if not every:
        return None
    items = snapshot.schedule.breakdown.items
    moved = tuple(_line(move, snapshot) for move in every if move.workdays)
    new = tuple(mention_of(items[item], snapshot) for item in added(snapshot.plan, snapshot.schedule))
    return BaselineChanges(_words(every, snapshot), moved, new)


def _line(move: Move, snapshot: Snapshot) -> MovedLine:
    time = snapshot.schedule.time
    later = move.workdays > 0
    return MovedLine(
        mention_of(snapshot.schedule.breakdown.items[move.item], snapshot),
        _cell(time.day(move.agreed)),
        _cell(time.day(move.now)),
        f"{counted(abs(move.workdays), 'workday')} {'later' if later else 'earlier'}",
        "warn" if later else "ok",
    )


def _cell(day: Day) -> str:
    """A day before the first week, as agreed before the plan was put off, has a date alone."""
    return short_date(day.date) if day.week < 1 and day.date else day_cell(day)


def _words(every: tuple[Move, ...], snapshot: Snapshot) -> str:
    set_on = snapshot.plan.baseline.set_on
    since = f"Since the baseline of {long_date(set_on)}" if set_on else "Since the baseline"
    later = sum(move.workdays > 0 for move in every)
    earlier = sum(move.workdays < 0 for move in every)
    if not later and not earlier:
        return f"{since} nothing has moved: {counted(len(every), 'item')} as agreed."
    counts = ((later, "later"), (earlier, "earlier"), (len(every) - later - earlier, "as agreed"))
    told = joined([f"{count} {words}" for count, words in counts if count])
    return f"{since}: of {counted(len(every), 'item')} {told}."
