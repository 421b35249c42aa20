"""Labels below the heading of a part or a risk that tell of it, and are no thing of their own."""

import re

_OF_PARTS = re.compile(
    r"\W*(?:(?:key|main|expected|success|acceptance|exit|entry|estimated|total|current|target|primary|secondary) )?"
    r"(?:goals?|objectives?|aims?|purpose|outcomes?|deliverables?|outputs?|results?|owners?|leads?|responsible|status"
    r"|priority|risks?|mitigations?|dependenc(?:y|ies)|depends on|prerequisites?|requires|requirements?|needs"
    r"|criteri(?:a|on)|done when|duration|effort|estimates?|budget|costs?|start|end|dates?|time ?lines?|when"
    r"|where|why|who|notes?|teams?|location|tools?|metrics?|kpis?|blockers?|blocked by|impact|severity|rationale"
    r"|reason|benefits?|files?|issue|problem|example|context|scope|focus|load)\W*",
    re.IGNORECASE,
)


def tells_beside(label: str) -> bool:
    """Tell `Goal` and `Blocked by`, which speak of what stands around them, from work."""
    return bool(_OF_PARTS.fullmatch(label))
