"""A clause with all that is known of it: what it names, where it stands, which words nothing accounts for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.literals.claims import Claim, Reading
from generator.literals.lexicon import Known
from generator.literals.numbers import number_in_words
from generator.literals.passages import FACT
from generator.literals.sense.amounts import UNITS, Length, lengths
from generator.literals.sense.things import NO_NAMES, Thing, things_in
from generator.literals.sense.vocabulary import DOUBTS, EMPTY, GENERIC, PRONOUNS
from generator.literals.sense.words import JOINING, Clause, Word, clauses_of, statements_of
from generator.literals.stems import stem

_TITLED = frozenset({"professor", "doctor"})
_DETERMINERS = frozenset({"a", "an", "the", "this", "that", "its", "their", "his", "her", "our"})
_UNIT_STEMS = frozenset(stem(unit) for unit in UNITS)


@dataclass(frozen=True)
class Scene:
    """One clause of a sentence."""

    clause: Clause
    reading: Reading
    previous: "Scene | None" = None
    led_by: "Scene | None" = None

    @cached_property
    def things(self) -> tuple[Thing, ...]:
        """What it names, in order."""
        return things_in(self.clause, self.reading)

    @property
    def before(self) -> tuple[Known, ...]:
        """What was named first of all before it."""
        if self.previous is None:
            return self.reading.context.before
        return next((thing.items for thing in self.previous.things), self.previous.before)

    @property
    def owner(self) -> Known | None:
        """The entry in whose text it stands."""
        return self.reading.context.owner

    @cached_property
    def has_pronoun(self) -> bool:
        """Tell whether something is meant without its name."""
        return not PRONOUNS.isdisjoint(self.clause.spoken)

    @cached_property
    def has_people(self) -> bool:
        """Tell whether somebody may be named."""
        topics = self.reading.topics
        is_told = not topics.people_words.isdisjoint(self.clause.stems) or not _TITLED.isdisjoint(self.clause.spoken)
        return is_told or any(text[0] == FACT for text in self.clause.texts)

    @cached_property
    def is_of_owner(self) -> bool:
        """Tell whether it says a word of the name of the text's own entry, or of what that delivers."""
        if self.owner is None:
            return False
        topics, item = self.reading.topics, self.reading.facts.index.by_kind[self.owner[0]][self.owner[1]]
        words = set(topics.words.get(self.owner, ()))
        words = words.union(*(topics.words[("deliverable", each)] for each in getattr(item, "delivers", ())))
        said = {word.bare for word in self.clause.words if word.text not in NO_NAMES}
        return not words.isdisjoint(said - topics.people_words)

    @property
    def things_but_people(self) -> tuple[Thing, ...]:
        """What it names that is nobody."""
        return tuple(thing for thing in self.things if not thing.of("person", "role"))

    def named(self, *kinds: str) -> tuple[Known, ...]:
        """Everything of some kinds that it names, in order."""
        return tuple(known for thing in self.things for known in thing.of(*kinds))

    def things_before(self, index: int) -> tuple[Thing, ...]:
        """What it names before a word."""
        return tuple(thing for thing in self.things if thing.last < index)

    def has_people_before(self, index: int) -> bool:
        """Tell whether somebody is named before a word."""
        return any(thing.last < index and thing.of("person", "role") for thing in self.things)

    def touched(self, *kinds: str) -> tuple[Known, ...]:
        """Everything of some kinds that shares a word with it."""
        named = self.named(*kinds)
        words = (word.bare for word in self.clause.words if word.text not in NO_NAMES)
        return (*named, *self.reading.topics.touched_by(words, kinds))

    def meant(self, *kinds: str) -> tuple[Known, ...]:
        """What it names, or else the entry in whose text it stands."""
        named = self.named(*kinds)
        owner = self.owner if self.owner and self.owner[0] in kinds else None
        return (*named, owner) if owner and (self.has_pronoun or not named) and owner not in named else named

    def unknown(self, first: int, last: int, known: Iterable[str] = ()) -> list[int]:
        """Places of words outside a stretch that neither are empty, nor name a thing, nor are expected."""
        named = {index for thing in self.things for index in range(thing.first, thing.last + 1)}
        expected, people = frozenset(known), self.reading.topics.people_words
        return [
            index
            for index, word in enumerate(self.clause.words)
            if not first <= index <= last
            and index not in named
            and word.text not in EMPTY
            and word.text not in GENERIC
            and word.text not in expected
            and word.bare not in _UNIT_STEMS
            and word.bare not in self.reading.topics.heads
            and number_in_words(word.text) is None
            and word.bare not in people
        ]

    def is_foreign(self, first: int) -> bool:
        """Tell whether the words before a place begin with a subject that is none of the plan's."""
        unknown = set(self.unknown(first, len(self.clause.words)))
        for index, word in enumerate(self.clause.words[:first]):
            if index in unknown and (index == 0 or self.clause.texts[index - 1] in _DETERMINERS):
                return not (index == 0 and word.text.endswith(("ed", "en", "ing", "ly")))
        return False

    @property
    def is_led_by_foreign(self) -> bool:
        """Tell whether a clause before it has a subject that is none of the plan's: "the lease ends, on Saturday"."""
        led_by = self.led_by
        return led_by is not None and (led_by.is_foreign(len(led_by.clause.words)) or led_by.is_led_by_foreign)

    def has_subject(self, first: int) -> bool:
        """Tell whether a thing or a pronoun stands before a word."""
        return (
            bool(self.things_before(first))
            or self.is_of_owner
            or not (PRONOUNS | {"everything"}).isdisjoint(self.clause.texts[:first])
        )

    @cached_property
    def lengths(self) -> tuple[Length, ...]:
        """Each length of time that it tells."""
        is_told = not _UNIT_STEMS.isdisjoint(self.clause.stems) or any("-" in text for text in self.clause.texts)
        return tuple(lengths(self.clause)) if is_told else ()

    @cached_property
    def is_sure(self) -> bool:
        """Tell whether nothing in it weighs or denies what it says."""
        return DOUBTS.isdisjoint(self.clause.spoken) and not self.reading.passage.plain.rstrip().endswith("?")

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where some words stand in the text, without what joins their clause to the one before it."""
        while first < last and self.clause.texts[first] in JOINING:
            first += 1
        return self.clause.words[first].begin, self.clause.words[last].end

    def claim(self, kind: str, first: int, last: int, fact: str) -> Claim:
        """Make a claim of some words that the plan contradicts."""
        return self.reading.claim(kind, self.span(first, last), fact, agrees=False)


def scenes(reading: Reading, words: tuple[Word, ...]) -> Iterator[Scene]:
    """Yield each clause of a sentence that has words."""
    scene = None
    for clause in clauses_of(words):
        scene = Scene(clause, reading, led_by=scene)
        yield scene


def whole_scenes(reading: Reading, words: tuple[Word, ...]) -> Iterator[Scene]:
    """Yield each statement with all its clauses; it knows what the one before it has named first."""
    scene = None
    for statement in statements_of(words):
        scene = Scene(statement, reading, scene)
        yield scene
