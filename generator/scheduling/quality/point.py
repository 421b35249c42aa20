"""How a schedule does in one point of the assessment."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from generator.findings import Pointer
from generator.formatting import counted

PERCENT = 5
"""The share of tasks or links that most points allow."""
FEWEST = 20
"""In a plan with fewer tasks to do a percentage says little: counts are told instead."""
_NONE = "none"


class Verdict(StrEnum):
    """How a point comes out; what cannot be assessed has not passed."""

    PASS = "pass"  # noqa: S105 - no password
    FAIL = "fail"
    COUNTED = "counted"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True)
class Found:
    """One place that counts against the schedule."""

    item: str
    pointer: Pointer
    told: str


@dataclass(frozen=True)
class Point:
    """The value reached, the limit it is held against, what counts against it, and why none of it can be told."""

    verdict: Verdict
    value: str = ""
    limit: str = ""
    found: tuple[Found, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class Base:
    """What a share is a share of; `remaining` tasks decide whether it is told in per cent."""

    whole: int
    noun: str
    remaining: int
    fewest: int = FEWEST

    @property
    def is_small(self) -> bool:
        """Tell whether counts say more than percentages."""
        return self.remaining < self.fewest


def not_applicable(reason: str) -> Point:
    """Say why a point cannot be assessed."""
    return Point(Verdict.NOT_APPLICABLE, reason=reason)


def at_most(found: Iterable[Found], base: Base, percent: int) -> Point:
    """Allow a share of so many per cent; a small plan is counted."""
    counting = tuple(found)
    if not base.whole:
        return not_applicable(f"there is no {base.noun}")
    value = f"{len(counting)} of {counted(base.whole, base.noun)}"
    limit = f"at most {percent}%" if percent else _NONE
    if base.is_small:
        return Point(Verdict.COUNTED, value, limit, counting)
    verdict = Verdict.FAIL if len(counting) * 100 > percent * base.whole else Verdict.PASS
    return Point(verdict, f"{value} ({share(len(counting), base.whole)})", limit, counting)


def strictly(point: Point) -> Point:
    """Let nothing pass in a small plan: there one is much."""
    if point.verdict is not Verdict.COUNTED:
        return point
    return replace(point, verdict=Verdict.FAIL if point.found else Verdict.PASS, limit=_NONE)


def at_least(index: Decimal, least: Decimal, found: tuple[Found, ...]) -> Point:
    """Hold an index against its lower limit."""
    verdict = Verdict.PASS if index >= least else Verdict.FAIL
    return Point(verdict, f"{index:.2f}", f"at least {least}", found)


def share(part: int, whole: int) -> str:
    """5.3%, 10%: with a decimal where it takes one."""
    return f"{round(Decimal(part * 100) / whole, 1).normalize():f}%"
