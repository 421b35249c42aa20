"""Every example of the documentation does what the page says."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from generator.commonmark import Token, parse
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
_TITLE = re.compile(r'^\w+ title="(?P<file>[^"]+)"$')
_RULES = re.compile(r"\d+(?= (?:rules?\b|not checked|off\b))")
"""How many rules there are: what changes with every new one, and can be renewed in the pages by itself."""


def fences(page: Path) -> list[Token]:
    """List the code blocks of a page."""
    return [token for token in parse(page.read_text(encoding="utf-8")) if token.type == "fence"]


def with_console_examples() -> list[Path]:
    """List the pages that show what a command prints."""
    return [page for page in PAGES if any(fence.info == "console" for fence in fences(page))]


def plans() -> Iterator[tuple[str, str]]:
    """Yield the YAML blocks without a file name: where each stands, and its text, a piece of a plan."""
    for page in PAGES:
        for fence in fences(page):
            if fence.info == "yaml":
                yield f"{page.name}:{(fence.map or [0])[0] + 1}", fence.content


@dataclass
class Shell:
    """Runs the commands of one page in one folder, as a reader would."""

    folder: Path
    code: int = 0

    def run(self, command: str) -> str:
        """Return what a command prints, errors included."""
        words = shlex.split(command)
        if words[0] == "cd":
            self.folder /= words[1]
            return ""
        if command == "echo $?":
            return f"{self.code}\n"
        if words[0] == "cat":
            return (self.folder / words[1]).read_text(encoding="utf-8")
        if words[0] == "sed":
            return self._replace(*words[2:])
        assert words[0] == "planpress", f"a console example runs only planpress, not {words[0]}"
        done = subprocess.run(
            [sys.executable, "-c", "from generator.cli import main; main()", *words[1:]],
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        self.code = done.returncode
        return done.stdout

    def _replace(self, script: str, file: str) -> str:
        _, before, after, _ = script.split("|")
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")
        return ""


def steps(block: str) -> Iterator[tuple[str, str]]:
    """Split a console block into commands and what each shall print."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, printed = part.partition("\n")
        yield command, printed


def agrees(printed: str, page: str) -> bool:
    """Tell whether the page shows what is printed: a line of `…` passes over any lines."""
    return re.fullmatch(re.escape(page.strip()).replace("…", ".*"), printed.strip(), re.DOTALL) is not None


def renewed(page: str, printed: str) -> str:
    """Return what the page shows with the counts of rules as they are printed."""
    lines = {_RULES.sub("N", line): line for line in printed.splitlines()}
    return "\n".join(lines.get(_RULES.sub("N", line), line) for line in page.split("\n"))


@pytest.mark.parametrize("page", with_console_examples(), ids=lambda page: page.name)
def test_console_examples_print_what_the_page_shows(
    page: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    shell, renews = Shell(tmp_path), request.config.getoption("--renew-golden")
    for fence in fences(page):
        title = _TITLE.match(fence.info)
        if title:
            path = shell.folder / title["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(fence.content, encoding="utf-8")
        for command, printed in steps(fence.content) if fence.info == "console" else ():
            told = shell.run(command)
            if renews and not agrees(told, printed):
                whole = page.read_text(encoding="utf-8")
                shown, printed = f"$ {command}\n{printed}", renewed(printed, told)  # noqa: PLW2901 - the page now says
                page.write_text(whole.replace(shown, f"$ {command}\n{printed}"), encoding="utf-8")
            assert agrees(told, printed), f"{command}\n{told}"


@pytest.mark.parametrize(("place", "text"), list(plans()), ids=lambda value: value if ".md:" in value else "")
def test_plan_examples_have_no_findings(place: str, text: str) -> None:
    whole = text if re.search(r"^title:", text, re.MULTILINE) else f"title: Example\n{text}"
    assert examine(parse_plan(whole.encode(), place)).findings == ()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_yaml_examples_are_yaml(page: Path) -> None:
    for fence in fences(page):
        if fence.info.startswith(("yaml", "yml")):
            assert yaml.safe_load(fence.content), fence.content
