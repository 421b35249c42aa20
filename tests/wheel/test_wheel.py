"""The wheel, installed alone, begins a plan and publishes it, outside the repository."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    return next(folder.glob("planpress-*.whl"))


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A Python environment that holds the wheel and what it depends on, first on the path."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    constraints = ROOT / "constraints.txt"
    run(str(folder / "bin" / "pip"), "install", "--quiet", "--constraint", str(constraints), str(wheel))
    return {**os.environ, "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"}


def run(*command: str, cwd: Path | None = None, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_carries_the_templates_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "generator/site_templates/documents/quick_reference.md.j2" in names
    assert not [name for name in names if name.startswith(("tests/", "plan/"))]


def test_a_plan_begins_and_is_published(environment: dict[str, str], tmp_path: Path) -> None:
    run("planpress", "init", "somewhere", cwd=tmp_path, env=environment)
    run("make", "docs", cwd=tmp_path / "somewhere", env=environment)
    site = tmp_path / "somewhere" / "build" / "site"
    assert (site / "index.html").is_file()
    assert (site / "downloads" / "quick_reference.pdf").read_bytes().startswith(b"%PDF")
    assert (site / "downloads" / "execution_strategy.pdf").read_bytes().startswith(b"%PDF")
    run("make", "check", cwd=tmp_path / "somewhere", env=environment)
