"""Who leads, chairs or decides what, in whatever words: rows, headings, role lists and sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.understanding.entries import is_total
from generator.audit.understanding.phrases import Phrase, Quote, Reading, Row
from generator.audit.understanding.units import title_after, units_in
from generator.audit.understanding.words import key_of, level

Topic = frozenset[str]

_TITLE = r"(?:Dr|Prof|Mr|Ms|Mrs|Capt|Sr|Frau|Herr)\.?\s"
_WORD = r"(?<![\w'-])[A-ZÀ-Þ][\w'-]*[a-zà-ÿ][\w'-]*"
_PERSON = (
    rf"(?P<who>(?:{_TITLE})+(?:{_WORD})(?:\s{_WORD})?|{_WORD}(?:\s(?:de|van|von|der|da|di|{_WORD}|[A-Z]\.)){{1,3}})"
)
_LEAD = r"(?:lead|leader|owner|head)"
_TOPIC = r"(?P<topic>[A-Za-z][\w-]*(?:\s(?!(?:and|in|on|at|from|with|until|by|for|who|which|is|are)\b)[\w-]+){0,3})"
_THE = r"(?:the\s)?"
_OPENS = r"(?:^|[.;,·]\s)\W{0,2}(?:[Tt]he\s)?"
_FEW = r"(?P<topic>[A-Za-z][\w-]*(?:\s[\w-]+){0,2})"
_BE = r"(?:is|are|will\sbe)"
_PATTERNS = (
    ("lead", rf"{_PERSON}(?:,\swho)?(?:\salso)?\s(?:leads|heads|owns)\s{_THE}{_TOPIC}"),
    ("lead", rf"{_PERSON},?\s\(?(?:as\s|is\s)?{_THE}{_LEAD}\sof\s{_THE}{_TOPIC}"),
    ("lead", rf"{_PERSON}\s(?:is|acts|serves)\s(?:[a-z ]{{1,20}}\s)?(?:as|the)\s{_FEW}\s{_LEAD}\b"),
    ("lead", rf"{_OPENS}{_TOPIC}\s(?:{_BE}\s)?(?:led|headed|owned)\sby\s{_PERSON}"),
    ("lead", rf"{_OPENS}{_FEW}\s{_LEAD}(?:\sis|:)?\s{_PERSON}"),
    ("chair", rf"{_PERSON}\schairs\s{_THE}{_TOPIC}"),
    ("chair", rf"{_OPENS}{_TOPIC}\s{_BE}\schaired\sby\s{_PERSON}"),
    ("decide", rf"{_PERSON}\sdecides\s(?:on\s|about\s){_THE}{_TOPIC}"),
    ("decide", rf"\b[Dd]ecision\son\s{_THE}{_TOPIC}(?::|\sis\staken\sby)\s{_PERSON}"),
)
_SAID = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)
_BELOW = re.compile(rf"\W*(?:[Ll]ead|[Oo]wner|[Hh]ead)\s*:\s*{_PERSON}\W*$")
_OWN = re.compile(rf"\b{_LEAD}s?\b|\bled\b", re.IGNORECASE)
_KINDS = {
    "lead": "lead",
    "leads": "lead",
    "leader": "lead",
    "head": "lead",
    "led by": "lead",
    "owner": "lead",
    "owners": "lead",
    **dict.fromkeys(("captain", "foreman", "forewoman", "headed by", "run by", "in charge", "team lead"), "lead"),
    "chair": "chair",
    "decides": "decide",
}
_NO_PERSON = re.compile(
    r"\b(?:team|squad|studio|group|department|office|ltd|gmbh|inc|engineering|facilities|board|committee|operations"
    r"|unit|services?|crew|agency|council|school|bank)\b",
    re.IGNORECASE,
)
_IN_CASE = re.compile(r"\b(?:if|when|whenever|while|unless|until|once)\s[^.;:!?]*$", re.IGNORECASE)
"""What is said of a time or a case is not so in general."""
_THIS = re.compile(r"th(?:is|e)\s(?:wave|phase|stage|stream|workstream|package|sprint|track|step)$", re.IGNORECASE)
_HONOURS = frozenset({"dr", "prof", "mr", "ms", "mrs", "capt", "sr", "frau", "herr"})


@dataclass(frozen=True)
class Charge:
    """A person who leads, chairs or decides a thing, which may be called by several names."""

    kind: str
    topics: frozenset[Topic]
    who: frozenset[str]
    told: str
    quote: Quote
    source: object
    """The table or the text that says so."""


def charges_of(reading: Reading) -> list[Charge]:
    """Collect what tables say, then what headings, lists and sentences say."""
    rows = [(grid, row) for grid, rows in reading.tables for row in rows if not is_total(row)]
    found = [each for grid, row in rows for each in _of_row(row, grid)]
    said = (phrase for phrase in reading.phrases if phrase.form in {"paragraph", "item", "cell"})
    return [*found, *(each for phrase in said for each in (*_below_heading(phrase), *_of_sentence(phrase)))]


def is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two names may be one person: one is part of the other."""
    return one <= other or other <= one


def _of_row(row: Row, source: object) -> Iterator[Charge]:
    key = row.cells[row.grid.key_column]
    for cell, header in zip(row.cells, row.grid.header, strict=True):
        heading = level(header.plain).strip().lower()
        kind = _KINDS.get(heading, "")
        who = _person(cell.plain)
        if cell is not key and kind and who:
            codes = [_key(each.plain) for each in row.cells[: row.grid.key_column]]
            topics = frozenset([*_names(key.plain), *(code for code in codes if code)])
            yield Charge(kind, topics, who, cell.plain.strip(), row.mark(cell), source)
        elif heading in {"role", "function"} and _OWN.search(cell.plain):
            yield from _of_role(row, cell, source)


def _of_role(row: Row, role: Phrase, source: object) -> Iterator[Charge]:
    others = [cell for cell in row.cells if cell is not role and _person(cell.plain)]
    topic = _key(_OWN.sub(" ", role.plain))
    if len(others) == 1 and topic:
        who = _person(others[0].plain)
        yield Charge("lead", frozenset({topic}), who, others[0].plain.strip(), row.mark(others[0]), source)


def _below_heading(phrase: Phrase) -> Iterator[Charge]:
    found = _BELOW.match(level(phrase.plain)) if phrase.under else None
    if found:
        quote = phrase.mark(found.start("who"), found.end("who"))
        topics = frozenset(_names(phrase.under[-1].text.plain))
        yield Charge("lead", topics, _person(found["who"]), found["who"], quote, phrase)


def _of_sentence(phrase: Phrase) -> Iterator[Charge]:
    plain = level(phrase.plain)
    for kind, pattern in _SAID:
        for found in pattern.finditer(plain):
            who, topics = _person(found["who"]), frozenset(_topics(phrase, found["topic"]))
            if who and topics and not _IN_CASE.search(plain, 0, found.start("who")):
                quote = phrase.mark(found.start("who"), found.end("who"))
                yield Charge(kind, topics, who, found["who"], quote, phrase)


def _topics(phrase: Phrase, topic: str) -> list[Topic]:
    if _THIS.match(topic):
        return _names(phrase.under[-1].text.plain) if phrase.under else []
    return _names(topic)


def _names(text: str) -> list[Topic]:
    """A thing is called by its whole name, by its number or by its title."""
    plain = re.sub(r"\s*\([^()]*\)", "", level(text)).strip()
    units = units_in(plain)
    parts = [plain]
    if units and not plain[: units[0].start].strip():
        parts += [plain[units[0].start : units[0].end], title_after(plain, units[0])]
    return [key for part in parts if (key := _key(part))]


def _key(text: str) -> Topic:
    key = key_of(text)
    return key if any(len(each) > 1 and not each.isdecimal() for each in key) else frozenset()


def _person(text: str) -> frozenset[str]:
    plain = level(text).strip(" *")
    found = re.fullmatch(_PERSON, plain)
    return key_of(plain) - _HONOURS if found and not _NO_PERSON.search(plain) else frozenset()
