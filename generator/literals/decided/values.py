"""A figure that a decision asks of another target or alert than the one of which it speaks."""

import re
from collections.abc import Iterator

from generator.findings import Span
from generator.literals.claims import Claim
from generator.model.plan import Decision
from generator.patterns import Pattern
from generator.prose import Facts
from generator.templates.facts import calls_in

_OF_KIND = Pattern(r"\b(?:[Tt]he|[Aa])\s+(?P<kind>alert|target)(?:\s*\(|\s+of)\s*$")


def values(facts: Facts) -> Iterator[Claim]:
    """Yield each "the alert (…)" and "a target of …" that is none of the one that the decision names."""
    for decision in facts.plan.decisions.values():
        for call in calls_in(decision.does, "value"):
            found = _OF_KIND.search(decision.does[: call.span.begin])
            asked = facts.index.find(str(call.arguments[0]), (found["kind"],)) if found else None
            named = _named(decision, found["kind"], facts) if found else set()
            if found and asked and len(named) == 1 and asked[1].id not in named:
                true = min(named)
                said = decision.does[call.span.begin : call.span.end]
                item = facts.index.by_kind[found["kind"]][true]
                fact = f'the {found["kind"]} "{true}" is {getattr(item, "threshold", None)}'
                pointer = (*decision.pointer, "does")
                yield Claim("figure", pointer, Span(call.span.begin, call.span.end), said, fact, agrees=False)


def _named(decision: Decision, kind: str, facts: Facts) -> set[str]:
    """What the earlier text and the title name, and what this text asks a name of."""
    told = f"{decision.title} {decision.said}"
    asked = {str(each) for call in calls_in(decision.does, "name", "short", "label") for each in call.arguments}
    return {
        name
        for name, item in facts.index.by_kind[kind].items()
        if name in asked or re.search(rf"(?<!\w){re.escape(getattr(item, 'name', name))}(?!\w)", told)
    }
