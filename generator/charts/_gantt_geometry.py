"""Where everything of a Gantt chart lies, for the script that draws it anew: numbers, and the words of the axis."""

from collections.abc import Sequence
from typing import Any

from generator.charts._axis import Axis
from generator.charts._gantt_rows import Arrow, Row
from generator.charts._palette import wave_ink
from generator.model.breakdown import Link

Geometry = dict[str, Any]
_FLAGS = ("critical", "done")


def geometry_of(axis: Axis, rows: Sequence[Row], arrows: Sequence[Arrow]) -> Geometry:
    """Tell the axis, the rows in the order of their names, and the arrows by the numbers of their rows.

    A row's `cells` is its place in the table beside the chart; marks that are not set are left out.
    """
    places = {row.id: index for index, row in enumerate(rows)}
    told = [row.id for row in rows if row.cells]
    numbers = {row: number for number, row in enumerate(told)}
    return {
        "axis": _axis(axis),
        "rows": [_row(row) | ({"cells": numbers[row.id]} if row.id in numbers else {}) for row in rows],
        "links": [_link(arrow, places) for arrow in arrows],
    }


def _axis(axis: Axis) -> dict[str, Any]:
    return {
        "first": axis.first,
        "last": axis.last,
        "stride": axis.stride,
        "origin": axis.origin.isoformat() if axis.origin else "",
        "weeks": [[week.at, week.number, week.dates, week.iso] for week in axis.weeks],
        "days": [[day.at, day.label, day.words] for day in axis.days],
        "off": [[off.begin, off.end, off.words] for off in axis.off],
        "status": axis.status,
        "words": axis.status_words,
    }


def _row(row: Row) -> dict[str, Any]:
    place = {"id": row.id, "kind": row.kind, "begin": row.begin, "end": row.end}
    ink = {"ink": wave_ink(row.wave)} if row.kind != "lane" else {}
    slack = {"slack": row.slack} if row.kind == "task" and row.slack > row.end else {}
    progress = {"progress": row.progress} if row.progress else {}
    roles = {"roles": list(row.roles)} if row.roles else {}
    return place | ink | slack | progress | roles | {flag: True for flag in _FLAGS if getattr(row, flag)}


def _link(arrow: Arrow, places: dict[str, int]) -> dict[str, Any]:
    ends = {"from": places[arrow.source], "to": places[arrow.target]}
    plain = arrow.link is Link.FINISH_TO_START and not arrow.lag
    words = {} if plain else {"link": str(arrow.link), "lag": arrow.lag}
    return ends | words | {flag: True for flag in ("critical", "waits") if getattr(arrow, flag)}
