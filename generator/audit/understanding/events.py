"""What happens when: every single day on which a text, an entry or a row lets something begin, end or take place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.calendar import NAMES, WEEKDAY
from generator.audit.understanding.phrases import Phrase, Quote, Reading, Row
from generator.audit.understanding.points import points_in
from generator.audit.understanding.windows import Found, Window
from generator.audit.understanding.words import level, tokens_of

_ACTS = {
    "open": "open opens opened opening start starts started begin begins kickoff commence commences",
    "close": "close closes closed closing end ends ended finish finishes finished complete completed deadline",
    "live": "live launch launches launched release released golive deployed",
    "sign": "sign signs signed signature approve approved approval grant granted adopted",
    "submit": "submit submits submitted submission filed",
    "deliver": "deliver delivers delivered delivery deliveries arrive arrives arrival shipped",
    "publish": "publish published publication announce announced public",
    "hand": "handed handover returned",
}
_ACT_OF = {stem: act for act, words in _ACTS.items() for stem, _, _ in tokens_of(words)}
_EMPTY = frozenset(
    [
        *NAMES,
        "no",
        "than",
        "later",
        "first",
        "not",
        "go",
        "goe",
        "place",
        "take",
        "held",
        "hold",
        "planned",
        "scheduled",
        "due",
        "it",
        "which",
        "who",
        "they",
        "them",
        "itself",
        "then",
        "there",
        "late",
        "early",
        "earlier",
        "date",
        "day",
        "end",
        "when",
        "also",
        "already",
        "only",
        "one",
        "two",
        "three",
        "once",
        "time",
        "during",
        "until",
        "before",
        "after",
        "week",
        "month",
        "start",
        "run",
        "kept",
    ]
)
_BOUNDARY = re.compile(
    r"(?<!\b[A-Z])[.;:!?]\s|,\s(?:and|but|which|who|while|so|then)\b|\b(?:when|whereas|while|because|if|once"
    r"|that|which|where)\b"
    r"|\s-\s|[(→|]|,\s(?=\d)",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:before|after|until|till|by|not|never|from|since|between|than|instead of|except|unless|as of"
    r"|of)\s(?:the\s)?"
    rf"(?:{WEEKDAY},?\s)?$",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"\bby\s(?:the\s)?[A-Z][\w.'-]*(?:\s(?:and\s)?[A-Z][\w.'-]*)*")
_EDGE = re.compile(
    r"\b(?:the )?(?:end|beginning|start|middle) of (?:the )?(?:weeks?|months?|days?)(?: \d+)?", re.IGNORECASE
)
_ENTRY = re.compile(rf"\W*(?P<name>[^:()|]{{3,60}}?)\s*(?::|\s-)\s+(?:{WEEKDAY},?\s)?", re.IGNORECASE)
_REACH = 110
_LONGEST = 9


@dataclass(frozen=True)
class Event:
    """The words of what happens, what happens to it, and the day."""

    words: frozenset[str]
    act: str
    window: Window
    quote: Quote


def events_of(reading: Reading) -> list[Event]:
    """Collect what texts, entries and rows date, each a single day."""
    spoken = [phrase for phrase in reading.phrases if phrase.is_spoken]
    found = [event for phrase in spoken for event in _spoken(phrase)]
    return [*found, *(event for _, rows in reading.tables for row in rows for event in _of_row(row))]


def act_and_words(text: str) -> tuple[str, frozenset[str]]:
    """Part the words of a clause into what happens and to what."""
    bare = _EDGE.sub("", _SOMEBODY.sub("", level(text)))
    plain = re.sub(r"\bgo(?:es)?[- ]live\b", "golive", bare, flags=re.IGNORECASE)
    stems = [stem for stem, _, _ in tokens_of(plain)]
    act = next((_ACT_OF[stem] for stem in reversed(stems) if stem in _ACT_OF), "")
    words = [stem for stem in stems if stem not in _ACT_OF and stem not in _EMPTY]
    return act, frozenset(words) if len(words) <= _LONGEST else frozenset()


def _spoken(phrase: Phrase) -> Iterator[Event]:
    """What is dated by a day of its own; words that run on behind another day may belong to either."""
    plain = level(phrase.plain)
    if not phrase.windows:
        return
    entry = _ENTRY.fullmatch(plain[: phrase.windows[0].start]) if phrase.form == "item" else None
    before = 0
    for found in points_in(phrase.plain, phrase.style.dates):
        runs_on = before and not _BOUNDARY.search(plain, before, found.start)
        before = found.end
        single = found.window.scale == "date" and found.window.first == found.window.last
        if runs_on or not single or _is_range(phrase, found):
            continue
        if entry and found.start == phrase.windows[0].start:
            act, words = act_and_words(entry["name"])
        else:
            act, words = act_and_words(_clause(plain, found.start))
        if words and not _OTHERWISE.search(plain[max(0, found.start - 30) : found.start]):
            yield Event(words, act, found.window, phrase.mark(found.start, found.end))


def _is_range(phrase: Phrase, found: Found) -> bool:
    return any(
        each.start <= found.start < each.end and each.window.first != each.window.last for each in phrase.windows
    )


def _clause(plain: str, end: int) -> str:
    """Return the words of the clause that leads to a date; *it* is what was spoken of before."""
    first = max(0, end - _REACH)
    edges = [match for match in _BOUNDARY.finditer(plain, first, end) if plain[match.end() : end].strip(" ,")]
    start = edges[-1].end() if edges else first
    clause = plain[start:end]
    if edges and re.match(r"\s*(?:it|they|this|that)\b", clause, re.IGNORECASE):
        before = [stem for stem, _, _ in tokens_of(plain[first : edges[-1].start()])]
        clause = f"{before[-1] if before else ''} {clause}"
    return clause


def _of_row(row: Row) -> Iterator[Event]:
    name = row.cells[row.grid.key_column]
    if name.windows and len(name.plain.strip()) <= name.windows[0].end:
        return
    act, words = act_and_words(_called(row, name))
    dated = [(cell, header) for cell, header in zip(row.cells, row.grid.header, strict=True) if _is_day(cell)]
    for cell, header in dated if words else ():
        headed, _ = act_and_words(header.plain)
        if cell is not name and (headed or len(dated) == 1):
            yield Event(words, headed or act, cell.windows[0].window, row.mark(cell))


def _is_day(cell: Phrase) -> bool:
    found = cell.windows
    return len(found) == 1 and found[0].window.scale == "date" and found[0].window.first == found[0].window.last


def _called(row: Row, name: Phrase) -> str:
    """A bare number below *Wave* is Wave 1."""
    kind = row.grid.first.removeprefix("unit:") if row.grid.first.startswith("unit:") else ""
    return f"{kind} {name.plain}" if kind and name.plain.strip().isdecimal() else name.plain
