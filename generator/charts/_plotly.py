"""Interactive figures: checked by Plotly, written as stable JSON.

The only importer of plotly, and only when asked.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from generator.charts._axis import Axis
from generator.charts._palette import literal, recolouring
from generator.errors import PlanpressError

Figure = dict[str, Any]
_MANY_WEEKS, _FEW_DAYS = 12, 14
_BEGINNING = 4
_FONT = "Lato, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"


def figure(traces: Sequence[Mapping[str, Any]], **layout: Any) -> Figure:  # noqa: ANN401 - as Plotly takes them
    """Lay traces out in the manner of every chart: transparent ground, own colours, legend below."""
    shared = {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"color": literal("text"), "family": _FONT, "size": 12},
        "hoverlabel": {
            "bgcolor": literal("paper"),
            "bordercolor": literal("grid"),
            "font": {"color": literal("text")},
        },
        "legend": {"orientation": "h", "y": round(-36 / layout.get("height", 450), 3), "yanchor": "top", "x": 0},
        "margin": {"l": 20, "r": 20, "t": 40, "b": 40},
        "meta": {"inks": {colour: list(names) for colour, names in recolouring().items()}},
        "hovermode": "closest",
    }
    return {"data": list(traces), "layout": shared | layout}


def figure_json(name: str, drawn: Figure) -> str:
    """Write a figure as JSON once Plotly has accepted it: the layout, and of traces made alike the first."""
    from plotly.graph_objs import Figure as Checked  # noqa: PLC0415 - only a build with charts pays for it

    try:
        Checked(_sample(drawn))
    except ValueError as error:
        raise PlanpressError(f'chart "{name}" has no valid figure: {str(error).strip().splitlines()[0]}') from None
    return json.dumps(drawn, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def _sample(drawn: Figure) -> Figure:
    """A figure with one trace of each form: a chart of many rows has thousands that differ in their values alone."""
    alike = {(trace.get("type"), trace.get("mode"), *sorted(trace)): trace for trace in reversed(drawn["data"])}
    return {"data": [_begun(each) for each in alike.values()], "layout": _begun(drawn["layout"])}


def _begun(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Of long lists the beginning: what follows is made alike."""
    if isinstance(value, Mapping):
        return {key: _begun(each) for key, each in value.items()}
    return [_begun(each) for each in value[:_BEGINNING]] if isinstance(value, list | tuple) else value


def time_axis(axis: Axis) -> dict[str, Any]:
    """Return an x axis over the plan's weeks, with their dates where they are known."""
    room = axis.length / 70
    shared = {
        "range": [axis.moment(axis.first - room), axis.moment(axis.last + room)],
        "gridcolor": literal("grid"),
        "zeroline": False,
        "side": "top",
        "automargin": True,
    }
    kind = {"type": "linear"} if axis.origin is None else {"type": "date", "hoverformat": "%a %d %b %Y"}
    if axis.days and axis.length <= _FEW_DAYS:
        return shared | kind | {"tickvals": [axis.moment(day.at) for day in axis.days], "ticktext": _day_names(axis)}
    return shared | kind | {"tickvals": [axis.moment(week.at) for week in axis.weeks], "ticktext": _week_names(axis)}


def time_shapes(axis: Axis) -> list[dict[str, Any]]:
    """Days off as bands and the status date as a line, behind the traces."""
    bands = [
        _shape(axis, off.begin, off.end)
        | {"type": "rect", "fillcolor": literal("shade"), "opacity": 0.6, "line": {"width": 0}}
        for off in axis.off
    ]
    if axis.status is None:
        return bands
    line = {"color": literal("status"), "dash": "dash", "width": 2}
    return [*bands, _shape(axis, axis.status, axis.status) | {"type": "line", "line": line}]


def status_note(axis: Axis) -> list[dict[str, Any]]:
    """Return the words of the status date's line."""
    if axis.status is None:
        return []
    font = {"color": literal("status")}
    side = "left" if axis.status - axis.first < axis.length / 2 else "right"
    place = {"x": axis.moment(axis.status), "xref": "x", "xanchor": side, "y": 0, "yref": "paper", "yanchor": "top"}
    return [place | {"text": plain(axis.status_words), "showarrow": False, "font": font}]


def plain(text: str) -> str:
    """Text that Plotly shows letter by letter: it reads markup in labels."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _day_names(axis: Axis) -> list[str]:
    """Name every day where there are few, and the week above its first."""
    weeks = {week.at: f"<b>Week {week.number}</b>" for week in axis.weeks}
    return [f"{weeks.get(day.at, '')}<br>{day.words}" for day in axis.days]


def _week_names(axis: Axis) -> list[str]:
    dates = [", ".join(filter(None, (week.dates.partition(" – ")[0], week.iso[5:]))) for week in axis.weeks]
    short = len(axis.weeks) > _MANY_WEEKS
    numbers = [f"{'W' if short else 'Week '}{week.number}" for week in axis.weeks]
    return [f"{number}<br>{day}" if day and not short else number for number, day in zip(numbers, dates, strict=True)]


def _shape(axis: Axis, begin: float, end: float) -> dict[str, Any]:
    place = {"x0": axis.moment(begin), "x1": axis.moment(end), "xref": "x", "y0": 0, "y1": 1, "yref": "paper"}
    return place | {"layer": "below"}
