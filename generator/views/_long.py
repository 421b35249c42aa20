"""When a plan is long, what is told of it item by item stands on the pages of its parts, and the whole in sums."""

from generator.snapshot import Snapshot

MOST_ROWS = 250
"""As many rows as somebody reads in one table, and as many tasks as one page or document tells one by one."""
MOST_ENTRIES = 40
"""As many entries as somebody leafs through on paper; the site, which has a search, tells those beyond in full."""
MOST_IN_BRIEF = 12
"""As many rows of a table as leave room for the other sections on the two pages of a quick reference."""


def is_long(snapshot: Snapshot) -> bool:
    """Tell whether a plan has more tasks than one table holds."""
    return len(snapshot.schedule.breakdown.tasks) > MOST_ROWS


def are_too_many_to_name(count: int, snapshot: Snapshot) -> bool:
    """Tell whether a long plan says of one of its parts only how many there are."""
    return is_long(snapshot) and count > MOST_IN_BRIEF


def is_much(count: int, snapshot: Snapshot) -> bool:
    """Tell whether entries are more than a short document tells; in a long plan every section is short."""
    return count > (MOST_IN_BRIEF if is_long(snapshot) else MOST_ENTRIES)
