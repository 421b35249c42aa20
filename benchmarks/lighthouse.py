"""Lighthouse's mobile performance of the published site, beside a bare page of the same theme in the same run.

    make browser-tools
    python -m benchmarks.lighthouse

Each page is loaded in turn, three times; medians are printed, with what performance is made of and the bytes that
came over the wire.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from generator.publish import build_site
from tests.browser.lighthouse import METRICS, Report, serving, visit

PLAN = Path(__file__).parents[1] / "plan" / "plan.yaml"
PAGES = ("", "quick_reference/", "schedule/")
ROUNDS = 3
_BARE = "# A page\n\nA paragraph of text.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"


def main() -> None:
    """Build both sites, load their pages by turns, and print a line for each."""
    browser = shutil.which("chromium") or sys.exit("chromium is not installed")
    with tempfile.TemporaryDirectory() as folder:
        build_site(PLAN, Path(folder, "build"))
        with serving(_bare(Path(folder, "bare"))) as bare, serving(Path(folder, "build", "site")) as site:
            addresses = {"bare Material": bare, **{page or "home": site + page for page in PAGES}}
            runs = [{name: visit(url, browser) for name, url in addresses.items()} for _ in range(ROUNDS)]
    base = _performance(runs, "bare Material")
    for name in addresses:
        score = _performance(runs, name)
        weight = f"{runs[0][name].transferred / 1000:4.0f} kB"
        print(f"{name:18} performance {score:5.1f} ({score - base:+5.1f})  {weight}  {_metrics(runs, name)}")


def _performance(runs: list[dict[str, Report]], name: str) -> float:
    return median(run[name].scores["performance"] for run in runs)


def _metrics(runs: list[dict[str, Report]], name: str) -> str:
    medians = {metric: median(run[name].metrics[metric] for run in runs) for metric in METRICS}
    return "  ".join(
        f"{metric} {value:.2f}" if metric == "CLS" else f"{metric} {value:4.0f}" for metric, value in medians.items()
    )


def _bare(folder: Path) -> Path:
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text(_BARE, encoding="utf-8")
    (folder / "mkdocs.yml").write_text("site_name: Bare\ntheme: {name: material, font: false}\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")]
    subprocess.run(command, check=True, capture_output=True)
    return folder / "site"


if __name__ == "__main__":
    main()
