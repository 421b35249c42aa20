"""A phase at a glance."""

from generator.snapshot import Snapshot
from generator.views import stages
from generator.views.stages import Stage


def view(snapshot: Snapshot, phase: str) -> Stage:
    """Tell one phase."""
    return next(stage for stage in stages.view(snapshot).phases if stage.id == phase)
