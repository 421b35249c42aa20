"""Pieces of work that two processes take from both ends."""

import os

import pytest

from generator.shared import Shared
from generator.side_by_side import beside


def test_each_piece_is_taken_once_and_each_end_keeps_its_order() -> None:
    pieces = Shared(range(50))
    with beside(lambda: list(pieces.last())) as others:
        here = list(pieces.first())
        there = others()
    assert (here, there) == (list(range(len(here))), list(range(49, len(here) - 1, -1)))


def test_what_a_process_took_that_ended_without_a_word_is_taken_once_more() -> None:
    pieces, home = Shared("abcdef"), os.getpid()

    def lost() -> list[str]:
        taken = [next(pieces.last())] if os.getpid() != home else list(pieces.last())
        return taken if os.getpid() == home else os._exit(1)

    with beside(lost) as others:
        taken = [next(iter(pieces.first()))]
        assert sorted([*taken, *others()]) == list("abcdef")


@pytest.mark.parametrize("count", [0, 1, 4_097, 100_000])
def test_any_number_of_pieces_is_handed_out(count: int) -> None:
    assert list(Shared(range(count)).first()) == list(range(count))
