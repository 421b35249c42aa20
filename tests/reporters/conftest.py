"""Reports of whole plans: a sound one, one with findings of every kind, one that cannot be read."""

from collections.abc import Mapping

import pytest

from generator.checking import report_on
from generator.reporters._report import Report
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

SOUND = "title: T\ntasks: {a: {name: A, duration: 2d}}\n"
FAULTY = """title: T
committed: {weeks: 3, workdays: 1}
tasks: {a: {name: "A > <é> ]]> 😀", duration: 2d}}
checkpoints: {c: {at: W1D1, scope: a}}
summary: |
  Ready on
  {{ finish('nope') }}.
checks: {checkpoint-before-work: warning, communication: off}
waivers:
  - {rule: duration-commitment, target: committed.weeks, reason: "Agreed <&> ]]>"}
"""
PLANS = {
    "sound": SOUND,
    "faulty": FAULTY,
    "unread": "title: [\n",
    "misspelt": "titel: T\n",
    "loop": "title: T\ntasks: {a: {name: A, duration: 1d, depends_on: a}}\n",
    "empty": "",
    "hidden": 'title: "T \\e[31m"\n',
}


@pytest.fixture(scope="session")
def reports() -> Mapping[str, Report]:
    """Examine each plan and report on it."""
    return {
        name: report_on(examine(parse_plan(text.encode(), "plan/plan.yaml")), colour=False)
        for name, text in PLANS.items()
    }
