"""Jinja: the environment that documents are rendered in, and the grammar of live facts in prose.

The only importer of jinja2. Prose is parsed, never run: a fact is a call of a known name with plain texts.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import jinja2
from jinja2 import nodes

from generator.errors import PlanpressError
from generator.findings import Span

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


class TemplateError(PlanpressError):
    """A template that cannot be read or filled in."""


@dataclass(frozen=True)
class FactCall:
    """A live fact that a text asks for: `finish('db-setup')`; where it stands, its name and each text it is given."""

    name: str
    arguments: tuple[str | tuple[str, ...], ...]
    span: Span = field(default=Span(0, 0), compare=False)
    name_span: Span = field(default=Span(0, 0), compare=False)
    argument_spans: tuple[Span, ...] = field(default=(), compare=False)


class FactSyntaxError(ValueError):
    """Text whose braces do not hold a live fact; `span` is the stretch at fault, where that can be told."""

    span: Span | None = None


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


@dataclass(frozen=True)
class TemplateText:
    """A template as read: the path that messages name it by, and its text."""

    path: str
    text: str


@dataclass(frozen=True)
class Renderer:
    """Fills templates in."""

    environment: jinja2.Environment

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """Fill in one template; an error names the template and its line."""
        try:
            return self.environment.get_template(name).render(values)
        except jinja2.TemplateSyntaxError as error:
            raise TemplateError(f"{error.filename}:{error.lineno}: {error.message}") from None
        except jinja2.TemplateNotFound as error:
            raise TemplateError(
                f'template "{error.name}" not found', help="it belongs into site_templates/"
            ) from None
        except PlanpressError as error:
            raise TemplateError(f"{_place(error, name)}: {error.message}", help=error.help) from None
        except Exception as error:
            # A project's own template can go wrong in any way; whichever it is, its line is what helps.
            told = getattr(error, "message", None) or f"{type(error).__name__}: {error}"
            raise TemplateError(f"{_place(error, name)}: {told}") from error


def renderer(
    texts: Mapping[str, TemplateText], filters: Mapping[str, Callable[..., Any]], facts: Mapping[str, Any]
) -> Renderer:
    """Set up the environment of a build: strict about names, with the filters and globals given."""
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: _loaded(texts.get(name))),
        undefined=jinja2.StrictUndefined,
        autoescape=_is_html,  # noqa: S701 - a function decides, which ruff cannot see
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(filters)
    environment.globals.update(facts)
    return Renderer(environment)


def _is_html(name: str | None) -> bool:
    """Only HTML is escaped: Markdown and SVG have filters of their own."""
    return bool(name and name.endswith(".html.j2"))


def _loaded(template: TemplateText | None) -> tuple[str, str, Callable[[], bool]] | None:
    return (template.text, template.path, lambda: True) if template else None


def _place(error: Exception, name: str) -> str:
    """The innermost line of a template in the traceback."""
    place, trace = name, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".j2"):
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
