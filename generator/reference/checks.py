"""What plans are checked by and documents are audited for: a page for each family, written from their files."""

import inspect
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from itertools import groupby

from generator.audit import audit
from generator.audit.rendered import audit as rendered
from generator.rules._catalogue import Rule, rules
from generator.rules._file_checks import FILE_CHECKS

_AUDITED = {
    "contradictions": ("Contradictions in documents", "What `planpress audit` finds in documents without a plan."),
    "disagreements": (
        "Disagreements with the plan",
        "What a build, and `planpress audit`, find in published documents.",
    ),
}
_FILE = "file"


def rule_pages() -> Iterator[tuple[str, str]]:
    """Write a page for each family: its path below the folder of rules, and its Markdown."""
    yield f"{_FILE}.md", _file_page()
    for family, members in _families().items():
        intro = (inspect.getdoc(import_module(f"generator.rules.{family}")) or "").strip()
        yield f"{family}.md", _page(f"Rules on {family}", intro, members)
    for name, (title, intro) in _AUDITED.items():
        yield f"{name}.md", _page(title, intro, list(_audited()[name].values()))


@cache
def places_of_checks() -> Mapping[str, str]:
    """The page and heading of every rule, by the rule's name."""
    families = {family: [rule.name for rule in members] for family, members in _families().items()}
    audited = {name: list(checks) for name, checks in _audited().items()}
    listed = {_FILE: list(FILE_CHECKS), **families, **audited}
    return {name: f"{page}.md#{name}" for page, names in listed.items() for name in names}


def _families() -> Mapping[str, list[Rule]]:
    return {family: list(members) for family, members in groupby(rules().values(), key=lambda rule: rule.family)}


def _audited() -> Mapping[str, Mapping[str, Rule]]:
    return {"contradictions": audit.checks(), "disagreements": rendered.checks()}


def _file_page() -> str:
    sections = (f"## {name}\n\n*error*\n\n{text}" for name, text in FILE_CHECKS.items())
    intro = "What is found while the file is read, before any rule runs."
    return "\n\n".join(["# Rules on the file", intro, *sections]) + "\n"


def _page(title: str, intro: str, members: list[Rule]) -> str:
    listed = ["| Rule | Finds | Severity |", "|---|---|---|"]
    listed += [f"| [`{each.name}`](#{each.name}) | {_cell(each.summary)} | {each.severity} |" for each in members]
    sections = (f"## {each.name}\n\n*{each.severity}*\n\n{_told(each)}" for each in members)
    return "\n\n".join(part for part in [f"# {title}", intro, "\n".join(listed), *sections] if part) + "\n"


def _told(rule: Rule) -> str:
    """The rule's own page, its options after it."""
    options = [f"- `{name}`, {_shown(default)} where left out" for name, default in rule.options.items()]
    return "\n\n".join([rule.page, "Options:", "\n".join(options)]) if options else rule.page


def _shown(default: object) -> str:
    listed = isinstance(default, list | tuple | set | frozenset)
    return ", ".join(f"`{each}`" for each in default) if listed else f"`{default}`"  # type: ignore[attr-defined]


def _cell(text: str) -> str:
    return re.sub(r"(?<!\\)\|", "&#124;", text)
