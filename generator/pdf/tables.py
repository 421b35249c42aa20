"""Pipe tables to Typst."""

from dataclasses import replace

from generator.commonmark import SyntaxTreeNode
from generator.pdf.columns import columns_of, shares
from generator.pdf.directives import plain_text
from generator.pdf.document import PdfDocument
from generator.pdf.escape import array, call, words
from generator.pdf.inline import inline
from generator.pdf.scope import Scope
from generator.pdf.setting import PAPERS

# As the theme has them, in points.
_MARGINS, _COMPACT_MARGINS, _GUTTER, _TYPE = 124.7, 79.4, 19.9, 8.75
_SQUEEZED_WORD = 8
_SMALLEST = 0.8
# In estimated lines of text: a page holds about fifty.
_TALLEST_ROW, _SHORT = 20, 12
_ALIGNMENTS = {"text-align:left": "left", "text-align:center": "center", "text-align:right": "right"}


def table(node: SyntaxTreeNode, scope: Scope) -> str:
    """Return a table whose columns are as wide as their text asks for, in smaller type where its words need it."""
    rows = [row.children for part in node.children for row in part.children]
    needs = columns_of(rows)
    needed = sum(column.least for column in needs)
    type_size = min(max(round(scope.width / needed, 2), _SMALLEST), 1)
    available = scope.width / type_size
    squeezed = needed > available * 1.005
    longest = _SQUEEZED_WORD if squeezed else scope.longest_word
    scope = replace(scope, longest_word=longest, brief=True, told=set())
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
        f"type: {type_size}",
        f"caption: [{words(_caption(node, scope))}]",
        head,
        *body,
    )


def table_width(document: PdfDocument) -> float:
    """Return the length of a line in ems of a table's type, as the theme sets it."""
    paper = PAPERS[document.paper]
    if not document.compact:
        return (paper - _MARGINS) / _TYPE
    columns = document.setting.columns
    return (paper - _COMPACT_MARGINS - (columns - 1) * _GUTTER) / columns / document.setting.body


def _caption(node: SyntaxTreeNode, scope: Scope) -> str:
    """Name a table by the heading that it stands below, and by what its rows are where the heading does not say."""
    if scope.summary:
        return ""
    before = node
    while before.parent is not None and before.type != "heading":
        if before.previous_sibling is None:
            return ""
        before = before.previous_sibling
    title = plain_text(before).strip()
    heads = [plain_text(cell).strip() for cell in node.children[0].children[0].children]
    rows = next((head for head in heads if any(map(str.isalpha, head))), "")
    return title if not rows or rows.lower() in title.lower() else f"{title}, by {rows[:1].lower()}{rows[1:]}"


def _flag(value: bool) -> str:  # noqa: FBT001 - it is the value that is written
    return "true" if value else "false"


def _alignment(cell: SyntaxTreeNode) -> str:
    return _ALIGNMENTS.get(str(cell.attrs.get("style", "")), "left")
