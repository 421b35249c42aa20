"""Which parts of a series a text speaks of: by name and number, lists and ranges told out, or by their contents."""

import re
from dataclasses import dataclass

from generator.audit.understanding.called import Name, is_key, words_of
from generator.audit.understanding.part_series import Part, Series
from generator.audit.understanding.words import NUMBER_WORD, level

_NEXT = re.compile(r"\s?(?:(?P<range>-|to|through)|,|\+|&|/|,?\sand)\s?", re.IGNORECASE)
_LONGEST = 5
_ALL = re.compile(
    rf"\b(?:all|both)\s(?:of the |the )?(?:(?:\d{{1,2}}|{NUMBER_WORD})\s)?(?P<noun>[a-z]{{3,20}})\b", re.IGNORECASE
)
_NO_PART = frozenset({"all", "and", "in", "of", "for", "on", "both", "every", "each", "at", "with", "is", "are"})
"""Words that a name may follow and not be a part of a longer one."""
_TESTING = frozenset({"test", "check", "cover", "examin", "examine", "inspect"})
"""Verbs, stemmed, with which a gate tells what it looks at."""
_CLOSES = re.compile(r"\s*(?:[,;.]|$|\sand\s)")
_Word = tuple[str, int, int]


@dataclass(frozen=True)
class Mentioned:
    """A part that a text names, where it does so, and whether by its own name rather than by what it consists of."""

    part: Part
    name: Name
    start: int
    end: int
    own: bool


def mentioned_in(text: str, series: Series) -> list[Mentioned]:
    """Find the parts of a series that a text names; by what they consist of where none is by its own name."""
    return named_in(text, series) or _complete(_spotted(text, series.by_content, own=False))


def all_named_in(text: str, series: Series) -> list[Mentioned]:
    """`All batches`: every part of a kind."""
    found = _ALL.search(level(text))
    stem = words_of(found["noun"])[0][0] if found else ""
    parts = series.kinds.get(stem, []) if len(series.kinds.get(stem, [])) == len(series.parts) else []
    return [Mentioned(part, (stem,), found.start(), found.end(), own=True) for part in parts if found]


def named_in(text: str, series: Series) -> list[Mentioned]:
    """Find the parts of a series that a text names by their own names."""
    return _spotted(text, series.by_name, own=True)


def _complete(found: list[Mentioned]) -> list[Mentioned]:
    """A part is meant where all of its title is told, or all of what one of its cells lists."""
    names = {(id(each.part), each.name) for each in found}
    return [
        each
        for each in found
        if any(
            each.name in group and all((id(each.part), name) in names for name in group)
            for group in each.part.contents
        )
    ]


def _spotted(text: str, index: dict[Name, Part], *, own: bool) -> list[Mentioned]:
    plain, words = level(text), words_of(text)
    starts = {name[0] for name in index}
    found: list[Mentioned] = []
    at = 0
    while at < len(words):
        name = _longest(words, at, index) if words[at][0] in starts else ()
        if name and (len(name) > 1 or _stands_alone(plain, words, at, own=own)):
            at += len(name)
            found.append(Mentioned(index[name], name, words[at - len(name)][1], words[at - 1][2], own))
            at = _listed(plain, words, at, index, found) if is_key(name[-1]) and len(name) > 1 else at
        else:
            at += 1
    return found


def _stands_alone(plain: str, words: list[_Word], at: int, *, own: bool) -> bool:
    """One word is a name where it is written as one; *trial* in *sea trial* is another thing's."""
    before = plain[words[at - 1][2] : words[at][1]] if at else ","
    if own:
        return plain[words[at][1]].isupper() or _is_listed(plain, words, at, before)
    return bool(before.strip()) or words[at - 1][0] in _NO_PART


def _is_listed(plain: str, words: list[_Word], at: int, before: str) -> bool:
    """`tests balance, voice lines, translations`: alone between commas, or between them and a verb."""
    opens = before.strip() in {",", ";"} or (at > 0 and words[at - 1][0] in _TESTING)
    return opens and bool(_CLOSES.match(plain, words[at][2]))


def _longest(words: list[_Word], at: int, index: dict[Name, Part]) -> Name:
    names = (tuple(word for word, _, _ in words[at : at + size]) for size in range(_LONGEST, 0, -1))
    return next((name for name in names if name in index), ())


def _listed(plain: str, words: list[_Word], at: int, index: dict[Name, Part], found: list[Mentioned]) -> int:
    """`Rings 1 and 2`, `Batches 2-4`: further numbers of the noun told before."""
    stem = tuple(word for word, _, _ in words[at - 2 : at - 1])
    while at < len(words) and is_key(words[at][0]):
        join = _NEXT.fullmatch(plain, words[at - 1][2], words[at][1])
        part = index.get((*stem, words[at][0]))
        if not join or not part:
            break
        keys = [words[at][0]]
        if join["range"] and keys[0].isdecimal() and words[at - 1][0].isdecimal():
            keys = [str(number) for number in range(int(words[at - 1][0]) + 1, int(keys[0]) + 1)]
        found += [
            Mentioned(each, (*stem, key), words[at][1], words[at][2], own=True)
            for key in keys
            if (each := index.get((*stem, key)))
        ]
        at += 1
    return at
