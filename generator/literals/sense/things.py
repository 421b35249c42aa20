"""Which entries of the plan a clause speaks of: by their names, or by a word of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from generator.literals.claims import Reading
from generator.literals.days import WEEKDAYS
from generator.literals.lexicon import Known, Mention
from generator.literals.sense.amounts import UNITS
from generator.literals.sense.vocabulary import EMPTY, ENDING, GENERIC, LASTING, STARTING
from generator.literals.sense.words import Clause, Word
from generator.model.text import ITEM_KINDS

_KINDS = (*ITEM_KINDS, "deliverable", "rollback", "risk", "meeting", "target", "alert", "quota", "channel", "person")
_MOST = 6
"""A word that more entries share names none of them."""
OF_TIME = frozenset(
    {
        *UNITS,
        *(f"{unit}s" for unit in UNITS),
        *(day.lower() for day in WEEKDAYS),
        "first",
        "last",
        "second",
        "third",
        "leave",
        "holidays",
    }
)
NO_NAMES = EMPTY | GENERIC | LASTING | STARTING | ENDING | OF_TIME
_LEAST = 3


@dataclass(frozen=True)
class Thing:
    """Entries that a few words may mean, and their places in the clause; `by_word` where one word alone says so."""

    items: tuple[Known, ...]
    first: int
    last: int
    by_word: bool = False

    def of(self, *kinds: str) -> tuple[Known, ...]:
        """Those of some kinds."""
        return tuple(known for known in self.items if known[0] in kinds)


def things_in(clause: Clause, reading: Reading) -> tuple[Thing, ...]:
    """Find what a clause names, in order."""
    named = [
        Thing(mention.items, *places, by_word=mention.partial)
        for mention in reading.mentions
        if mention.items and not _is_no_name(mention, reading)
        and (places := _places(clause, mention.begin, mention.end))
    ]  # fmt: skip
    taken = {index for thing in named for index in range(thing.first, thing.last + 1)}
    by_word = [
        Thing(items, index, index, by_word=True)
        for index, word in enumerate(clause.words)
        if index not in taken and (items := _called(word, reading, is_noun=_is_told_as_noun(clause, index)))
    ]
    return tuple(sorted((*named, *_joined(by_word)), key=lambda thing: thing.first))


def _is_no_name(mention: Mention, reading: Reading) -> bool:
    """Tell whether a pronoun stands there, or the people of a role, who are no work."""
    said = reading.passage.plain[mention.begin : mention.end].lower()
    roles = reading.facts.plan.roles.values()
    is_role = any(said == (role.plural or f"{role.name}s").lower() for role in roles)
    is_empty = all(word in NO_NAMES for word in said.split())
    return is_empty or (mention.partial and is_role and not mention.of("role"))


def _joined(things: Iterable[Thing]) -> Iterator[Thing]:
    """Two words in a row that may mean the same entry mean that one."""
    last: Thing | None = None
    for thing in things:
        shared = tuple(known for known in last.items if known in thing.items) if last else ()
        if last and shared and thing.first - last.last <= 1:
            last = Thing(shared, last.first, thing.last, by_word=False)
        else:
            if last:
                yield last
            last = thing
    if last:
        yield last


def _places(clause: Clause, begin: int, end: int) -> tuple[int, int] | None:
    inside = [index for index, word in enumerate(clause.words) if begin <= word.begin < end]
    return (inside[0], inside[-1]) if inside else None


def _called(word: Word, reading: Reading, *, is_noun: bool) -> tuple[Known, ...]:
    """The entries that a word may mean: the text's own, else those near it, else all that have the word."""
    if word.text in NO_NAMES or len(word.text) < _LEAST or not word.text[0].isalpha():
        return ()
    if word.text in reading.topics.roles_by_noun:
        return ()
    touched, owner = reading.topics.by_word.get(word.bare, frozenset()), reading.context.owner

    def is_meant(known: Known) -> bool:
        return known in touched and known[0] in _KINDS and (is_noun or _is_noun(word, known, reading))

    if owner and is_meant(owner):
        return (owner,)
    near = tuple(sorted(filter(is_meant, set(reading.context.before))))
    found = tuple(islice(filter(is_meant, touched), _MOST + 1))
    return near or (tuple(sorted(found)) if len(found) <= _MOST else ())


def _is_told_as_noun(clause: Clause, index: int) -> bool:
    """Tell whether an article makes a noun of what may be a verb: "the wiping"."""
    return index > 0 and clause.texts[index - 1] in ("the", "its")


def _is_noun(word: Word, known: Known, reading: Reading) -> bool:
    """Tell whether a word that ends as a verb does stands in the entry's name in this very form."""
    return not word.text.endswith(("ing", "ed")) or word.text in reading.facts.names[known].name.lower()
