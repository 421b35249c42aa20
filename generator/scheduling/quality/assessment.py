"""The fourteen points in their order, each with the rules that report what counts against it."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.scheduling.quality import logic, path, spans, tracking
from generator.scheduling.quality.point import Point


@dataclass(frozen=True)
class Assessed:
    """One point: its number, what it looks at, and its rules; the options of the first one are those of `assess`."""

    number: int
    title: str
    rules: tuple[str, ...]
    assess: Callable[..., Point]


POINTS = (
    Assessed(1, "Missing logic", ("missing-logic",), logic.missing_logic),
    Assessed(2, "Leads", ("leads",), logic.leads),
    Assessed(3, "Lags", ("lags",), logic.lags),
    Assessed(4, "Finish-to-start links", ("few-finish-to-start",), logic.finish_to_start),
    Assessed(5, "Hard dates", ("hard-dates",), spans.hard_dates),
    Assessed(6, "High float", ("high-float",), spans.high_float),
    Assessed(7, "Negative float", ("negative-float",), spans.negative_float),
    Assessed(8, "Long tasks", ("long-tasks",), spans.long_tasks),
    Assessed(
        9, "Invalid dates", ("actual-after-status", "progress-behind", "progress-untold"), tracking.invalid_dates
    ),
    Assessed(10, "Resources", ("nobody-assigned",), spans.unstaffed),
    Assessed(11, "Missed tasks", ("missed-tasks",), tracking.missed_tasks),
    Assessed(12, "Critical path test", ("critical-path-test",), path.critical_path_test),
    Assessed(13, "Critical path length index", ("path-length-index",), path.path_length_index),
    Assessed(14, "Baseline execution index", ("execution-index",), tracking.execution_index),
)
