"""Who is given what, however it is told: a row, `thing (Name)`, `thing: Name`, `Name: thing and thing`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.understanding.bodies import DOES, Bodies, Body, bodies_of
from generator.audit.understanding.deeds import deeds_in
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Reading, Row
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.words import level

Thing = frozenset[str]

_BRACKET = re.compile(r"\W*(?P<thing>[^()]{3,90}?)\s*\((?P<inside>[^()]{2,60})\)\W*")
_LABEL = re.compile(r"\W*(?P<label>[^\W_][^:()]{1,80}?)\s*(?::|\s-|\s?(?:→|->|=>))\s+(?P<rest>[^:]{2,90}?)\W*")
_TIMED = frozenset(
    {"week", "day", "month", "when", "start", "end", "duration", "identity", "share", "people", "money"}
)
_SPLIT = re.compile(r"\s*(?:,\s(?:and\s)?|;\s)\s*")
_AND = re.compile(r"\sand\s|\s[/+&]\s")
_SAID = re.compile(
    r"\W*(?:[Tt]he )?(?P<who>@?[A-ZÀ-Þ][\w.'&-]*(?: [\w.'&-]+){0,3}?)(?: team| crew| squad)?(?: will| also)? "
    r"(?P<deed>[a-z]{2,}[a-rt-z]?s?\s.+)"
)
_DONE = re.compile(
    r"\W*(?P<deed>.{3,80}?\b\w+(?:ed|en|wn|ilt|ade|ung|ept|ent|ught|run|led)) by (?:the )?"
    r"(?P<who>@?[A-ZÀ-Þ][\w.'&-]*(?: [A-ZÀ-Þ][\w.'&-]*){0,3})\W*"
)
_ADDED = re.compile(
    r"[,;:(]|\s-\s|\s(?:in|on|by|before|after|until|from|at|during|so|because|who|which|if|when|while|and|as)\s"
)
_SOMETIMES = re.compile(
    r"\b(?:if|when|unless|until|while|not|never|or|deputy"
    r"|deputises?|stands? in|back-?up|helps?|instead|once|may|can)\b",
    re.IGNORECASE,
)
_OLD = frozenset({"old", "new", "first"})
_NUMBER = re.compile(r"\b(?:\d+|[A-Z])\b")
_FEWEST = 2


@dataclass(frozen=True)
class Duty:
    """A thing, those who have it, and the place that tells so; `source` is alike where the context is."""

    thing: Thing
    called: str
    who: frozenset[Body]
    written: str
    quote: Quote
    source: object


def duties_of(reading: Reading) -> tuple[Bodies, list[Duty]]:
    """Collect what rows, entries and sentences give to somebody known."""
    bodies = bodies_of(reading)
    if not bodies.known:
        return bodies, []
    found = [duty for grid, rows in reading.tables for duty in _of_table(grid, rows, bodies)]
    for phrase in reading.phrases:
        found += [duty for duty in _of_item(phrase, bodies) if phrase.form == "item"]
        found += [duty for duty in _of_sentences(phrase, bodies) if phrase.is_spoken]
    return bodies, found


def thing_of(text: str) -> Thing:
    """Return the words of a thing or a deed without their endings, with the numbers that tell it from others."""
    return (deeds_in(text) - _OLD) | frozenset(_NUMBER.findall(level(text)))


def _of_table(grid: Grid, rows: tuple[Row, ...], bodies: Bodies) -> Iterator[Duty]:
    doing = [column for column, header in enumerate(grid.header) if DOES.fullmatch(level(header.plain))]
    column = _things_column(grid, rows, bodies)
    if not doing or column is None or column in doing:
        return
    titles = tuple(level(header.plain).lower() for header in grid.header)
    for row in (each for each in rows if not is_total(each)):
        named = [bodies.named(cell.plain) for cell in row.cells]
        who = frozenset(body for bodies_named in named for body in bodies_named)
        if any(named[each] for each in doing) and not named[column]:
            told = next(each for each in doing if named[each])
            cell = row.cells[told]
            for thing in _things(row.cells[column].plain):
                yield Duty(thing_of(thing), thing, who, cell.plain.strip(), row.mark(cell), titles)


def _things_column(grid: Grid, rows: tuple[Row, ...], bodies: Bodies) -> int | None:
    """The first column of words that is neither a time, a part of the plan nor a code."""
    for column, meaning in enumerate(grid.meanings):
        cells = [row.cells[column].plain for row in rows]
        short = all(len(re.findall(r"[^\W\d_]{3,}", cell)) < _FEWEST for cell in cells)
        if meaning not in _TIMED and not meaning.startswith("unit:") and not short:
            return None if all(bodies.named(cell) for cell in cells) else column
    return None


def _of_item(phrase: Phrase, bodies: Bodies) -> Iterator[Duty]:
    plain = level(phrase.plain)
    bracket, label = _BRACKET.fullmatch(plain), _LABEL.fullmatch(plain)
    if bracket:
        last = re.split(r"[,;]\s", bracket["inside"])[-1]
        written = next((each for each in (bracket["inside"], last) if bodies.named(each)), "")
        yield from _given(phrase, [bracket["thing"]], written, bodies, "bracket")
    elif label and bodies.named(label["label"]):
        yield from _given(phrase, _things(label["rest"]), label["label"], bodies, "behind")
    elif label:
        yield from _given(phrase, [label["label"]], label["rest"], bodies, "before")


def _of_sentences(phrase: Phrase, bodies: Bodies) -> Iterator[Duty]:
    """`Endpoint removes the old profile in week 11`, `the old profile is removed by Endpoint`."""
    plain = level(phrase.plain)
    for start, end in sentences_of(plain):
        said = plain[start:end].strip()
        found = _DONE.fullmatch(said) or _SAID.fullmatch(said)
        if found and not _SOMETIMES.search(said):
            deed = _ADDED.split(found["deed"])[0] if found.re is _SAID else found["deed"]
            yield from _given(phrase, [deed], found["who"], bodies, "sentence")


def _given(phrase: Phrase, things: list[str], written: str, bodies: Bodies, shape: str) -> Iterator[Duty]:
    who = bodies.named(written) if written else frozenset[Body]()
    start = level(phrase.plain).find(written)
    source = (phrase.text.file, len(phrase.under), phrase.item.depth if phrase.item else 0, shape)
    for thing in things if who else ():
        quote = phrase.mark(start, start + len(written))
        yield Duty(thing_of(thing), thing.strip(" *"), who, written.strip(), quote, source)


def _things(text: str) -> list[str]:
    """`desk and cabling` are two things as well as one."""
    parts = [part for part in _SPLIT.split(level(text).strip(" *.")) if part]
    return list(dict.fromkeys([*parts, *(each for part in parts for each in _AND.split(part))]))
