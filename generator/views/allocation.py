"""People per phase and wave: bands, totals, and how each total is made up."""

from dataclasses import dataclass

from generator.model.plan import Plan
from generator.model.quantity import Band
from generator.scheduling.resource_load import Assignment, counts_as, peak, teams
from generator.snapshot import Snapshot
from generator.views._once import once

_WIDEST = 6
"""Waves that fit side by side in a table."""


@dataclass(frozen=True)
class PhaseRow:
    """A phase, its total, and the band of each wave; nothing where the wave is not in the phase."""

    id: str
    label: str
    total: str
    bands: tuple[str, ...]
    made_up: str


@dataclass(frozen=True)
class WaveRow:
    """A wave and its band."""

    id: str
    label: str
    name: str
    phase: str
    weeks: str
    people: str


@dataclass(frozen=True)
class Allocation:
    """The totals of the roles that belong to waves, and the roles that waves share."""

    title: str
    waves: tuple[str, ...]
    phases: tuple[PhaseRow, ...]
    rows: tuple[WaveRow, ...]
    shared: str
    side_by_side: bool


@once
def view(snapshot: Snapshot) -> Allocation:
    """Tell the people of every phase and wave."""
    plan = snapshot.plan
    labels = tuple(snapshot.names[("wave", wave)].label for wave in plan.waves)
    side_by_side = bool(plan.phases) and len(labels) <= _WIDEST
    return Allocation(
        _title(plan),
        labels,
        tuple(_phase_row(phase, snapshot) for phase in plan.phases),
        tuple(_wave_row(wave, snapshot) for wave in plan.waves),
        ", ".join(f"{role.count or 1} {role.name}" for role in plan.roles.values() if role.shared),
        side_by_side,
    )


def counted_roles(plan: Plan) -> tuple[str, ...]:
    """Roles whose people belong to waves, and those that count as them; shared ones count only if they say so."""
    own = {role for wave in plan.waves.values() for role in wave.team if not plan.roles[role].shared}
    own |= {role for phase in plan.phases.values() for role in phase.team if not plan.roles[role].shared}
    return tuple(role for role in plan.roles if role in own or plan.roles[role].counts_as in own)


def _title(plan: Plan) -> str:
    roles = counted_roles(plan)
    heads = [role for role in roles if all(counts_as(plan, each, role) for each in roles)]
    if not heads:
        return "Total People"
    head = plan.roles[heads[0]]
    return f"Total {head.plural or head.name + 's'}"


def _phase_row(phase: str, snapshot: Snapshot) -> PhaseRow:
    counted = counted_roles(snapshot.plan)
    at_work = [each for each in teams(snapshot.plan, snapshot.schedule, phase) if each.role in counted]
    bands = tuple(_band([each for each in at_work if each.item == wave]) for wave in snapshot.plan.waves)
    label = snapshot.names[("phase", phase)].label
    return PhaseRow(phase, label, _band(at_work), bands, _made_up(at_work, phase, snapshot))


def _made_up(at_work: list[Assignment], phase: str, snapshot: Snapshot) -> str:
    """Tell the parts of a total: 2-3 (Wave 3) + 1 (Integration Specialist) = 3-4."""
    parts = [f"{each.people} ({_who(each, phase, snapshot)})" for each in at_work]
    total = peak(at_work)
    added = sum((each.people for each in at_work), Band(0, 0))
    if len(parts) < 2:  # noqa: PLR2004 - one part is no sum
        return ""
    told = f"{' + '.join(parts)} = {added}"
    return told if added == total else f"{told}, of whom at most {total} are at work at the same time"


def _who(each: Assignment, phase: str, snapshot: Snapshot) -> str:
    return snapshot.plan.roles[each.role].name if each.item == phase else snapshot.names[("wave", each.item)].label


def _wave_row(wave: str, snapshot: Snapshot) -> WaveRow:
    called = snapshot.names[("wave", wave)]
    phase = snapshot.schedule.breakdown.phase_of(wave)
    people = [each for each in teams(snapshot.plan, snapshot.schedule) if each.item == wave]
    return WaveRow(
        wave,
        called.label,
        called.name,
        snapshot.names[("phase", phase.id)].label if phase else "-",
        str(snapshot.schedule.weeks(wave)),
        _band(people),
    )


def _band(assignments: list[Assignment]) -> str:
    return str(peak(assignments)) if assignments else "-"
