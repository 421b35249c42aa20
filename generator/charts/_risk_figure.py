"""A risk matrix as Plotly traces: one of dots, each with its number, over nine tinted cells."""

from collections.abc import Sequence
from typing import Any

from generator.charts._palette import literal
from generator.charts._plotly import Figure, figure, plain
from generator.charts._risks import PlacedRisk, words_for

_LEVELS = ("Low", "Medium", "High")
_A_ROW = 4


def risk_figure(risks: Sequence[PlacedRisk]) -> Figure:
    """Spread the risks of a cell so that none hides another."""
    places = [_place(risk, risks) for risk in risks]
    dots = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [x for x, _ in places],
        "y": [y for _, y in places],
        "text": [str(risk.number) for risk in risks],
        "textfont": {"color": literal("text"), "size": 12},
        "marker": {"size": 24, "color": literal("paper"), "line": {"color": literal("text"), "width": 1.5}},
        "hovertext": [plain(risk.told) for risk in risks],
        "hoverinfo": "text",
        "cliponaxis": False,
    }
    return figure(
        [dots],
        height=460,
        showlegend=False,
        xaxis=_axis("Probability"),
        yaxis=_axis("Impact"),
        shapes=[_cell(across, up) for across in (1, 2, 3) for up in (1, 2, 3)],
        annotations=[_word(across, up) for across in (1, 2, 3) for up in (1, 2, 3)],
    )


def _place(risk: PlacedRisk, risks: Sequence[PlacedRisk]) -> tuple[float, float]:
    together = [each.number for each in risks if (each.across, each.up) == (risk.across, risk.up)]
    row, column = divmod(together.index(risk.number), _A_ROW)
    rows = -(-len(together) // _A_ROW)
    return round(risk.across - 0.3 + column * 0.2, 3), round(risk.up + 0.15 - row * min(0.2, 0.55 / rows), 3)


def _axis(words: str) -> dict[str, Any]:
    shared = {"tickvals": [1, 2, 3], "ticktext": list(_LEVELS), "range": [0.5, 3.5], "automargin": True}
    return shared | {"title": {"text": words}, "showgrid": False, "zeroline": False, "fixedrange": False}


def _cell(across: int, up: int) -> dict[str, Any]:
    ink = f"risk-{words_for(across * up).lower()}"
    place = {"x0": across - 0.49, "x1": across + 0.49, "y0": up - 0.49, "y1": up + 0.49}
    return place | {
        "type": "rect",
        "layer": "below",
        "fillcolor": literal(ink),
        "opacity": 0.26,
        "line": {"width": 0},
    }


def _word(across: int, up: int) -> dict[str, Any]:
    place = {"x": across - 0.45, "y": up + 0.45, "xanchor": "left", "yanchor": "top"}
    return place | {"text": words_for(across * up), "showarrow": False, "font": {"size": 11}}
