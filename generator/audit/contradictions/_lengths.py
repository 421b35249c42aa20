"""Whether a stretch of time is as long as is told."""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.windows import WEEK, Window
from generator.audit.understanding.words import count_word

LENGTH = re.compile(
    r"(?P<n>\d{1,3}(?:[.,]\d)?|[a-z]{3,9}(?:-[a-z]{3,5})?)[ -]?(?P<kind>business |working |work "
    r"|calendar )?(?P<unit>weeks?"
    r"|wks?|days?|d|w)",
    re.IGNORECASE,
)
"""A length in days or weeks: `3 weeks`, `ten working days`."""
WORKDAYS = 5


def against(
    window: Window, length: "re.Match[str]", quote: Quote, *there: Quote, both: bool = False
) -> Iterator[Contradiction]:
    """Tell a length that a window does not have, in any way to count; `both` ends are counted where that is told."""
    count = count_word(length["n"])
    if not count or window.scale not in {"week", "date"} or (window.last or 0) < (window.first or 0):
        return
    weeks = length["unit"].lower().startswith("w")
    days = (window.last or 0) - (window.first or 0) + 1
    possible = _weeks(days, window) if weeks else _days(days, window)
    if not weeks and window.scale == "date" and (length["kind"] or "").strip().lower() == "calendar":
        possible = {days} if both else {days, days - 1}
    if count not in possible:
        unit = "weeks" if weeks else "days"
        message = f'"{window}" is not {count} {unit} long'
        yield Contradiction(message, quote, there, help="change the duration or the window")


def _weeks(days: int, window: Window) -> set[int]:
    if window.grain == WEEK:
        return {days // WEEK}
    whole = window.scale == "date" and not ((window.first or 0) - 1) % WEEK and days % WEEK >= WORKDAYS
    return {-(-days // WEEK)} if whole else {days // WEEK, -(-days // WEEK), round(days / WEEK), (days + 2) // WEEK}


def _days(days: int, window: Window) -> range | set[int]:
    """A stretch of dates may be told in working or calendar days, its last day counted or not, holidays left out."""
    if window.grain == WEEK:
        return {days, days // WEEK * WORKDAYS, days // WEEK * (WORKDAYS + 1)}
    return range(max(1, days // WEEK * WORKDAYS - 2), days + 1)
