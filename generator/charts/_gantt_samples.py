"""The legend of a Gantt chart: an entry for each mark that occurs in it."""

from collections.abc import Sequence

from generator.charts._chart import Box, Path, Shape
from generator.charts._gantt_rows import SUMMARIES, Arrow, Row
from generator.charts._legend import Entry, Sample
from generator.charts._marks import diamond, head_of_arrow, tick

_ARROWS = ("Dependency", "Critical dependency", "Waits for people")


def entries(rows: Sequence[Row], arrows: Sequence[Arrow], *, off: bool) -> list[Entry]:
    """Explain what the rows and arrows show, and nothing else."""
    kinds = {row.kind for row in rows}
    shown = {
        "Phase or wave": bool(kinds & SUMMARIES),
        "Task": "task" in kinds,
        "Critical task (any slip moves the finish)": any(row.critical for row in rows if row.kind == "task"),
        "Progress": any(row.progress for row in rows),
        "Total float": any(row.slack > row.end for row in rows if row.kind == "task"),
        "Milestone": "milestone" in kinds,
        "Checkpoint": "checkpoint" in kinds,
        "Done": any(row.done for row in rows),
        **{kind: any(arrow.kind == kind for arrow in arrows) for kind in _ARROWS},
        "Days off": off,
    }
    return [Entry(words, _SAMPLES[words]) for words, occurs in shown.items() if occurs]


def _summary(x: float, y: float) -> list[Shape]:
    return [Path(f"M{x} {y + 3}h24v8l-5 -4h-14l-5 4Z", fill="text")]


def _task(x: float, y: float) -> list[Shape]:
    return [Box(x, y + 1, 24, 11, "plain", "plain", 1, 0.38)]


def _critical(x: float, y: float) -> list[Shape]:
    return [
        Box(x, y + 1, 24, 11, "plain", "critical", 2.2, 0.38),
        Box(x, y + 1, 24, 11, "hatch:critical", opacity=0.75),
    ]


def _progress(x: float, y: float) -> list[Shape]:
    return [*_task(x, y), Box(x, y + 4, 15, 5, "plain")]


def _float(x: float, y: float) -> list[Shape]:
    return [Path(f"M{x} {y + 8}h24m0 -3v4.5", "muted", 1.5)]


def _milestone(x: float, y: float) -> list[Shape]:
    return [diamond((x + 12, y + 6), 6, fill="text", stroke="text")]


def _checkpoint(x: float, y: float) -> list[Shape]:
    return [diamond((x + 12, y + 6), 6, fill="paper", stroke="status")]


def _done(x: float, y: float) -> list[Shape]:
    return [tick(x + 9, y + 7, "done")]


def _dependency(x: float, y: float) -> list[Shape]:
    return [Path(f"M{x} {y + 6}h20", "arrow", 1), head_of_arrow((x + 24, y + 6), (x, y), "arrow")]


def _driving(x: float, y: float) -> list[Shape]:
    return [Path(f"M{x} {y + 6}h20", "critical", 1.9), head_of_arrow((x + 24, y + 6), (x, y), "critical")]


def _waits(x: float, y: float) -> list[Shape]:
    return [Path(f"M{x} {y + 6}h20", "arrow", 1, dash="4 2.5"), head_of_arrow((x + 24, y + 6), (x, y), "arrow")]


def _off(x: float, y: float) -> list[Shape]:
    return [Box(x, y, 24, 12, "shade", "grid", opacity=0.8)]


_SAMPLES: dict[str, Sample] = {
    "Phase or wave": _summary,
    "Task": _task,
    "Critical task (any slip moves the finish)": _critical,
    "Progress": _progress,
    "Total float": _float,
    "Milestone": _milestone,
    "Checkpoint": _checkpoint,
    "Done": _done,
    "Dependency": _dependency,
    "Critical dependency": _driving,
    "Waits for people": _waits,
    "Days off": _off,
}
