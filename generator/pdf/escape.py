"""Text as Typst literals: no character of a plan is ever read as Typst markup."""

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def literal(text: str) -> str:
    """Return a Typst string literal on one line."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_CONTROL.sub(_code_point, quoted)}"'


def words(text: str) -> str:
    """Return markup that prints the text as it stands."""
    return f"#{literal(text)};" if text else ""


def call(function: str, *arguments: str, body: str | None = None) -> str:
    """Return a call in markup, with the body as its last, bracketed argument."""
    trailing = "" if body is None else f"[{body}]"
    return f"#{function}({', '.join(arguments)}){trailing};"


def array(items: list[str]) -> str:
    """Return a Typst array; the trailing comma keeps one item from becoming a plain value."""
    return f"({', '.join(items)},)" if items else "()"


def _code_point(match: re.Match[str]) -> str:
    return f"\\u{{{ord(match[0]):x}}}"
