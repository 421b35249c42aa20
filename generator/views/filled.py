"""Which fields of a section's entries say anything: columns of the others would stay empty."""

from generator.snapshot import Snapshot


def view(snapshot: Snapshot, section: str) -> frozenset[str]:
    """Name the fields that at least one entry of a section (`risks`, `targets`) has."""
    entries = getattr(snapshot.plan, section).values()
    return frozenset(name for entry in entries for name in type(entry).model_fields if getattr(entry, name))
