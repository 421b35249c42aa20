"""A view that several pages ask for is computed once for a snapshot."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TypeVar

from generator.snapshot import Snapshot

T = TypeVar("T")


def once(compute: Callable[..., T]) -> Callable[..., T]:
    """Keep what a function of a snapshot and a few words has returned, as long as the snapshot is there."""

    @wraps(compute)
    def remembered(snapshot: Snapshot, *about: Hashable) -> T:
        key = (compute, *about)
        if key not in snapshot.remembered:
            snapshot.remembered[key] = compute(snapshot, *about)
        return snapshot.remembered[key]  # type: ignore[no-any-return]

    return remembered
