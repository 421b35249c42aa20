"""What an earlier text said and a decision lets stand: it holds as the plan's own words do."""

import re
from collections.abc import Iterator

from generator.findings import Pointer
from generator.model.plan import Plan

_STANDS = re.compile(
    r"\b(?:both(?:\s+(?:of\s+them|figures|numbers|values|wordings|texts))?|shares|figures|numbers|values|text|wording|it\s+all)"
    r"\s+(?:still\s+)?stands?\b(?!\s+(?:in|on|at|above|below|beside|for)\b)",
    re.IGNORECASE,
)


def standing(plan: Plan) -> Iterator[tuple[Pointer, str]]:
    """Yield each earlier text of which its decision says that it stands."""
    for decision in plan.decisions.values():
        if _STANDS.search(decision.does):
            yield (*decision.pointer, "said"), decision.said
