"""The plan language, key by key: pages written from the model that reads a plan."""

import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.findings import Pointer
from generator.model.plan import Plan
from generator.model.walk import model_at
from generator.reference._values import default_words, value_words, without_links

TOP = "plan"
"""What the top of the file is called; it has no key."""
_TITLES = {
    "plan": "The plan itself",
    "calendar": "Calendars",
    "uncertainty": "Simulation",
    "team": "Roles, people and quotas",
    "breakdown": "Phases, waves and tasks",
    "verification": "Checkpoints and criteria",
    "risk": "Risks",
    "rollback": "Rollbacks",
    "monitoring": "Sources, targets and alerts",
    "communication": "Meetings, channels and coordination",
    "checks": "Waivers",
}


@cache
def kinds_of_entries() -> Mapping[str, type[BaseModel]]:
    """Every kind of entry in a plan, by the keys that lead to it: `waves.tasks`."""
    return dict(_kinds((), Plan))


def key_pages() -> Iterator[tuple[str, str]]:
    """Write a page for each part of the model: its path below the folder of keys, and its Markdown."""
    for module, models in groupby(_models(), key=_module):
        told = list(models)
        intro = inspect.getdoc(sys.modules[told[0].__module__]) or ""
        body = "\n\n".join(_section(model) for model in told)
        yield f"{module}.md", f"# {_title(module)}\n\n{intro.splitlines()[0]}\n\n{body}\n"


def key_page(path: str) -> str:
    """Write the section of one kind of entry for a terminal: `tasks`, `calendar.holidays`."""
    return without_links(_section(kinds_of_entries()[path])).removeprefix("#")


def _kinds(pointer: Pointer, model: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    yield ".".join(str(step) for step in pointer if step != "*") or TOP, model
    for name in _fields(model):
        for inner in ((*pointer, name), (*pointer, name, "*")):
            found = model_at(inner, Plan)
            if found:
                yield from _kinds(inner, found)


def _models() -> list[type[BaseModel]]:
    """Every model once, those of a module together, in the order in which a plan leads to them."""
    found = list(dict.fromkeys(kinds_of_entries().values()))
    modules = list(dict.fromkeys(map(_module, found)))
    return sorted(found, key=lambda model: modules.index(_module(model)))


def _module(model: type[BaseModel]) -> str:
    return model.__module__.rpartition(".")[2]


def _title(module: str) -> str:
    return _TITLES.get(module) or module.replace("_", " ").capitalize()


def _section(model: type[BaseModel]) -> str:
    first, *others = _paths(model)
    about, mark, example = (inspect.getdoc(model) or "").partition("\n\n```yaml\n")
    also = ", ".join(f"`{path}`" for path in others)
    parts = [
        "## Top of the file" if first == TOP else f"## `{first}`",
        about,
        f"The same keys stand in {also}." if also else "",
        _table(model),
        f"```yaml\n{example}" if mark else "",
    ]
    return "\n\n".join(part for part in parts if part)


def _paths(model: type[BaseModel]) -> list[str]:
    """Where a model stands, the shortest way first."""
    paths = (path for path, each in kinds_of_entries().items() if each is model)
    return sorted(paths, key=lambda path: path.count("."))


def _table(model: type[BaseModel]) -> str:
    hints = get_type_hints(model, include_extras=True)
    rows = [
        f"| `{name}` | {_value(hints[name], field)} | {_says(field)} |".replace("\n", " ")
        for name, field in _fields(model).items()
    ]
    return "\n".join(["| Key | Value | Says |", "|---|---|---|", *rows])


def _value(hint: object, field: FieldInfo) -> str:
    return f"{value_words(hint, _link)}{'; **required**' if field.is_required() else ''}"


def _says(field: FieldInfo) -> str:
    default = default_words(None if field.default_factory or field.is_required() else field.default)
    told = (field.description or "").replace("|", "&#124;")
    return f"{told}{f'; {default} where left out' if default else ''}"


def _link(model: type[BaseModel]) -> str:
    return f"[entry]({_module(model)}.md#{_paths(model)[0].replace('.', '')})"


def _fields(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    return {name: field for name, field in model.model_fields.items() if name != "pointer"}
