"""Colours are read, and made dark or light enough to be read in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BadValueError
from generator.model.publication import WHITE, Colour, parse_colour

channels = st.integers(0, 255)
colours = st.builds(Colour, channels, channels, channels)


@given(colours)
def test_a_colour_reads_back_as_it_is_written(colour: Colour) -> None:
    assert parse_colour(str(colour)) == colour


@pytest.mark.parametrize("text", ["blue", "#fff", "0a4f8f", "#0a4f8g", "#0a4f8f;}", None, 12])
def test_anything_else_is_no_colour(text: object) -> None:
    with pytest.raises(BadValueError, match="expected a colour"):
        parse_colour(text)


def test_contrast_is_that_of_wcag() -> None:
    assert round(parse_colour("#767676").contrast(WHITE), 2) == 4.54
    assert parse_colour("#000000").contrast(WHITE) == 21


@given(colours, colours)
def test_a_readable_colour_can_be_read(colour: Colour, ground: Colour) -> None:
    assert colour.readable_on(ground).contrast(ground) >= 4.5


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert str(parse_colour("#0a4f8f").readable_on(WHITE)) == "#0a4f8f"
