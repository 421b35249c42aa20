"""Plans of every shape, as snapshots, and the board that charts are drawn with."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from generator.charts._render import board as board_of
from generator.snapshot import Snapshot, examine
from generator.sources.plan_files import parse_plan
from generator.sources.template_files import load_templates
from generator.templates.rendering import Renderer

ROOT = Path(__file__).parents[2]

HOSTILE = """<b>&"'</b> ]]> \\u0007 {{ 漢字漢字 }} %s"""
PLANS = {
    "phase-5": (ROOT / "plan" / "plan.yaml").read_text(encoding="utf-8"),
    "without start": """
title: Thesis
tasks:
  read: {name: Read, duration: 12d, needs: {writer: 1}}
  write: {name: Write, duration: 3w, depends_on: [read FS-2d], needs: {writer: 2}, percent_complete: 40%}
roles:
  writer: {name: Writer, count: 1}
checkpoints:
  draft: {at: W3D1, scope: [read], done: true}
""",
    "several waves": """
title: Several
start: 2026-03-04
status_date: 2026-03-17
calendar: {holidays: [{date: 2026-03-13, name: Founders' Day}]}
roles:
  developer: {name: Developer}
  tester: {name: Tester, count: 1}
phases:
  one: {name: First, tasks: {setup: {name: Setup, duration: 4h, needs: {tester: 1}}}}
waves:
  alpha:
    phase: one
    name: Alpha
    team: {developer: 1-2}
    tasks:
      a: {name: A, duration: 5d, needs: {developer: 3, tester: 1}, percent_complete: 50%}
      b: {name: B, duration: 2d, depends_on: [a SS+1d], needs: {tester: 1}}
      c: {name: C, duration: 1d, depends_on: [b FF+1d]}
  beta:
    name: Beta
    depends_on: [alpha]
    team: {developer: 1}
    tasks:
      d: {name: D, duration: 90m, depends_on: [a SF]}
  empty: {name: Empty}
milestones:
  reached: {name: Reached, depends_on: [beta], done: true}
checkpoints:
  first: {at: 2026-03-10, scope: [alpha]}
  second: {at: 2026-03-11, scope: [alpha, d]}
risks:
  fire: {name: Fire, impact: high, probability: high, mitigation: "Water, *plenty*", affects: [alpha]}
  rain: {name: Rain, impact: low, probability: low, mitigation: Umbrella}
""",
    "hostile names": f"""
title: '{HOSTILE.replace("'", "''")}'
start: 2026-01-05
roles: {{r: {{name: '{HOSTILE.replace("'", "''")}', count: 1}}}}
waves:
  w:
    name: '{HOSTILE.replace("'", "''") * 3}'
    tasks:
      t: {{name: '{HOSTILE.replace("'", "''") * 5}', duration: 3d, needs: {{r: 2}}}}
      u: {{name: '{HOSTILE.replace("'", "''")}', duration: 3d, depends_on: [t], needs: {{r: 1}}}}
checkpoints:
  c: {{name: '{HOSTILE.replace("'", "''")}', at: W1D3, scope: [t]}}
risks:
  k: {{name: '{HOSTILE.replace("'", "''")}', impact: low, probability: high, mitigation: '`x`'}}
""",
    "uncertain": """
title: Uncertain
start: 2026-01-05
simulation: {runs: 2000, chances: {high: 50%}}
committed: {finish: 2026-01-14}
checks: {duration-commitment: 'off'}
waves:
  ground:
    name: Ground
    tasks:
      dig: {name: Dig, duration: 2d/3d/6d}
      pour: {name: Pour, duration: 1d, depends_on: dig}
  frame: {name: Frame, tasks: {build: {name: 'Build <b>&', duration: 2d/3d/4d, depends_on: pour}}}
risks:
  frost:
    {name: 'Frost <i>&', impact: low, probability: low, mitigation: M, chance: 20%, factor: 1.5/2/3, affects: ground}
  sun: {name: Sun, impact: low, probability: high, mitigation: M, factor: 0.8, affects: build}
""",
    "empty": "title: Nothing yet\n",
}


@cache
def _snapshot(text: str) -> Snapshot:
    outcome = examine(parse_plan(text.encode(), "plan.yaml"))
    assert outcome.snapshot is not None, [str(finding) for finding in outcome.findings]
    return outcome.snapshot


@pytest.fixture(scope="session")
def snapshot_of() -> Callable[[str], Snapshot]:
    """Read and schedule a plan, given by its text or by its name among the plans above."""
    return lambda text: _snapshot(PLANS.get(text, text))


@pytest.fixture(scope="session")
def board() -> Renderer:
    return board_of(load_templates(ROOT))


@pytest.fixture(params=list(PLANS))
def any_snapshot(request: pytest.FixtureRequest) -> Snapshot:
    return _snapshot(PLANS[request.param])
