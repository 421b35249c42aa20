"""Names and ids in prose that no item has, though they are much like one that is."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from generator.findings import Pointer, Span
from generator.literals.claims import Reading
from generator.literals.lexicon import words_of
from generator.literals.names import BEHIND, LABEL, NAMED, SMALL_WORDS
from generator.literals.passages import codes
from generator.prose import Facts

_COUNTED = ("phase", "wave", "checkpoint")
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_PHRASE = re.compile(
    rf"\b[A-Z][\w-]{{0,60}}(?:\s+(?:(?:&|{'|'.join(SMALL_WORDS)})\s+){{0,3}}[A-Z][\w-]{{0,60}}){{1,20}}"
)
"""Several words with capitals, which may be a name."""
_ENOUGH_LETTERS = 8
_LONG_WORD = 4
_INFLECTED = ("s", "es", "d", "ed", "r", "er", "ing", "y", "ies", "al", "n", "ly")


@dataclass(frozen=True)
class StrangeName:
    """A name or id that no item has, though one or several are much like it."""

    kind: str
    pointer: Pointer
    span: Span
    said: str
    near: str | None
    known: str


@dataclass(frozen=True)
class Names:
    """What names look like: numbered ones by stem, others by their words but one, ids by letter and numbers."""

    numbers: Mapping[str, tuple[int, ...]]
    labels: re.Pattern[str] | None
    gapped: Mapping[tuple[str, ...], Sequence[tuple[str, str]]]
    lengths: tuple[int, ...]
    ids: Mapping[tuple[str, ...], Sequence[str]]


def names_in(facts: Facts) -> Names:
    """Look at every name once."""
    terms = [
        (kind, term)
        for (kind, _), called in facts.names.items()
        for term in dict.fromkeys((called.name, called.label))
        if kind in NAMED
    ]
    gapped: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for term in (term for _, term in terms if not LABEL.fullmatch(term)):
        for key, word in _gaps(words_of(term)):
            gapped.setdefault(key, []).append((word, term))
    stems = _stems([term for _, term in terms], f"{facts.plan.title} {facts.plan.subtitle or ''}")
    labels = rf"(?<![\w-])(?P<stem>{'|'.join(map(re.escape, stems))})\s+(?P<number>\d{{1,4}})(?![\w%:]|[-–.,]\d|-\w)"
    ids: dict[tuple[str, ...], list[str]] = {}
    for name in dict.fromkeys(name for items in facts.index.by_kind.values() for name in items):
        ids.setdefault(_shape(name), []).append(name)
    return Names(stems, re.compile(labels) if stems else None, gapped, tuple(sorted(set(map(len, gapped)))), ids)


def _stems(terms: Iterable[str], title: str) -> dict[str, tuple[int, ...]]:
    """The words that count items, with their numbers; one that counts in the title counts plans, not their parts."""
    numbers: dict[str, set[int]] = {}
    for label in filter(None, map(LABEL.fullmatch, terms)):
        numbers.setdefault(label["stem"], set()).add(int(label["number"]))
    return {stem: tuple(sorted(found)) for stem, found in numbers.items() if not re.search(rf"\b{stem} \d", title)}


def strange_names(reading: Reading, names: Names) -> Iterator[StrangeName]:
    """Yield each numbered name whose number no item has, and each name that is one letter off."""
    yield from _numbers(reading, names)
    yield from _misspelt(reading, names)


def strange_ids(pointer: Pointer, text: str, names: Names) -> Iterator[StrangeName]:
    """Yield each word between backquotes that is one letter off an id, and no form of it."""
    for code in codes(text):
        among = names.ids.get(_shape(code.text), ()) if _ID.fullmatch(code.text) else ()
        near = [each for each in among if _distance_is_one(code.text, each) and not _is_inflected(code.text, each)]
        if len(near) == 1 and code.text not in among:
            yield StrangeName("id", pointer, code.span, code.text, near[0], f'did you mean "{near[0]}"?')


def differs_by_one(word: str, other: str) -> bool:
    """Tell whether two words are one letter apart, and are no forms of one word."""
    return word != other and _distance_is_one(word, other) and not _is_inflected(word, other)


def _shape(word: str) -> tuple[str, ...]:
    """What a misspelling leaves: the first letter, and the numbers."""
    return word[0], *re.findall(r"\d+", word)


def _numbers(reading: Reading, names: Names) -> Iterator[StrangeName]:
    passage = reading.passage
    for found in names.labels.finditer(passage.plain, passage.begin, passage.end) if names.labels else ():
        stem, known = found["stem"], names.numbers[found["stem"]]
        is_other = stem.lower() in _COUNTED and not BEHIND.match(passage.plain, found.end())
        if int(found["number"]) not in known and not is_other:
            there = f"{stem} {known[0]}" if len(known) == 1 else f"{stem} {known[0]} to {stem} {known[-1]}"
            span = Span(*found.span())
            yield StrangeName(
                "name", passage.pointer, span, " ".join(found.group().split()), None, f"there is {there}"
            )


def _misspelt(reading: Reading, names: Names) -> Iterator[StrangeName]:
    passage = reading.passage
    for phrase in _PHRASE.finditer(passage.plain, passage.begin, passage.end):
        tokens = list(_TOKEN.finditer(passage.plain, *phrase.span()))
        for length, index in product(names.lengths, range(len(tokens))):
            among = tokens[index : index + length]
            span = Span(among[0].start(), among[-1].end())
            near = _near([token.group() for token in among], names) if _is_free(span, reading) else None
            if near and len(among) == length:
                said = passage.text[span.begin : span.end]
                yield StrangeName("name", passage.pointer, span, said, near, f'did you mean "{near}"?')


def _is_free(span: Span, reading: Reading) -> bool:
    """Tell whether no item is named there, but by a part of what may be a longer name."""
    return not any(
        mention.begin < span.end
        and span.begin < mention.end
        and not span.begin <= mention.begin < mention.end < span.end
        for mention in reading.named
    )


def _near(words: list[str], names: Names) -> str | None:
    """The one name from which a row of words differs by one letter in one word."""
    found = {
        term
        for key, word in _gaps(tuple(words))
        for other, term in names.gapped.get(key, ())
        if word != other and _distance_is_one(word, other) and not _is_inflected(word, other)
    }
    return found.pop() if len(found) == 1 else None


def _gaps(words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Leave each longer word out in turn, a blank in its place."""
    if len(words) < 2 or sum(map(len, words)) < _ENOUGH_LETTERS:  # noqa: PLR2004 - one word is no name by itself
        return
    for index, word in enumerate(words):
        if len(word) >= _LONG_WORD and word.isalpha():
            yield (*words[:index], "", *words[index + 1 :]), word


def _distance_is_one(word: str, other: str) -> bool:
    """Tell whether one letter is missing, added, another, or two neighbours are swapped."""
    if abs(len(word) - len(other)) > 1 or word[:1].lower() != other[:1].lower():
        return False
    start = next(
        (index for index, (one, two) in enumerate(zip(word, other, strict=False)) if one != two),
        min(len(word), len(other)),
    )
    one, two = word[start:], other[start:]
    swapped = len(one) > 1 and one[:2] == two[:2][::-1] and one[2:] == two[2:]
    return swapped or one[1:] == two[1:] or one[1:] == two or one == two[1:]


def _is_inflected(word: str, other: str) -> bool:
    """Tell whether two words are forms of one: "review" and "reviews"."""
    longer, shorter = sorted((word, other), key=len, reverse=True)
    stem = next(
        (index for index, (one, two) in enumerate(zip(longer, shorter, strict=False)) if one != two), len(shorter)
    )
    return longer[stem:] in _INFLECTED and (shorter[stem:] in ("", "e", "y", *_INFLECTED))
