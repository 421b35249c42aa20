"""Every command, option, key, fact, chart and view that the documentation names is there, and none is left out."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from generator import discovery
from generator.checking import audit_checks
from generator.cli import commands
from generator.commonmark import parse, parse_tree
from generator.documents.metadata import Metadata
from generator.documents.render import FILTERS, render_documents
from generator.model import notation
from generator.model.breakdown import parse_dependency
from generator.model.plan import Plan
from generator.model.team import parse_percent
from generator.model.uncertainty import parse_factor
from generator.prose import FACTS
from generator.reference import kinds_of_entries
from generator.rules._catalogue import rules
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan
from generator.templates.rendering import TemplateText

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md"))]
_OF_A_FILE = {"template", "path", "name", "item"}
_OF_A_PROJECT = {
    "site_templates/fonts/",
    "site_templates/assets/logo.svg",
    "site_templates/assets/favicon.svg",
    "site_templates/documents/board_summary.md.j2",
}
"""Files that a project may add."""
_NOTATIONS = {
    "Durations": notation.parse_estimate,
    "People": notation.parse_band,
    "Weeks": notation.parse_weeks,
    "Days and dates": notation.parse_when,
    "Dependencies": parse_dependency,
    "Thresholds": notation.parse_threshold,
    "Percentages": parse_percent,
    "Factors": parse_factor,
    "Times of day": notation.parse_time,
    "Working hours": notation.parse_shift,
}


def code(page: Path) -> str:
    """All code of a page: blocks and spans, one to a line."""
    tokens = parse(page.read_text(encoding="utf-8"))
    spans = [child for token in tokens for child in token.children or () if child.type == "code_inline"]
    blocks = [token for token in tokens if token.type == "fence"]
    return "\n".join(token.content for token in (*spans, *blocks))


def tables(page: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Each table of a page: the heading above it, and its rows as written, the head left out."""
    heading = ""
    for node in parse_tree(page.read_text(encoding="utf-8")).children:
        if node.type == "heading":
            heading = node.children[0].content
        if node.type == "table":
            rows = node.children[1].children
            yield heading, [[cell.children[0].content for cell in row.children] for row in rows]


def first_column(page: str, heading: str) -> list[str]:
    """Read the code in the first column of the table below a heading."""
    rows = dict(tables(DOCS / page))[heading]
    return [row[0].strip("`").strip() for row in rows]


def test_the_page_of_the_language_names_every_section_of_a_plan() -> None:
    rows = dict(tables(DOCS / "plan-language.md"))["What there is"]
    named = re.findall(r"`(\w+)`", " ".join(row[0] for row in rows))
    single = {"title", "subtitle", "version", "start", "status_date", "summary", "approach", "principles"}
    assert set(named) | single == {name for name in Plan.model_fields if name != "pointer"}


def test_the_table_of_facts_lists_every_fact() -> None:
    asked = first_column("prose.md", "Live facts")
    assert {re.findall(r"\w+", call)[0] for call in asked} == set(FACTS)


def test_facts_are_told_as_the_page_shows() -> None:
    page = DOCS / "prose.md"
    plan = next(token.content for token in parse(page.read_text(encoding="utf-8")) if token.type == "fence")
    for call, told, *_ in dict(tables(page))["Live facts"]:
        text = f'{plan}summary: "{call.strip("`")}"\n'
        snapshot = examine(parse_plan(text.encode(), "prose.md")).snapshot
        assert snapshot is not None, call
        assert snapshot.plan.summary == told, call


@pytest.mark.parametrize("heading", _NOTATIONS)
def test_quantities_can_be_written_as_the_page_shows(heading: str) -> None:
    for written in first_column("quantities.md", heading):
        _NOTATIONS[heading](written.strip('"'))


def test_every_notation_is_documented() -> None:
    assert [heading for heading, _ in tables(DOCS / "quantities.md")] == list(_NOTATIONS)


def test_the_front_matter_is_documented_whole() -> None:
    keys = first_column("documents.md", "Front matter")
    assert sorted(keys) == sorted({each.name for each in fields(Metadata)} - _OF_A_FILE)


def test_templates_are_given_what_the_page_lists() -> None:
    snapshot = examine(parse_plan(b"title: Example", "plan.yaml")).snapshot
    assert snapshot is not None
    names = first_column("documents.md", "What templates are given")
    asked = "".join(f"{{% if {name} is not defined %}}{name} {{% endif %}}" for name in names)
    page = TemplateText("asked.md.j2", f"---\ntitle: Asked\n---\n{asked}")
    (document,) = render_documents(snapshot, {"pages/asked.md.j2": page})
    assert document.markdown.split() == []


def test_the_filters_are_documented_whole() -> None:
    assert sorted(first_column("documents.md", "Filters")) == sorted(FILTERS)


def test_the_charts_are_documented_whole() -> None:
    assert sorted(first_column("documents.md", "Charts")) == sorted(discovery.names("generator.charts"))


def test_the_formats_are_documented_whole() -> None:
    assert sorted(first_column("checks.md", "Formats")) == sorted(discovery.names("generator.reporters"))


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    named = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    named += [each for extra in project["project"]["optional-dependencies"].values() for each in extra]
    rows = dict(tables(ROOT / "CONTRIBUTING.md"))["Dependencies"]
    given = {library for row in rows for library in row[1].split(", ")}
    assert given == {re.findall(r"[\w-]+", each)[0].lower() for each in named}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_and_options_are_there(page: Path) -> None:
    for line in re.findall(r"\bplanpress ([a-z][^\n|;#]*)", code(page)):
        name, *words = line.split()
        assert name in commands.commands, line
        known = {option for each in commands.commands[name].params for option in each.opts}
        assert {word.partition("=")[0] for word in words if word.startswith("--")} <= known, line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_make_targets_are_there(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    asked = re.findall(r"^make((?: [a-z]+)+)", code(page), re.MULTILINE)
    assert {target for line in asked for target in line.split()} <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_views_and_charts_are_there(page: Path) -> None:
    text = code(page)
    assert set(re.findall(r"view\('(\w+)'", text)) <= set(discovery.names("generator.views"))
    assert set(re.findall(r"chart\('(\w+)'", text)) <= set(discovery.names("generator.charts"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_rules_are_there(page: Path) -> None:
    families = {rule.family for rule in rules().values()}
    asked = re.findall(r"(?:planpress explain|--select|--ignore) ([a-z-]+)", code(page))
    assert set(asked) <= set(rules()) | set(audit_checks()) | families | set(kinds_of_entries())


def test_every_check_of_the_audit_is_told() -> None:
    text = (DOCS / "audit.md").read_text(encoding="utf-8")
    assert [name for name in audit_checks() if f"`{name}`" not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_source_files_are_there(page: Path) -> None:
    """A path with angle brackets stands for a file that is yet to be written."""
    paths = re.findall(
        r"^((?:generator|site_templates|tests|docs|\.ci|\.github)/[\w./-]*)$", code(page), re.MULTILINE
    )
    assert [path for path in paths if not (ROOT / path).exists() and path not in _OF_A_PROJECT] == []
