"""What testers need beyond the checkpoints: what commands read, where figures come from, which waves have tests."""

from dataclasses import dataclass

from generator.formatting import closed
from generator.model.rollback import Step
from generator.model.text import ANCHOR
from generator.snapshot import Snapshot
from generator.views import checkpoint_list
from generator.views._mention import Mention, mentioned, owner
from generator.views._steps import unset_variables
from generator.views._when import finish_cell, finish_words


@dataclass(frozen=True)
class BenchSource:
    """A source of figures: what it measures, from when, and who runs it."""

    source: Mention
    collects: str
    ready: Mention | None
    when: str
    owner: Mention | None


@dataclass(frozen=True)
class TestNeeds:
    """The next checkpoint in words, variables that commands read and never set, and the sources."""

    next: Mention | None
    next_when: str
    next_scope: str
    variables: tuple[str, ...]
    sources: tuple[BenchSource, ...]


def view(snapshot: Snapshot) -> TestNeeds:
    """Tell what testing needs."""
    ahead = checkpoint_list.view(snapshot).next
    return TestNeeds(
        mentioned(ahead.id, snapshot, ("checkpoint",)) if ahead else None,
        finish_words(ahead.id, snapshot) if ahead else "",
        ahead.scope if ahead else "",
        unset_variables(_commands(snapshot)),
        tuple(_bench(each, snapshot) for each in snapshot.plan.sources),
    )


def _commands(snapshot: Snapshot) -> tuple[Step, ...]:
    plan = snapshot.plan
    found = [checkpoint.command for checkpoint in plan.checkpoints.values()]
    found += [test.command for wave in plan.waves.values() for test in wave.tests]
    return tuple(Step(do="run", command=command, **{ANCHOR: ()}) for command in found if command)


def _bench(source: str, snapshot: Snapshot) -> BenchSource:
    entry = snapshot.plan.sources[source]
    ready = mentioned(entry.ready, snapshot)
    when = finish_cell(ready.id, snapshot) if ready else ""
    return BenchSource(
        Mention("source", source, entry.name), closed(entry.collects), ready, when, owner(entry.owner, snapshot)
    )
