"""A resource load as Plotly traces: small multiples, one a role, stacked by wave."""

from collections.abc import Iterator, Sequence
from typing import Any

from generator.charts._axis import Axis
from generator.charts._lanes import Lane, week_words
from generator.charts._palette import literal, wave_ink
from generator.charts._plotly import Figure, figure, plain, time_axis, time_shapes

_PATTERNS = ("", "\\", "-", "|", ".", "+")
_GAP = 0.05


def load_figure(axis: Axis, lanes: Sequence[Lane], waves: Sequence[str]) -> Figure:
    """Set the roles from top to bottom over one axis of time."""
    traces: list[dict[str, Any]] = []
    layout: dict[str, Any] = {}
    named: set[str] = set()
    for number, lane in enumerate(lanes, 1):
        anchor = "y" if number == 1 else f"y{number}"
        layout[f"yaxis{'' if number == 1 else number}"] = _y_axis(lane, number, len(lanes))
        for trace in _traces(axis, lane, waves):
            traces.append(
                trace | {"yaxis": anchor, "legendgroup": trace["name"], "showlegend": trace["name"] not in named}
            )
            named.add(trace["name"])
    height = 140 + 110 * len(lanes)
    layout |= {"xaxis": time_axis(axis) | {"anchor": "free", "position": 1}, "shapes": time_shapes(axis)}
    return figure(traces, barmode="stack", bargap=0, height=height, **layout)


def _y_axis(lane: Lane, number: int, count: int) -> dict[str, Any]:
    share = (1 - _GAP * (count - 1)) / count if count < 1 / _GAP else 0.5 / count
    top = 1 - (number - 1) * (1 - share) / max(count - 1, 1)
    return {
        "domain": [round(max(top - share, 0), 4), round(min(top, 1), 4)],
        "title": {"text": plain(lane.name), "font": {"size": 11}},
        "range": [0, lane.highest * 1.15],
        "gridcolor": literal("grid"),
        "zeroline": False,
        "automargin": True,
        "dtick": max(1, -(-lane.highest // 4)),
    }


def _traces(axis: Axis, lane: Lane, waves: Sequence[str]) -> Iterator[dict[str, Any]]:
    for wave in sorted({wave for load in lane.loads for wave, _ in load.demand.by_wave}):
        yield _bars(axis, lane, wave, waves[wave])
    if any(load.team.high for load in lane.loads):
        yield _line(
            axis,
            lane,
            [load.team.low if load.team.high else None for load in lane.loads],
            name="Team, fewest",
            dash="dot",
        )
        yield _line(axis, lane, [load.team.high or None for load in lane.loads], name="Team, most", dash="dash")
    if any(load.capacity is not None for load in lane.loads):
        yield _line(axis, lane, [load.capacity for load in lane.loads], name="Capacity", dash="solid")


def _bars(axis: Axis, lane: Lane, wave: int, label: str) -> dict[str, Any]:
    shown = [(load, people) for load in lane.loads for each, people in load.demand.by_wave if each == wave]
    ink = literal(wave_ink(wave))
    return {
        "type": "bar",
        "name": label,
        "x": [axis.moment(load.stretch.first) for load, _ in shown],
        "width": [axis.stretch(load.stretch.last - load.stretch.first) for load, _ in shown],
        "offset": 0,
        "y": [people for _, people in shown],
        "marker": {
            "color": ink,
            "opacity": 0.75,
            "line": {"color": [literal("critical") if load.over else ink for load, _ in shown], "width": 1},
            "pattern": {
                "shape": _PATTERNS[wave % len(_PATTERNS)],
                "size": 6,
                "fgcolor": literal("paper"),
                "fgopacity": 0.6,
                "fillmode": "overlay",
            },
        },
        "hovertext": [plain(f"{lane.name}, {label}, {week_words(axis, load)}: {people}") for load, people in shown],
        "hoverinfo": "text",
    }


def _line(axis: Axis, lane: Lane, people: Sequence[int | None], *, name: str, dash: str) -> dict[str, Any]:
    x: list[str | float | None] = []
    y: list[int | None] = []
    for load, count in zip(lane.loads, people, strict=True):
        x += [axis.moment(load.stretch.first), axis.moment(load.stretch.last), None]
        y += [count, count, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": x,
        "y": y,
        "line": {
            "color": literal("text" if dash == "solid" else "muted"),
            "dash": dash,
            "width": 2 if dash == "solid" else 1.5,
        },
        "hovertext": plain(f"{lane.name}: {name.lower()}"),
        "hoverinfo": "text+y",
    }
