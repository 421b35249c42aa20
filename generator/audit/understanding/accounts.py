"""One thing told of each of several parts: their times, lengths, leads, figures, ratings or members."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.audit.understanding.cards import Card, Deck, Field
from generator.audit.understanding.columns import meaning_of, unit_of_figures
from generator.audit.understanding.part_members import name_of, things_in
from generator.audit.understanding.people import whole_person
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.quantities import quantities_in
from generator.audit.understanding.ratings import rating
from generator.audit.understanding.series import Words
from generator.audit.understanding.words import NUMBER_WORD, count_word, level, tokens_of

_LENGTH = re.compile(
    rf"(?P<n>\d{{1,3}}|{NUMBER_WORD})\s(?:working |calendar )?(?P<unit>day|week|month|hour|minute)s?", re.IGNORECASE
)
_AROUND = re.compile(
    r"\b(?:from|to|until|till|through|in|on|and|the|week|weeks|day|days|mon|tue|wed|thu|fri|sat|sun|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
_RATED = re.compile(r"\W*(?P<label>[A-Za-z][a-z]+)\s(?P<value>(?:very )?(?:high|medium|low|moderate|critical))\W*")
_LED = re.compile(r"\W*(?:led|run|headed|managed|in charge|owned)\b(?: by)?\W*$", re.IGNORECASE)
_LEADS = frozenset({"owner", "lead", "leader", "foreman", "forewoman", "captain", "head", "manager", "chief"})
_SAME = frozenset({"impact", "probability"})
_LONGEST = 120
Label = frozenset[str]


@dataclass(frozen=True)
class Attribute:
    """A typed value: its kind, what it is labelled with, and where it is told."""

    kind: str
    label: Label
    value: object
    written: str
    quote: Quote


@dataclass(frozen=True, eq=False)
class Account:
    """What one place tells of its parts under one label."""

    deck: Deck
    kind: str
    label: Label
    told: dict[Card, Attribute]

    @cached_property
    def by_name(self) -> dict[Words, Card]:
        """The parts of which it tells something."""
        return {name: card for name, card in self.deck.by_name().items() if card in self.told}


def accounts_in(decks: Iterable[Deck]) -> list[Account]:
    """Collect each kind of value that a place tells of two parts or more, once of each."""
    return [account for deck in decks for account in _of_deck(deck)]


def _of_deck(deck: Deck) -> Iterator[Account]:
    groups: dict[tuple[str, Label], dict[Card, list[Attribute]]] = defaultdict(lambda: defaultdict(list))
    for card in deck.cards:
        for attribute in _attributes(card):
            groups[attribute.kind, attribute.label][card].append(attribute)
    for (kind, label), told in groups.items():
        single = {card: each[0] for card, each in told.items() if len({one.value for one in each}) == 1}
        if len(single) > 1:
            yield Account(deck, kind, label, single)


def _attributes(card: Card) -> Iterator[Attribute]:
    if card.time and card.time[0].is_whole:
        window, quote = card.time
        yield Attribute("time", frozenset(), window, str(window), quote)
    for field in card.fields:
        plain = level(field.value.plain).strip(" .*_")
        if plain and len(plain) <= _LONGEST:
            yield from _typed(field, plain)


def _typed(field: Field, plain: str) -> Iterator[Attribute]:
    """The first kind of value that all of the words are."""
    label = _label(field.label)
    found = _time(field) or _length(field, plain) or _rated(field, plain) or _person(field) or _figure(field, plain)
    if found:
        kind, own, value = found
        yield Attribute(kind, label if own is None else own, value, plain, field.quote)
    elif not field.loose and (things := things_in(plain)):
        yield Attribute("names", label, frozenset(name_of(each) for each in things), plain, field.quote)


_Found = tuple[str, Label | None, object]
"""Kind, label where it brings its own, and value."""


def _time(field: Field) -> _Found | None:
    windows, plain = field.value.windows, level(field.value.plain)
    if len(windows) != 1 or not windows[0].window.is_whole or windows[0].window.first == windows[0].window.last:
        return None
    rest = plain[: windows[0].start] + plain[windows[0].end :]
    return None if re.search(r"\w", _AROUND.sub("", rest)) else ("time", None, windows[0].window)


def _length(field: Field, plain: str) -> _Found | None:
    unit = unit_of_figures(field.label)
    duration = meaning_of(field.label) in {"duration", "week", "day", "month"} and field.label.rstrip().endswith("s")
    found = _LENGTH.fullmatch(f"{plain} {unit}s" if plain.isdecimal() and unit and duration else plain)
    count = count_word(found["n"]) if found else None
    return ("length", frozenset(), (count, found["unit"].lower())) if found and count else None


def _rated(field: Field, plain: str) -> _Found | None:
    found = _RATED.fullmatch(plain)
    value = rating(found["value"] if found else plain) if found or not plain[:1].isdigit() else None
    label = found["label"] if found else field.label
    return ("rating", _label(label), value) if value and label else None


def _person(field: Field) -> _Found | None:
    found = whole_person(field.value)
    return ("person", None, (found.given, found.family)) if found else None


def _figure(field: Field, plain: str) -> _Found | None:
    amounts = quantities_in(plain, comma=field.value.style.comma)
    if len(amounts) != 1 or amounts[0].start or amounts[0].last != len(plain):
        return None
    noun = frozenset({amounts[0].head}) if amounts[0].head else None
    return None if noun is None and not field.label else ("figure", noun, (amounts[0].value, amounts[0].unit))


def _label(text: str) -> Label:
    """Its words; one for all that lead, and one for each rating by whatever name. A place in a line is none."""
    if not text or text.startswith("#"):
        return frozenset({text} if text else ())
    meaning = meaning_of(text)
    stems = frozenset(stem for stem, _, _ in tokens_of(text))
    if _LED.match(level(text)):
        return frozenset({"lead"})
    if meaning in _SAME:
        return frozenset({meaning})
    return frozenset({"lead"}) if stems <= _LEADS and stems else stems
