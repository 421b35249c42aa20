"""A finish distribution as Plotly traces: bars and a line over one axis, the days that matter as lines down."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.charts._finish_bins import Bar, Mark, place_of
from generator.charts._palette import literal
from generator.charts._plotly import Figure, figure, plain
from generator.views._certainty import per_cent

_MOST_NAMES = 14


def finish_figure(bars: Sequence[Bar], marks: Sequence[Mark]) -> Figure:
    """Set the line on the left axis, the bars on the right one."""
    every = -(-len(bars) // _MOST_NAMES)
    named = range(0, len(bars), every)
    shown = [(mark, place) for mark in marks if (place := place_of(bars, mark.day.index)) is not None]
    return figure(
        [_bars(bars), _line(bars)],
        height=420,
        margin={"l": 20, "r": 20, "t": 30 + 18 * len(shown), "b": 40},
        bargap=0.08,
        xaxis={
            "tickvals": [number + 0.5 for number in named],
            "ticktext": [plain(bars[number].name) for number in named],
            "range": [0, len(bars)],
            "showgrid": False,
            "zeroline": False,
            "automargin": True,
        },
        yaxis=_axis("Finished by then", [0, 1.02]),
        yaxis2=_axis("Runs that finish then", [0, max(bar.share for bar in bars) / 0.55])
        | {"overlaying": "y", "side": "right", "showgrid": False},
        shapes=[_down(mark, place) for mark, place in shown],
        annotations=list(_notes(shown, len(bars))),
    )


def _bars(bars: Sequence[Bar]) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": "Runs that finish then",
        "x": [number + 0.5 for number in range(len(bars))],
        "y": [round(bar.share, 4) for bar in bars],
        "yaxis": "y2",
        "marker": {"color": literal("wave-1"), "opacity": 0.45},
        "hovertext": [plain(f"{bar.words}: {per_cent(bar.share)} of the runs finish") for bar in bars],
        "hoverinfo": "text",
    }


def _line(bars: Sequence[Bar]) -> dict[str, Any]:
    told = [plain(f"By the end of {bar.words}: {per_cent(bar.until)} are finished") for bar in bars]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": "Finished by the end of it",
        "x": list(range(len(bars) + 1)),
        "y": [0, *(round(bar.until, 4) for bar in bars)],
        "line": {"color": literal("wave-4"), "width": 2.4},
        "marker": {"size": 6},
        "hovertext": ["", *told],
        "hoverinfo": "text",
    }


def _axis(words: str, limits: list[float]) -> dict[str, Any]:
    shared = {"title": {"text": words}, "tickformat": ".0%", "range": limits, "automargin": True}
    return shared | {"gridcolor": literal("grid"), "zeroline": False}


def _down(mark: Mark, place: float) -> dict[str, Any]:
    line = {"color": literal(mark.ink), "width": 1.8, "dash": "dash" if mark.ink == "status" else "solid"}
    return {"type": "line", "x0": place, "x1": place, "y0": 0, "y1": 1, "yref": "paper", "line": line}


def _notes(shown: Sequence[tuple[Mark, float]], bars: int) -> Iterator[dict[str, Any]]:
    """Name each line above it, one below the other so that none hides another."""
    ordered = sorted(shown, key=lambda each: each[1])
    for row, (mark, place) in enumerate(reversed(ordered)):
        side = "right" if place > bars / 2 else "left"
        at = {"x": place, "xref": "x", "xanchor": side, "y": 1, "yref": "paper", "yanchor": "bottom"}
        text = plain(f"{mark.words} ({per_cent(mark.share)})")
        yield at | {
            "yshift": 18 * row,
            "text": text,
            "showarrow": False,
            "font": {"color": literal(mark.ink), "size": 12},
        }
