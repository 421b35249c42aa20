"""Which side of a figure a limit is on, where the words behind the figure tell it: `5 °C or below`, `12 at most`."""

import re

_UP = (
    r"below|under|less|lower|quicker|faster|shorter|fewer|earlier|sooner|colder|cooler|lighter|smaller|thinner"
    r"|younger|down(?:wards?)?"
)
_DOWN = r"above|over|more|higher|longer|warmer|hotter|heavier|larger|bigger|greater|thicker|older|up(?:wards?)?"
_SPOKEN = re.compile(
    rf"[\s,(]{{0,2}}(?:(?:or|and)\s(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?!\s(?:than\s)?\d)"
    r"|(?P<most>max(?:imum)?\b|at (?:the )?(?:very )?most\b|at the latest\b|tops\b|and no more\b)"
    r"|(?P<least>min(?:imum)?\b(?!\s\d)|at (?:the )?(?:very )?least\b|and no less\b))",
    re.IGNORECASE,
)


def side_after(plain: str, end: int) -> str:
    """Return `up` for a limit from above, `down` for one from below, nothing where the words tell none."""
    found = _SPOKEN.match(plain, end)
    if not found:
        return ""
    return "up" if found["up"] or found["most"] else "down"
