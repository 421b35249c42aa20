"""The whole takes another time than its parts.

The total is what was promised outside; the parts are what is worked by.

Fails:

```markdown
## Phase 1: Basics (Weeks 1-2)

## Phase 2: Shop (Weeks 3-6)

**Total duration**: 5 weeks
```

Passes:

```markdown
## Phase 1: Basics (Weeks 1-2)

## Phase 2: Shop (Weeks 3-6)

**Total duration**: 6 weeks
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.stays import Stay
from generator.audit.understanding.units import OUTER, units_only
from generator.audit.understanding.windows import WEEK
from generator.audit.understanding.words import count_word, level
from generator.findings import Severity
from generator.formatting import counted

SEVERITY = Severity.ERROR

_CLAIM = re.compile(
    r"\b(?:(?:total|overall|whole|entire|complete)\s+(?:project\s+|programme\s+|plan\s+)?(?:duration|length"
    r"|time ?line|run ?time|schedule|time)|"
    r"(?:project|plan|programme|program)\s+(?:duration|length))\b\W{0,6}(?:is|of|takes|:)?\W{0,4}(?P<n>\d{1,3}"
    r"|[a-z]{3,6})[ -](?P<unit>weeks?|months?)"
    r"|(?P<m>\b\d{1,3}|\b[a-z]{3,6})[ -](?P<unit2>weeks?)\s+(?:plan|project|programme|program|time ?line"
    r"|schedule|road ?map)\b",
    re.IGNORECASE,
)
_WEEKS = re.compile(r"(?P<n>\d{1,3}|[a-z]{3,6}) weeks?", re.IGNORECASE)
_LABEL = re.compile(
    r"\W*(?:(?:(?:project|programme|plan) )?(?:duration|length)|overall|altogether|in all|(?:total|overall|whole) "
    r"(?:time|length|duration)|length of the whole)\W+(?P<n>\d{1,3}|[a-z]{3,6}) weeks?\W*"
    r"(?:\d{1,3} (?:[a-z]+ )?days\W*)?",
    re.IGNORECASE,
)
_DAYS = re.compile(
    r"\(?\s*[=,(]?\s*(?:or\s)?(?P<days>\d{1,4})\s+(?P<kind>business|working|work|calendar)?\s*days", re.IGNORECASE
)
_SHORT_WEEK = re.compile(
    r"\b(?:four|six|seven|[3467])[- ]day (?:week|working)|weekend|24/7|holiday|monday to (?:thursday|saturday)",
    re.IGNORECASE,
)
_WORKDAYS = 5
_PARTS = 2
"""One part alone is no whole."""


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each total that the phases, the timeline or its own second figure contradict."""
    longest = _reach(facts)
    odd = any(_SHORT_WEEK.search(phrase.plain) for phrase in facts.reading.phrases)
    for phrase in facts.reading.phrases:
        for found in _CLAIM.finditer(level(phrase.plain)):
            weeks = count_word(found["n"] or found["m"] or "")
            if weeks and (found["unit"] or found["unit2"]).lower().startswith("week"):
                yield from _against_parts(phrase, found, weeks, longest)
                if not odd:
                    yield from _against_days(phrase, found, weeks, full=_ends_with_its_week(facts, weeks))
    for phrase, found in _labelled(facts):
        weeks = count_word(found["n"])
        if weeks:
            yield from _against_parts(phrase, found, weeks, longest)


def _labelled(facts: Facts) -> Iterator[tuple[Phrase, "re.Match[str]"]]:
    """`Duration: 14 weeks` among other facts of the whole, in a list or in a table of two columns."""
    for phrase in facts.reading.phrases:
        below = any(units_only(heading.text.plain, labels=phrase.style.labels) for heading in phrase.under)
        found = _LABEL.fullmatch(level(phrase.plain)) if phrase.is_spoken and not below else None
        if found:
            yield phrase, found
    for _, rows in facts.reading.tables:
        for row in rows:
            pair = len(row.cells) == _PARTS and re.fullmatch(r"(?:project )?duration", row.cells[0].plain.lower())
            found = _WEEKS.fullmatch(level(row.cells[1].plain).strip()) if pair else None
            if found:
                yield row.cells[1], found


def _ends_with_its_week(facts: Facts, weeks: int) -> bool:
    """Tell whether the last week is worked to its end, as far as days are told at all."""
    stays = [stay for stay in facts.stays if stay.window.scale == "week" and stay.window.grain < WEEK]
    last = max((stay.window.last or 0 for stay in stays), default=weeks * WEEK)
    return -(-last // WEEK) == weeks and (last - 1) % WEEK + 1 >= _WORKDAYS


def _reach(facts: Facts) -> tuple[int, int, Stay] | None:
    """Find first and last week of all phases, or of all parts where there are no phases."""
    stays = [
        stay
        for stay in facts.stays
        if stay.window.scale == "week" and stay.window.is_whole and stay.unit not in facts.titles
    ]
    phases = [stay for stay in stays if stay.unit.kind in OUTER] or stays
    if len({stay.unit for stay in phases}) < _PARTS:
        return None
    last = max(phases, key=lambda stay: stay.window.last or 0)
    first = min(stay.window.first or 0 for stay in phases)
    return -(-first // WEEK), -(-(last.window.last or 0) // WEEK), last


def _against_parts(
    phrase: Phrase, found: "re.Match[str]", weeks: int, longest: tuple[int, int, Stay] | None
) -> Iterator[Contradiction]:
    if longest is None:
        return
    first, last, stay = longest
    if weeks not in {last, last - first + 1}:
        message = f"the whole takes {weeks} weeks, its parts go from week {first} to {last}"
        yield Contradiction(message, phrase.mark(found.start(), found.end()), (stay.quote,))


def _against_days(phrase: Phrase, found: "re.Match[str]", weeks: int, *, full: bool) -> Iterator[Contradiction]:
    days = _DAYS.match(level(phrase.plain), found.end())
    if days is None:
        return
    kind, told = (days["kind"] or "").lower(), int(days["days"])
    most = weeks * (_WORKDAYS if kind and kind != "calendar" else WEEK)
    least = most if full else max(weeks - 1, 0) * _WORKDAYS
    if not (least <= told <= most or (not kind and told == weeks * _WORKDAYS)):
        message = f"{counted(weeks, 'week')} {'is' if weeks == 1 else 'are'} {most} days, not {told}"
        yield Contradiction(message, phrase.mark(days.start("days"), days.end()))
