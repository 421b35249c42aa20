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
    every = tuple(moves(snapshot.plan, snapshot.schedule, snapshot.as_of))
    if not every:
        return None
    items = snapshot.schedule.breakdown.items
    moved = tuple(_line(move, snapshot) for move in every if move.workdays or move.unfinished)
    new = tuple(mention_of(items[item], snapshot) for item in added(snapshot.plan, snapshot.schedule))
    return BaselineChanges(_words(every, snapshot), moved, new)


def _line(move: Move, snapshot: Snapshot) -> MovedLine:
    time = snapshot.schedule.time
    later = move.workdays > 0 or move.unfinished
    return MovedLine(
        mention_of(snapshot.schedule.breakdown.items[move.item], snapshot),
        _cell(time.day(move.agreed)),
        "not finished" if move.unfinished else _cell(time.day(move.now)),
        _change(move),
        "warn" if later else "ok",
    )


def _change(move: Move) -> str:
    if move.unfinished and move.workdays <= 0:
        return "due"
    return f"{counted(abs(move.workdays), 'workday')} {'later' if move.workdays > 0 else 'earlier'}"


def _cell(day: Day) -> str:
    """A day before the first week, as agreed before the plan was put off, has a date alone."""
    return short_date(day.date) if day.week < 1 and day.date else day_cell(day)


def _words(every: tuple[Move, ...], snapshot: Snapshot) -> str:
    set_on = snapshot.plan.baseline.set_on
    since = f"Since the baseline of {long_date(set_on)}" if set_on else "Since the baseline"
    unfinished = sum(move.unfinished for move in every)
    later = sum(move.workdays > 0 for move in every if not move.unfinished)
    earlier = sum(move.workdays < 0 for move in every if not move.unfinished)
    if not later and not earlier and not unfinished:
        return f"{since} nothing has moved: {counted(len(every), 'item')} as agreed."
    as_agreed = len(every) - unfinished - later - earlier
    counts = ((unfinished, "not finished"), (later, "later"), (earlier, "earlier"), (as_agreed, "as agreed"))
    told = joined([f"{count} {words}" for count, words in counts if count])
    return f"{since}: of {counted(len(every), 'item')} {told}."
