"""Parts that are said to come one after the other take place at the same time.

Where one crane serves them all, one of them waits.

Fails:

```markdown
- Quay North: 3 May 2027 - 21 May 2027
- Quay South: 17 May 2027 - 11 June 2027

One diver serves both quays and is never in two of them.
```

Passes:

```markdown
- Quay North: 3 May 2027 - 21 May 2027
- Quay South: 24 May 2027 - 11 June 2027

One diver serves both quays and is never in two of them.
```
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts, overlap
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_IN_TURN = re.compile(
    r"\bnever (?:\w+ )?(?:in|at|on) two of them\b|\bone after (?:the|an)other\b"
    r"|\bnever (?:two|both)\b[^.]{0,20}\bat (?:once|the same time)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|except|unless|but|within)\b", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each entry that begins before the one above has ended, where text below the same heading forbids it."""
    phrases = facts.reading.phrases
    for claim in phrases:
        plain = level(claim.plain)
        said = _IN_TURN.search(plain) if claim.form == "paragraph" and not _NOT.search(plain) else None
        if said is None:
            continue
        stems = {stem for stem, _, _ in tokens_of(plain)}
        entries = [each for each in phrases if each.under == claim.under and _is_entry(each, stems)]
        entries.sort(key=lambda each: each.windows[0].window.first or 0)
        for before, after in pairwise(entries):
            if overlap(before.windows[0].window, after.windows[0].window):
                message = "begins before the one ahead of it has ended, and both are never at once"
                quotes = (_when(before), claim.mark(said.start(), said.end()))
                yield Contradiction(message, _when(after), quotes, "begin later, or end the other earlier")


def _is_entry(phrase: Phrase, stems: set[str]) -> bool:
    """An entry of the kind that the claim names, with a first and a last day."""
    if phrase.form != "item" or len(phrase.windows) != 1 or not phrase.windows[0].window.is_whole:
        return False
    kind = next((stem for stem, _, _ in tokens_of(level(phrase.plain))), "")
    return kind in stems


def _when(phrase: Phrase) -> Quote:
    return phrase.mark(phrase.windows[0].start, phrase.windows[0].end)
