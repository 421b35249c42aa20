"""A sum, a share or a time gone by is not what its parts come to, or is not the peak of those at work.

Documents show how a total is made up so that a reader can follow it. One that follows it and arrives elsewhere
trusts none of the figures.

Fails: "2-3 (Wave 3) + 1-2 (Wave 5) = 3-6."

Passes: "2-3 (Wave 3) + 1-2 (Wave 5) = 3-5."
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.blocks import Item, Listing
from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.published import Published
from generator.audit.rendered.teams import most_at_once
from generator.audit.rendered.truth import Truth, plain
from generator.findings import Severity
from generator.model.quantity import Band

SEVERITY = Severity.ERROR
JUDGES_ALONE = True
_BAND = r"\d{1,6}(?:[-–]\d{1,6})?"
_SUM = re.compile(rf"(?P<parts>{_BAND} \([^()]+\)(?: \+ {_BAND} \([^()]+\))+) = (?P<told>{_BAND})")
_PART = re.compile(rf"(?:^|\+ )({_BAND}) \(")
_MOST = re.compile(rf"^(?P<part>[^:]+): .* of whom at most (?P<told>{_BAND}) are in teams at the same time")
_CLOCK = re.compile(r"(\d{1,6}(?:\.\d+)?) (second|minute|hour|day|week)s?\b")
_GONE = re.compile(r"\((?P<takes>[^();]*\d [a-z]+)(?:; (?P<gone>[^();]*) gone by)?\)$")
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield each total that its parts do not make, and each running time that the steps before do not."""
    for page in published.everything.values():
        for block in page.document.blocks:
            if isinstance(block, Listing):
                yield from _gone_by(block.items)
                for item in block.items:
                    yield from _sums(item, truth)


def _sums(item: Item, truth: Truth) -> Iterator[Disagreement]:
    text = item.text
    found = _SUM.search(text.plain)
    if found:
        true = sum((_band(each) for each in _PART.findall(found["parts"])), Band(0, 0))
        if _band(found["told"]) != true:
            message = f'the parts come to {true}, but "{found["told"]}" stands here'
            yield Disagreement(message, text.place(*found.span("told")))
    said = _MOST.search(text.plain)
    phase = truth.named(said["part"], ("phase",)) if said else None
    most = most_at_once(phase.id, truth) if phase else None
    if said and most is not None and _band(said["told"]) != most:
        message = f'at most {most} are at work at once in the plan, but "{said["told"]}" stands here'
        yield Disagreement(message, text.place(*said.span("told")))


def _gone_by(items: tuple[Item, ...]) -> Iterator[Disagreement]:
    """Add up what the steps of a list take; the first of them has nothing behind it to be told."""
    total = Decimal(0)
    for item in items:
        found = _GONE.search(item.text.plain.strip())
        if not found:
            continue
        total += _clock(found["takes"])
        if found["gone"] and _clock(found["gone"]) != total:
            message = f'by then {_told(total)} are gone, but "{short(plain(found["gone"]))}" stands here'
            yield Disagreement(message, item.text.place(*found.span("gone")))


def _clock(words: str) -> Decimal:
    return sum((Decimal(amount) * _SECONDS[unit] for amount, unit in _CLOCK.findall(words)), Decimal(0))


def _told(seconds: Decimal) -> str:
    minutes, rest = divmod(seconds, 60)
    parts = [f"{minutes:f} minutes"] * bool(minutes) + [f"{rest:f} seconds"] * bool(rest)
    return " ".join(parts) or "0 seconds"


def _band(told: str) -> Band:
    low, _, high = plain(told).partition("-")
    return Band(int(low), int(high or low))
