"""The approach at a glance: phases, which waves run side by side, and what each is about."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.formatting import counted
from generator.model.breakdown import Phase, Wave
from generator.model.quantity import Weeks
from generator.snapshot import Snapshot
from generator.views._long import MOST_ENTRIES, MOST_IN_BRIEF, are_too_many_to_name
from generator.views._when import bare_weeks

_GAP = 2


@dataclass(frozen=True)
class Stage:
    """A phase, or where there is none the plan, without a name; `heading` says how its waves follow each other."""

    kind: str
    id: str
    label: str
    name: str
    weeks: Weeks
    when: str
    heading: str
    waves: str
    box: str


@dataclass(frozen=True)
class Overview:
    """The approach and the version in words where the plan tells them, and its stages in order."""

    approach: str | None
    version: str
    stages: tuple[Stage, ...]


@dataclass(frozen=True)
class _Block:
    title: str
    content: str
    weeks: Weeks


def view(snapshot: Snapshot) -> Overview:
    """Tell each phase, or the plan as one stage if it has no phases."""
    plan = snapshot.plan
    stages = tuple(_of_phase(phase, snapshot) for phase in plan.phases.values())
    version = plan.version if "version" in plan.model_fields_set else ""
    return Overview(plan.approach, version, stages or _of_plan(snapshot))


def _of_phase(phase: Phase, snapshot: Snapshot) -> Stage:
    waves = [wave for wave in snapshot.plan.waves.values() if wave.phase == phase.id]
    called = snapshot.names[("phase", phase.id)]
    blocks = _blocks_of(waves, snapshot)
    if phase.tasks and not waves:
        blocks.append(_own_block(called.name, phase.tasks, snapshot.schedule.weeks(phase.id), snapshot))
    weeks = snapshot.schedule.weeks(phase.id)
    return Stage(
        "phase",
        phase.id,
        called.label,
        called.name,
        weeks,
        bare_weeks(weeks),
        *_order(waves, snapshot),
        _box(blocks),
    )


def _of_plan(snapshot: Snapshot) -> tuple[Stage, ...]:
    plan, time = snapshot.plan, snapshot.schedule.time
    if not snapshot.schedule.breakdown.tasks:
        return ()
    first = time.day_of_start(snapshot.schedule.start).week
    weeks = Weeks(first, max(first, time.day_of_finish(snapshot.schedule.finish).week))
    waves = list(plan.waves.values())
    blocks = _blocks_of(waves, snapshot)
    if plan.tasks:
        blocks.append(_own_block(plan.title, plan.tasks, weeks, snapshot))
    order = _order(waves, snapshot)
    return (Stage("plan", "", "", "", weeks, bare_weeks(weeks), *order, _box(blocks)),)


def _blocks_of(waves: Sequence[Wave], snapshot: Snapshot) -> list[_Block]:
    """A block for each wave; more than somebody leafs through are counted by the time in which they begin."""
    if len(waves) <= MOST_ENTRIES:
        return [_block_of(wave, snapshot) for wave in _in_order(waves, snapshot)]
    weeks = snapshot.schedule.weeks
    ordered = sorted(waves, key=lambda wave: (weeks(wave.id).first, weeks(wave.id).last))
    ends = [len(ordered) * number // MOST_IN_BRIEF for number in range(MOST_IN_BRIEF + 1)]
    return [_counted_block(ordered[begin:end], snapshot) for begin, end in pairwise(ends)]


def _counted_block(waves: Sequence[Wave], snapshot: Snapshot) -> _Block:
    spans = [snapshot.schedule.weeks(wave.id) for wave in waves]
    weeks = Weeks(min(span.first for span in spans), max(span.last for span in spans))
    tasks = sum(len(wave.tasks) for wave in waves)
    return _Block(f"{counted(len(waves), 'wave')}, {counted(tasks, 'task')}", "", weeks)


def _block_of(wave: Wave, snapshot: Snapshot) -> _Block:
    called = snapshot.names[("wave", wave.id)]
    title = called.name if called.name == called.label else f"{called.label}: {called.name}"
    return _own_block(title, wave.highlights or wave.tasks, snapshot.schedule.weeks(wave.id), snapshot)


def _own_block(title: str, tasks: Collection[str], weeks: Weeks, snapshot: Snapshot) -> _Block:
    """Name the tasks; of a long plan say how many they are, where nobody reads all their names at a glance."""
    if are_too_many_to_name(len(tasks), snapshot):
        return _Block(f"{title}, {counted(len(tasks), 'task')}", "", weeks)
    return _Block(title, ", ".join(snapshot.names[("task", task)].short for task in tasks), weeks)


def _order(waves: Sequence[Wave], snapshot: Snapshot) -> tuple[str, str]:
    """What the waves are called together, and their labels: side by side joined by +, later ones after an arrow.

    Too many to be named are counted.
    """
    if are_too_many_to_name(len(waves), snapshot):
        return "Waves", str(len(waves))
    groups = _side_by_side(waves, snapshot)
    labels = [[snapshot.names[("wave", wave.id)].label for wave in group] for group in groups]
    parallel = any(len(group) > 1 for group in groups)
    heading = "Parallel Waves" if parallel else "Waves" if len(waves) > 1 else "Wave"
    return heading, " → ".join(" + ".join(group) for group in labels)


def _side_by_side(waves: Sequence[Wave], snapshot: Snapshot) -> list[list[Wave]]:
    """Waves that begin in the same week, unless one begins when all before it are done."""
    weeks, dates = snapshot.schedule.weeks, snapshot.schedule.dates
    groups: list[list[Wave]] = []
    for wave in _in_order(waves, snapshot):
        last = groups[-1] if groups else []
        same_week = any(weeks(each.id).first == weeks(wave.id).first for each in last)
        if same_week and any(dates[each.id].early_finish > dates[wave.id].early_start for each in last):
            last.append(wave)
        else:
            groups.append([wave])
    return groups


def _in_order(waves: Sequence[Wave], snapshot: Snapshot) -> list[Wave]:
    weeks, dates = snapshot.schedule.weeks, snapshot.schedule.dates
    return sorted(waves, key=lambda each: (weeks(each.id).first, dates[each.id].early_start))


def _box(blocks: Sequence[_Block]) -> str:
    """Draw the blocks, those of the same weeks beside each other; without contents a line each is enough."""
    rows: dict[Weeks, list[_Block]] = {}
    for block in sorted(blocks, key=lambda each: each.weeks.first):
        rows.setdefault(block.weeks, []).append(block)
    between = "\n\n" if any(block.content for block in blocks) else "\n"
    return between.join(_row(weeks, row) for weeks, row in rows.items())


def _row(weeks: Weeks, row: Sequence[_Block]) -> str:
    head = f"Week {weeks}: "
    widths = [max(len(block.title) + 2, len(block.content) + 1) + _GAP for block in row]
    titles = "".join(f"[{block.title}]".ljust(width) for block, width in zip(row, widths, strict=True))
    contents = "".join(
        (" " * (number > 0) + block.content).ljust(width)
        for number, (block, width) in enumerate(zip(row, widths, strict=True))
    )
    lines = (f"{head}{titles.rstrip()}", f"{' ' * len(head)}{contents.rstrip()}")
    return "\n".join(lines if contents.strip() else lines[:1])
