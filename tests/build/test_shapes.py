"""Plans of any shape build whole and agree with what is built of them: young ones, bare ones, odd ones."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.options import commands

_TASKS = ", ".join(f"t{each}: {{name: Task {each}, duration: 2d}}" for each in range(260))
_WAVES = ", ".join(
    f"w{wave}: {{name: W{wave}, tasks: {{"
    + ", ".join(f"t{wave}-{each}: {{name: Task {wave}-{each}, duration: 5d}}" for each in range(15))
    + "}}"
    for wave in range(20)
)
_MITIGATION = "Have spare parts at hand, and know who repairs it. " * 12
_RISKS = ", ".join(
    f'r{each}: {{name: Risk {each}, impact: high, probability: low, mitigation: "{_MITIGATION}"}}'
    for each in range(700)
)
SHAPES = {
    "risks alone": "risks: {a: {name: A, impact: high, probability: low, mitigation: M}}",
    "people alone": "roles: {r: {name: R, count: 3}}\npeople: {p: {name: Pat, role: r}}",
    "a milestone alone": "start: 2027-01-04\nmilestones: {m: {name: M, start: W1D3}}",
    "no dates": "tasks: {a: {name: A, duration: 3d}, b: {name: B, duration: 1w, depends_on: a}}",
    "begun on a Saturday": "start: 2027-01-02\ntasks: {a: {name: A, duration: 3d}}",
    "years": "start: 2026-01-05\ntasks: {a: {name: A, duration: 150w}, b: {name: B, duration: 90w, depends_on: a}}",
    "phases without waves": """start: 2026-01-05
phases:
  p: {name: P, tasks: {a: {name: A, duration: 2d}}}
  q: {name: Q, depends_on: p, tasks: {b: {name: B, duration: 90m}}}
""",
    "waves that nobody has filled yet": """start: 2026-01-05
roles: {r: {name: Digger, count: 3}}
people: {ann: {name: Ann Lee, role: r}}
phases: {p: {name: First}, q: {name: Second}, z: {name: Third, goal: Later}}
waves:
  w: {name: Empty, phase: p, lead: ann, team: {r: 2}, goal: Not yet planned}
  v: {name: Full, phase: q, depends_on: w, tasks: {a: {name: A, duration: 1d, owner: ann}}}
  u: {name: Loose}
milestones: {m: {name: Done, depends_on: v}}
""",
    "work begun": """start: 2026-01-05
status_date: 2026-01-07
tasks: {a: {name: A, duration: 5d, percent_complete: 50}, b: {name: B, duration: 2d, depends_on: a}}
""",
    "hundreds of tasks in no wave": f"start: 2026-01-05\ntasks: {{{_TASKS}}}",
    "hundreds of tasks beside a wave": f"""start: 2026-01-05
waves: {{w: {{name: W, tasks: {{z: {{name: Z, duration: 1d}}}}}}}}
tasks: {{{_TASKS}}}
""",
    "waves at once, too many to name": f"start: 2026-01-05\nwaves: {{{_WAVES}}}",
    "more risks than a page holds": f"risks: {{{_RISKS}}}",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_plan_of_any_shape_builds_whole(shape: str, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(f"title: {shape}\n{SHAPES[shape]}", encoding="utf-8")
    told = CliRunner().invoke(commands, ["build", str(tmp_path / "plan.yaml"), "--output", str(tmp_path / "build")])
    assert told.exit_code == 0, told.output


def test_a_long_plan_builds_after_a_short_one_in_the_same_process(tmp_path: Path) -> None:
    calls = []
    for shape in ("work begun", "hundreds of tasks in no wave"):
        plan = tmp_path / f"{shape}.yaml"
        plan.write_text(f"title: {shape}\n{SHAPES[shape]}", encoding="utf-8")
        calls.append(f"assert run({['build', str(plan), '--output', str(tmp_path / shape)]!r}) == 0")
    program = "\n".join(["from generator.cli import run", *calls])
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, timeout=240)
