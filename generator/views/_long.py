"""When a plan is long, what is told of it item by item stands on the pages of its parts, and the whole in sums."""

from generator.snapshot import Snapshot

MOST_ROWS = 250
"""As many rows as somebody reads in one table, and as many tasks as one page or document tells one by one."""


def is_long(snapshot: Snapshot) -> bool:
    """Tell whether a plan has more tasks than one table holds."""
    return len(snapshot.schedule.breakdown.tasks) > MOST_ROWS
