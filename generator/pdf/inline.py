"""Inline Markdown to Typst markup."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from generator.commonmark import SyntaxTreeNode
from generator.icons import icon_exists
from generator.pdf.directives import INLINE, MARKS
from generator.pdf.document import PdfProblem, RefusedError
from generator.pdf.escape import call, literal, words
from generator.pdf.icons import icon_path
from generator.pdf.scope import Scope

_TEXT = frozenset({"text", "softbreak"})
_OUTSIDE = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)


def inline(nodes: Sequence[SyntaxTreeNode], scope: Scope) -> str:
    """Return the markup of neighbouring inline nodes; a directive may span several of them."""
    groups = groupby(nodes, key=lambda node: node.type in _TEXT)
    return "".join(
        _directives(_joined(group), scope, scope.place(nodes[0]))
        if textual
        else "".join(_node(node, scope) for node in group)
        for textual, group in groups
    )


def _joined(nodes: Iterator[SyntaxTreeNode]) -> str:
    return "".join(node.content if node.type == "text" else " " for node in nodes)


def _directives(text: str, scope: Scope, line: int | None) -> str:
    parts: list[str] = []
    end = 0
    for match in INLINE.finditer(text):
        parts += [_plain(text[end : match.start()], scope, line), _directive(match, scope, line)]
        end = match.end()
    return "".join([*parts, _plain(text[end:], scope, line)])


def _plain(text: str, scope: Scope, line: int | None) -> str:
    if MARKS.search(text):
        raise RefusedError(PdfProblem("inline directive is cut short", None, line, MARKS.sub(" ", text).strip()))
    pieces = re.split(rf"(\S{{{scope.longest_word},}})", text)
    return "".join(
        call("long-word", literal(piece)) if index % 2 else words(piece) for index, piece in enumerate(pieces)
    )


def _directive(match: re.Match[str], scope: Scope, line: int | None) -> str:
    kind, argument, text = match.groups()
    if kind not in _DIRECTIVES:
        raise RefusedError(PdfProblem(f'unknown inline directive "{kind}"', None, line, text))
    return _DIRECTIVES[kind](argument, text, scope, line)


def _chip(tone: str, text: str, _scope: Scope, _line: int | None) -> str:
    return call("chip", literal(tone), body=words(text))


def _icon(name: str, text: str, _scope: Scope, line: int | None) -> str:
    if not icon_exists(name):
        raise RefusedError(
            PdfProblem(f'unknown icon "{name}"', "Material icons are named material/check", line, name)
        )
    return call("symbol", literal(f"/{icon_path(name)}"), literal(text or name.rpartition("/")[2]))


def _code(_argument: str, text: str, _scope: Scope, _line: int | None) -> str:
    return call("raw", literal(text))


def _anchor(name: str, _text: str, scope: Scope, _line: int | None) -> str:
    return call("anchor", literal(name)) if name in scope.targets else ""


def _ref(name: str, text: str, scope: Scope, line: int | None) -> str:
    shown = _plain(text, scope, line)
    return _inner_link(name, shown, scope) if name in scope.targets else shown


def _inner_link(name: str, shown: str, scope: Scope) -> str:
    options = ["brief: true"] if scope.brief else []
    if scope.told is not None:
        options += ["paged: false"] if name in scope.told else []
        scope.told.add(name)
    return call("inner-link", literal(name), *options, body=shown)


_DIRECTIVES: dict[str, Callable[[str, str, Scope, int | None], str]] = {
    "chip": _chip,
    "icon": _icon,
    "code": _code,
    "anchor": _anchor,
    "ref": _ref,
}


def _node(node: SyntaxTreeNode, scope: Scope) -> str:
    if node.type not in _NODES:
        raise RefusedError(refusal(node, scope))
    return _NODES[node.type](node, scope)


def refusal(node: SyntaxTreeNode, scope: Scope) -> PdfProblem:
    """Return the fault of a construct outside the dialect."""
    if node.type.startswith("html"):
        message, advice = f"raw HTML: {node.content.strip()}", "write &lt; for a less-than sign"
        return PdfProblem(message, advice, scope.place(node), node.content.strip())
    if node.type == "image":
        source = str(node.attrs["src"])
        advice = "show a chart, or link to the picture"
        return PdfProblem(f'a picture "{source}", which PDFs do not take', advice, scope.place(node), source)
    return PdfProblem(f'"{node.type}" is no part of the neutral Markdown', None, scope.place(node))


def _link(node: SyntaxTreeNode, scope: Scope) -> str:
    target, shown = str(node.attrs["href"]), inline(node.children, scope)
    if _OUTSIDE.match(target):
        return call("link", literal(target), body=shown)
    name = target.removeprefix("#")
    return _inner_link(name, shown, scope) if target != name and name in scope.targets else shown


_NODES: dict[str, Callable[[SyntaxTreeNode, Scope], str]] = {
    "strong": lambda node, scope: call("strong", body=inline(node.children, scope)),
    "em": lambda node, scope: call("emph", body=inline(node.children, scope)),
    "code_inline": lambda node, _scope: call("raw", literal(node.content)),
    "hardbreak": lambda _node, _scope: call("linebreak"),
    "link": _link,
}
