"""Numbers that must fit the number of something told elsewhere: "twelve shops, four in each country"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.findings import Span
from generator.literals.about import Topics
from generator.literals.claims import Claim
from generator.literals.lexicon import Known
from generator.literals.numbers import COUNTED, LONG_NUMBER, NUMBERS, ONE_WORD, number_of, whole_number
from generator.literals.passages import Passage, passages
from generator.literals.samples import Count
from generator.literals.stems import stem
from generator.model.walk import prose
from generator.patterns import Pattern, any_of
from generator.prose import Facts

_EACH = Pattern(
    rf"(?<![\w.,:/-])(?P<said>(?P<number>{ONE_WORD})\s+{COUNTED})\s*,\s+(?P<each>{ONE_WORD})\s+(?:of\s+them\s+)?"
    r"(?:(?:in|for|from|at|on|to)\s+(?:each|every)|per|an?|each)\s+(?P<whole>[a-z]{3,20})\b"
    rf"(?!,?\s+(?:and|plus)\s+(?:also\s+|another\s+)?{ONE_WORD})",
    (",",),
    words=(NUMBERS, any_of("each every per a an")),
)
_SAMPLE = Pattern(
    rf"\b(?:samples?|selections?|subsets?)\s+of\s+(?:only\s+|about\s+)?(?P<said>(?P<number>{LONG_NUMBER})\s+{COUNTED})\b",
    words=(NUMBERS, any_of("sample samples selection selections subset subsets")),
)
_ALL = Pattern(
    rf"All\s+(?P<said>{ONE_WORD})(?=\s+(?:at|are|open|stand|must|on|in|by|with|go|come|together|close|have|were)\b|,)",
    words=(NUMBERS, any_of("all")),
)

Counts = Mapping[str, Sequence[Count]]


def tallied(counts: Counts, facts: Facts, topics: Topics) -> Iterator[Claim]:
    """Yield each number that cannot be where others of the plan are right."""
    for pointer, text in prose(facts.plan):
        if not any(form.search(text) for form in (_EACH, _SAMPLE, _ALL)):
            continue
        for passage in passages(pointer, text):
            bounds = passage.plain, passage.begin, passage.end
            for found in _EACH.finditer(*bounds):
                yield from _of_each(found, passage, counts)
            for found in _SAMPLE.finditer(*bounds):
                yield from _of_sample(found, passage, counts)
            every = _ALL.match(passage.plain, passage.words_begin, passage.end)
            owner = topics.owner(pointer, ("task", "milestone", "checkpoint")) if every else None
            if every and owner:
                yield from _of_all(every, passage, owner, counts, topics)


def _of_each(found: re.Match[str], passage: Passage, counts: Counts) -> Iterator[Claim]:
    whole = _told(found["whole"], counts)
    numbers = {each.number for each in whole}
    said, share = whole_number(found["number"]), whole_number(found["each"])
    if said and share and len(numbers) == 1 and said != share * (each := numbers.pop()):
        told = f"{found['each']} for each of {each} are {share * each}"
        yield _claim(passage, found.span("said"), f"{told} ({_quoted(whole[0])})", whole[0])


def _of_sample(found: re.Match[str], passage: Passage, counts: Counts) -> Iterator[Claim]:
    whole = _told(found["noun"], counts)
    if whole and number_of(found["number"]) > max(each.number for each in whole):
        yield _claim(passage, found.span("said"), f"elsewhere it is {_quoted(whole[0])}", whole[0])


def _of_all(found: re.Match[str], passage: Passage, owner: Known, counts: Counts, topics: Topics) -> Iterator[Claim]:
    """What the owner is called by is meant, unless it needs as many people."""
    item = topics.facts.index.by_kind[owner[0]][owner[1]]
    needs = [band.high for band in getattr(item, "needs", {}).values()]
    things = [_told(word, counts) for word in str(getattr(item, "name", "")).split() if word.endswith("s")]
    numbers = {each.number for whole in things for each in whole}
    said = whole_number(found["said"])
    if said and len(numbers) == 1 and said not in (*numbers, *needs, sum(needs)):
        other = next(filter(None, things))[0]
        yield _claim(passage, found.span("said"), f"elsewhere it is {_quoted(other)}", other)


def _told(noun: str, counts: Counts) -> Sequence[Count]:
    """Every number of what a noun tells, with any word before it."""
    told = stem(noun)
    return [each for key, every in counts.items() if key.rsplit(" ", 1)[-1] == told for each in every]


def _quoted(count: Count) -> str:
    return f'"{" ".join(count.text[slice(*count.span)].split())}"'


def _claim(passage: Passage, span: tuple[int, int], fact: str, other: Count) -> Claim:
    said = passage.text[slice(*span)]
    return Claim("count", passage.pointer, Span(*span), said, fact, agrees=False, also=(other.pointer,))
