"""Plain values as YAML that means exactly them."""

import json
import re
from collections.abc import Iterator
from typing import Any

_BARE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*%?")
_NULLS = frozenset({"null", "Null", "NULL"})
_WIDTH = 100


def yaml_text(data: dict[str, Any]) -> str:
    """Write mappings and lists in blocks, short entries on one line."""
    sections = ["\n".join(_lines(key, value, 0)) for key, value in data.items()]
    return "\n\n".join(sections) + "\n"


def scalar(value: object) -> str:
    """Write one value; all but the plainest words are quoted, what cannot be seen is written by its number."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    if _BARE.fullmatch(text) and text not in _NULLS:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in quoted)


def _lines(key: str, value: object, depth: int) -> Iterator[str]:
    indent = "  " * depth
    flow = _flow(value)
    if isinstance(value, str) and _is_block(value):
        yield f"{indent}{key}: |-"
        yield from (f"{indent}  {line}".rstrip() for line in value.split("\n"))
    elif flow is not None and (depth or not isinstance(value, dict)) and len(indent) + len(key) + len(flow) < _WIDTH:
        yield f"{indent}{key}: {flow}"
    elif isinstance(value, dict):
        yield f"{indent}{key}:"
        for inner, each in value.items():
            yield from _lines(inner, each, depth + 1)
    elif isinstance(value, list):
        yield f"{indent}{key}:"
        yield from (f"{indent}  - {_flow(each)}" for each in value)
    else:
        yield f"{indent}{key}: {scalar(value)}"


def _is_block(text: str) -> bool:
    """Lines that show all they hold can stand as they are."""
    lines = text.split("\n")
    return len(lines) > 1 and bool(lines[-1]) and lines[0][:1].strip() != "" and all(map(_is_shown, lines))


def _is_shown(line: str) -> bool:
    return line.isprintable() and line == line.strip()


def _flow(value: object) -> str | None:
    """Write a value on one line; mappings that hold further ones get lines of their own."""
    if isinstance(value, list):
        return f"[{', '.join(_flow(each) or '' for each in value)}]"
    if not isinstance(value, dict):
        return scalar(value)
    if any(
        isinstance(each, dict) and any(isinstance(inner, dict) for inner in each.values()) for each in value.values()
    ):
        return None
    return f"{{{', '.join(f'{key}: {_flow(each)}' for key, each in value.items())}}}"
