"""People per phase and wave: bands, totals, and how each total is made up."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.formatting import counted
from generator.model.plan import Plan
from generator.model.quantity import Band, Weeks
from generator.model.team import Role
from generator.scheduling.resource_load import Assignment, counts_as, peak, teams
from generator.snapshot import Snapshot
from generator.views._long import is_much
from generator.views._once import once

_ALL = "Total People"
_SHARED = "shared"
_WIDEST = 6
"""Waves that fit side by side in a table."""


@dataclass(frozen=True)
class PhaseRow:
    """A phase, its total, and the band of each wave; a dash where the wave is not in the phase."""

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
class PartRow:
    """A phase, or the whole plan, with its waves in one row."""

    label: str
    weeks: str
    waves: str
    people: str


@dataclass(frozen=True)
class Allocation:
    """The totals of the roles that belong to waves, and the roles that waves share.

    `parts` sum up more waves than a brief table has rows. `counts_shared` says whether the brief table's totals have
    the shared roles in them, or are headed by a role that they are none of.
    """

    title: str
    waves: tuple[str, ...]
    phases: tuple[PhaseRow, ...]
    rows: tuple[WaveRow, ...]
    shared: str
    counts_shared: bool
    side_by_side: bool
    parts: tuple[PartRow, ...]


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
        ", ".join(_shared_words(role) for role in plan.roles.values() if role.shared),
        not side_by_side or _title(plan) != _ALL,
        side_by_side,
        tuple(_parts(snapshot)) if is_much(len(labels), snapshot) else (),
    )


def counted_roles(plan: Plan) -> tuple[str, ...]:
    """Roles whose people belong to waves, and those that count as them; shared ones count only if they say so."""
    own = {role for wave in plan.waves.values() for role in wave.team if not plan.roles[role].shared}
    own |= {role for phase in plan.phases.values() for role in phase.team if not plan.roles[role].shared}
    return tuple(role for role in plan.roles if role in own or plan.roles[role].counts_as in own)


def _shared_words(role: Role) -> str:
    """1 DBA, 2 Testers where the plan tells the plural, else 2 × Tester."""
    count = role.count or Band(1, 1)
    if count.high <= 1:
        return f"{count} {role.name}"
    return f"{count} {role.plural}" if role.plural else f"{count} × {role.name}"


def _title(plan: Plan) -> str:
    roles = counted_roles(plan)
    heads = [role for role in roles if all(counts_as(plan, each, role) for each in roles)]
    if not heads:
        return _ALL
    head = plan.roles[heads[0]]
    return f"Total {head.plural or head.name + 's'}"


def _phase_row(phase: str, snapshot: Snapshot) -> PhaseRow:
    counted = counted_roles(snapshot.plan)
    everybody = tuple(teams(snapshot.plan, snapshot.schedule, phase))
    at_work = [each for each in everybody if each.role in counted]
    only_shared = {each.item for each in everybody} - {each.item for each in at_work}
    bands = tuple(
        _SHARED if wave in only_shared else _band([each for each in at_work if each.item == wave])
        for wave in snapshot.plan.waves
    )
    label = snapshot.names[("phase", phase)].label
    return PhaseRow(phase, label, _band(at_work), bands, _made_up(at_work, phase, snapshot))


def _made_up(at_work: list[Assignment], phase: str, snapshot: Snapshot) -> str:
    """Tell the parts of a total: 2-3 (Wave 3) + 1 (Integration Specialist) = 3-4."""
    teams_of = Counter(each.item for each in at_work)
    parts = [f"{each.people} ({_who(each, phase, teams_of, snapshot)})" for each in at_work]
    total = peak(at_work)
    added = sum((each.people for each in at_work), Band(0, 0))
    if len(parts) < 2:  # noqa: PLR2004 - one part is no sum
        return ""
    told = f"{' + '.join(parts)} = {added}"
    return told if added == total else f"{told}, of whom at most {total} are in teams at the same time"


def _who(each: Assignment, phase: str, teams_of: Mapping[str, int], snapshot: Snapshot) -> str:
    """Name the wave, with the role where its team has several; of a phase's own team the role alone."""
    role = snapshot.plan.roles[each.role].name
    if each.item == phase:
        return role
    label = snapshot.names[("wave", each.item)].label
    return f"{label}, {role}" if teams_of[each.item] > 1 else label


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


def _parts(snapshot: Snapshot) -> Iterator[PartRow]:
    """Sum up phase by phase the waves of each, and those of no phase."""
    members: dict[str, list[str]] = {phase: [] for phase in snapshot.plan.phases}
    for wave in snapshot.plan.waves:
        phase = snapshot.schedule.breakdown.phase_of(wave)
        members.setdefault(phase.id if phase else "", []).append(wave)
    people = list(teams(snapshot.plan, snapshot.schedule))
    for part, waves in members.items():
        label = snapshot.names[("phase", part)].label if part else "-"
        weeks = [snapshot.schedule.weeks(each) for each in ([part] if part else waves)]
        span = str(Weeks(min(each.first for each in weeks), max(each.last for each in weeks)))
        at_work = [each for each in people if each.item in waves or each.item == part]
        yield PartRow(label, span, counted(len(waves), "wave"), _band(at_work))


def _band(assignments: list[Assignment]) -> str:
    return str(peak(assignments)) if assignments else "-"
