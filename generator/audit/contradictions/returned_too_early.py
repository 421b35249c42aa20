"""Something goes back, or is due, before the last day on which it is needed.

It was booked for the old plan; on the last day it is missing.

Fails:

```markdown
- Crane: hired from 6 September 2027, goes back on 10 September 2027
- 6 September 2027: steel up with the crane
- 14 September 2027: roof up with the crane
```

Passes:

```markdown
- Crane: hired from 6 September 2027, goes back on 15 September 2027
- 6 September 2027: steel up with the crane
- 14 September 2027: roof up with the crane
```
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.points import points_in
from generator.audit.understanding.windows import Found
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_BACK = re.compile(
    r"\b(?:goes|go|is|are|be|taken|handed|given|due|sent) back\b|\b(?:is |are )?returned\b|\breturns?\b"
    r"|\bis collected\b",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\W*(?:the |our |one )?(?P<thing>[a-z][a-z-]{2,}(?: [a-z][a-z-]+)?)(?::| goes| is| are| must| comes)",
    re.IGNORECASE,
)
_NO_THING = frozenset({"it", "this", "that", "day", "all", "everybody", "there", "which", "they", "work", "phase"})
_AFTER = re.compile(r"\bafter (?!that|which|this|it\b)[^.;]{3,60}$", re.IGNORECASE)
_LONG = 40


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each return before a later use, and each date said to come after a stretch that ends later."""
    for phrase in facts.reading.phrases:
        if phrase.is_spoken and phrase.windows:
            yield from _before_its_end(phrase)
            yield from _returned(facts, phrase)


def _before_its_end(phrase: Phrase) -> Iterator[Contradiction]:
    """`Due on 2 July, after the four weeks (12 June to 9 July)`."""
    plain = level(phrase.plain)
    dated = [each for each in phrase.windows if each.window.scale == "date"]
    for due, other in pairwise(dated):
        single, last = due.window.first == due.window.last, other.window.last
        follows = single and last and other.window.first != last and _AFTER.search(plain, due.end, other.start)
        if follows and due.window.first is not None and due.window.first < (last or 0):
            there = phrase.quote(other.start, other.end)
            yield Contradiction("said to come after what ends later", phrase.mark(due.start, due.end), (there,))


def _returned(facts: Facts, phrase: Phrase) -> Iterator[Contradiction]:
    plain = level(phrase.plain)
    named, back = _THING.match(plain), list(_BACK.finditer(plain))
    thing = named["thing"].lower() if named else ""
    if not thing or thing.split()[0] in _NO_THING or len(back) != 1:
        return
    days = [each for each in points_in(phrase.plain, phrase.style.dates) if each.window.scale == "date"]
    until = next((each for each in days if 0 <= each.start - back[0].end() <= _LONG), None)
    uses = list(_uses(facts, phrase, thing)) if until else []
    late = [(day, quote) for day, quote in uses if until and day > (until.window.first or 0)]
    if until and late:
        last = max(late, key=lambda each: each[0])
        message = f'"{thing}" goes back before it is used for the last time'
        yield Contradiction(
            message, phrase.mark(until.start, until.end), (last[1],), "keep it longer, or use it earlier"
        )


def _uses(facts: Facts, phrase: Phrase, thing: str) -> Iterator[tuple[int, Quote]]:
    """Dated entries that name it, and the numbered days that its own entry names."""
    numbers = {number for each in phrase.windows if each.window.scale == "day" for number in _numbers(phrase, each)}
    for other in facts.reading.phrases:
        if other is phrase or other.form not in {"item", "heading", "paragraph"}:
            continue
        dated = [each for each in other.windows if each.window.scale == "date"]
        day = dated[0].window.first if len(dated) == 1 else None
        named = re.search(rf"\b{re.escape(thing)}\b", level(other.plain), re.IGNORECASE) and not _BACK.search(
            other.plain
        )
        counted = [each for each in other.windows if each.window.scale == "day" and each.window.first in numbers]
        if day is not None and ((named and other.form == "item") or (counted and other.form == "heading")):
            yield day, other.mark(dated[0].start, dated[0].end)


def _numbers(phrase: Phrase, found: Found) -> list[int]:
    """All of `Days 5, 6 and 12`."""
    more = re.match(r"(?:\s*(?:,|and|&)\s*\d{1,3}\b(?![:./]\d))*", level(phrase.plain)[found.end :])
    told = f"{phrase.plain[found.start : found.end]}{more.group() if more else ''}"
    return [int(each) for each in re.findall(r"\d+", told)]
