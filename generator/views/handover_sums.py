"""What one team hands to another in a long plan: the dependencies that cross, in sums from team to team."""

from dataclasses import dataclass

from generator.formatting import counted
from generator.snapshot import Snapshot
from generator.views._long import is_long
from generator.views._mention import Mention, home, mention_of
from generator.views._once import once
from generator.views._when import start_cell
from generator.views.handovers import Crossing, crossings


@dataclass(frozen=True)
class Together:
    """All that one team hands to another, and what needs it first and last; the plan is no team."""

    giver: Mention | None
    taker: Mention | None
    dependencies: str
    first: Mention
    first_used: str
    last: Mention
    last_used: str


def view(snapshot: Snapshot, wave: str = "") -> tuple[Together, ...]:
    """Tell the sums of a long plan, all of them or those of one wave; of other plans there are none."""
    if not is_long(snapshot):
        return ()
    found = _pairs(snapshot).items()
    return tuple(_together(*each, snapshot) for each in found if not wave or wave in each[0])


@once
def _pairs(snapshot: Snapshot) -> dict[tuple[str, str], list[Crossing]]:
    found: dict[tuple[str, str], list[Crossing]] = {}
    for each in crossings(snapshot):
        giver, taker = (home(item.id, snapshot) for item in each[:2])
        found.setdefault((giver.id if giver else "", taker.id if taker else ""), []).append(each)
    return found


def _together(pair: tuple[str, str], found: list[Crossing], snapshot: Snapshot) -> Together:
    dates, items = snapshot.schedule.dates, snapshot.schedule.breakdown.items
    taken = sorted((item for _, item, _ in found), key=lambda item: dates[item.id].early_start)
    giver, taker = (mention_of(items[each], snapshot) if each else None for each in pair)
    first, last = taken[0], taken[-1]
    return Together(
        giver,
        taker,
        counted(len(found), "dependency", "dependencies"),
        mention_of(first, snapshot),
        start_cell(first.id, snapshot),
        mention_of(last, snapshot),
        start_cell(last.id, snapshot),
    )
