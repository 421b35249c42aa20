"""Directives of the neutral Markdown: fenced blocks of JSON, and marked spans inside text."""

import json
import re
from typing import Any

from generator.commonmark import SyntaxTreeNode
from generator.pdf.document import PdfProblem, RefusedError

INLINE = re.compile("\ue000([a-z]+)\ue002([^\ue000-\ue002]*)\ue002([^\ue000-\ue002]*)\ue001")
ANCHOR = re.compile("\ue000anchor\ue002([a-z0-9-]+)\ue002")
MARKS = re.compile("[\ue000-\ue002]")
_BEFORE_BOLD = re.compile("(\ue000anchor\ue002[a-z0-9-]+\ue002\ue001)(\\*\\*)")

_INFO = re.compile(r"planpress ([a-z-]+)")


def with_anchors_inside(markdown: str) -> str:
    """Move each anchor into the bold words it stands before.

    CommonMark opens bold before a quote or a bracket only behind a space or punctuation, and the mark is neither.
    """
    return _BEFORE_BOLD.sub(r"\2\1", markdown)


def block_directive(node: SyntaxTreeNode, line: int | None) -> tuple[str, dict[str, Any]] | None:
    """Return kind and body of a directive, or nothing for an ordinary code block."""
    match = _INFO.fullmatch(node.info.strip())
    if match is None:
        return None
    try:
        body = json.loads(node.content)
    except json.JSONDecodeError as error:
        raise RefusedError(PdfProblem(f"directive holds no JSON: {error}", None, line, node.content)) from error
    if not isinstance(body, dict):
        raise RefusedError(PdfProblem("directive holds no JSON object", None, line, node.content))
    return match[1], body


def plain_text(node: SyntaxTreeNode) -> str:
    """Return the words of a node as a reader sees them, directives included."""
    if node.type in {"text", "code_inline"}:
        return INLINE.sub(_visible, node.content)
    if node.type in {"softbreak", "hardbreak"}:
        return " "
    return "".join(map(plain_text, node.children))


def _visible(match: re.Match[str]) -> str:
    return "" if match[1] == "anchor" else match[3]
