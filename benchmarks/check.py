"""Prints what `planpress check` spends its time on, from the start of Python to the last rule.

    python benchmarks/check.py [PLAN] [--runs N]

Every run is a process of its own; of each share the best of N runs is told, in seconds of the processor, so that what
else the machine does counts little. Other processes import what reads prose, and read it, meanwhile, and are not
counted; the last line tells how long a whole `planpress check` takes by the clock.
"""

import argparse
import json
import subprocess
import sys
import time

_MEASURED = """
import json, sys, time
told = {}
def lap(name, since=[0.0]):
    now = time.process_time()
    told[name], since[0] = now - since[0], now
lap("Python itself")
import generator.cli
lap("the command line")
import generator.model.plan
lap("the plan's model")
import generator.snapshot, generator.checking
lap("the stages")
from generator.rules._catalogue import rules
rules()
lap("the rules")
from pathlib import Path
from generator.snapshot import take_snapshot
stages = ["begin"]
def stage(name):
    lap(stages[-1])
    stages.append(name)
take_snapshot(Path(sys.argv[1]), stage=stage)
lap(stages[-1])
print(json.dumps(told))
"""


def main() -> int:
    """Measure a check of one plan."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plan", nargs="?", default="plan/plan.yaml")
    parser.add_argument("--runs", type=int, default=10)
    given = parser.parse_args()
    runs = [_run(given.plan) for _ in range(given.runs)]
    best = {name: min(run[name] for run in runs) for name in runs[0] if name != "begin"}
    for name, seconds in best.items():
        print(f"{name:<20}{seconds:8.3f} s")
    print(f"{'whole':<20}{min(sum(run.values()) for run in runs):8.3f} s")
    print(f"{'by the clock':<20}{min(_by_the_clock(given.plan) for _ in range(given.runs)):8.3f} s")
    return 0


def _by_the_clock(plan: str) -> float:
    begin = time.perf_counter()
    command = [sys.executable, "-c", "from generator.cli import main; main()", "check", plan]
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - begin


def _run(plan: str) -> dict[str, float]:
    done = subprocess.run([sys.executable, "-c", _MEASURED, plan], check=True, capture_output=True, text=True)
    shares: dict[str, float] = json.loads(done.stdout)
    return shares


if __name__ == "__main__":
    raise SystemExit(main())
