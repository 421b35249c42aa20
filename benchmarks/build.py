"""Prints what each stage of a build takes, beside a bare MkDocs build of the same tree.

    python benchmarks/build.py [PLAN] [--runs N]

Times are the best of N runs; the ratio to MkDocs, measured in the same run, is what compares across machines.
"""

import argparse
import itertools
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_PLANPRESS = (str(Path(sys.executable).with_name("planpress")),)


def main() -> int:
    """Measure `check`, the stages of `build`, and MkDocs alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plan", nargs="?", default="plan/plan.yaml")
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    plan = Path(given.plan)
    check = min(_check(plan) for _ in range(given.runs))
    with tempfile.TemporaryDirectory(prefix="planpress-benchmark-") as folder:
        output = Path(folder) / "build"
        builds = [_build(plan, output) for _ in range(given.runs)]
        bare = min(_mkdocs(output) for _ in range(given.runs))
    best = min(builds, key=lambda stages: stages["whole build"])
    for name, seconds in {"planpress check": check, **best, "bare MkDocs on the same tree": bare}.items():
        print(f"{name:<32}{seconds:8.2f} s{seconds / bare:8.2f} x MkDocs")
    return 0


def _check(plan: Path) -> float:
    begin = time.perf_counter()
    subprocess.run([*_PLANPRESS, "check", str(plan)], check=True, capture_output=True)
    return time.perf_counter() - begin


def _build(plan: Path, output: Path) -> dict[str, float]:
    """Run a build as a user does; each stage lasts until the next is told."""
    shutil.rmtree(output, ignore_errors=True)
    begin = time.perf_counter()
    process = subprocess.Popen(
        [*_PLANPRESS, "build", str(plan), "--output", str(output)], stderr=subprocess.PIPE, text=True
    )
    told = [(time.perf_counter(), line.strip()) for line in process.stderr or ()]
    if process.wait():
        raise SystemExit("\n".join(line for _, line in told))
    end = time.perf_counter()
    moments = [*told, (end, "")]
    stages = {f"  {line[:28]}": until - at for (at, line), (until, _) in itertools.pairwise(moments)}
    return {**stages, "whole build": end - begin}


def _mkdocs(output: Path) -> float:
    begin = time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(output / "mkdocs.yml")]
    with tempfile.TemporaryDirectory() as site:
        subprocess.run([*command, "-d", site], check=True, capture_output=True)
    return time.perf_counter() - begin


if __name__ == "__main__":
    raise SystemExit(main())
