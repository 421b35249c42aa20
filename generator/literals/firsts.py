"""What is said to go first or last by the one word in which its name differs from others: "the office goes first"."""

from collections.abc import Iterator, Mapping

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.stems import stem
from generator.patterns import Pattern, any_of

_GOES = Pattern(
    r"(?:The\s+|the\s+)?(?P<word>[A-Za-z][a-z]{2,20})\s+(?:goes|go|comes?|moves?|is\s+(?:moved|switched|built|done|taken))\s+"
    r"(?P<said>first|last)(?=[.,;:]|$)",
    words=(any_of("first last"), any_of("go goes come comes move moves is")),
)
_IN_TURN = Pattern(
    r"(?P<said>(?:[Tt]he\s+)?(?P<one>[A-Za-z][a-z]{2,20})\s+first,\s+(?:the\s+)?(?P<other>[a-z]{3,21})\s+(?:last|second|next|afterwards|later))"
    r"(?=[.,;:]|$)",
    words=(any_of("first"), any_of("last second next afterwards later")),
)
_KINDS = ("wave", "task", "phase")
_FEWEST = 2
_Pairs = Mapping[str, list[tuple[str, str]]]


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each group that is said to go first where all that another has of the same name comes before it."""
    passage = reading.passage
    yield from _in_turn(reading)
    found = _GOES.match(passage.plain, passage.words_begin, passage.end)
    if not found or not is_sure(reading, *found.span("said")):
        return
    dates, is_first = reading.facts.schedule.dates, found["said"] == "first"
    for pairs in _pairs(stem(found["word"].lower()), reading).values():
        apart = [
            dates[other].early_start < dates[own].early_start
            if is_first
            else dates[other].early_start > dates[own].early_start
            for own, other in pairs
        ]
        if all(apart) and len(apart) >= _FEWEST:
            own, other = pairs[0]
            told = f'"{other}" begins {"before" if is_first else "after"} "{own}"'
            yield reading.claim("order", found.span("said"), told, agrees=False)
            return


def _in_turn(reading: Reading) -> Iterator[Claim]:
    """Judge "office first, control last" by all that the two have of the same name."""
    passage = reading.passage
    found = _IN_TURN.match(passage.plain, passage.words_begin, passage.end)
    pairs = _pairs(stem(found["one"].lower()), reading).get(stem(found["other"].lower()), []) if found else []
    dates = reading.facts.schedule.dates
    is_false = len(pairs) >= _FEWEST and all(
        dates[other].early_start < dates[own].early_start for own, other in pairs
    )
    if found and is_false and is_sure(reading, *found.span("said")):
        fact = f'"{pairs[0][1]}" begins before "{pairs[0][0]}"'
        yield reading.claim("order", found.span("said"), fact, agrees=False)


def _pairs(word: str, reading: Reading) -> _Pairs:
    """Items of which one's name has the word where the other's has a certain other one, by that."""
    topics, found = reading.topics, dict[str, list[tuple[str, str]]]()
    names = {known: _words(called.name) for known, called in reading.facts.names.items() if known[0] in _KINDS}
    for own in sorted(known for known in topics.by_word.get(word, ()) if known in names and word in names[known]):
        hole = names[own].index(word)
        for other, words in names.items():
            is_alike = len(words) == len(names[own]) > 1 and other[0] == own[0]
            if is_alike and [
                each for each, pair in enumerate(zip(words, names[own], strict=True)) if pair[0] != pair[1]
            ] == [hole]:
                found.setdefault(words[hole], []).append((own[1], other[1]))
    return found


def _words(name: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in name.lower().split())
