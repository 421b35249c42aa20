"""Pipe tables to Typst."""

from dataclasses import replace

from generator.commonmark import SyntaxTreeNode
from generator.pdf.columns import columns_of, shares
from generator.pdf.escape import array, call
from generator.pdf.inline import inline
from generator.pdf.scope import Scope

_LINE, _COMPACT_LINE = 52.0, 58.5
_SQUEEZED_WORD = 8
# In estimated lines of text: a page holds about fifty.
_TALLEST_ROW, _SHORT = 20, 12
_ALIGNMENTS = {"text-align:left": "left", "text-align:center": "center", "text-align:right": "right"}


def table(node: SyntaxTreeNode, scope: Scope) -> str:
    """Return a table whose columns are as wide as their text asks for."""
    rows = [row.children for part in node.children for row in part.children]
    needs = columns_of(rows)
    available = _COMPACT_LINE if scope.compact else _LINE
    squeezed = sum(column.least for column in needs) > available
    scope = replace(scope, longest_word=_SQUEEZED_WORD) if squeezed else scope
    widths = shares(needs, available)
    lines = max(column.natural / width for column, width in zip(needs, widths, strict=True))
    head, *body = [array([f"[{inline(cell.children[0].children, scope)}]" for cell in row]) for row in rows]
    return call(
        "data-table",
        array([f"{width}fr" for width in widths]),
        array([f'"{_alignment(cell)}"' for cell in rows[0]]),
        f"breakable: {_flag(lines > _TALLEST_ROW)}",
        f"together: {_flag(len(rows) * max(lines, 1) <= _SHORT)}",
        f"squeezed: {_flag(squeezed)}",
        head,
        *body,
    )


def _flag(value: bool) -> str:  # noqa: FBT001 - it is the value that is written
    return "true" if value else "false"


def _alignment(cell: SyntaxTreeNode) -> str:
    return _ALIGNMENTS.get(str(cell.attrs.get("style", "")), "left")
