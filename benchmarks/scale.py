"""Prints what each stage takes on generated plans of growing size, its peak memory, and how it grows.

    python benchmarks/scale.py [--sizes 100 1000 10000]

Every task has up to two dependencies on earlier ones and needs one of twenty roles; fifty tasks make a wave. The
exponent is that of time over size between the two largest plans: 1 is linear, 2 quadratic.
"""

import argparse
import math
import random
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.scheduling.breakdown import break_down
from generator.scheduling.critical_path import compute_times
from generator.scheduling.network import build_network
from generator.scheduling.resource_load import curve, demand
from generator.scheduling.schedule import compute_schedule
from generator.scheduling.working_time import lay_out
from generator.sources.plan_files import parse_plan
from generator.validation import validate

_ROLES, _WAVE, _SEED = 20, 50, 5


def main() -> int:
    """Measure every size; the last two give the exponents."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10000])
    sizes = parser.parse_args().sizes
    measured = {size: _stages(plan_text(size)) for size in sizes}
    for stage in measured[sizes[0]]:
        cells = "".join(f"{measured[size][stage][0]:9.3f} s {measured[size][stage][1]:6.0f} MB" for size in sizes)
        print(f"{stage:<14}{cells}{_exponent(stage, sizes, measured)}")
    return 0


def plan_text(size: int) -> str:
    """Write a plan of that many tasks; the same for the same size."""
    draw = random.Random(_SEED)  # noqa: S311 - a benchmark's data
    roles = "".join(f"  role-{number}: {{name: Role {number}, count: 50}}\n" for number in range(_ROLES))
    lines = []
    for number in range(size):
        if number % _WAVE == 0:
            lines.append(f"  wave-{number // _WAVE}:\n    name: Wave {number // _WAVE}\n    tasks:\n")
        before = sorted({draw.randrange(max(0, number - 200), number) for _ in range(2)}) if number else []
        waits = ", ".join(f"t-{each}" for each in before)
        lines.append(
            f"      t-{number}: {{name: Task {number}, duration: {draw.randint(1, 10)}d, "
            f"depends_on: [{waits}], needs: {{role-{draw.randrange(_ROLES)}: 1}}}}\n"
        )
    return f"title: Plan of {size}\nstart: 2026-01-05\nroles:\n{roles}waves:\n{''.join(lines)}"


def _stages(text: str) -> dict[str, tuple[float, float]]:
    source = parse_plan(text.encode(), "plan.yaml")
    plan = validate(source).plan
    if plan is None:
        raise SystemExit("the generated plan does not validate")
    time_axis, breakdown = lay_out(plan.calendar, plan.start), break_down(plan)
    network = build_network(plan, breakdown, time_axis)
    schedule = compute_schedule(plan)
    stages: dict[str, Callable[[], Any]] = {
        "load": lambda: parse_plan(text.encode(), "plan.yaml"),
        "validate": lambda: validate(source),
        "network": lambda: build_network(plan, break_down(plan), time_axis),
        "both passes": lambda: compute_times(network, schedule.start),
        "schedule": lambda: compute_schedule(plan),
        "load curve": lambda: [
            curve(each for each in demand(plan, schedule) if each.role == role) for role in plan.roles
        ],
    }
    return {**{name: _measured(stage) for name, stage in stages.items()}, "planpress check": _checked(text)}


def _measured(stage: Callable[[], Any]) -> tuple[float, float]:
    """Seconds, the better of two runs; and the peak of memory in MB in a run of its own."""
    seconds = min(_seconds(stage) for _ in range(2))
    tracemalloc.start()
    stage()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return seconds, peak / 1e6


def _seconds(stage: Callable[[], Any]) -> float:
    begin = time.perf_counter()
    stage()
    return time.perf_counter() - begin


def _checked(text: str) -> tuple[float, float]:
    """The whole command as a process of its own, with the most memory that it held."""
    code = "import resource, sys; from generator.cli import run; run(sys.argv[1:]); "
    code += "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    with TemporaryDirectory() as folder:
        plan = Path(folder, "plan.yaml")
        plan.write_text(text, encoding="utf-8")
        begin = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", code, "check", str(plan)], capture_output=True, text=True, check=True
        )
        return time.perf_counter() - begin, int(done.stderr.split()[-1]) / 1e3


def _exponent(stage: str, sizes: list[int], measured: dict[int, dict[str, tuple[float, float]]]) -> str:
    if len(sizes) < 2:  # noqa: PLR2004 - growth needs two
        return ""
    small, large = sizes[-2:]
    grown = math.log(measured[large][stage][0] / measured[small][stage][0]) / math.log(large / small)
    return f"   grows as size^{grown:.2f}"


if __name__ == "__main__":
    sys.exit(main())
