"""The reference says what the model, the rules, the views and the commands say, and leaves none of them out."""

import re
from collections.abc import Iterator
from dataclasses import fields

import pytest
from click.testing import CliRunner
from pydantic import BaseModel

from generator import discovery
from generator.checking import audit_checks
from generator.cli import commands
from generator.cli.command_page import command_page
from generator.commonmark import parse, parse_tree
from generator.reference import guide_pages, key_page, kinds_of_entries
from generator.reference._values import value_words
from generator.reference.guide import linked_page, reference_pages
from generator.rules._catalogue import rules
from generator.rules._file_checks import FILE_CHECKS
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

PAGES = reference_pages(command_page())
MODELS = list(dict.fromkeys(kinds_of_entries().values()))


def sections() -> Iterator[tuple[str, dict[str, list[str]], list[str]]]:
    """Each section of the pages of keys: its heading, its rows by their key, its examples."""
    for name, text in PAGES.items():
        if name.startswith("reference/keys/"):
            for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
                nodes = parse_tree(f"## {part}").children
                rows = [row for node in nodes if node.type == "table" for row in node.children[1].children]
                cells = [[cell.children[0].content for cell in row.children] for row in rows]
                examples = [node.content for node in nodes if node.type == "fence"]
                yield part.partition("\n")[0].strip("`"), {row[0].strip("`"): row for row in cells}, examples


SECTIONS = {heading: (rows, examples) for heading, rows, examples in sections()}


def heading(model: type[BaseModel]) -> str:
    paths = sorted((path for path, each in kinds_of_entries().items() if each is model), key=lambda p: p.count("."))
    return "Top of the file" if paths[0] == "plan" else paths[0]


def test_every_kind_of_entry_has_a_section() -> None:
    assert set(SECTIONS) == {heading(model) for model in MODELS}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_section_tells_every_key_and_which_are_required(model: type[BaseModel]) -> None:
    rows, _ = SECTIONS[heading(model)]
    keys = [name for name in model.model_fields if name != "pointer"]
    assert list(rows) == keys
    assert all(says for _, _, says in rows.values())
    required = [key for key, row in rows.items() if "**required**" in row[1]]
    assert required == [name for name in keys if model.model_fields[name].is_required()]


@pytest.mark.parametrize("section", [name for name, (_, examples) in SECTIONS.items() if examples])
def test_the_example_of_a_section_has_no_findings_and_shows_it(section: str) -> None:
    (example,) = SECTIONS[section][1]
    whole = example if example.startswith("title:") else f"title: Example\n{example}"
    assert examine(parse_plan(whole.encode(), "plan.yaml")).findings == ()
    assert section == "Top of the file" or all(f"{key}:" in example for key in section.split("."))


def test_every_section_of_the_plan_has_an_example() -> None:
    assert [name for name, (_, examples) in SECTIONS.items() if not examples and "." not in name] == []


def test_a_default_is_told() -> None:
    assert SECTIONS["schedule"][0]["staffing"][2].endswith("`likely` where left out")


def test_every_rule_and_every_check_of_the_audit_is_explained() -> None:
    told = {name: text for name, text in PAGES.items() if name.startswith("reference/rules/")}
    found = re.findall(r"^## ([a-z0-9-]+)$", "\n".join(told.values()), re.MULTILINE)
    assert sorted(found) == sorted([*rules(), *audit_checks(), *FILE_CHECKS])


@pytest.mark.parametrize("rule", [*rules().values()], ids=lambda rule: rule.name)
def test_a_rule_is_told_with_its_reason_examples_and_options(rule: object) -> None:
    name, family, options = (getattr(rule, key) for key in ("name", "family", "options"))
    section = PAGES[f"reference/rules/{family}.md"].partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    assert "Fails:" in section
    assert "Passes:" in section
    assert all(f"- `{option}`" in section for option in options)


def test_every_view_is_told_with_its_fields() -> None:
    page = PAGES["reference/views.md"]
    assert re.findall(r"^## (\w+)$", page, re.MULTILINE) == list(discovery.names("generator.views"))
    row = discovery.module("generator.views", "task_table").TaskRow
    assert all(f"| `{each.name}` |" in page for each in fields(row))


def test_every_command_is_told_with_its_options() -> None:
    page = PAGES["reference/commands.md"]
    for name, command in commands.commands.items():
        section = page.partition(f"\n## planpress {name}\n")[2].partition("\n## ")[0]
        assert all(option in section for each in command.params for option in each.opts if option.startswith("--"))


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_the_help_of_a_command_shows_examples_that_run(name: str) -> None:
    told = CliRunner().invoke(commands, [name, "--help"]).output
    examples = re.findall(r"^ +planpress (.+)$", told.partition("Examples:")[2], re.MULTILINE)
    assert examples
    for line in examples:
        command, *words = line.split()
        assert command == name
        known = {option for each in commands.commands[name].params for option in each.opts}
        assert {word for word in words if word.startswith("--")} <= known


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_the_list_of_commands_tells_each_whole(name: str) -> None:
    assert not commands.commands[name].get_short_help_str(55).endswith("...")


def test_pages_link_to_pages_and_headings_that_are_there() -> None:
    pages = {name: content.decode() for name, content in guide_pages(command_page()).items() if name.endswith(".md")}
    for name, text in pages.items():
        folder = name.rpartition("/")[0]
        for token in parse(text):
            for child in token.children or ():
                target = str(child.attrGet("href") or "")
                page = target.partition("#")[0]
                if child.type == "link_open" and page and "://" not in target:
                    assert _joined(folder, page) in pages, f"{name}: {target}"


def test_rules_named_in_a_page_become_links_and_code_stays() -> None:
    page = "# `zero-duration`\n\nSee `zero-duration` and `tasks`.\n\n```sh\n`zero-duration`\n```\n"
    linked = "[`zero-duration`](reference/rules/structure.md#zero-duration)"
    assert linked_page(page) == page.replace("See `zero-duration`", f"See {linked}")


def test_a_type_without_words_is_an_error() -> None:
    with pytest.raises(TypeError, match="no words"):
        value_words(bytes, lambda _: "")


def test_a_section_for_the_terminal_has_no_links() -> None:
    assert "](" not in key_page("tasks")
    assert key_page("tasks").startswith("# `tasks`\n")


def test_a_misspelt_entry_is_told_with_the_nearest() -> None:
    told = CliRunner().invoke(commands, ["explain", "taks"])
    assert 'did you mean "tasks"?' in str(getattr(told.exception, "help", ""))


def _joined(folder: str, target: str) -> str:
    parts = folder.split("/") if folder else []
    for step in target.split("/"):
        parts = parts[:-1] if step == ".." else [*parts, step]
    return "/".join(parts)
