"""Who or what has which numbered parts, told from its own side: `Crew Red: 1, 2`, `Nordvolt has Lots 1 and 3`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.understanding.cards import Card, Deck, Field
from generator.audit.understanding.columns import meaning_of
from generator.audit.understanding.part_members import Name, name_of
from generator.audit.understanding.phrases import Phrase, Quote, Reading
from generator.audit.understanding.units import OUTER, TESTS, Mention, Unit, units_only
from generator.audit.understanding.words import NUMBER_WORD, level

_HAS = re.compile(
    r"(?:^|[.;:]\s|,\s(?:and\s|while\s)?|\sand\s)\W{0,2}(?:[Tt]he\s)?(?P<who>[A-ZÀ-Þ][\w&'-]*(?:\s[\w&'-]+){0,3}?)\s"
    r"(?:has|have|gets?|takes?|does|builds?|delivers?|leads?|runs?|makes?|owns?|holds?|is responsible for|looks after"
    r"|works on|is in charge of)\s(?P<what>[^.;:()]{2,80})"
)
_AHEAD = re.compile(rf"(?:(?:the|both|only|all|its|{NUMBER_WORD}|\d{{1,2}})\s)*(?:[a-z]+s\W{{1,3}})?", re.IGNORECASE)
"""`two lots, ` before the first of them."""
_BETWEEN = re.compile(r"[\W_]*(?:and[\W_]*)?")
_FEWEST = 2


@dataclass(frozen=True, eq=False)
class Having:
    """A holder by the stems of its name, as written, with its parts; `source` tells them all in one way."""

    holder: Name
    called: str
    units: frozenset[Unit]
    quote: Quote
    source: object


def havings_of(reading: Reading, decks: list[Deck]) -> Iterator[Having]:
    """Yield what fields that list nothing but parts say, and sentences with a verb of having."""
    for deck in decks:
        for card in deck.cards:
            for field in card.fields:
                units = _units_in(field)
                if units:
                    yield Having(name_of(_own(card)), card.called, units, field.quote, (id(deck), field.label))
    for phrase in reading.phrases:
        yield from _spoken(phrase) if phrase.is_spoken and not phrase.is_box and len(phrase.units) > 1 else ()


def _own(card: Card) -> str:
    return re.split(r"[:(]", card.called)[0]


def _units_in(field: Field) -> frozenset[Unit]:
    """Numbers below a heading of their kind, or parts told in full, and nothing else."""
    meaning = meaning_of(field.label, field.value.style.labels)
    kind = meaning.removeprefix("unit:") if meaning.startswith("unit:") else ""
    found = units_only(field.value.plain, kind, field.value.style.labels)
    bare = kind and not field.value.units
    return _of_one_kind(found) if bare or _is_all(field.value, found, 0) else frozenset()


def _spoken(phrase: Phrase) -> Iterator[Having]:
    """A holder as the subject: `Nordvolt has two lots, Lot 1 and Lot 3`."""
    for found in _HAS.finditer(level(phrase.plain)):
        inside = [each for each in phrase.units if found.start("what") <= each.start < found.end("what")]
        units = _of_one_kind(inside)
        ahead = level(phrase.plain)[found.start("what") : inside[0].start] if units else "-"
        leads = len(units) >= _FEWEST and _AHEAD.fullmatch(ahead)
        if leads and _is_all(phrase, inside, inside[0].start, found.end()):
            quote = phrase.mark(found.start("who"), found.end("what"))
            yield Having(name_of(found["who"]), found["who"], units, quote, phrase)


def _of_one_kind(found: list[Mention]) -> frozenset[Unit]:
    units = frozenset(each.unit for each in found if each.unit.number is not None or len(each.unit.key) == 1)
    kinds = {unit.kind for unit in units}
    return units if len(kinds) == 1 and kinds.isdisjoint(OUTER | TESTS) else frozenset()


def _is_all(phrase: Phrase, found: list[Mention], start: int, end: int | None = None) -> bool:
    """Nothing but commas and *and* between the parts; behind them nothing, or another clause."""
    plain, at = level(phrase.plain)[:end], start
    for left, right in sorted({(each.start, each.end) for each in found}):
        if not _BETWEEN.fullmatch(plain[at:left]):
            return False
        at = max(at, right)
    return bool(found) and not re.match(r"[^\w,;]*\w" if start else r"\W*\w", plain[at:])
