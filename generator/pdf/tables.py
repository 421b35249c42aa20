"""Pipe tables to Typst."""

from dataclasses import replace

from generator.commonmark import SyntaxTreeNode
from generator.pdf.columns import columns_of, shares
from generator.pdf.escape import array, call
from generator.pdf.inline import inline
from generator.pdf.scope import Scope

_LINE, _COMPACT_LINE = 52.0, 61.0
_SQUEEZED_WORD = 8
_ALIGNMENTS = {"text-align:left": "left", "text-align:center": "center", "text-align:right": "right"}


def table(node: SyntaxTreeNode, scope: Scope) -> str:
    """Return a table whose columns are as wide as their text asks for."""
    rows = [row.children for part in node.children for row in part.children]
    needs = columns_of(rows)
    available = _COMPACT_LINE if scope.compact else _LINE
    squeezed = sum(column.least for column in needs) > available
    scope = replace(scope, longest_word=_SQUEEZED_WORD) if squeezed else scope
    widths = array([f"{width}fr" for width in shares(needs, available)])
    head, *body = [array([f"[{inline(cell.children[0].children, scope)}]" for cell in row]) for row in rows]
    return call("data-table", widths, array([_alignment(cell) for cell in rows[0]]), head, *body)


def _alignment(cell: SyntaxTreeNode) -> str:
    return _ALIGNMENTS.get(str(cell.attrs.get("style", "")), "left")
