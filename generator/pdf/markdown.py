"""Neutral Markdown to the body of a Typst document."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.commonmark import SyntaxTreeNode, parse_tree
from generator.pdf.blocks import block, blocks, chart_arguments, chart_in
from generator.pdf.directives import plain_text
from generator.pdf.document import PdfDocument, PdfProblem, RefusedError
from generator.pdf.escape import call
from generator.pdf.inline import inline
from generator.pdf.scope import Scope, heading_ids, link_targets

_LEAD = frozenset({"paragraph", "bullet_list"})
_LEAD_BLOCKS = 2


@dataclass(frozen=True)
class Body:
    """The Typst markup of a document, or the faults that keep it from being one."""

    markup: str
    problems: tuple[PdfProblem, ...] = ()


def typst_body(document: PdfDocument) -> Body:
    """Return the markup; a title that stands for the whole document lifts all headings by one level."""
    root = parse_tree(document.markdown, html=True)
    title, nodes = _title(root.children)
    headings = heading_ids(root)
    scope = Scope(
        charts=document.charts,
        targets=link_targets(document.markdown, headings),
        headings=headings,
        shift=0 if title is None else 1,
        compact=document.compact,
    )
    parts = [*_opening(title, scope, cover=document.cover), *_parts(nodes, scope)]
    problems = [part for part in parts if isinstance(part, PdfProblem)]
    markup = "\n".join(part for part in parts if isinstance(part, str))
    return Body(markup, (*problems, *_skipped_levels(nodes, scope)))


def _title(nodes: Sequence[SyntaxTreeNode]) -> tuple[SyntaxTreeNode | None, Sequence[SyntaxTreeNode]]:
    tops = [node for node in nodes if node.type == "heading" and node.tag == "h1"]
    if len(tops) == 1 and nodes[0] is tops[0]:
        return nodes[0], nodes[1:]
    return None, nodes


def _opening(title: SyntaxTreeNode | None, scope: Scope, *, cover: bool) -> Iterator[str | PdfProblem]:
    if title is not None and not cover:
        yield from _attempt(lambda: call("document-title", body=inline(title.children[0].children, scope)))


def _parts(nodes: Sequence[SyntaxTreeNode], scope: Scope) -> Iterator[str | PdfProblem]:
    leads = dict(_leads(nodes, scope))
    moved = {index for chart, start in leads.items() for index in range(start, chart)}
    for index, node in enumerate(nodes):
        if index in leads:
            yield from _attempt(partial(_wide_chart, nodes[leads[index] : index], node, scope))
        elif index not in moved:
            yield from _attempt(partial(block, node, scope))


def _leads(nodes: Sequence[SyntaxTreeNode], scope: Scope) -> Iterator[tuple[int, int]]:
    """Yield each wide chart with the start of what must share its page: its heading and a few words."""
    for index, node in enumerate(nodes):
        if _is_wide(node, scope):
            yield index, _lead_start(nodes, index)


def _is_wide(node: SyntaxTreeNode, scope: Scope) -> bool:
    try:
        found = chart_in(node, scope)
    except RefusedError:
        return False
    return found is not None and found[1].wide


def _lead_start(nodes: Sequence[SyntaxTreeNode], chart: int) -> int:
    start = chart
    while start > 0 and chart - start < _LEAD_BLOCKS and nodes[start - 1].type in _LEAD:
        start -= 1
    if start == 0 or nodes[start - 1].type != "heading":
        return chart
    while start > 0 and nodes[start - 1].type == "heading":
        start -= 1
    return start


def _wide_chart(lead: Sequence[SyntaxTreeNode], node: SyntaxTreeNode, scope: Scope) -> str:
    found = chart_in(node, scope)
    return call("wide-chart", f"[{blocks(lead, scope)}]", *chart_arguments(*found, scope)) if found else ""


def _attempt(write: Callable[[], str]) -> Iterator[str | PdfProblem]:
    try:
        yield write()
    except RefusedError as error:
        yield error.problem


def _skipped_levels(nodes: Sequence[SyntaxTreeNode], scope: Scope) -> Iterator[PdfProblem]:
    previous = 0
    for node in nodes:
        if node.type != "heading":
            continue
        level = int(node.tag[1:]) - scope.shift
        if level > previous + 1:
            message = f'heading "{plain_text(node)}" skips a level ({node.tag})'
            yield PdfProblem(
                message, f"use {'#' * (previous + 1 + scope.shift)}", scope.place(node), plain_text(node)
            )
        previous = level
