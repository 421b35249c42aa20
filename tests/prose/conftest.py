"""One plan, and what a sentence in it is found to say."""

import json
from collections.abc import Callable

import pytest

from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

PLAN = """
title: Move
start: 2026-01-05
roles:
  developer: {name: Developer, plural: Devs, count: 8}
  tester: {name: Tester}
people:
  priya: {name: Priya Nair, role: developer}
phases:
  phase-1: {name: Foundation}
  phase-2: {name: Features}
waves:
  wave-1:
    phase: phase-1
    name: Platform
    team: {developer: 2-3}
    tasks:
      auth: {name: Authentication, short: Auth, duration: 3d/4d/6d, needs: {developer: 2}, delivers: [sign-in]}
      db-setup: {name: Database Setup, duration: 5d, needs: {developer: 1}}
  wave-2:
    phase: phase-2
    name: Services
    depends_on: [wave-1]
    team: {developer: 2}
    tasks:
      crud: {name: CRUD Endpoints, duration: 6d, needs: {developer: 2}, people: [priya]}
milestones:
  freeze: {name: Contract Freeze, depends_on: [crud]}
deliverables:
  sign-in: {name: Sign-in}
checkpoints:
  checkpoint-1: {at: W1D5, scope: [wave-1]}
  checkpoint-2: {at: W3D1, scope: [wave-2]}
rollbacks:
  migration-failure: {name: Migration Failure, within: "< 5 min", procedure: Restore it.}
targets:
  hit-rate: {name: Cache Hit Rate, threshold: "> 70%"}
  p95: {name: P95 Response Time, threshold: under 500ms}
alerts:
  errors: {name: Error rate, threshold: "> 10% for 2 min"}
meetings:
  standup: {name: Daily Standup, on: daily, at: 9:00 AM, lasts: 15 minutes, audience: all}
quotas:
  api: {name: API requests, shares: {wave-1: 60%, wave-2: 40%}}
"""
RULES = frozenset(
    {"prose-date", "prose-duration", "prose-figure", "prose-share", "prose-count", "prose-name", "prose-id"}
    | {"prose-order", "prose-owner", "prose-member", "prose-version", "literal-fact", "unknown-fact"}
)
Said = Callable[..., list[str]]


@pytest.fixture(scope="session")
def said() -> Said:
    """Tell what the rules of prose say of a sentence, as `rule: message`, or of literals the help alone."""

    def tell(sentence: str, key: str = "summary") -> list[str]:
        text = f"{PLAN}{key}: {json.dumps(sentence, ensure_ascii=False)}\n"
        outcome = examine(parse_plan(text.encode(), "plan.yaml"))
        assert outcome.snapshot is not None
        found = [each for each in outcome.findings if each.rule in RULES]
        return [f"{each.rule}: {each.help if each.rule == 'literal-fact' else each.message}" for each in found]

    return tell
