"""Prints what 10,000 runs of a generated plan take: seconds, and the peak of memory of the process.

    python benchmarks/simulation.py [--tasks 1000] [--runs 10000] [--risks 0] [--distribution beta-pert]

The plan is that of `scale.py` with three points for every duration; each risk touches twenty tasks.
"""

import argparse
import re
import resource
import sys
import time
from collections.abc import Sequence

from benchmarks.scale import plan_text
from generator.model.uncertainty import Distribution
from generator.scheduling.schedule import compute_schedule
from generator.scheduling.uncertainty.runs import Settings
from generator.scheduling.uncertainty.simulation import simulate
from generator.sources.plan_files import parse_plan
from generator.validation import validate

_TOUCHED = 20


def main() -> int:
    """Measure one simulation; the plan is read and scheduled before."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tasks", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--risks", type=int, default=0)
    parser.add_argument("--distribution", type=Distribution, default=Distribution.BETA_PERT)
    given = parser.parse_args()
    text = three_points(plan_text(given.tasks))
    tasks = re.findall(r"^ +([a-z0-9-]+): \{name: [^{}]*duration:", text, re.MULTILINE)
    plan = validate(parse_plan((text + risks(given.risks, tasks)).encode(), "plan.yaml")).plan
    if plan is None:
        raise SystemExit("the generated plan does not validate")
    schedule = compute_schedule(plan)
    before = _peak()
    begin = time.perf_counter()
    found = simulate(plan, schedule, Settings(given.runs, distribution=given.distribution))
    seconds = time.perf_counter() - begin
    print(f"{given.runs} runs of {given.tasks} tasks, {given.risks} risks: {seconds:.2f} s")
    print(f"peak memory: {_peak():.0f} MB, {before:.0f} MB of it before the first run")
    print(f"P80: {found.p80.workdays:.1f} workdays, standard error {found.p80_error:.2f}")
    return 0


def three_points(text: str) -> str:
    """Widen every duration: a third less at best, twice as long at worst."""
    return re.sub(
        r"duration: (\d+)d", lambda at: f"duration: {16 * int(at[1]) // 3}h/{at[1]}d/{2 * int(at[1])}d", text
    )


def risks(count: int, tasks: Sequence[str]) -> str:
    """Write risks that lengthen twenty tasks each by half in three runs of ten, spread over the plan."""
    step = max(1, len(tasks) // max(1, count))
    lines = (
        f"  risk-{number}: {{name: R, impact: low, probability: low, mitigation: M, chance: 30%, factor: 1.2/1.5/2, "
        f"affects: [{', '.join(tasks[number * step : number * step + _TOUCHED])}]}}\n"
        for number in range(count)
    )
    return f"risks:\n{''.join(lines)}" if count else ""


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


if __name__ == "__main__":
    sys.exit(main())
