"""A tornado as Plotly traces: two bars a row, to both sides of the mean."""

from collections.abc import Sequence
from typing import Any

from generator.charts._movers import Row
from generator.charts._palette import literal
from generator.charts._plotly import Figure, figure, plain

_LONGEST = 42


def tornado_figure(rows: Sequence[Row]) -> Figure:
    """Set the strongest at the top."""
    numbers = list(range(len(rows)))
    traces = [
        _bars(rows, "Goes well", [row.well for row in rows], "done"),
        _bars(rows, "Goes badly", [row.badly for row in rows], "critical"),
    ]
    return figure(
        traces,
        barmode="overlay",
        bargap=0.35,
        height=150 + 32 * len(rows),
        xaxis={
            "title": {"text": "Workdays from the mean finish"},
            "side": "top",
            "gridcolor": literal("grid"),
            "zerolinecolor": literal("text"),
            "tickformat": "+.2~f",
            "automargin": True,
        },
        yaxis={
            "tickvals": numbers,
            "ticktext": [plain(_short(row.name)) for row in rows],
            "autorange": "reversed",
            "automargin": True,
            "showgrid": False,
            "zeroline": False,
        },
    )


def _bars(rows: Sequence[Row], name: str, days: list[float], ink: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "x": [round(each, 3) for each in days],
        "y": list(range(len(rows))),
        "marker": {
            "color": literal(ink),
            "opacity": 0.7,
            "pattern": {"shape": ["/" if row.is_risk else "" for row in rows], "size": 6, "fillmode": "overlay"},
        },
        "hovertext": [plain(row.told) for row in rows],
        "hoverinfo": "text",
    }


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
