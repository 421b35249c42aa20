"""A convergence as Plotly traces: a line in a band."""

from collections.abc import Sequence
from typing import Any

from generator.charts._convergence_drawing import Step
from generator.charts._palette import literal
from generator.charts._plotly import Figure, figure


def convergence_figure(steps: Sequence[Step]) -> Figure:
    """Fill the band between its upper and its lower edge."""
    upper = _edge(steps, [step.p80 + step.error for step in steps])
    lower = _edge(steps, [step.p80 - step.error for step in steps])
    return figure(
        [upper | {"showlegend": False}, lower | {"fill": "tonexty", "name": "Standard error"}, _line(steps)],
        height=360,
        xaxis={"ticksuffix": " runs", "gridcolor": literal("grid"), "zeroline": False, "automargin": True},
        yaxis={
            "title": {"text": "P80 in workdays"},
            "gridcolor": literal("grid"),
            "zeroline": False,
            "automargin": True,
        },
    )


def _edge(steps: Sequence[Step], days: list[float]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [step.runs for step in steps],
        "y": [round(each, 4) for each in days],
        "line": {"width": 0, "color": literal("wave-1")},
        "opacity": 0.4,
        "hoverinfo": "skip",
    }


def _line(steps: Sequence[Step]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "P80",
        "x": [step.runs for step in steps],
        "y": [round(step.p80, 4) for step in steps],
        "line": {"color": literal("wave-1"), "width": 2.4},
        "hovertext": [f"{step.runs:,} runs: {step.p80:.2f} ± {step.error:.2f} workdays" for step in steps],
        "hoverinfo": "text",
    }
