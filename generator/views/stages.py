"""The plan from phase to phase: its length in words, each phase with its waves, and what belongs to no phase."""

from dataclasses import dataclass

from generator.formatting import counted, joined
from generator.model.breakdown import Phase
from generator.snapshot import Snapshot
from generator.views import side_by_side
from generator.views._mention import Mention, mention_of
from generator.views._once import once
from generator.views._waits import Wait, waits_of
from generator.views._when import span_cell, span_words, whole_words


@dataclass(frozen=True)
class WaveLine:
    """A wave in an overview."""

    id: str
    title: Mention
    when: str
    goal: str


@dataclass(frozen=True)
class Stage:
    """A phase; `tasks` tells whether it holds tasks outside its waves."""

    id: str
    title: Mention
    when: str
    span: str
    goal: str
    rationale: str
    waits: tuple[Wait, ...]
    waves: tuple[WaveLine, ...]
    tasks: bool
    side_by_side: bool


@dataclass(frozen=True)
class Stages:
    """The phases in order, waves of no phase, and whether tasks stand outside both.

    `conditional` waves have entry or exit conditions, `tested` ones tests of their own.
    """

    when: str
    contents: str
    has_goals: bool
    has_tasks: bool
    phases: tuple[Stage, ...]
    waves: tuple[WaveLine, ...]
    tasks: bool
    linked: bool
    side_by_side: bool
    conditional: tuple[str, ...]
    tested: tuple[str, ...]


@once
def view(snapshot: Snapshot) -> Stages:
    """Tell the parts of the plan."""
    plan, has_tasks = snapshot.plan, bool(snapshot.schedule.breakdown.tasks)
    return Stages(
        when=whole_words(snapshot) if has_tasks else "",
        contents=_contents(snapshot),
        has_goals=any(wave.goal for wave in plan.waves.values()) or any(phase.goal for phase in plan.phases.values()),
        has_tasks=has_tasks,
        phases=tuple(_stage(phase, snapshot) for phase in plan.phases.values()),
        waves=_waves("", snapshot),
        tasks=bool(plan.tasks),
        linked=any(getattr(item, "depends_on", ()) for item in snapshot.schedule.breakdown.items.values()),
        side_by_side=_has_waves_at_work("", snapshot),
        conditional=tuple(wave.id for wave in plan.waves.values() if wave.entry or wave.exit),
        tested=tuple(wave.id for wave in plan.waves.values() if wave.tests),
    )


def _contents(snapshot: Snapshot) -> str:
    """2 phases, 5 waves and 44 tasks."""
    plan = snapshot.plan
    counts = {"phase": len(plan.phases), "wave": len(plan.waves), "task": len(snapshot.schedule.breakdown.tasks)}
    return joined([counted(count, noun) for noun, count in counts.items() if count])


def _stage(phase: Phase, snapshot: Snapshot) -> Stage:
    has_work = bool(snapshot.schedule.breakdown.members.get(phase.id))
    return Stage(
        id=phase.id,
        title=mention_of(phase, snapshot),
        when=span_words(phase.id, snapshot) if has_work else "",
        span=span_cell(phase.id, snapshot) if has_work else "",
        goal=phase.goal or "",
        rationale=phase.rationale or "",
        waits=waits_of(phase, snapshot),
        waves=_waves(phase.id, snapshot),
        tasks=bool(phase.tasks),
        side_by_side=bool(phase.parallel) or _has_waves_at_work(phase.id, snapshot),
    )


def _has_waves_at_work(phase: str, snapshot: Snapshot) -> bool:
    together = side_by_side.view(snapshot, phase)
    return bool(together.weeks or together.isolated)


def _waves(phase: str, snapshot: Snapshot) -> tuple[WaveLine, ...]:
    breakdown = snapshot.schedule.breakdown
    waves = [each for each in snapshot.plan.waves.values() if breakdown.parents.get(each.id, "") == phase]
    return tuple(
        WaveLine(
            each.id,
            mention_of(each, snapshot),
            span_cell(each.id, snapshot) if breakdown.members.get(each.id) else "no tasks yet",
            each.goal or "",
        )
        for each in waves
    )
