"""An entry tells a date and that it is before or after something, and that lies on the other side.

The date was right until the other thing was moved.

Fails:

```markdown
- Harvest: 2026-09-07 until 2026-10-09
- Feast: 2026-10-03, after the harvest
```

Passes:

```markdown
- Harvest: 2026-09-07 until 2026-10-02
- Feast: 2026-10-03, after the harvest
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.calendar import WEEKDAY
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.windows import Found, Window
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_SIDE = re.compile(
    r"\s?,?\s(?:\(|- )?(?:that is |i\.e\. |just |right |shortly |well |still |only )?(?P<side>after|before)\s"
    r"(?:the )?(?:(?P<edge>end|start|beginning) of )?(?:the )?(?P<what>[A-Za-z][\w' -]{2,40}?)(?=[.;,)]|$)",
    re.IGNORECASE,
)
_NAME = re.compile(
    rf"\W*(?P<name>[A-Za-z][\w' -]{{2,40}}?)\s?(?::|-|from|runs from|lasts from)\s(?:{WEEKDAY},?\s)?", re.IGNORECASE
)
_Stems = tuple[str, ...]


@dataclass(frozen=True)
class _Stretch:
    """When something is, and where that is told."""

    window: Window
    quote: Quote


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each date said to be after a named stretch that ends later, or before one that begins earlier."""
    told = _named(facts)
    for phrase in facts.reading.phrases if told else ():
        plain = level(phrase.plain)
        for each in phrase.windows if phrase.form in {"paragraph", "item", "cell"} else ():
            found = _SIDE.match(plain, each.end)
            there = told.get(_stems(found["what"])) if found else None
            usual = {"after": "end", "before": "start"}.get(found["side"].lower()) if found else None
            if not found or (found["edge"] or usual) != usual:
                continue
            if there and _is_wrong(each.window, found["side"].lower(), there.window):
                message = (
                    f"{each.window} is not {found['side'].lower()} {found['what'].strip()}, which is {there.window}"
                )
                yield Contradiction(message, phrase.mark(each.start, found.end()), (there.quote,))


def _is_wrong(window: Window, side: str, other: Window) -> bool:
    """A day that both share may be told either way."""
    if window.scale != other.scale or not window.is_whole:
        return False
    if side == "after":
        return (window.first or 0) < (other.last or 0)
    return (window.last or 0) > (other.first or 0)


def _named(facts: Facts) -> dict[_Stems, _Stretch]:
    """Entries that open with a name and its days; a name with two times means none."""
    found: dict[_Stems, dict[Window, Quote]] = defaultdict(dict)
    for phrase in facts.reading.phrases:
        name = _NAME.match(level(phrase.plain)) if phrase.is_spoken and phrase.windows else None
        first: Found | None = phrase.windows[0] if name else None
        if name and first and first.start == name.end() and first.window.is_whole:
            found[_stems(name["name"])].setdefault(first.window, _quote(phrase, first))
    return {stems: _Stretch(*next(iter(told.items()))) for stems, told in found.items() if stems and len(told) == 1}


def _stems(words: str) -> _Stems:
    return tuple(stem for stem, _, _ in tokens_of(words))


def _quote(phrase: Phrase, found: Found) -> Quote:
    return phrase.mark(found.start, found.end)
