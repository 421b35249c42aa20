"""Neutral Markdown to the body of a Typst document."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from generator.commonmark import SyntaxTreeNode, parse_tree
from generator.pdf.blocks import block, blocks, chart_arguments, chart_in
from generator.pdf.directives import plain_text, with_anchors_inside
from generator.pdf.document import PdfDocument, PdfProblem, RefusedError
from generator.pdf.escape import call, literal
from generator.pdf.inline import inline
from generator.pdf.scope import Scope, heading_ids, link_targets
from generator.pdf.tables import table_width


@dataclass(frozen=True)
class Body:
    """The Typst markup of a document, or the faults that keep it from being one."""

    markup: str
    problems: tuple[PdfProblem, ...] = ()


def typst_body(document: PdfDocument) -> Body:
    """Return the markup; a title that stands for the whole document lifts all headings by one level."""
    root = parse_tree(with_anchors_inside(document.markdown), html=True)
    title, nodes = _title(root.children)
    headings = heading_ids(root)
    scope = Scope(
        charts=document.charts,
        targets=link_targets(document.markdown, headings),
        headings=headings,
        shift=0 if title is None else 1,
        width=table_width(document),
    )
    opening = _summary_length(nodes) if document.summary else 0
    parts = [
        *_opening(title, scope, cover=document.cover),
        *(_attempt(partial(_summary, nodes[:opening], scope)) if opening else ()),
        *_parts(nodes[opening:], scope),
    ]
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


def _summary_length(nodes: Sequence[SyntaxTreeNode]) -> int:
    """Count the blocks before the first section."""
    return next((index for index, node in enumerate(nodes) if node.type == "heading"), len(nodes))


def _summary(nodes: Sequence[SyntaxTreeNode], scope: Scope) -> str:
    return call("summary", body=blocks(nodes, replace(scope, summary=True)))


def _parts(nodes: Sequence[SyntaxTreeNode], scope: Scope) -> Iterator[str | PdfProblem]:
    """Yield part after part: what lies between two headings of the first level."""
    starts = [index for index, node in enumerate(nodes) if _begins_part(node, scope)]
    for begin, end in pairwise(dict.fromkeys((0, *starts, len(nodes)))):
        yield from _part(nodes[begin:end], scope)


def _begins_part(node: SyntaxTreeNode, scope: Scope) -> bool:
    return node.type == "heading" and int(node.tag[1:]) - scope.shift == 1


def _part(nodes: Sequence[SyntaxTreeNode], scope: Scope) -> Iterator[str | PdfProblem]:
    """Yield block after block; wide charts are plates at the end, and one there already takes its heading along."""
    led = _ends_in_chart(nodes, scope)
    plates: list[Callable[[], str]] = []
    for node in nodes[:-2] if led else nodes:
        if _is_wide(node, scope):
            name = f"name: {literal(f'plate-{node.map[0] if node.map else 0}')}"
            plates.append(partial(_wide, "plate", node, scope, name))
            yield from _attempt(partial(_wide, "wide-chart", node, scope, name))
        else:
            yield from _attempt(partial(block, node, scope))
    if led:
        plates.append(partial(_led, nodes[-2], nodes[-1], scope))
    for plate in plates:
        yield from _attempt(plate)


def _ends_in_chart(nodes: Sequence[SyntaxTreeNode], scope: Scope) -> bool:
    """Say whether a part ends in a heading and the wide chart below it."""
    if len(nodes) < 2 or _begins_part(nodes[-2], scope):  # noqa: PLR2004 - a heading and a chart
        return False
    return nodes[-2].type == "heading" and _is_wide(nodes[-1], scope)


def _led(heading: SyntaxTreeNode, node: SyntaxTreeNode, scope: Scope) -> str:
    return _wide("plate", node, scope, f"lead: [{block(heading, scope)}]")


def _is_wide(node: SyntaxTreeNode, scope: Scope) -> bool:
    try:
        found = chart_in(node, scope)
    except RefusedError:
        return False
    return found is not None and found[1].wide


def _wide(function: str, node: SyntaxTreeNode, scope: Scope, name: str) -> str:
    found = chart_in(node, scope)
    return call(function, *chart_arguments(*found, scope), name) if found else ""


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
