"""What is done about a risk, by whom, and by when; and the work that it threatens."""

from dataclasses import dataclass

from generator.model.breakdown import Milestone
from generator.model.risk import Action
from generator.model.verification import Checkpoint
from generator.snapshot import Snapshot
from generator.views._mention import Mention, all_mentioned, mentioned, owner
from generator.views._when import finish_cell, span_cell, start_cell


@dataclass(frozen=True)
class ActionRow:
    """One action; `due` is the day of the item that it must be done before."""

    do: str
    owner: Mention | None
    before: Mention | None
    due: str


@dataclass(frozen=True)
class Exposed:
    """Work that the risk threatens."""

    item: Mention
    when: str


@dataclass(frozen=True)
class RiskPlan:
    """One risk beyond its own words; `tone` is critical, high, medium or low, by exposure."""

    exposure: str
    tone: str
    owner: Mention | None
    actions: tuple[ActionRow, ...]
    has_owner: bool
    has_due: bool
    affects: tuple[Exposed, ...]
    rollback: Mention | None


def view(snapshot: Snapshot, risk: str) -> RiskPlan:
    """Tell one risk."""
    entry = snapshot.plan.risks[risk]
    actions = tuple(_action(action, snapshot) for action in entry.actions)
    exposed = all_mentioned(entry.affects, snapshot)
    return RiskPlan(
        f"{entry.exposure} of 9",
        tone_of(entry.exposure),
        owner(entry.owner, snapshot),
        actions,
        any(action.owner for action in actions),
        any(action.before for action in actions),
        tuple(Exposed(each, span_cell(each.id, snapshot)) for each in exposed),
        mentioned(entry.rollback, snapshot, ("rollback",)),
    )


def tone_of(exposure: int) -> str:
    """Impact times probability as a level, as in the matrix: 9 is critical, 6 high, 3 and 4 are medium."""
    steps = {1: "low", 2: "low", 3: "medium", 4: "medium", 6: "high"}
    return steps.get(exposure, "critical")


def _action(action: Action, snapshot: Snapshot) -> ActionRow:
    before = mentioned(action.before, snapshot)
    return ActionRow(action.do, owner(action.owner, snapshot), before, _due(before, snapshot) if before else "")


def _due(before: Mention, snapshot: Snapshot) -> str:
    is_moment = isinstance(snapshot.schedule.breakdown.items[before.id], Milestone | Checkpoint)
    return finish_cell(before.id, snapshot) if is_moment else start_cell(before.id, snapshot)
