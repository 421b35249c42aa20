"""Checkpoints as Plotly traces: diamonds on a line, names above and below in turn."""

from collections.abc import Sequence

from generator.charts._axis import Axis
from generator.charts._flags import Flag
from generator.charts._palette import literal
from generator.charts._plotly import Figure, figure, plain, status_note, time_axis, time_shapes

_LEVELS = (1, -1, 2, -2)


def flags_figure(axis: Axis, flags: Sequence[Flag]) -> Figure:
    """Set the names at four heights in turn so that neighbours do not meet."""
    heights = [_LEVELS[number % len(_LEVELS)] for number in range(len(flags))]
    moments = [axis.moment(flag.at) for flag in flags]
    poles = {
        "type": "scatter",
        "mode": "lines",
        "x": [at for moment in moments for at in (moment, moment, None)],
        "y": [at for height in heights for at in (0, height * 0.85, None)],
        "line": {"color": literal("grid"), "width": 1},
        "hoverinfo": "skip",
        "showlegend": False,
    }
    names = {
        "type": "scatter",
        "mode": "text",
        "x": moments,
        "y": heights,
        "text": [plain(flag.name) for flag in flags],
        "textfont": {"color": literal("text")},
        "hoverinfo": "skip",
        "showlegend": False,
        "cliponaxis": False,
    }
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
        [poles, *marks, names],
        height=320,
        xaxis=time_axis(axis),
        yaxis=line,
        shapes=time_shapes(axis),
        annotations=status_note(axis),
    )
