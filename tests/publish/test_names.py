"""Names that look like markup, formulas or other entries are published whole, and the audit finds each of them."""

import json
from pathlib import Path

from generator.audit.rendered.audit import disagreements
from generator.audit.rendered.published import read_published
from generator.publish import build_site
from generator.snapshot import take_snapshot

TASKS = ("1. Rack", "@home", "=SUM", "# 7", "> 5 nodes", "* star", "- dash", "-", "+1 server", "12", "Review")
PLAN = {
    "title": "1. Names",
    "start": "2026-01-05",
    "phases": {"p": {"name": "Acceptance", "label": "Acceptance"}},
    "waves": {
        "w": {
            "phase": "p",
            "name": "Review",
            "label": "Review",
            "tasks": {
                f"t{number}": {"name": name, "duration": "2h", "description": f"{name}, first"}
                for number, name in enumerate(TASKS)
            },
        }
    },
    "checkpoints": {"cp": {"name": "Review", "at": "W2D5", "scope": "w", "covers": ["1. One", "- Two"]}},
    "milestones": {"m": {"name": "Acceptance", "depends_on": "t0"}},
    "checks": {"name-twice": "off"},
}


def test_every_name_is_published_as_it_is(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(json.dumps(PLAN), encoding="utf-8")
    outcome = build_site(plan, tmp_path / "build")
    assert [each.message for each in outcome.findings if each.severity.value == "error"] == []
    snapshot = take_snapshot(plan).snapshot
    assert snapshot is not None
    assert [each.message for each in disagreements(read_published(tmp_path / "build"), snapshot)] == []
