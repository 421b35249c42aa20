"""How long the whole takes, where its total and its phases agree."""

import re
from dataclasses import dataclass

from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.units import OUTER, TESTS
from generator.audit.understanding.windows import WEEK
from generator.audit.understanding.words import count_word, level

TOTAL = re.compile(
    r"\b(?:total|overall|whole|entire|complete)\s+(?:project\s|plan\s|programme\s)?(?:duration|length|time)\W{1,6}"
    r"(?P<weeks>\d{1,3}|[a-z]{3,9})\sweeks?\b(?:\W{1,3}(?P<days>\d{1,3})\s(?:business|working|work)\sdays)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Whole:
    """The weeks of the whole, its days of work where they are told, and who says so."""

    weeks: int
    days: int | None
    quote: Quote


def whole_of(facts: Facts) -> Whole | None:
    """Return the one total that is told in weeks, from the first on, if phases or other parts end with it."""
    told = [
        Whole(weeks, int(found["days"]) if found["days"] else None, phrase.mark(found.start(), found.end()))
        for phrase in facts.reading.phrases
        for found in TOTAL.finditer(level(phrase.plain))
        if (weeks := count_word(found["weeks"]))
    ]
    stays = [stay for stay in facts.stays if stay.window.scale == "week" and stay.window.is_whole]
    stays = [stay for stay in stays if stay.unit.kind not in TESTS and stay.unit not in facts.titles]
    phases = [stay for stay in stays if stay.unit.kind in OUTER] or stays
    ends = {-(-(stay.window.last or 0) // WEEK) for stay in phases}
    agrees = len({each.weeks for each in told}) == 1 and bool(ends) and max(ends) == told[0].weeks
    begins = min((stay.window.first or 0 for stay in phases), default=0)
    return told[0] if agrees and 0 < begins <= WEEK else None
