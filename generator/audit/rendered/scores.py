"""How the schedule comes out in each point of its assessment, worked out from plan and schedule."""

from collections.abc import Mapping
from functools import lru_cache, partial

from generator.audit.rendered.truth import Truth
from generator.rules._catalogue import rules
from generator.rules._settings import tailored
from generator.scheduling.quality.assessment import POINTS
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.point import Point


@lru_cache(maxsize=2)
def verdicts(truth: Truth) -> Mapping[str, Point]:
    """Each point by its number and title, with the limits that the plan sets."""
    snapshot = truth.snapshot
    facts = Facts(snapshot.plan, snapshot.schedule, snapshot.as_of)
    return {f"{each.number} {each.title}": each.assess(facts, **_options(each.rules[0], truth)) for each in POINTS}


def _options(rule: str, truth: Truth) -> Mapping[str, object]:
    check = tailored(rules()[rule], truth.snapshot.plan).check
    return check.keywords if isinstance(check, partial) else {}
