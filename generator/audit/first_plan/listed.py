"""What an entry of a list tells of a piece of work besides its name: how long it takes, and who has it."""

import re
from dataclasses import dataclass

from generator.audit.first_plan.lengths import length_in
from generator.audit.first_plan.wording import Stretch
from generator.audit.understanding.people import Person, persons_in
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.words import level

_BETWEEN = re.compile(r"\s*(?P<sign>\)?\s*(?:[:;,]|(?<!\b[A-Z])(?<!\bDr)\.)(?=\s|$)|\)?\s-(?=\s)|[()])\s*")
_LASTS = re.compile(r"(?:takes|lasts|for|duration|effort)\s+", re.IGNORECASE)
_LEADS = re.compile(r"(?:(?:owned|led|done|run) )?by\s+", re.IGNORECASE)
_WAITS = re.compile(r"(?:after|needs|waits for|depends on)\s+(?:the\s)?(?P<what>\S.*)", re.IGNORECASE)
_OF_LENGTH = frozenset({"duration", "effort", "length", "takes", "lasts", "time needed"})
_LABEL = re.compile(
    r"(?:(?:total|overall|planned|estimated|expected) )?(?:duration|effort|length|time(?: needed)?|buffer|contingency"
    r"|lead time|float|slack|total|reserve|estimate|owners?|start|end)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Listed:
    """A piece of work with its length, the words that tell it with its labels, and whoever has it."""

    name: str
    lasts: str
    words: tuple[str, ...]
    owner: Stretch | None
    needs: str = ""
    """The names of what it waits for."""


@dataclass(frozen=True)
class _Part:
    """Words between two signs, where they begin, and the sign before them."""

    text: str
    start: int
    sign: str


def listed_work(phrase: Phrase) -> Listed | None:
    """Read `Order chairs (3 days) - Ada Lind` and `Cabling: 2 weeks, Ada Lind`, where one length is told."""
    name, *parts = _parts(level(phrase.plain))
    people, pairs = persons_in(phrase), list(zip([name, *parts], parts, strict=False))
    lengths = [(lasts, before, each) for before, each in pairs if (lasts := _length(before, each))]
    if len(lengths) != 1 or not re.search(r"[^\W\d]{2}", name.text) or _LABEL.fullmatch(name.text):
        return None
    lasts, led, length = lengths[0]
    who, owned = next(((who, before) for before, each in pairs if (who := _whole(each, people))), (None, name))
    labels = (each.text for each in (led, owned) if each is not name and _LABEL.fullmatch(each.text))
    words = (_LASTS.sub("", length.text, count=1), *labels)
    needs = next((found["what"] for each in parts if (found := _WAITS.fullmatch(each.text))), "")
    return Listed(name.text, lasts, words, Stretch(who.told, phrase) if who else None, needs)


def is_length_of_part(phrase: Phrase) -> bool:
    """Tell a length of all that stands around an entry: `Duration: 2 weeks`, `Buffer: 3 days`."""
    name, *parts = _parts(level(phrase.plain))
    return bool(parts) and length_in(parts[0].text) is not None and bool(_LABEL.fullmatch(name.text))


def _parts(plain: str) -> list[_Part]:
    found, start, sign = [], len(plain) - len(plain.lstrip()), ""
    for match in _BETWEEN.finditer(plain):
        found.append(_Part(plain[start : match.start()], start, sign))
        start, sign = match.end(), match["sign"].strip()
    parts = [*found, _Part(plain[start:].rstrip(), start, sign)]
    return [parts[0], *(each for each in parts[1:] if each.text)]


def _length(before: _Part, part: _Part) -> str | None:
    """What stands behind a label is a length of the work only where the label says so."""
    labelled = part.sign.endswith(":") and before.sign and before.text.lower() not in _OF_LENGTH
    return None if labelled else length_in(_LASTS.sub("", part.text, count=1))


def _whole(part: _Part, people: list[Person]) -> Person | None:
    led = _LEADS.match(part.text)
    start, end = part.start + (led.end() if led else 0), part.start + len(part.text)
    return next((each for each in people if (each.start, each.end) == (start, end)), None)
