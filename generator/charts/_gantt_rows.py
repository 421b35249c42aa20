"""The rows of a Gantt chart, group by group, and the dependencies between them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.charts import _items as items
from generator.charts._axis import position
from generator.charts._gantt_cells import COLUMNS, cells_of
from generator.formatting import counted
from generator.model.breakdown import Dependency, Link, Milestone, Phase, Task, Wave
from generator.model.verification import Checkpoint
from generator.scheduling.breakdown import SchedItem
from generator.scheduling.drivers import Cause
from generator.snapshot import Snapshot
from generator.views._once import once

SUMMARIES = frozenset({"phase", "wave", "rest"})
MOMENTS = frozenset({"milestone", "checkpoint"})


@dataclass(frozen=True)
class Row:
    """One line of the chart; `slack` is where its float ends, `wave` the number of its `group` (0 for none).

    `anchor` is the entry that its name leads to.
    """

    id: str
    kind: str
    label: str
    depth: int
    wave: int
    begin: float
    end: float
    slack: float
    critical: bool
    progress: float
    done: bool
    told: str
    cells: tuple[str, ...]
    group: str = ""
    anchor: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Arrow:
    """A dependency between two rows; or, where work is levelled, one that `waits` for those who work on the other."""

    source: str
    target: str
    link: Link
    lag: str
    critical: bool
    waits: bool = False

    @property
    def kind(self) -> str:
        """What the legend calls it."""
        if self.waits:
            return "Waits for people"
        return "Critical dependency" if self.critical else "Dependency"


def rows_of_plan(snapshot: Snapshot) -> tuple[Row, ...]:
    """Every phase, wave, task, milestone and checkpoint, each under its group."""
    tops = _tops(snapshot)
    groups = [item for item in tops if isinstance(item, Phase | Wave)]
    rows = [row for group in groups for row in _group(snapshot, group, 0)]
    for heading, kind in (("Other tasks", Task), ("Milestones", Milestone), ("Checkpoints", Checkpoint)):
        members = [item for item in tops if isinstance(item, kind)]
        rows += _lane(snapshot, heading if groups or kind is not Task else "", members)
    return tuple(rows)


def rows_of_wave(snapshot: Snapshot, wave: Wave) -> tuple[Row, ...]:
    """Return a wave with its tasks and milestones, and the checkpoints that test its work."""
    inside = {wave.id, *snapshot.schedule.breakdown.members.get(wave.id, ())}
    tests = [each for each in snapshot.plan.checkpoints.values() if _scope(each) & inside]
    return (*_group(snapshot, wave, 0), *_lane(snapshot, "Checkpoints", tests))


def rows_in_short(snapshot: Snapshot) -> tuple[Row, ...]:
    """Phases and waves alone, each leading to its own entry, what lies outside them as one row, and checkpoints."""
    tops = _tops(snapshot)
    groups = [item for item in tops if isinstance(item, Phase | Wave)]
    rows = [row for group in groups for row in _group(snapshot, group, 0, whole=False)]
    rows += _lane(snapshot, "Checkpoints", [item for item in tops if isinstance(item, Checkpoint)])
    loose = [task for task in snapshot.plan.tasks.values() if task.id not in snapshot.schedule.breakdown.parents]
    shown = (replace(row, anchor=f"{row.kind}-{row.id}") for row in rows)
    where = " outside waves" if groups else ""
    return (*([_rest(snapshot, loose, f"{counted(len(loose), 'task')}{where}")] if loose else []), *shown)


def arrows_between(snapshot: Snapshot, rows: Iterable[Row]) -> tuple[Arrow, ...]:
    """Return the dependencies whose two ends both have a row."""
    shown, items = dict.fromkeys(row.id for row in rows), snapshot.schedule.breakdown.items
    found = [
        _arrow(snapshot, items[item], dependency)
        for item in sorted(shown.keys() & items.keys(), key=_places(snapshot).__getitem__)
        for dependency in getattr(items[item], "depends_on", ())
    ]
    drawn = [arrow for arrow in found if arrow.source in shown and arrow.source != arrow.target]
    linked = {(arrow.source, arrow.target) for arrow in drawn}
    waits = (each for item in shown for each in _waits(snapshot, item) if each.source in shown)
    return (*drawn, *(each for each in waits if (each.source, each.target) not in linked))


@once
def _places(snapshot: Snapshot) -> dict[str, int]:
    """The place of each item in the plan."""
    return {item: place for place, item in enumerate(snapshot.schedule.breakdown.items)}


def _waits(snapshot: Snapshot, item: str) -> Iterator[Arrow]:
    dates = snapshot.schedule.dates
    for driver in dates[item].drivers if item in dates else ():
        if driver.cause is Cause.RESOURCE and driver.item:
            critical = dates[item].critical and dates[driver.item].critical
            yield Arrow(driver.item, item, Link.FINISH_TO_START, "", critical, waits=True)


def _tops(snapshot: Snapshot) -> list[SchedItem]:
    """What lies in no phase and no wave."""
    breakdown = snapshot.schedule.breakdown
    return [item for item in breakdown.items.values() if item.id not in breakdown.parents]


def _scope(checkpoint: Checkpoint) -> set[str]:
    return {each.rpartition(":")[2] for each in checkpoint.scope}


def _group(snapshot: Snapshot, group: Phase | Wave, depth: int, *, whole: bool = True) -> Iterator[Row]:
    breakdown = snapshot.schedule.breakdown
    yield _row(snapshot, group, depth)
    members = [breakdown.items[member] for member in breakdown.members.get(group.id, ())]
    own = [member for member in members if whole and isinstance(member, Task | Milestone)]
    yield from (_row(snapshot, item, depth + 1) for item in _by_start(snapshot, own))
    for wave in (member for member in members if isinstance(member, Wave)):
        yield from _group(snapshot, wave, depth + 1, whole=whole)


def _lane(snapshot: Snapshot, heading: str, members: Sequence[SchedItem]) -> Iterator[Row]:
    if members and heading:
        name = heading.lower().replace(" ", "-")
        empty = Row(name, "lane", heading, 0, 0, 0, 0, 0, critical=False, progress=0, done=False, told="", cells=())
        yield empty
    yield from (_row(snapshot, item, 1 if heading else 0) for item in _by_start(snapshot, members))


def _by_start(snapshot: Snapshot, members: Iterable[SchedItem]) -> list[SchedItem]:
    dates = snapshot.schedule.dates
    return sorted(members, key=lambda item: (dates[item.id].early_start, dates[item.id].early_finish))


def _row(snapshot: Snapshot, item: SchedItem, depth: int) -> Row:
    schedule = snapshot.schedule
    dates, kind = schedule.dates[item.id], items.kind_of(item)
    critical = dates.critical and kind not in ("checkpoint", "phase", "wave")
    wave = items.wave_number(snapshot, item.id)
    cells = cells_of(snapshot, item, critical=critical)
    return Row(
        id=item.id,
        kind=kind,
        label=items.name_of(snapshot, item),
        depth=depth,
        wave=wave,
        begin=position(schedule, dates.early_start),
        end=position(schedule, dates.early_finish),
        slack=position(schedule, dates.late_finish),
        critical=critical,
        progress=float(getattr(item, "percent_complete", None) or 0) / 100,
        done=bool(getattr(item, "done", False)),
        told=_told(item, cells, critical=critical),
        cells=cells,
        group=items.wave_labels(snapshot)[wave],
        anchor=f"row-{item.id}",
        roles=tuple(snapshot.names["role", role].name for role in getattr(item, "needs", {})),
    )


def _told(item: SchedItem, cells: tuple[str, ...], *, critical: bool) -> str:
    """DB Setup: Week 1 Day 1 to Week 1 Day 5, 5 days, float 0 days, critical."""
    name, _, begin, end, duration, slack = cells[:6]
    facts = [begin if begin == end else f"{begin} to {end}"]
    if not isinstance(item, Checkpoint | Milestone):
        facts.append(duration)
    if not isinstance(item, Checkpoint):
        facts.append(f"float {slack}")
    facts += ["critical"] if critical else []
    facts += (
        [f"{item.percent_complete}% done"] if isinstance(item, Task) and item.percent_complete is not None else []
    )
    facts += ["done"] if getattr(item, "done", False) else []
    return f"{name}: {', '.join(facts)}"


def _rest(snapshot: Snapshot, tasks: list[Task], name: str) -> Row:
    """One row for all tasks outside phases and waves."""
    rows = [_row(snapshot, task, 0) for task in tasks]
    first, last = min(rows, key=lambda row: row.begin), max(rows, key=lambda row: row.end)
    begin, end = first.cells[2], last.cells[3]
    cells = (name, "Tasks", begin, end, *("–" for _ in COLUMNS[4:]))
    told = f"{name}: {begin} to {end}"
    return replace(
        first,
        id="other-tasks",
        kind="rest",
        label=name,
        end=last.end,
        slack=last.end,
        critical=False,
        told=told,
        cells=cells,
        anchor="",
        roles=(),
    )


def _arrow(snapshot: Snapshot, item: SchedItem, dependency: Dependency) -> Arrow:
    source, dates = dependency.on.rpartition(":")[2], snapshot.schedule.dates
    driving = any(source == driver.item or source in driver.through for driver in dates[item.id].drivers)
    known = source in dates
    critical = known and driving and dates[item.id].critical and dates[source].critical
    return Arrow(source, item.id, dependency.link, dependency.lag_text, critical)
