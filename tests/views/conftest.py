"""Small plans as text, taken as far as views read them."""

from collections.abc import Callable

import pytest

from generator.snapshot import Snapshot, examine
from generator.sources.plan_files import parse_plan

Taken = Callable[[str], Snapshot]

TEAMS = """
roles:
  developer: {name: Developer, count: 2}
  dba: {name: DBA, count: 1, shared: true}
people:
  ann: {name: Ann, role: developer, contact: ann@example.com}
  bo: {name: Bo, role: dba}
phases:
  phase-1: {name: Building}
waves:
  wave-1:
    phase: phase-1
    name: Base
    lead: ann
    team: {developer: 1-2}
    tasks:
      schema: {name: Schema, duration: 3d, needs: {dba: 1}, owner: bo}
      login:
        name: Login
        short: Sign-in
        duration: 2d/3d/5d
        depends_on: [schema SS+1d]
        needs: {developer: 1}
        owner: ann
  wave-2:
    phase: phase-1
    name: Features
    team: {developer: 1}
    tasks:
      search: {name: Search, duration: 2d, depends_on: [schema, login], needs: {developer: 2, dba: 1}}
      report: {name: Report, duration: 1d, depends_on: [schema]}
milestones:
  ready: {name: Ready, depends_on: [search, report]}
"""
"""Two waves: search waits for sign-in, which begins a day after the schema; report has time to spare."""


@pytest.fixture
def taken() -> Taken:
    """Take a snapshot of a plan whose title is left out."""

    def take(text: str) -> Snapshot:
        outcome = examine(parse_plan(f"title: T\n{text}".encode(), "plan.yaml"))
        assert outcome.snapshot is not None, outcome.findings
        return outcome.snapshot

    return take


@pytest.fixture
def teams(taken: Taken) -> Snapshot:
    """Take two teams without a start."""
    return taken(TEAMS)


@pytest.fixture
def dated(taken: Taken) -> Snapshot:
    """Take two teams that start on a Monday."""
    return taken(f"start: 2026-01-05\n{TEAMS}")
