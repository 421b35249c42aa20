"""Whether the words around a day tell nothing but that something known begins, ends or takes place then."""

import re
from collections.abc import Iterable, Iterator

from generator.literals.claims import Reading
from generator.literals.context import clause_around
from generator.literals.days import DAYS
from generator.literals.lexicon import Known
from generator.literals.numbers import number_in_words
from generator.literals.sense.amounts import UNITS
from generator.literals.sense.vocabulary import EMPTY, GENERIC
from generator.literals.stems import plain_form, stem
from generator.patterns import any_of

_HAPPENING = any_of(
    """
    happen happens take takes taken place fall falls held planned set sets run runs running begin begins begun
    beginning start starts started starting end ends ended ending finish finishes finished finishing complete
    completed completes through reached declared passed frozen day days date dates week month morning afternoon
    evening night noon first last latest earliest next middle january february march april may june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    """
)
"""What may be said of whatever has days, and what days are told with."""
_BEING = any_of(
    "due open opens opened opening done over ready close closes closed closing follow follows result results"
)
"""What is said of things, too: the shop that a task fits out opens, the pump that it installs is due."""
_MOVING = any_of(
    """
    come comes came go goes went gone put puts make makes made keep keeps kept see sees saw look looks lie lies stay
    stays stand stands given get gets got have has had up out off down
    """
)
"""Empty words that tell something, still."""
_OPENING = any_of("a an the this that its their our these those another no")
_LINKING = any_of(
    "of in on at by from with for to and or between without under over per into down up out off through ,"
)
_MOMENTS = ("milestone", "checkpoint")
_PARTICIPLE = ("ed", "en", "ing", "ld", "wn")
_BESIDE = re.compile(r"\b(?:after|before|once|when|while|until|till|because)\s+(?=\w)")
_WORD = re.compile(r"[^\W_][\w'’-]*|,")
_STATEMENT = re.compile(r"[;:()–—]")
_UNITS = frozenset(stem(unit) for unit in UNITS)


def is_in_brackets(found: re.Match[str], reading: Reading) -> bool:
    """Tell whether a day of a text about the whole plan stands by itself: "tight before the frost (20 May)"."""
    return reading.context.owner is None and reading.passage.plain[: found.start()].endswith("(")


def statement_around(found: re.Match[str], reading: Reading) -> tuple[int, int]:
    """The part of a clause that tells a day: "the patients move on 17 March" of "serviced before the patients …"."""
    begin, end = clause_around(reading.passage, *found.span("day"))
    plain = reading.passage.plain
    if is_in_brackets(found, reading):
        return found.span("day")
    begin = max((each.end() for each in _BESIDE.finditer(plain, begin, found.start())), default=begin)
    then = _BESIDE.search(plain, found.end(), end)
    return begin, then.start() if then else end


def tells_nothing_else(found: re.Match[str], items: Iterable[Known], reading: Reading, *, is_own: bool) -> bool:
    """Tell whether all words around a day are those of some items, or of happening as such.

    In another text than their own a word of theirs may mean a thing of which much is said.
    """
    begin, end = statement_around(found, reading)
    words = _words(f"{reading.passage.plain[begin : found.start()]} {reading.passage.plain[found.end() : end]}")
    return (
        "again" not in words
        and not any(_unknown(words, _family(items, reading), reading))
        and (is_own or (_BEING | _MOVING).isdisjoint(words))
    )


def is_of_its_own(found: re.Match[str], owner: Known, items: Iterable[Known], reading: Reading) -> bool:
    """Tell whether what stands before the clause of a day has no subject but what a text belongs to."""
    plain, begin = reading.passage.plain, clause_around(reading.passage, *found.span("day"))[0]
    first = max(
        (mark.end() for mark in _STATEMENT.finditer(plain, reading.passage.begin, begin)),
        default=reading.passage.words_begin,
    )
    family = _family(items, reading)
    if _has_other_subject(_words(plain[first:begin]), family, owner, reading):
        return False
    day, end = found.start("day"), reading.passage.end
    last = _STATEMENT.search(plain, found.end("day"), end)
    is_bare = all(word in _LINKING or word in EMPTY for word in _words(plain[begin:day]))
    behind = _words(plain[found.end("day") : last.start() if last else end]) if is_bare else []
    return not _has_other_subject(behind, family, owner, reading)


def _has_other_subject(words: list[str], family: frozenset[str], owner: Known, reading: Reading) -> bool:
    """Tell whether a noun that nothing accounts for does something."""
    unknown = [*_unknown(words, family, reading)]
    for index, word in enumerate(words):
        is_led = index == 0 or words[index - 1] in _OPENING
        if not is_led or not unknown[index]:
            continue
        if index == 0 and (word.endswith(_PARTICIPLE) or plain_form(word) != word):
            return owner[0] not in _MOMENTS
        last = index
        while last + 1 < len(words) and unknown[last + 1]:
            last += 1
        then = words[last + 1] if last + 1 < len(words) else ","
        if then not in _LINKING:
            return True
    return False


def _words(text: str) -> list[str]:
    return [found.group().lower().replace("’", "'").removesuffix("'s") for found in _WORD.finditer(text)]


def _family(items: Iterable[Known], reading: Reading) -> frozenset[str]:
    """The words of items, of what they deliver and of what they wait for."""
    by_kind, words = reading.facts.index.by_kind, reading.topics.words
    found: set[str] = set()
    for known in items:
        item = by_kind[known[0]][known[1]]
        near = {getattr(each, "on", each) for key in ("delivers", "depends_on") for each in getattr(item, key, ())}
        kinds = ("task", "milestone", "checkpoint", "deliverable")
        found = found.union(words[known], *(words.get((kind, str(name)), ()) for name in near for kind in kinds))
    return frozenset(found)


def _unknown(words: Iterable[str], family: frozenset[str], reading: Reading) -> Iterator[bool]:
    """Tell of each word whether nothing accounts for it."""
    people = reading.topics.people_words
    for word in words:
        bare = stem(plain_form(word))
        yield not (
            word in EMPTY
            or word in GENERIC
            or word in _HAPPENING
            or word in _BEING
            or word in DAYS
            or word[0].isdigit()
            or word == ","
            or bare in _UNITS
            or bare in family
            or bare in people
            or number_in_words(word) is not None
        )
