"""The table of dates on a terminal: ids and figures whole, drivers where there is room."""

import pytest
from rich.text import Text

from generator.console import _widths

ROW = tuple(
    map(Text, ("pick-mueller-thurgau", "W1D1 1 Sep", "W1D4 4 Sep", "2d/3d/6d", "11.2d *", "press SS+1d, tanks"))
)


@pytest.mark.parametrize("room", [20, 50, 80, 100, 1000])
def test_no_id_and_no_figure_is_cut(room: int) -> None:
    widths = _widths([ROW], room)
    assert [widths[name] for name in ("item", "start", "finish", "duration", "float")] == [20, 10, 10, 8, 7]


@pytest.mark.parametrize(("room", "driver"), [(50, None), (78, None), (79, 14), (83, 18), (200, 18)])
def test_drivers_get_what_is_left(room: int, driver: int | None) -> None:
    assert _widths([ROW], room).get("driver") == driver
