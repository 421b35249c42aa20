"""What a reference of the plan names."""

from generator.model.index import SECTIONS
from generator.snapshot import Snapshot
from generator.views._mention import Mention, mentioned


def view(snapshot: Snapshot, reference: str, *kinds: str) -> Mention | None:
    """Find the item, among some kinds where an id may be ambiguous; nothing where there is none."""
    return mentioned(reference, snapshot, kinds or tuple(SECTIONS))
