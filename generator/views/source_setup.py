"""How a source of figures is set up, when it is there, and what is read from it."""

from dataclasses import dataclass

from generator.snapshot import Snapshot
from generator.views._mention import Mention, mentioned, owner
from generator.views._steps import TimedStep, timed
from generator.views._when import finish_words


@dataclass(frozen=True)
class SourceSetup:
    """One source beyond its own words."""

    ready: Mention | None
    when: str
    owner: Mention | None
    steps: tuple[TimedStep, ...]
    feeds: tuple[Mention, ...]


def view(snapshot: Snapshot, source: str) -> SourceSetup:
    """Tell one source."""
    entry, plan = snapshot.plan.sources[source], snapshot.plan
    ready = mentioned(entry.ready, snapshot)
    readers = [("target", each) for each in plan.targets.values()] + [
        ("alert", each) for each in plan.alerts.values()
    ]
    return SourceSetup(
        ready,
        finish_words(ready.id, snapshot) if ready else "",
        owner(entry.owner, snapshot),
        timed(entry.steps),
        tuple(Mention(kind, each.id, each.name) for kind, each in readers if each.source == source),
    )
