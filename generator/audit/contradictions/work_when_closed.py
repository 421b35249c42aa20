"""Something is planned for days that a sentence keeps free of it.

The plan is moved by a week, and lands in the holidays.

Fails:

```markdown
Half-term (25 May 2026 to 29 May 2026) is kept free of papers.

| Block | First day | Last day | Papers |
|---|---|---|---|
| A | 11 May 2026 | 26 May 2026 | 38 |
| B | 1 June 2026 | 12 June 2026 | 34 |
```

Passes:

```markdown
Half-term (25 May 2026 to 29 May 2026) is kept free of papers.

| Block | First day | Last day | Papers |
|---|---|---|---|
| A | 11 May 2026 | 22 May 2026 | 38 |
| B | 1 June 2026 | 12 June 2026 | 34 |
```
"""

import re
from collections.abc import Iterator
from itertools import islice

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.closures import Closure, closures_of
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote, Row
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FREE = re.compile(
    r"\b(?:no|not|none|free|closed|clos\w+|freeze|frozen|holidays?|rest|break|off|vacation|half-term|shut\w*|buffer|reserve"
    r"|contingency|slack|float|clear\w*|snagging|leave|public|blocked|cancelled)\b",
    re.IGNORECASE,
)
_ROOT, _SHORT, _FEW = 4, 5, 6
_SOMETHING = re.compile(r"^(?!\W*(?:n/?a|nil|tbd)\W*$).*\w", re.IGNORECASE | re.DOTALL)
_MOST = 60
"""Stretches that are kept free; no plan tells more."""


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each row that begins or ends on days kept free of what it is about, or runs into days without work."""
    closures = list(islice(closures_of(facts.reading), _MOST))
    for grid, rows in facts.reading.tables if closures else ():
        above = frozenset(stem for heading in grid.under[-1:] for stem, _, _ in tokens_of(heading.text.plain))
        for row in (each for each in rows if not is_total(each)):
            found = row_window(row)
            if found and not _FREE.search(" ".join(cell.plain for cell in row.cells)):
                headed = above | _filled(row)
                words = frozenset(stem for cell in row.cells for stem, _, _ in tokens_of(cell.plain))
                where = row.mark(row.cell("end") or found[1]) if _late(found[0], closures) else row.mark(found[1])
                yield from _held(closures, found[0], words, headed, where)
    for phrase in facts.reading.phrases if closures else ():
        if phrase.form == "item" and phrase.windows and not _FREE.search(phrase.plain):
            yield from _of_item(closures, phrase)


def _filled(row: Row) -> frozenset[str]:
    """The words above those of its cells in which something stands: a dash below *Outing* is no outing."""
    pairs = zip(row.grid.header, row.cells, strict=True)
    return frozenset(
        stem for header, cell in pairs if _SOMETHING.search(cell.plain) for stem, _, _ in tokens_of(header.plain)
    )


def _of_item(closures: list[Closure], phrase: Phrase) -> Iterator[Contradiction]:
    """Its one time, or each of several days that it tells one after the other."""
    words = frozenset(stem for stem, _, _ in tokens_of(phrase.plain))
    others = [each for each in closures if each.phrase is not phrase]
    days = all(each.window.first == each.window.last for each in phrase.windows)
    for found in phrase.windows[:_FEW] if days or len(phrase.windows) == 1 else ():
        yield from _held(others, found.window, words, frozenset(), phrase.mark(found.start, found.end))


def _held(
    closures: list[Closure], window: Window, words: frozenset[str], headed: frozenset[str], where: Quote
) -> Iterator[Contradiction]:
    for closure in closures:
        for each in closure.found:
            begins, ends = _inside(window.first, window, each.window), _inside(window.last, window, each.window)
            named = bool(closure.what) and _any_like(closure.what, words | headed)
            several = (each.window.last or 0) > (each.window.first or 0)
            whole = window.first is not None and window.last is not None
            into = not closure.what and several and whole and begins != ends
            own = bool(closure.subject & words - headed - closure.what) and not named
            if ((named and (begins or ends)) or into) and not own and closure.quote.place != where.place:
                yield Contradiction(
                    "planned for days that are kept free of it", where, (closure.quote,), "move it to other days"
                )
                return


def _inside(edge: int | None, window: Window, closed: Window) -> bool:
    """On the same scale, and no finer than what is told."""
    if edge is None or window.scale != closed.scale or closed.first is None or closed.last is None:
        return False
    return window.grain <= max(closed.grain, 1) and closed.first <= edge <= closed.last


def _late(window: Window, closures: list[Closure]) -> bool:
    """Its end is what lies there."""
    return any(_inside(window.last, window, found.window) for each in closures for found in each.found) and not any(
        _inside(window.first, window, found.window) for each in closures for found in each.found
    )


def _any_like(what: frozenset[str], words: frozenset[str]) -> bool:
    """Moves, moving and moved are the same."""
    return any(
        word == stem
        or word in {f"{stem}ing", f"{stem}{stem[-1]}ing", f"{stem.removesuffix('e')}ing"}
        or (min(len(word), len(stem)) >= _ROOT and (word[:_SHORT] == stem[:_SHORT]))
        for stem in what
        for word in words
    )
