"""What templates can ask of a plan: every view with the fields of its answer, read off its dataclasses."""

import inspect
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from types import ModuleType
from typing import Any, get_args, get_type_hints

from generator import discovery

_INTRO = """# Views

A template asks for a view by name, `view('risk_ranking')`, and loops over the fields of the answer. All computing and
filtering is done in the view. Fields that end in `?` can be empty; `…` after a type means a list of them.
[Documents](../documents.md) tells what else a template is given."""
_MODULE = re.compile(r"\b(?:\w+\.)+(?=[A-Z])")
_TUPLE = re.compile(r"tuple\[(.+), \.\.\.\]")
_OPTIONAL = re.compile(r"^(.+) \| None$")


def view_page() -> str:
    """Write the page of all views; what several of them are made of comes last."""
    views = discovery.modules_by_name("generator.views")
    sections = [_section(name, view) for name, view in views.items()]
    parts = {part for view in views.values() for part in _parts(view) if part.__module__ != view.__name__}
    shared = [_fields(part) for part in sorted(parts, key=lambda part: part.__name__)]
    return "\n\n".join([_INTRO, *sections, "## Shared parts", *shared]) + "\n"


def _section(name: str, module: ModuleType) -> str:
    answer = get_type_hints(module.view)["return"]
    listed = [_fields(each) for each in _parts(module) if each.__module__ == module.__name__]
    about = (inspect.getdoc(module) or "").partition("\n")[0]
    return "\n\n".join([f"## {name}", about, f"`view({_call(name, module)})` answers {_type(answer)}.", *listed])


def _parts(module: ModuleType) -> list[type]:
    return list(dict.fromkeys(_dataclasses(get_type_hints(module.view)["return"], module.__name__)))


def _call(name: str, module: ModuleType) -> str:
    parameters = list(inspect.signature(module.view).parameters.values())[1:]
    told = (f"*{each.name}" if each.kind is each.VAR_POSITIONAL else each.name for each in parameters)
    return ", ".join([f"'{name}'", *told])


def _dataclasses(annotation: Any, module: str) -> Iterator[type]:  # noqa: ANN401 - any type
    """Yield the dataclasses that an answer consists of, those of views alone."""
    if isinstance(annotation, type) and is_dataclass(annotation) and annotation.__module__.startswith(_home(module)):
        yield annotation
        for hint in get_type_hints(annotation).values():
            yield from _dataclasses(hint, module)
    for inner in get_args(annotation):
        yield from _dataclasses(inner, module)


def _home(module: str) -> str:
    return module.rpartition(".")[0]


def _fields(kind: type) -> str:
    hints = get_type_hints(kind)
    about = (inspect.getdoc(kind) or "").replace("\n", " ")
    asked = [each.name for each in fields(kind)]
    asked += [name for name, value in vars(kind).items() if isinstance(value, property)]
    rows = [f"| `{name}` | {_type(hints.get(name) or _returned(kind, name))} |" for name in asked]
    return "\n".join([f"**{kind.__name__}**: {about}", "", "| Field | Type |", "|---|---|", *rows])


def _returned(kind: type, name: str) -> object:
    return get_type_hints(vars(kind)[name].fget).get("return", Any)


def _type(annotation: object) -> str:
    """Write a type in short: `TaskRow…`, `Mention?`."""
    text = annotation.__name__ if isinstance(annotation, type) and not get_args(annotation) else str(annotation)
    short = _MODULE.sub("", text).replace("typing.", "").replace("datetime.", "")
    listed = _TUPLE.sub(r"\1…", _OPTIONAL.sub(r"\1?", short))
    return f"`{listed}`".replace("|", "&#124;") if "|" not in listed else f"<code>{listed}</code>"
