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
from generator.audit.understanding.agendas import CLOCK, Agenda, Slot, agendas_of
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


_NEVER = re.compile(
    r"(?P<one>[A-Z][\w' -]{1,40}?) (?:and|or) (?:the )?(?P<other>[A-Z][\w' -]{1,40}?) (?:(?:may|must|can|do"
    r"|will|are|is) )?"
    r"(?:never|not|cannot)\b[^.;]{0,40}\b(?:at (?:once|the same time)|together|overlap\w*|in parallel"
    r"|simultaneously)\b",
)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each entry that begins before another has ended, where a text forbids it."""
    yield from _entries(facts)
    timed = [agenda for agenda in agendas_of(facts.reading) if agenda.scale == CLOCK and agenda.lead]
    for claim in facts.reading.phrases if timed else ():
        said = _NEVER.search(level(claim.plain)) if claim.is_spoken else None
        if said:
            ours = [agenda for agenda in timed if agenda.under == claim.under]
            names = (said["one"], said["other"])
            pairs = [[_led_by(name, agendas) for name in names] for agendas in (ours, timed)]
            one, other = next((pair for pair in pairs if all(pair)), ([], []))
            yield from _both(one, other, claim.mark(said.start(), said.end()))


def _led_by(name: str, agendas: list[Agenda]) -> list[Slot]:
    """The entries of the agendas whose heading or last words before them name it."""
    asked = re.compile(rf"\b{re.escape(level(name).removeprefix('The '))}\b", re.IGNORECASE)
    led = [agenda for agenda in agendas if asked.search(level(agenda.lead[-1].plain))]
    return [slot for agenda in led for slot in agenda.slots]


def _both(ours: list[Slot], theirs: list[Slot], claim: Quote) -> Iterator[Contradiction]:
    for slot in ours:
        for each in theirs:
            if each.end and slot.end and slot.start < each.end and each.start < slot.end:
                message = "both take place at once, and are never to"
                yield Contradiction(message, each.quote, (slot.quote, claim), "move one of the two")


def _entries(facts: Facts) -> Iterator[Contradiction]:
    """Entries of one list of stretches of days."""
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
