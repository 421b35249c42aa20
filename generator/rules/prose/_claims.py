"""Claims of prose as problems: what contradicts the plan."""

from collections.abc import Iterator

from generator.findings import Problem
from generator.literals import Literals

_CALLS = {
    "date": "finish('…')",
    "duration": "duration('…')",
    "figure": "value('…')",
    "share": "share('…', '…')",
    "count": "count('…')",
    "order": "start('…')",
    "owner": "name('…')",
    "version": "version()",
    "member": "label('…')",
}


def contradictions(literals: Literals, kind: str) -> Iterator[Problem]:
    """Yield each claim of a kind that the plan contradicts."""
    for claim in literals.claims:
        if claim.kind == kind and not claim.agrees:
            help_text = f"correct the text, or ask for the fact: {{{{ {_CALLS[kind]} }}}}"
            said = " ".join(claim.said.split())
            yield Problem(claim.pointer, f"{claim.fact}, the text says {said}", help_text, span=claim.span)
