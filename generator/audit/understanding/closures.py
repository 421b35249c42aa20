"""Days that a text keeps free of something: holidays, freezes, days of rest, closed doors."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.understanding.phrases import Phrase, Quote, Reading
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.windows import WEEK, Found
from generator.audit.understanding.words import level, tokens_of

_FREE = re.compile(
    r"\b(?:kept|left|stays?|remains?|is|are|be|keep|leave)\s(?:\w+\s)?(?:free|clear)\s(?:of|from)\s(?:all\s|any\s)?(?P<what>[a-z-]+)",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\b(?:nothing|nobody|no one|no-one)\s(?:is|are|may|can|will|must|gets?|moves?|happens?|works?|ships?"
    r"|runs?|starts?|goes"
    r"|changes?|leaves?|travels?)\b|\bno work\b|\b(?:do|does) not work\b|\bwork stops\b",
    re.IGNORECASE,
)
_NO = re.compile(
    r"(?:^|[\s:;,(-])(?:there (?:is|are|will be)\s)?(?:no|without)\s(?:(?:new|further|more"
    r"|other)\s)?(?P<what>[a-z-]{3,}s?)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\sand\s|&|,", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
_NOBODY = re.compile(
    r"\b(?:nobody|no one|no-one)\s(?P<what>(?!(?:is|has|was|does|knows|minds|wants|needs)\b)[a-z]{3,}(?<!s)s)"
    r"\s(?:in|on|during|between|from)\s",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\b(?:is|are|stays?|remains?)\s(?:closed|shut|off limits|blocked)\b|\b(?:rest|free) days?\b"
    r"|\bdays? (?:off|of rest)\b"
    r"|\b(?:public|bank|works|company|school) holidays?\b|\bshut-?down\b|\bblack-?out\b|\b(?:code|change) freeze\b",
    re.IGNORECASE,
)
_SOFT = re.compile(
    r"\b(?:except|unless|apart from|other than|besides|only (?:if|when|for|in|on|with|until)|but not|if"
    r"|(?-i:may)|might|could|would|instead|was|were|had|last year"
    r"|later than|earlier than|before|after|until|by|since|should|sooner|fewer|less|more than|need|longer than)\b",
    re.IGNORECASE,
)
_EMPTY = frozenset({"one", "body", "longer", "later", "earlier", "more", "less", "sooner", "need", "change", "work"})


@dataclass(frozen=True)
class Closure:
    """Stretches of time, the stems of what is kept away from them; without any it is all work."""

    found: tuple[Found, ...]
    what: frozenset[str]
    subject: frozenset[str]
    """The words of its sentence, which name the free time itself."""
    quote: Quote
    phrase: Phrase


def closures_of(reading: Reading) -> Iterator[Closure]:
    """Collect what sentences and entries keep free."""
    for phrase in reading.phrases:
        if phrase.is_spoken and 0 < len(phrase.windows) <= _LONGEST:
            plain = level(phrase.plain)
            for start, end in _clauses(plain):
                found = [each for each in phrase.windows if start <= each.start < end]
                if found and len(found) <= _MOST:
                    yield from _of_sentence(phrase, plain, start, end, found)


def _clauses(plain: str) -> Iterator[tuple[int, int]]:
    """Sentences, parted at semicolons."""
    for start, end in sentences_of(plain):
        for match in re.finditer(r"[^;]+", plain[start:end]):
            yield start + match.start(), start + match.end()


_MOST, _LONGEST = 4, 40


def _of_sentence(phrase: Phrase, plain: str, start: int, end: int, found: list[Found]) -> Iterator[Closure]:
    if _SOFT.search(_without(plain, start, end)):
        return
    if any(_leaves_out(plain, each) for each in found):
        return
    free = _FREE.search(plain, start, end) or _NOBODY.search(plain, start, end) or _NO.search(plain, start, end)
    whole = None if free else _NOTHING.search(plain, start, end) or _CLOSED.search(plain, start, end)
    match = free or whole
    if not match:
        return
    what = frozenset(stem for stem, _, _ in tokens_of(free["what"])) if free else frozenset()
    all_work = bool(free and free.re is _NOBODY and _NOTHING.search(plain, start, end))
    if what & _EMPTY and not all_work:
        return
    subject = frozenset(stem for stem, _, _ in tokens_of(plain[start : found[0].start]))
    quote = phrase.mark(match.start(), match.end())
    if not what & _EMPTY:
        yield Closure(tuple(found), what, subject - what, quote, phrase)
    if all_work:
        yield Closure(tuple(found), frozenset(), subject, quote, phrase)


def _leaves_out(plain: str, found: Found) -> bool:
    """`Weeks 38 and 40` leave out what lies between."""
    wide = (found.window.last or 0) - (found.window.first or 0) >= 2 * WEEK
    listed = found.window.grain == WEEK and _LISTED.search(plain, found.start, found.end)
    return bool(listed) and wide and not _BETWEEN.search(plain, 0, found.start)


def _without(plain: str, start: int, end: int) -> str:
    """The sentence without what stands in brackets."""
    return re.sub(r"\([^()]*\)", " ", plain[start:end])
