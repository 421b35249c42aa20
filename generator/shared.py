"""A row of pieces of work that two processes take from its two ends until they meet."""

import os
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar
from weakref import finalize

P = TypeVar("P")
_MOST = 4_096
"""So many tokens fit into any pipe; of more pieces than that some go together."""


class Shared(Generic[P]):
    """Pieces that are handed out once: a pipe holds a token for each, and who reads one has the next piece.

    Made before the processes part. A process that ended without a word has its pieces handed out once more, to the
    one that made them; so has one that never began.
    """

    def __init__(self, pieces: Sequence[P]) -> None:
        """Lay out a token for each piece."""
        size = max(-(-len(pieces) // _MOST), 1)
        self._bundles = [pieces[begin : begin + size] for begin in range(0, len(pieces), size)]
        reading, writing = os.pipe()
        os.write(writing, bytes(len(self._bundles)))
        os.close(writing)
        self._tokens, self._home, self._taken = reading, os.getpid(), 0
        finalize(self, os.close, reading)

    def first(self) -> Iterator[P]:
        """Take pieces from the beginning."""
        while os.read(self._tokens, 1):
            self._taken += 1
            yield from self._bundles[self._taken - 1]

    def last(self) -> Iterator[P]:
        """Take pieces from the end; in the process that made them, all that it has not taken itself."""
        is_home = os.getpid() == self._home
        for bundle in reversed(self._bundles[self._taken if is_home else 0 :]):
            if not (is_home or os.read(self._tokens, 1)):
                return
            yield from reversed(bundle)
