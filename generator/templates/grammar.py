"""Jinja's grammar, by which live facts are read in whatever form they are written."""

import re
from collections.abc import Iterator
from dataclasses import replace

import jinja2
from jinja2 import nodes

from generator.findings import Span
from generator.templates.facts import FactCall, FactSyntaxError

_NEVER = "\ue00e", "\ue00f"
"""Reserved characters, which no plan holds: prose would lose what Jinja takes for a comment (`{#42}`)."""
_GRAMMAR = jinja2.Environment(
    autoescape=False,  # noqa: S701 - parses plan text, renders nothing
    comment_start_string=_NEVER[0],
    comment_end_string=_NEVER[1],
)


_BRACES = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{\{|\{%", re.DOTALL)
_QUOTES = {"name": 0, "integer": 0, "string": 1}
"""What a fact consists of, and how long its quotes are."""


def parse_facts(text: str) -> list[str | FactCall]:
    """Split prose into literal text and live facts; anything else between braces is refused."""
    try:
        parts = _parts(text)
    except FactSyntaxError as error:
        error.span = _fault(text)
        raise
    return list(_located(text, parts))


def _parts(text: str) -> list[str | FactCall]:
    try:
        tree = _GRAMMAR.parse(text)
    except (jinja2.TemplateSyntaxError, RecursionError) as error:
        raise FactSyntaxError(getattr(error, "message", None) or "nested too deeply") from None
    return [_part(node) for output in tree.body for node in _outputs(output)]


def _fault(text: str) -> Span | None:
    """The first pair of braces that is at fault by itself; what opens one that is not closed."""
    for found in _BRACES.finditer(text):
        try:
            _parts(found.group())
        except FactSyntaxError:
            return Span(*found.span())
    return None


def _located(text: str, parts: list[str | FactCall]) -> Iterator[str | FactCall]:
    """Add to each live fact where it stands: the parser counts lines only, the lexer loses nothing but blanks."""
    calls = _calls(text)
    for part in parts:
        if isinstance(part, str):
            yield part
            continue
        whole, name, *arguments = next(calls)
        yield replace(part, span=whole, name_span=name, argument_spans=tuple(arguments))


def _calls(text: str) -> Iterator[list[Span]]:
    """Yield for each pair of braces where it stands, and where the name and the texts in it do."""
    position, begin, inner = 0, 0, list[Span]()
    for _, kind, token in _GRAMMAR.lex(text):
        at = max(text.find(token, position), position)
        position = at + len(token)
        if kind == "variable_begin":
            begin, inner = at, []
        elif kind in _QUOTES:
            inner.append(Span(at + _QUOTES[kind], position - _QUOTES[kind]))
        elif kind == "variable_end":
            yield [Span(begin, at + len(token.rstrip())), *inner]


def _outputs(node: nodes.Node) -> list[nodes.Expr]:
    if isinstance(node, nodes.Output):
        return node.nodes
    raise FactSyntaxError("statements between {% and %} are not allowed")


def _part(node: nodes.Expr) -> str | FactCall:
    if isinstance(node, nodes.TemplateData):
        return node.data
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and not node.kwargs:
        return FactCall(node.node.name, tuple(_argument(each) for each in node.args))
    raise FactSyntaxError("only facts such as finish('db-setup') can stand between {{ and }}")


def _argument(node: nodes.Expr) -> str | tuple[str, ...]:
    if isinstance(node, nodes.Const) and isinstance(node.value, str | int):
        return str(node.value)
    if isinstance(node, nodes.List):
        return tuple(str(_argument(each)) for each in node.items)
    raise FactSyntaxError("a fact takes plain texts: finish('db-setup')")
