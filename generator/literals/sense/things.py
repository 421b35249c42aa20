"""Which entries of the plan a clause speaks of: by their names, or by a word of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from generator.literals.claims import Reading
from generator.literals.days import WEEKDAYS
from generator.literals.lexicon import Known, Mention
from generator.literals.numbers import number_in_words
from generator.literals.sense.amounts import UNITS
from generator.literals.sense.kinds import KIND_NOUNS, by_kind
from generator.literals.sense.vocabulary import EMPTY, ENDING, GENERIC, LASTING, STARTING
from generator.literals.sense.words import Clause, Word
from generator.literals.stems import stem
from generator.model.text import ITEM_KINDS
from generator.patterns import any_of

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
_OF_KINDS = frozenset({*KIND_NOUNS, *(f"{noun}s" for noun in KIND_NOUNS)})
NO_NAMES = _OF_KINDS | EMPTY | GENERIC | LASTING | STARTING | ENDING | OF_TIME
_VERBS = (LASTING & any_of("takes lasts runs needs fills spans requires")) | any_of(
    "is begins starts ends finishes comes follows goes belongs depends waits precedes must will can has"
)
_LEAST = 3
_ANY = any_of("a an each every no any another")
_LEADING = ("the", "its", "our", ",", "and", "time", "once", "when", "until", "before", "after", "while")
_DONE = ("task", "milestone", "checkpoint", "deliverable")
_BEING = frozenset({"is", "are", "has", "have", "been", "be", "being", "not", "all"})
_VERBAL = ("s", "ed", "en", "own", "ung", "ut", "aid", "ilt", "ade")


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
    named = _named(clause, reading)
    taken = {index for thing in named for index in range(thing.first, thing.last + 1)}
    nouns = [index for index in _telling(clause, reading) if index not in taken]
    done = [thing for index in nouns if (thing := _done(clause, index, reading)) and thing.last not in taken]
    taken.update(index for thing in done for index in range(thing.first, thing.last + 1))
    by_word = [
        Thing(items, index, index, by_word=True)
        for index in nouns
        if index not in taken
        and not _is_verb(index, taken, clause)
        and not _is_one_of_many(index, index, clause, is_part=True)
        and (items := _called(clause.words[index], reading, is_noun=_is_told_as_noun(clause, index)))
    ]
    return tuple(sorted((*named, *done, *_joined(by_word)), key=lambda thing: thing.first))


def _named(clause: Clause, reading: Reading) -> list[Thing]:
    """What is told by a name, or by a noun of its kind."""
    of_kind = [Thing(items, first, last) for items, first, last in by_kind(clause, reading)]
    told = {index for thing in of_kind for index in range(thing.first, thing.last + 1)}
    named = [
        Thing(mention.items, *places, by_word=mention.partial)
        for mention in reading.mentions
        if mention.items
        and clause.begin <= mention.begin < clause.end
        and not _is_no_name(mention, reading)
        and (places := _places(clause, mention.begin, mention.end))
        and told.isdisjoint(places)
        and not _is_one_of_many(*places, clause, is_part=mention.partial)
    ]
    return named + of_kind


def _telling(clause: Clause, reading: Reading) -> Iterator[int]:
    """Places of words that stand in names of entries."""
    by_word = reading.topics.by_word
    for index, word in enumerate(clause.words):
        is_known = word.bare in by_word or "-" in word.text
        if is_known and word.text not in NO_NAMES and len(word.text) >= _LEAST and word.text[0].isalpha():
            yield index


def _is_no_name(mention: Mention, reading: Reading) -> bool:
    """Tell whether a pronoun stands there, or the people of a role, who are no work."""
    said = reading.passage.plain[mention.begin : mention.end].lower()
    is_role = said in reading.topics.plurals
    is_empty = all(word in NO_NAMES for word in said.split())
    is_mark = mention.partial and said.startswith("time ")
    return is_empty or is_mark or (mention.partial and is_role and not mention.of("role"))


def _is_one_of_many(first: int, last: int, clause: Clause, *, is_part: bool) -> bool:
    """Tell whether words mean things that a name speaks of, and not what it names: "ten loggers", "a swab"."""
    before = clause.texts[first - 1] if first else ""
    number = number_in_words(before) if first == last else None
    return (number is not None and number > 1) or (is_part and first == last and before in _ANY)


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
    if word.text in reading.topics.roles_by_noun:
        return ()
    touched, owner = _having(word, reading), reading.context.owner

    def is_meant(known: Known) -> bool:
        return known in touched and known[0] in _KINDS and (is_noun or _is_noun(word, known, reading))

    if owner and is_meant(owner):
        return (owner,)
    near = tuple(sorted(filter(is_meant, set(reading.context.before))))
    found = tuple(islice(filter(is_meant, touched), _MOST + 1))
    return near or (tuple(sorted(found)) if len(found) <= _MOST else ())


def _having(word: Word, reading: Reading) -> frozenset[Known]:
    """The entries in whose names a word stands, or all parts of one with hyphens."""
    by_word = reading.topics.by_word
    if "-" not in word.text:
        return by_word.get(word.bare, frozenset())
    return frozenset.intersection(*(by_word.get(stem(part), frozenset()) for part in word.text.split("-")))


def _done(clause: Clause, index: int, reading: Reading) -> Thing | None:
    """Read "sign-up opens" as the opening of sign-up: the only entry whose name has both words."""
    word = clause.words[index]
    if index and clause.texts[index - 1] not in _LEADING:
        return None
    last = next((each for each in range(index + 1, len(clause.words)) if clause.texts[each] not in _BEING), None)
    having = _having(word, reading) if last else frozenset[Known]()
    verb = clause.words[last] if last and having else None
    if last is None or verb is None or not verb.text.endswith(_VERBAL):
        return None
    found = [known for known in having & reading.topics.by_word.get(verb.bare, frozenset()) if known[0] in _DONE]
    return Thing((found[0],), index, last) if len(found) == 1 else None


def _is_verb(index: int, taken: set[int], clause: Clause) -> bool:
    """Tell whether a word behind a whole name says what that does: "Long queue fires"."""
    is_behind = index - 1 in taken and not clause.words[index - 1].is_genitive
    return is_behind and clause.texts[index].endswith("s")


def _is_told_as_noun(clause: Clause, index: int) -> bool:
    """Tell whether an article, or a verb behind it, makes a noun of a verb: "the wiping", "wiping takes"."""
    behind = clause.texts[index + 1] if index + 1 < len(clause.texts) else ""
    is_subject = (index == 0 or clause.texts[index - 1] == ",") and behind in _VERBS
    return is_subject or (index > 0 and clause.texts[index - 1] in ("the", "its"))


def _is_noun(word: Word, known: Known, reading: Reading) -> bool:
    """Tell whether a word that ends as a verb does stands in the entry's name in this very form."""
    return not word.text.endswith(("ing", "ed")) or word.text in reading.facts.names[known].name.lower()
