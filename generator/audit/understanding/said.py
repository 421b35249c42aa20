"""What sentences say of things that tables, lists and headings tell by name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.audit.calendar import WEEKDAY
from generator.audit.understanding.entries import LONGEST, Name, is_name
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.windows import Found
from generator.audit.understanding.words import level, tokens_of

_BE = r"(?:(?:is|are|will be|must be|has to be|have to be|should be|shall be)\s+)?"
_AT = re.compile(
    rf"[\s,:(]*{_BE}(?:held|planned|scheduled|submitted|delivered|runs?|takes place|happens|due)?\s*"
    rf"(?:for|in|on|from|at|during)?\s*(?:the\s+)?(?:end of\s+)?(?:{WEEKDAY},?\s+)?",
    re.IGNORECASE,
)
_START = re.compile(
    r"\s*(?:will\s+)?(?:starts?|begins?|opens?|kicks off)\s*(?:in|on|at|from|with)?\s*", re.IGNORECASE
)
_END = re.compile(
    rf"\s*{_BE}(?:complete[ds]?|done|finished|ends?|finishes|closes)\s*(?:in|on|at)?\s*(?:the\s+)?(?:end of\s+)?",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\s*{_BE}(?:complete[d]?|done|finished|due|ready|there)?\s*by\s+(?:the\s+)?(?:end of\s+)?", re.IGNORECASE
)
_ROLES = (("by", _BY), ("start", _START), ("end", _END), ("at", _AT))
_SENTENCE = re.compile(r"[.;!?](?=\s|$)|,\s+(?=(?:and|but|while)\b)")


@dataclass(frozen=True)
class Spotted:
    """A name found in a text."""

    name: Name
    start: int
    end: int
    first: bool
    """Its sentence begins with it."""


Index = frozenset[Name]


def index_of(names: Iterable[Name]) -> Index:
    """Keep names so that a text is looked through once, however many names there are."""
    return frozenset(names)


def spotted(index: Index, text: str, *, single: bool = False) -> Iterator[Spotted]:
    """Yield the longest name at each place; a single plain word counts only where a sentence begins with it.

    With `single` it counts everywhere.
    """
    tokens = tokens_of(text)
    starts = _first_words(text, [start for _, start, _ in tokens])
    after = -1
    for position, (_, start, _) in enumerate(tokens):
        name = _name_at(index, tokens, position) if start > after else None
        if name and (single or start in starts or len(name) > 1 or not name[0].isalpha()):
            after = tokens[position + len(name) - 1][2]
            yield Spotted(name, start, after, start in starts)


def _name_at(index: Index, tokens: list[tuple[str, int, int]], position: int) -> Name | None:
    """Try the longest stretch first."""
    stems = tuple(stem for stem, _, _ in tokens[position : position + LONGEST])
    return next((stems[:length] for length in range(len(stems), 0, -1) if stems[:length] in index), None)


def _first_words(text: str, starts: list[int]) -> set[int]:
    """Return where the first word of each sentence begins."""
    ends = [0, *(match.end() for match in _SENTENCE.finditer(level(text)))]
    found: set[int] = set()
    position = 0
    for end in ends:
        while position < len(starts) and starts[position] < end:
            position += 1
        found |= set(starts[position : position + 1])
    return found


def times_said(phrase: Phrase, names: list[Spotted]) -> Iterator[tuple[Spotted, str, Found]]:
    """Yield each name with the time that its sentence tells of it, and whether as start, end, both or latest."""
    plain = level(phrase.plain)
    for found in phrase.windows:
        before = [each for each in names if each.end <= found.start]
        between = plain[before[-1].end : found.start] if before else ""
        role = next((role for role, pattern in _ROLES if before and pattern.fullmatch(between)), "")
        if role and (between.strip(" (:,") or "(" in between) and is_name(before[-1].name):
            yield before[-1], role, found
