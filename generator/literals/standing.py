"""What an earlier text said and a decision lets stand: it holds as the plan's own words do."""

import re
from collections.abc import Iterator

from generator.findings import Pointer
from generator.model.plan import Plan
from generator.patterns import Pattern, any_of

_STANDS = re.compile(
    r"\b(?:both(?:\s+(?:of\s+them|figures|numbers|values|wordings|texts))?|shares|figures|numbers|values|text|wording|it\s+all)"
    r"\s+(?:still\s+)?stands?\b(?!\s+(?:in|on|at|above|below|beside|for)\b)"
    r"|\b(?:all|both|all\s+[a-z]{3,14})\s+keep\s+(?:the|their|its|this)\s+(?:times?|days?|weeks?|order|figures?|numbers?)\b",
    re.IGNORECASE,
)
_SAME = Pattern(
    r"\bboth\s+(?:wordings|texts|figures|numbers|values|names)\s+mean\s+the\s+same\b",
    words=(any_of("same"),),
    flags=re.IGNORECASE,
)


def standing(plan: Plan) -> Iterator[tuple[Pointer, str]]:
    """Yield each earlier text of which its decision says that it stands."""
    for decision in plan.decisions.values():
        if _STANDS.search(decision.does) or _SAME.search(f"{decision.does} {decision.why}"):
            yield (*decision.pointer, "said"), decision.said
