"""The schedule held against the fourteen points of the DCMA: value, limit and verdict of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from generator.formatting import counted, joined
from generator.model.plan import Plan
from generator.rules._catalogue import rules
from generator.rules._settings import tailored
from generator.scheduling.quality.assessment import POINTS, Assessed
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.point import Point, Verdict
from generator.snapshot import Snapshot
from generator.views._mention import Mention, mention_of
from generator.views._once import once

_TONES = {Verdict.PASS: "ok", Verdict.FAIL: "warn", Verdict.COUNTED: "info", Verdict.NOT_APPLICABLE: "muted"}
_SHOWN = 12


@dataclass(frozen=True)
class PointLine:
    """One point; `remark` says why it is not assessed, `items` count against it, `more` are left out."""

    number: int
    title: str
    value: str
    limit: str
    verdict: str
    tone: str
    remark: str
    rules: tuple[str, ...]
    items: tuple[Mention, ...]
    more: str


@dataclass(frozen=True)
class ScheduleQuality:
    """All points, and the result in a sentence; `tone` is that of a call-out."""

    words: str
    tone: str
    lines: tuple[PointLine, ...]


def view(snapshot: Snapshot) -> ScheduleQuality:
    """Assess the schedule, with the limits that the plan sets."""
    points = assessed(snapshot)
    failed = any(point.verdict is Verdict.FAIL for _, point in points)
    lines = tuple(_line(each, point, snapshot) for each, point in points)
    return ScheduleQuality(_words([point.verdict for _, point in points]), "warning" if failed else "success", lines)


@once
def assessed(snapshot: Snapshot) -> tuple[tuple[Assessed, Point], ...]:
    """Each point with its outcome."""
    facts = Facts(snapshot.plan, snapshot.schedule, snapshot.as_of)
    return tuple((each, each.assess(facts, **_options(each.rules[0], snapshot.plan))) for each in POINTS)


def unassessed(snapshot: Snapshot) -> Mapping[str, Verdict]:
    """Rules whose point was not judged, so that nobody takes their silence for a pass."""
    unjudged = (Verdict.NOT_APPLICABLE, Verdict.COUNTED)
    return {each.rules[0]: point.verdict for each, point in assessed(snapshot) if point.verdict in unjudged}


def _options(rule: str, plan: Plan) -> Mapping[str, object]:
    check = tailored(rules()[rule], plan).check
    return check.keywords if isinstance(check, partial) else {}


def _line(each: Assessed, point: Point, snapshot: Snapshot) -> PointLine:
    items = list(dict.fromkeys(found.item for found in point.found if found.item))
    shown = items[:_SHOWN]
    return PointLine(
        each.number,
        each.title,
        point.value,
        point.limit,
        point.verdict.value,
        _TONES[point.verdict],
        point.reason,
        each.rules,
        tuple(mention_of(snapshot.schedule.breakdown.items[item], snapshot) for item in shown),
        f"{len(items) - len(shown)} more" if len(items) > len(shown) else "",
    )


def _words(verdicts: list[Verdict]) -> str:
    """11 points pass, 1 fails, 2 are not applicable."""
    told = {
        Verdict.PASS: ("passes", "pass"),
        Verdict.FAIL: ("fails", "fail"),
        Verdict.COUNTED: ("is counted only", "are counted only"),
        Verdict.NOT_APPLICABLE: ("is not applicable", "are not applicable"),
    }
    counts = [(verdicts.count(each), words) for each, words in told.items() if each in verdicts]
    parts = [f"{count} {one if count == 1 else many}" for count, (one, many) in counts]
    return f"Of {counted(len(verdicts), 'point')} {joined(parts)}."
