"""Whether two limits are steps of one ladder: what is passed first calls for less."""

import re

from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.words import level

_CONSEQUENCE = re.compile(r"\d[^:;.→]{0,30}(?::|→|->|=>)\s*[A-Za-z]")


def are_steps(one: Quote, other: Quote) -> bool:
    """`Gusts above 50 km/h: no lifting` beside `Gusts above 70 km/h: site closed`, or both in one passage."""
    return one.text == other.text or all(_CONSEQUENCE.search(level(each.text)) for each in (one, other))
