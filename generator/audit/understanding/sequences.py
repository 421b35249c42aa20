"""What stands in an order by its place: numbered steps, numbered rows, and the cells of a week's grid."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.blocks import Listing, Table, Text
from generator.audit.calendar import WEEKDAY
from generator.audit.understanding.clocks import clocks_in
from generator.audit.understanding.columns import meaning_of, section_meanings
from generator.audit.understanding.courses import courses_of
from generator.audit.understanding.deeds import Placed, Words, deeds_in, named, placed
from generator.audit.understanding.joins import is_nothing
from generator.audit.understanding.phrases import Quote, Reading
from generator.audit.understanding.words import level

_FEWEST, _LONGEST, _MOST = 3, 12, 200
_MOST_OF, _PAIR = 0.5, 2
_STEM = 5
_WITHOUT_ORDER = frozenset({"risk", "alert", "target"})
"""What is numbered below such a heading does not happen in that order."""
_NO_COURSE = re.compile(
    r"\b(?:hazards?|dangers?|worries|concerns|issues|problems|pitfalls|questions|principles|reasons)\b", re.IGNORECASE
)
_PART_OF_DAY = re.compile(
    r"\b(?:morning|forenoon|noon|midday|afternoon|evening|night|early|late|am|pm)\b", re.IGNORECASE
)
_DAY = re.compile(rf"\W*(?:(?:{WEEKDAY})\b|day \d|week \d|\d{{1,2}}[. ]|\d{{4}}-)", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:,|;|/|\+|\bthen\b)\s*")
_STEP = re.compile(r"\W*(?:step|point|no\.?|number) (\d{1,2})\W*", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Sequence:
    """Things in their order, found by their words."""

    by_word: dict[str, list[Placed]]
    by_number: dict[str, Placed]
    things: tuple[Placed, ...]
    joined: bool = False
    """One line tells all of them."""

    def meant(self, text: str) -> Placed | None:
        """Return the first of what words name; nothing where things of other names are named as well."""
        numbered = _STEP.fullmatch(level(text))
        if numbered:
            return self.by_number.get(numbered[1])
        asked = frozenset(word for each in deeds_in(text) for word in self._known(each))
        found = {id(each): each for word in asked for each in self.by_word.get(word, [])}
        scored = [(score, each) for each in found.values() if (score := self._score(each.words, asked))]
        best = max((score for score, _ in scored), default=0.0)
        named = [each for score, each in scored if score == best]
        if not named or len({each.words for each in named}) > 1:
            return None
        return min(named, key=lambda each: each.place)

    def _known(self, word: str) -> tuple[str, ...]:
        """`photo` is short for *photograph*, and a *backup* is what is done where something is backed up."""
        if word in self.by_word:
            return (word,)
        begun = (one for one in self.by_word if word.startswith(one))
        halves = [(one, rest) for one in begun if (rest := word[len(one) :]) in self.by_word]
        longer = [each for each in self.by_word if min(len(each), len(word)) >= _STEM and _begin_alike(each, word)]
        return halves[0] if halves else (longer[0],) if len(longer) == 1 else (word,)

    def _score(self, words: Words, asked: Words) -> float:
        """All that is asked for is named, or all of the name is asked for, or most of what is asked for."""
        shared = words & asked
        whole = len(shared) in {len(words), len(asked)} or len(shared) > max(1, len(asked) * _MOST_OF)
        alone = len(shared) > 1 or all(len({each.words for each in self.by_word[word]}) == 1 for word in shared)
        named = whole or (alone and len(asked) <= _PAIR)
        return len(shared) + len(shared) / len(words) if shared and named and len(words) <= _LONGEST else 0.0


def _begin_alike(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def sequences_of(reading: Reading) -> list[Sequence]:
    """Collect every sequence of three things or more."""
    spoken = {phrase.text for phrase in reading.phrases}
    blocks = [block for document in reading.documents for block in document.blocks]
    told = [_of(block) for block in blocks if isinstance(block, Listing | Table) and _is_spoken(block, spoken)]
    told += courses_of(reading)
    return [_sequence(things) for things in told if _FEWEST <= len(things) <= _MOST]


def _is_spoken(block: Listing | Table, spoken: set[Text]) -> bool:
    texts = [item.text for item in block.items] if isinstance(block, Listing) else list(block.header)
    return bool(texts) and texts[0] in spoken


def _of(block: Listing | Table) -> list[Placed]:
    if isinstance(block, Listing):
        items = [item for item in block.items if not item.depth]
        titles = [heading.text.plain for heading in block.under[-1:]]
        if not _WITHOUT_ORDER.isdisjoint(section_meanings(titles)) or any(map(_NO_COURSE.search, titles)):
            return []
        numbered = all(item.number is not None for item in items)
        return [placed(item.text, index) for index, item in enumerate(items)] if numbered else []
    return list(_in_grid(block)) or list(_in_rows(block))


def _in_grid(table: Table) -> Iterator[Placed]:
    """Days from above to below, parts of the day from left to right."""
    parts = [bool(_PART_OF_DAY.search(cell.plain) or clocks_in(cell.plain)) for cell in table.header[1:]]
    if len(parts) <= 1 or not all(parts) or not all(_DAY.match(row[0].plain) for row in table.rows):
        return
    for index, row in enumerate(table.rows):
        for column, cell in enumerate(row[1:]):
            place = index * len(row) + column
            for part in _PARTS.split(level(cell.plain)):
                if not is_nothing(part):
                    quote = Quote(" | ".join(each.plain for each in row), cell.place())
                    yield named(part, place, quote)


def _in_rows(table: Table) -> Iterator[Placed]:
    """Rows that are numbered one after the other."""
    numbers = [level(row[0].plain).strip(" .*") for row in table.rows]
    if numbers != [str(index) for index in range(1, len(numbers) + 1)] or len(table.header) <= 1:
        return
    if meaning_of(table.header[0].plain) in {"identity", ""}:
        yield from (placed(row[1], index) for index, row in enumerate(table.rows))


def _sequence(things: list[Placed]) -> Sequence:
    by_word: dict[str, list[Placed]] = {}
    for each in things:
        for word in each.words:
            by_word.setdefault(word, []).append(each)
    places = [each.place for each in things]
    numbered = places == list(range(len(places)))
    joined = len({each.quote for each in things}) == 1
    return Sequence(
        by_word, {str(each.place + 1): each for each in things} if numbered else {}, tuple(things), joined
    )
