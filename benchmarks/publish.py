"""Prints what building a generated plan takes: seconds by stage, peak memory, biggest page, and how it grows.

    python benchmarks/publish.py [--sizes 1000 3000 10000] [--keep FOLDER]

A hundred tasks make a wave, ten waves a phase; beside the tasks there are milestones, deliverables, owners, risks,
checkpoints and all that a real plan has. The exponent is that of time over size between the two largest plans.
"""

import argparse
import itertools
import math
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pypdf import PdfReader

from benchmarks.full_plan import plan_text

_PLANPRESS = str(Path(sys.executable).with_name("planpress"))
_TICK = 0.1


@dataclass(frozen=True)
class _Built:
    """What one build took and made: seconds, MB, MB of HTML, counts of pages."""

    stages: Mapping[str, float]
    cpu: float
    memory: float
    pages: int
    biggest: tuple[float, str]
    paper: Mapping[str, int]


def main() -> int:
    """Build a plan of each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000, 10000])
    parser.add_argument("--keep", type=Path, help="build into folders below this one, and leave them there")
    given = parser.parse_args()
    built = {}
    with TemporaryDirectory(prefix="planpress-benchmark-") as folder:
        for size in given.sizes:
            built[size] = _build(size, (given.keep or Path(folder)) / str(size))
            _tell(size, built[size])
    if len(built) > 1:
        print(_growth(*itertools.islice(built.items(), len(built) - 2, None)))
    return 0


def _build(size: int, folder: Path) -> _Built:
    """Build as a user does; each stage lasts until the next is told."""
    folder.mkdir(parents=True, exist_ok=True)
    plan, output = folder / "plan.yaml", folder / "build"
    plan.write_text(plan_text(size), encoding="utf-8")
    command = [_PLANPRESS, "build", str(plan), "--output", str(output)]
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with (folder / "told").open("w", encoding="utf-8") as told, subprocess.Popen(command, stderr=told) as process:
        moments, memory = _watched(process, folder / "told", begin)
    if process.returncode:
        raise SystemExit((folder / "told").read_text(encoding="utf-8")[-2000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    site = output / "site"
    return _Built(
        stages=moments,
        cpu=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        memory=memory,
        pages=sum(1 for _ in site.rglob("*.html")),
        biggest=max((page.stat().st_size / 1e6, page.relative_to(site).as_posix()) for page in site.rglob("*.html")),
        paper={each.name: len(PdfReader(each).pages) for each in sorted(site.rglob("*.pdf"))},
    )


def _watched(process: subprocess.Popen[bytes], told: Path, begin: float) -> tuple[dict[str, float], float]:
    """Note when each stage is told, and the most memory that the process and its children hold together."""
    seen, moments, memory = 0, list[tuple[str, float]](), 0.0
    while process.poll() is None:
        memory = max(memory, _resident(process.pid))
        lines = told.read_text(encoding="utf-8").splitlines()
        moments += [(line.strip()[:40], time.perf_counter()) for line in lines[seen:]]
        seen = len(lines)
        time.sleep(_TICK)
    end = time.perf_counter()
    spans = itertools.pairwise([*moments, ("", end)])
    return {**{name: until - at for (name, at), (_, until) in spans}, "whole build": end - begin}, memory


def _resident(root: int) -> float:
    """MB that a process and all that it has started hold, as the kernel counts them."""
    kept, found = list(_processes()), {root}
    for _ in range(3):
        found |= {process for process, parent, _ in kept if parent in found}
    return sum(pages for process, _, pages in kept if process in found) * os.sysconf("SC_PAGE_SIZE") / 1e6


def _processes() -> Iterable[tuple[int, int, int]]:
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                yield int(folder.name), parent, int((folder / "statm").read_text().split()[1])
            except OSError:
                continue


def _tell(size: int, built: _Built) -> None:
    print(f"{size} tasks")
    for name, seconds in {**built.stages, "processor": built.cpu}.items():
        print(f"  {name:<42}{seconds:8.1f} s")
    print(f"  {'peak memory':<42}{built.memory:8.0f} MB")
    print(f"  {f'biggest of {built.pages} pages, {built.biggest[1]}':<42}{built.biggest[0]:8.2f} MB")
    for name, pages in built.paper.items():
        print(f"  {name:<42}{pages:8} pages")


def _growth(smaller: tuple[int, _Built], larger: tuple[int, _Built]) -> str:
    (small, before), (large, after) = smaller, larger
    power = math.log(after.cpu / before.cpu) / math.log(large / small)
    return f"processor time grows as size^{power:.2f}"


if __name__ == "__main__":
    sys.exit(main())
