"""Reports what counts against a schedule in one point of the assessment."""

from collections.abc import Iterator

from generator.findings import Problem
from generator.scheduling.quality.point import Point, Verdict


def problems(point: Point, help: str) -> Iterator[Problem]:
    """Yield each place at fault, the value beside its limit; nothing where the point holds or is not assessed."""
    if point.verdict is Verdict.FAIL:
        for each in point.found:
            yield Problem(each.pointer, f"{each.told}; {point.value}, expected {point.limit}", help)
