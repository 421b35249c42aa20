"""Live facts in prose: what a text asks for, and where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.findings import Span

_TEXT = r"""(?:'[^'\\\r\n]*'|"[^"\\\r\n]*")"""
_TEXTS = rf"(?:{_TEXT}\s*,\s*)*{_TEXT}"
_ARGUMENT = rf"(?:{_TEXT}|\[\s*{_TEXTS}\s*\])"
_PLAIN = re.compile(
    rf"\{{\{{\s*(?P<name>[a-z_]+)\(\s*(?P<arguments>(?:{_ARGUMENT}\s*,\s*)*{_ARGUMENT})?\s*\)\s*\}}\}}"
)
"""A fact as nearly all are written."""
_ARGUMENTS, _QUOTED = re.compile(_ARGUMENT), re.compile(_TEXT)
_OF_THE_GRAMMAR = frozenset({"not", "true", "false", "none"})
"""Words of Jinja's own, which no call can begin with."""


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
    """Split prose into literal text and live facts; anything else between braces is refused.

    Facts in their plain form are read off; what is written otherwise is left to Jinja's grammar, slow to import.
    """
    parts = list(_plain_parts(text))
    if "\r" not in text and not text.endswith("\n") and not any(map(_is_otherwise, parts)):
        return [part for part in parts if part]
    from generator.templates import grammar  # noqa: PLC0415 - as above

    return grammar.parse_facts(text)


def calls_in(text: str | None, *names: str) -> list[FactCall]:
    """Return the live facts of a text, only those of some names where any are given; none where it cannot be read."""
    try:
        parts = parse_facts(text) if text and "{{" in text else []
    except FactSyntaxError:
        return []
    return [part for part in parts if isinstance(part, FactCall) and (not names or part.name in names)]


def _plain_parts(text: str) -> Iterator[str | FactCall]:
    end = 0
    for found in _PLAIN.finditer(text):
        yield text[end : found.start()]
        end = found.end()
        arguments = tuple(_argument(each.group()) for each in _ARGUMENTS.finditer(text, *found.span("arguments")))
        quoted = _QUOTED.finditer(text, *found.span("arguments"))
        spans = tuple(Span(each.start() + 1, each.end() - 1) for each in quoted)
        yield FactCall(found["name"], arguments, Span(*found.span()), Span(*found.span("name")), spans)
    yield text[end:]


def _argument(written: str) -> str | tuple[str, ...]:
    texts = tuple(text[1:-1] for text in _QUOTED.findall(written))
    return texts if written.startswith("[") else texts[0]


def _is_otherwise(part: str | FactCall) -> bool:
    """Tell whether Jinja may read a part in another way."""
    if isinstance(part, FactCall):
        return part.name in _OF_THE_GRAMMAR
    return "{{" in part or "{%" in part or part.endswith("{")
