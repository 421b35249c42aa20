"""For every task the chain that sets its dates, back to where it begins."""

from dataclasses import dataclass

from generator.formatting import counted
from generator.snapshot import Snapshot
from generator.views import driving_chain
from generator.views._once import once
from generator.views._when import span_words
from generator.views.driving_chain import Reason

_MOST_TASKS = 150
_MOST_REASONS = 2000
"""Beyond so many a page would be heavy; each row still leads to what its item waits for."""


@dataclass(frozen=True)
class Chain:
    """A task, how many steps lead to it, and each of them."""

    id: str
    name: str
    when: str
    length: str
    reasons: tuple[Reason, ...]


@once
def view(snapshot: Snapshot) -> tuple[Chain, ...]:
    """Follow every task back; of a plan that is too large for that, none."""
    tasks = snapshot.schedule.breakdown.tasks
    if len(tasks) > _MOST_TASKS:
        return ()
    chains = tuple(_chain(task.id, snapshot) for task in tasks)
    return chains if sum(len(each.reasons) for each in chains) <= _MOST_REASONS else ()


def _chain(task: str, snapshot: Snapshot) -> Chain:
    reasons = driving_chain.view(snapshot, task)
    name = snapshot.names[("task", task)].name
    return Chain(task, name, span_words(task, snapshot), counted(len(reasons), "step"), reasons)
