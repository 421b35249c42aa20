"""Each contradiction of the seed that a plan can hold is caught by a rule when it is put back into the plan.

The names are those of the plan's decisions, which tell how each was settled. What is missing here cannot be said in a
plan any more (an order that is computed, a heading). Where both sides still stand because they do not disagree after
all, the figure is put in with which they would.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from generator.snapshot import Outcome, examine
from generator.sources.plan_files import parse_plan

PLAN = Path(__file__).parents[2] / "plan" / "plan.yaml"
Edit = tuple[str, str]


@dataclass(frozen=True)
class Contradiction:
    """Edits of the plan's text that put a contradiction back, and the rules that must tell it."""

    decision: str
    edits: tuple[Edit, ...]
    rules: frozenset[str]


def put_back(decision: str, *edits: Edit, rules: set[str]) -> Contradiction:
    """Say what brings a contradiction back, and what finds it."""
    return Contradiction(decision, edits, frozenset(rules))


EVERY = (
    put_back(
        "phase-two-headcount",
        ("    team: {integration-specialist: 1}\n", ""),
        rules={"team-total"},
    ),
    put_back(
        "overlap-of-waves",
        (
            "    weeks: 3-4\n    team: {developer: 2-3}\n    lead: mei-chen",
            "    weeks: 3\n    team: {developer: 2-3}\n    lead: mei-chen",
        ),
        ("    weeks: 4-5\n    team: {developer: 2-3}", "    weeks: 4\n    team: {developer: 2-3}"),
        ("    weeks: 4-5\n    team: {developer: 1-2}", "    weeks: 5\n    team: {developer: 1-2}"),
        rules={"task-outside-wave"},
    ),
    put_back(
        "features-before-hardening",
        (
            "      relevance-tuning:",
            "  hardening:\n    name: Hardening\n    phase: phase-2\n    tasks:\n      relevance-tuning:",
        ),
        rules={"wave-weeks"},
    ),
    put_back(
        "owner-of-the-schema",
        ("    lead: amara-okafor\n    goal:", "    lead: amara-okafor\n    depends_on: [db-setup]\n    goal:"),
        rules={"task-outside-wave"},
    ),
    put_back(
        "scope-of-checkpoint-three",
        ("scope: [wave-2, discovery, analytics, sharing]", "scope: [wave-2, wave-3]"),
        rules={"checkpoint-before-work"},
    ),
    put_back(
        "scope-of-checkpoint-four",
        ("scope: [wave-1, wave-2, wave-3, service-wiring, errors, e2e]", "scope: [phase-1, phase-2]"),
        rules={"checkpoint-before-work"},
    ),
    put_back(
        "checkpoint-command",
        *(
            (f'integration -- --checkpoint={number}"\n    owner', f'integration --checkpoint={number}"\n    owner')
            for number in range(1, 6)
        ),
        rules={"npm-options-swallowed"},
    ),
    put_back(
        "migration-command",
        (
            """procedure: '`npx prisma migrate resolve --rolled-back "$MIGRATION"`'""",
            "procedure: '`npx prisma migrate resolve --rolled-back`'",
        ),
        rules={"procedure-command"},
    ),
    put_back(
        "wave-four-needs-all",
        (
            "depends_on: [feature-complete, foundation-accepted]",
            "depends_on: [feature-complete, foundation-accepted, wave-5]",
        ),
        rules={"dependency-cycle"},
    ),
    put_back(
        "apm-from-the-start",
        ("    ready: apm-bootstrap\n", "    ready: monitoring\n"),
        rules={"source-too-late"},
    ),
    put_back(
        "cached-data-before-the-cache",
        (
            'in process from the first feature on, in the shared cache later.", owner: mei-chen, before: discovery',
            'in the shared cache.", owner: mei-chen, before: release-rehearsal',
        ),
        rules={"mitigation-too-late"},
    ),
    put_back(
        "read-replicas",
        (
            "affects: [analytics, discovery, query-tuning, load-test]",
            "affects: [analytics, discovery, read-replicas, load-test]",
        ),
        rules={"unknown-reference"},
    ),
    put_back(
        "weekly-smoke-tests",
        (
            'with its result.", owner: owen-gallagher, before: checkpoint-2}',
            'with its result.", owner: owen-gallagher}',
        ),
        rules={"action-without-deadline"},
    ),
    put_back(
        "rollback-without-risk",
        ("    rollback: security-flaw\n", ""),
        ("    risks: [security-vulnerability]\n", ""),
        rules={"rollback-unused"},
    ),
    put_back(
        "risk-without-rollback",
        (
            "    affects: [db-setup, schema, crud, import]\n    rollback: migration-failure\n",
            "    affects: [db-setup, schema, crud, import]\n",
        ),
        rules={"risk-omits-rollback"},
    ),
    put_back(
        "tools-for-the-rollbacks",
        ("delivers: [pipeline, feature-flags]", "delivers: [pipeline]"),
        rules={"deliverable-undelivered"},
    ),
    put_back(
        "error-alert-and-auth-target",
        ("    name: Error rate\n", "    name: Auth success rate\n"),
        (
            "    target: system-uptime\n    notify: integration-coordination\n    owner: diego-fernandez",
            "    target: auth-success-rate\n    notify: integration-coordination\n    owner: diego-fernandez",
        ),
        ('threshold: "> 10% for 2 minutes"', 'threshold: "< 90% for 2 minutes"'),
        rules={"alert-looser-than-target"},
    ),
    put_back(
        "uptime-and-rollback-times",
        ('within: "< 5 min"', 'within: "< 3 h"'),
        rules={"rollback-longer-than-outage"},
    ),
    put_back(
        "one-tester-for-all",
        (
            "        depends_on: [service-wiring, analytics]\n        needs: {developer: 1}",
            "        depends_on: [service-wiring, analytics]\n        needs: {developer: 1, qa: 1}",
        ),
        rules={"over-capacity"},
    ),
    put_back(
        "names-of-checkpoint-two",
        ("    scope: [auth, wave-2]\n", "    scope: [wave-2]\n"),
        rules={"scope-name"},
    ),
    put_back(
        "coordination-before-wave-four",
        ("    week: 3\n    topic: External API", "    week: 6\n    topic: External API"),
        rules={"coordination-too-late"},
    ),
    put_back(
        "week-one-deliverables",
        ("    at: W2D1\n    scope: [auth, gateway]", "    at: W1D5\n    scope: [auth, gateway]"),
        rules={"checkpoint-before-work"},
    ),
)


@cache
def text() -> str:
    return PLAN.read_text(encoding="utf-8")


def examined(changed: str) -> Outcome:
    return examine(parse_plan(changed.encode(), "plan.yaml"))


def edited(edits: tuple[Edit, ...]) -> str:
    changed = text()
    for before, after in edits:
        assert changed.count(before) == 1, f"{changed.count(before)} times in the plan: {before}"
        changed = changed.replace(before, after)
    return changed


def test_the_plan_as_it_is_holds_no_contradiction() -> None:
    assert examined(text()).findings == ()


@pytest.mark.parametrize("contradiction", EVERY, ids=[each.decision for each in EVERY])
def test_a_contradiction_that_is_put_back_is_told(contradiction: Contradiction) -> None:
    found = {finding.rule for finding in examined(edited(contradiction.edits)).findings}
    assert contradiction.rules <= found


def test_each_contradiction_is_one_of_the_decisions() -> None:
    decided = re.findall(
        r"^  ([a-z-]+):$", text().partition("\ndecisions:\n")[2].partition("\nassumptions:")[0], re.MULTILINE
    )
    assert {each.decision for each in EVERY} <= set(decided)
