"""Checkpoints as Plotly traces: diamonds on a line, names above and below in turn."""

from collections.abc import Sequence
from math import copysign
from typing import Any

from generator.charts._axis import Axis
from generator.charts._flags import Flag
from generator.charts._palette import literal
from generator.charts._plotly import Figure, figure, plain, status_note, time_axis, time_shapes

Trace = dict[str, Any]
_LEVELS = (1, -1, 2, -2)
_FEW, _SHORT = 8, 24
_HALF_A_LABEL = 0.42


def flags_figure(axis: Axis, flags: Sequence[Flag]) -> Figure:
    """Set the names at four heights in turn so that neighbours do not meet."""
    heights = [_LEVELS[number % len(_LEVELS)] for number in range(len(flags))]
    moments = [axis.moment(flag.at) for flag in flags]
    poles = {
        "type": "scatter",
        "mode": "lines",
        "x": [at for moment in moments for at in (moment, moment, None)],
        "y": [at for height in heights for at in (0, height - copysign(_HALF_A_LABEL, height), None)],
        "line": {"color": literal("status"), "width": 1.4},
        "hoverinfo": "skip",
        "showlegend": False,
    }
    few = len(flags) <= _FEW
    bold = {"color": literal("text"), "weight": 700}
    names = _labels(
        moments,
        heights,
        [flag.name for flag in flags],
        textfont=bold,
        textposition="top center" if few else "middle center",
    )
    muted = {"color": literal("muted")}
    scopes = _labels(
        moments,
        heights,
        [_scope(flag) if few else "" for flag in flags],
        textfont=muted,
        textposition="bottom center",
    )
    marks = [
        {
            "type": "scatter",
            "mode": "markers",
            "name": "Done" if done else "To do",
            "x": [axis.moment(flag.at) for flag in flags if flag.done is done],
            "y": [0 for flag in flags if flag.done is done],
            "marker": {"symbol": "diamond" if done else "diamond-open", "size": 14, "color": literal(ink)},
            "hovertext": [plain(flag.told) for flag in flags if flag.done is done],
            "hoverinfo": "text",
        }
        for done, ink in ((False, "status"), (True, "done"))
        if any(flag.done is done for flag in flags)
    ]
    line = {"visible": False, "range": [-2.6, 2.6], "fixedrange": True}
    return figure(
        [poles, *marks, names, scopes],
        height=320,
        xaxis=_time_axis(axis),
        yaxis=line,
        shapes=[*time_shapes(axis), _line()],
        annotations=status_note(axis),
    )


def _labels(moments: Sequence[str | float], heights: Sequence[int], texts: Sequence[str], **look: Any) -> Trace:  # noqa: ANN401 - as Plotly takes them
    """Set one text at each moment."""
    place = {"type": "scatter", "mode": "text", "x": list(moments), "y": list(heights), "cliponaxis": False}
    return place | {"text": [plain(text) for text in texts], "hoverinfo": "skip", "showlegend": False} | look


def _scope(flag: Flag) -> str:
    return flag.scope if len(flag.scope) <= _SHORT else f"{flag.scope[: _SHORT - 1]}…"


def _time_axis(axis: Axis) -> dict[str, Any]:
    """Leave room at both ends for half a label."""
    room = axis.length / 18
    return time_axis(axis) | {"range": [axis.moment(axis.first - room), axis.moment(axis.last + room)]}


def _line() -> Trace:
    """Return the line on which the checkpoints lie."""
    place = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": 0, "y1": 0}
    return place | {"layer": "below", "line": {"color": literal("text"), "width": 1.5}}
