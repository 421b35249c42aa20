"""Stretches of texts, their sentences, and whoever they end with."""

import re
from dataclasses import dataclass

from generator.audit.understanding.people import persons_in
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.words import level

DANGLING = re.compile(
    r"[\s,:;–—-]+(?:(?P<until>until|till|through)|on|by|from|at|in|due|of|between|before)[\s.:,–—-]*$", re.IGNORECASE
)
"""A word that leads to a day, at the end of what was cut there."""
_ASKED = re.compile(r"(?:ask|call|contact|phone|ring|see|tell|inform|warn)\b", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:→|⇒|->|=>)\s*|\s+-\s+|:\s+")
_SENTENCE = re.compile(
    r"(?:(?<=[?!])|(?<=[\w)%\"'*])(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bSt)(?<!\bNo)(?<!\bvs)\.)\s+(?=\W?[A-Z])"
)
"""Between two sentences."""
_TAIL = re.compile(r"(?:\(|(?<=[.?!])\s+(?:[A-Z][a-z]+(?: [a-z]+)? by )?|\s[-–—]\s)$")
"""What stands before somebody who is named at the end."""
_DOES = re.compile(r"(?:,[^,:;]{2,40},|,? \([^()]{2,40}\),?|, who)? (?:[A-Z][a-z]+ )?(?:and|or|[a-z]{2,})\b")
"""What stands behind whoever does something: a verb, never a colon."""
_LONGEST = 90


@dataclass(frozen=True)
class Stretch:
    """Words of a document and the text that they stand in."""

    text: str
    phrase: Phrase
    label: str = ""


def bare(text: str) -> str:
    """Return a text without the signs around it."""
    return text.strip(" .;,-–—|*")


def in_two(name: str) -> tuple[str, str]:
    """Part a head into the thing and what is said of it: `Lift fails: use stairs`, or the same in two sentences."""
    plain = level(name)
    marks = [found for found in (_SPLIT.search(plain), _SENTENCE.search(plain)) if found]
    first = min(marks, key=lambda each: each.start(), default=None)
    if not first or len(plain[: first.start()]) > _LONGEST:
        return name, ""
    return name[: first.start()].strip(), name[first.end() :].strip()


def in_sentences(text: str) -> tuple[str, str]:
    """Part a text into its first sentence and all others."""
    found = _SENTENCE.search(level(text))
    return (text[: found.start()], text[found.end() :]) if found else (text, "")


def sentences_of(text: str) -> list[str]:
    """Part a text into its sentences."""
    return _SENTENCE.split(text)


def person_at_end(phrase: Phrase, text: str) -> tuple[str, Stretch | None]:
    """Take whoever ends a text off it: `(Ada Lind)`, `Watched by Ada Lind`, `Signed off? Ada Lind`."""
    named = [each for each in persons_in(phrase) if each.told in text]
    if len(named) != 1:
        return text, None
    before, _, behind = text.rpartition(named[0].told)
    tail = _TAIL.search(before)
    if tail is None or re.search(r"\w", behind) or not re.search(r"[^\W\d]", before):
        return text, None
    return before[: tail.start()].rstrip(" -–—"), Stretch(named[0].told, phrase)


def doer(phrase: Phrase, said: str) -> Stretch | None:
    """Whoever the last sentence begins with, as in `Ada Lind decides`."""
    *_, last = re.split(r"(?<=[.?!*])\s+", said.strip())
    asked = _ASKED.match(last)
    named = (each.told for each in persons_in(phrase) if not asked and last.startswith(each.told))
    first = next((told for told in named if _DOES.match(last.removeprefix(told))), None)
    return Stretch(first, phrase) if first else None
