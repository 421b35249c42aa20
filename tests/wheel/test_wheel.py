"""The wheel, installed alone, begins a plan and publishes it, outside the repository."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest
import yaml

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


@pytest.fixture(scope="module")
def project(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project as `planpress init` begins it, with a document, a section and a logo of its own."""
    folder = tmp_path_factory.mktemp("outside") / "somewhere"
    run("planpress", "init", str(folder), env=environment)
    own = {
        "documents/board_summary.md.j2": "---\ntitle: Board Summary\npdf: true\n---\n# Board Summary\n\nIn short.\n",
        "sections/milestones.md.j2": (ROOT / "site_templates" / "sections" / "milestones.md.j2").read_text(),
        "assets/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>',
    }
    for name, text in own.items():
        path = folder / "site_templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    run("make", "docs", cwd=folder, env=environment)
    return folder


def test_the_wheel_carries_templates_and_guide_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "generator/site_templates/documents/quick_reference.md.j2" in names
    assert "generator/site_templates/starter/dot-gitlab-ci.yml" in names
    assert "generator/docs/tutorial.md" in names
    assert not [name for name in names if name.startswith(("tests/", "plan/"))]


def test_a_plan_begins_and_is_published(project: Path, environment: dict[str, str]) -> None:
    site = project / "build" / "site"
    assert (site / "index.html").is_file()
    assert (site / "downloads" / "quick_reference.pdf").read_bytes().startswith(b"%PDF")
    assert (site / "downloads" / "execution_strategy.pdf").read_bytes().startswith(b"%PDF")
    run("make", "check", cwd=project, env=environment)


def test_a_new_document_and_a_logo_are_on_the_site(project: Path) -> None:
    site = project / "build" / "site"
    assert (site / "downloads" / "board_summary.pdf").read_bytes().startswith(b"%PDF")
    assert "Board Summary" in (site / "board_summary" / "index.html").read_text(encoding="utf-8")
    assert "assets/logo.svg" in (site / "index.html").read_text(encoding="utf-8")


def test_a_site_of_its_own_has_the_guide_only_where_it_is_asked_for(
    project: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    assert not (project / "build" / "docs" / "guide").exists()
    run(
        "planpress", "build", "--only", "markdown", "--guide", "--output", str(tmp_path), cwd=project, env=environment
    )
    guide = tmp_path / "docs" / "guide"
    assert (guide / "tutorial.md").is_file()
    assert "## `tasks`" in (guide / "reference" / "keys" / "breakdown.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "command",
    [
        "schedule --level",
        "why release",
        "simulate --runs 200",
        "baseline",
        "audit build/docs",
        "rules",
        "explain zero-duration",
        "explain tasks",
        "schema --output plan/plan.schema.json",
    ],
)
def test_every_command_works_outside_the_repository(project: Path, environment: dict[str, str], command: str) -> None:
    run("planpress", *command.split(), cwd=project, env=environment)


def test_the_hook_for_pre_commit_runs_in_a_project(project: Path, environment: dict[str, str]) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["pass_filenames"] is False
    assert re.search(hook["files"], "plan/plan.yaml")
    assert not re.search(hook["files"], "docs/plan.yaml")
    run(*hook["entry"].split(), cwd=project, env=environment)


def test_the_preview_shows_the_site(project: Path, environment: dict[str, str]) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["planpress", "serve", "--port", str(port)]
    with subprocess.Popen(command, cwd=project, env=environment, stderr=subprocess.DEVNULL) as preview:
        try:
            assert "Customer Portal" in shown(f"http://127.0.0.1:{port}/")
        finally:
            preview.terminate()


def shown(address: str) -> str:
    """Ask a page of this machine until it is there."""
    for _ in range(600):
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - an address of this machine
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.2)
    raise AssertionError(address)
