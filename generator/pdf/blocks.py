"""Block Markdown to Typst markup: paragraphs, lists, code, directives."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.commonmark import SyntaxTreeNode, parse_tree
from generator.pdf.directives import block_directive, plain_text
from generator.pdf.document import ChartImage, PdfProblem, RefusedError, chart_key
from generator.pdf.escape import array, call, literal, words
from generator.pdf.inline import inline, refusal
from generator.pdf.scope import Scope
from generator.pdf.tables import table

_TASK = re.compile(r"\[([ xX])\]\s+")
_ANNOUNCED = frozenset({"bullet_list", "ordered_list", "table", "fence"})
_SHORT_LIST, _LITTLE_TEXT, _FEW = 8, 800, 4
_FEW_WORDS = 110
_WRITTEN_TASK = re.compile(r"^(\[(?:#par\(\)\[)?#\")\[[ xX]\]\s+")


def blocks(nodes: Sequence[SyntaxTreeNode], scope: Scope) -> str:
    """Return the markup of a sequence of blocks, one below the other."""
    return "\n".join(block(node, scope) for node in nodes)


def block(node: SyntaxTreeNode, scope: Scope) -> str:
    """Return the markup of one block."""
    if node.type not in _BLOCKS:
        raise RefusedError(refusal(node, scope))
    return _BLOCKS[node.type](node, scope)


def chart_in(node: SyntaxTreeNode, scope: Scope) -> tuple[str, ChartImage] | None:
    """Return the picture that a block asks for, with its key, where the block is a chart."""
    found = block_directive(node, scope.place(node)) if node.type == "fence" else None
    if found is None or found[0] != "chart":
        return None
    key = chart_key(found[1])
    if key not in scope.charts:
        raise RefusedError(PdfProblem(f"no picture for the chart {key}", None, scope.place(node), key))
    if not scope.charts[key].alt.strip():
        raise RefusedError(PdfProblem(f"the chart {key} has no alternative text", None, scope.place(node), key))
    return key, scope.charts[key]


def chart_paths(key: str, charts: Mapping[str, ChartImage]) -> list[str]:
    """Return where the compiler finds each sheet of a chart."""
    number = list(charts).index(key)
    return [f"charts/{number}.svg", *(f"charts/{number}-{sheet}.svg" for sheet in range(len(charts[key].further)))]


def chart_arguments(key: str, chart: ChartImage, scope: Scope) -> list[str]:
    """Return the arguments that the theme's figure functions share."""
    first, *further = (literal(f"/{path}") for path in chart_paths(key, scope.charts))
    sheets = [f"further: {array(further)}"] if further else []
    return [first, *sheets, f"alt: {literal(chart.alt)}", f"caption: [{words(chart.caption)}]"]


def _heading(node: SyntaxTreeNode, scope: Scope) -> str:
    level = int(node.tag[1:]) - scope.shift
    name = scope.headings.get(node.map[0]) if node.map and scope.line is None else None
    label = f"#label({literal(name)})" if name else ""
    return call("heading", f"level: {level}", body=inline(node.children[0].children, scope)) + label


def _paragraph(node: SyntaxTreeNode, scope: Scope) -> str:
    shown = inline(node.children[0].children, scope)
    return shown if node.hidden or not plain_text(node).strip() else call(_paragraph_kind(node), body=shown)


def _paragraph_kind(node: SyntaxTreeNode) -> str:
    following = node.next_sibling.type if node.parent and node.next_sibling else ""
    opens = node.parent is not None and node.previous_sibling is not None and node.previous_sibling.type == "heading"
    words = plain_text(node).rstrip()
    announces = following in _ANNOUNCED and (opens or words.endswith(":"))
    # A line of chips below a heading says too little to end a page.
    marks = opens and following == "paragraph" and len(words) <= _FEW_WORDS
    return "lead-in" if announces or marks else "par"


def _bullets(node: SyntaxTreeNode, scope: Scope) -> str:
    states = [_task_state(item) for item in node.children]
    items = [f"[{blocks(item.children, scope)}]" for item in node.children]
    if any(states):
        pairs = [f"({state or 'none'}, {_unticked(item)})" for state, item in zip(states, items, strict=True)]
        return _together(node, call("task-list", *pairs))
    return _together(node, call("list", f"tight: {_tight(node)}", *items))


def _task_state(item: SyntaxTreeNode) -> str | None:
    first = item.children[0] if item.children else None
    written = first.children[0].content if first is not None and first.type == "paragraph" else ""
    match = _TASK.match(written)
    return None if match is None else "false" if match[1] == " " else "true"


def _unticked(item: str) -> str:
    return _WRITTEN_TASK.sub(r"\1", item)


def _numbers(node: SyntaxTreeNode, scope: Scope) -> str:
    items = [f"[{blocks(item.children, scope)}]" for item in node.children]
    return _together(node, call("enum", f"start: {node.attrs.get('start', 1)}", f"tight: {_tight(node)}", *items))


def _together(node: SyntaxTreeNode, markup: str) -> str:
    """Keep a short list on one page: one last item alone overleaf reads badly."""
    short = len(node.children) <= _SHORT_LIST and len(plain_text(node)) <= _LITTLE_TEXT
    return call("together", f"sticky: {_opens(node)}", body=markup) if short else markup


def _opens(node: SyntaxTreeNode) -> str:
    """Say whether a list is the few facts below a heading: with these alone, a page ends badly."""
    first = node.parent is not None and node.previous_sibling is not None and node.previous_sibling.type == "heading"
    last = node.parent is None or node.next_sibling is None or node.next_sibling.type == "heading"
    return "true" if first and not last and len(node.children) <= _FEW else "false"


def _tight(node: SyntaxTreeNode) -> str:
    paragraphs = [child for item in node.children for child in item.children if child.type == "paragraph"]
    return "true" if all(paragraph.hidden for paragraph in paragraphs) else "false"


def _fence(node: SyntaxTreeNode, scope: Scope) -> str:
    line = scope.place(node)
    found = block_directive(node, line)
    if found is None:
        return call("raw", literal(node.content.rstrip("\n")), "block: true")
    kind, body = found
    if kind in _DIRECTIVES:
        return _DIRECTIVES[kind](body, replace(scope, line=line), node)
    if body.get("pdf") is False:
        return ""
    known = ", ".join(_DIRECTIVES)
    raise RefusedError(PdfProblem(f'unknown block directive "{kind}"', f"the PDF knows {known}", line, kind))


def _chart(_body: Mapping[str, Any], scope: Scope, node: SyntaxTreeNode) -> str:
    found = chart_in(node, scope)
    return call("chart", *chart_arguments(*found, scope)) if found else ""


def _callout(body: Mapping[str, Any], scope: Scope, _node: SyntaxTreeNode) -> str:
    content = blocks(parse_tree(str(body.get("text", "")), html=True).children, scope)
    title = words(str(body.get("title", "")))
    return call("callout", literal(str(body.get("kind", "note"))), f"title: [{title}]", body=content)


def _pagebreak(_body: Mapping[str, Any], _scope: Scope, _node: SyntaxTreeNode) -> str:
    return call("pagebreak", "weak: true")


_DIRECTIVES: dict[str, Callable[[Mapping[str, Any], Scope, SyntaxTreeNode], str]] = {
    "chart": _chart,
    "callout": _callout,
    "pagebreak": _pagebreak,
}

_BLOCKS: dict[str, Callable[[SyntaxTreeNode, Scope], str]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "bullet_list": _bullets,
    "ordered_list": _numbers,
    "table": table,
    "fence": _fence,
    "code_block": _fence,
    "blockquote": lambda node, scope: call("quote", "block: true", body=blocks(node.children, scope)),
    "hr": lambda _node, _scope: call("divider"),
}
