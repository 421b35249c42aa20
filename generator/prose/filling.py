"""Fills the live facts of every text in; what cannot be told is a problem at its place in the text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.errors import BadValueError
from generator.findings import Edit, Pointer, Problem, Span
from generator.formatting import only_near
from generator.model.plan import Plan
from generator.model.walk import prose, rewrite
from generator.prose.facts import HELP, Facts, UnknownNameError, filled, tell
from generator.templates.facts import FactCall, FactSyntaxError, parse_facts


@dataclass(frozen=True)
class Prose:
    """Every prose text as it reads, by its place, and what could not be filled in."""

    texts: Mapping[Pointer, str]
    problems: tuple[Problem, ...]

    def filled(self, plan: Plan) -> Plan:
        """The plan as a reader meets it: live facts filled in."""
        return rewrite(plan, self.texts.get)


def resolve(facts: Facts) -> Prose:
    """Fill in every prose text; one that cannot be filled in stays as it is written, and is a problem."""
    texts: dict[Pointer, str] = {}
    problems: list[Problem] = []
    for pointer, text in prose(facts.plan):
        texts[pointer] = text
        if "{" not in text:
            continue
        try:
            parts = parse_facts(text)
        except FactSyntaxError as error:
            problems.append(Problem(pointer, f"not a live fact: {error}", HELP, span=error.span))
            continue
        try:
            texts[pointer] = filled(parts, facts)
        except (BadValueError, FactSyntaxError):
            problems += _faults(pointer, text, facts)
    return Prose(texts, tuple(problems))


def _faults(pointer: Pointer, text: str, facts: Facts) -> Iterator[Problem]:
    """Every fact of a text that cannot be told, not the first alone."""
    for call in (part for part in parse_facts(text) if isinstance(part, FactCall)):
        try:
            tell(facts, call.name, *call.arguments)
        except UnknownNameError as error:
            span = _span_of(error.name, call, text)
            near = only_near(error.name, error.known)
            fix = Edit(pointer, near, span) if near else None
            yield Problem(pointer, error.message, error.help, span=span, fix=fix)
        except FactSyntaxError as error:
            yield Problem(pointer, f"not a live fact: {error}", HELP, span=call.span)
        except BadValueError as error:
            yield Problem(pointer, error.message, error.help, span=call.span)


def _span_of(name: str, call: FactCall, text: str) -> Span:
    """Where a fact names what there is not: one of the texts that it is given, or the name of the fact itself."""
    spans = (*call.argument_spans, call.name_span)
    return next((span for span in spans if text[span.begin : span.end] == name), call.span)
