"""Success criteria as checklists, one per phase."""

from dataclasses import dataclass

from generator.formatting import counted, escape_markdown, numbered
from generator.model.text import ITEM_KINDS
from generator.model.verification import Criterion
from generator.snapshot import Snapshot
from generator.views._when import bare_weeks


@dataclass(frozen=True)
class Check:
    """One criterion; label and text are Markdown."""

    id: str
    label: str
    text: str
    done: bool


@dataclass(frozen=True)
class CheckGroup:
    """The criteria of a phase, or those of the whole plan; `percent` of them are met, `words` say how many."""

    label: str
    weeks: str
    checks: tuple[Check, ...]
    percent: int
    words: str


@dataclass(frozen=True)
class Checklist:
    """Every criterion, and how many are met."""

    groups: tuple[CheckGroup, ...]
    met: int
    total: int
    percent: int
    words: str


def view(snapshot: Snapshot) -> Checklist:
    """Group the criteria by phase, in the plan's order; those of no phase come last."""
    criteria = snapshot.plan.criteria.values()
    by_phase: dict[str | None, list[Criterion]] = {phase: [] for phase in snapshot.plan.phases}
    for criterion in criteria:
        by_phase.setdefault(_phase(criterion, snapshot), []).append(criterion)
    groups = tuple(_group(phase, members, snapshot) for phase, members in by_phase.items() if members)
    met = sum(criterion.done for criterion in criteria)
    return Checklist(groups, met, len(criteria), *_progress(met, len(criteria)))


def _progress(met: int, total: int) -> tuple[int, str]:
    """The share in whole per cent, and in words."""
    return met * 100 // max(total, 1), f"{met} of {counted(total, 'criterion', 'criteria')} met"


def _phase(criterion: Criterion, snapshot: Snapshot) -> str | None:
    if criterion.phase:
        return criterion.phase
    items = [_scope(item, snapshot) for item in criterion.items]
    phases = [snapshot.schedule.breakdown.phase_of(item) for each in items for item in each]
    found = [phase.id for phase in phases if phase]
    return max(found, key=list(snapshot.plan.phases).index, default=None)


def _scope(item: str, snapshot: Snapshot) -> tuple[str, ...]:
    """A checkpoint stands for the work that it tests."""
    checkpoint = snapshot.plan.checkpoints.get(item)
    return checkpoint.scope if checkpoint else (item,)


def _group(phase: str | None, members: list[Criterion], snapshot: Snapshot) -> CheckGroup:
    label = snapshot.names[("phase", phase)].label if phase else "Overall"
    weeks = bare_weeks(snapshot.schedule.weeks(phase)) if phase else ""
    progress = _progress(sum(each.done for each in members), len(members))
    return CheckGroup(label, weeks, tuple(_check(each, snapshot) for each in members), *progress)


def _check(criterion: Criterion, snapshot: Snapshot) -> Check:
    found = [snapshot.index.find(item, ITEM_KINDS) for item in criterion.items]
    labels = [snapshot.names[(each[0], each[1].id)].label for each in found if each]
    label = criterion.label or escape_markdown(numbered(labels))
    return Check(criterion.id, label, criterion.text, criterion.done)
