"""Which lines of a file are not those that the build wrote."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True)
class Run:
    """Neighbouring lines, the first counted from 1, that stand in the place of as many as the build wrote there."""

    first: int
    now: int
    built: int


def changed_runs(built: Sequence[str], now: Sequence[str]) -> Iterator[Run]:
    """Yield the runs that differ, from the top; lines are told by their digests.

    Lines found often are no anchors (the matcher's own rule for junk), so that thousands of empty ones cost little.
    """
    head = _common(built, now)
    tail = _common(built[head:][::-1], now[head:][::-1])
    before, after = built[head : len(built) - tail], now[head : len(now) - tail]
    for tag, first, last, begin, end in SequenceMatcher(None, before, after).get_opcodes():
        if tag != "equal":
            yield Run(head + begin + 1, end - begin, last - first)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the lines that two files have in common at their beginning."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (here, there) in enumerate(pairs) if here != there), min(len(one), len(other)))
