"""What comes after what where no numbers tell it: words joined by arrows, rows with times of day, drawn timelines."""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.blocks import Listing, Table, Text
from generator.audit.understanding.clocks import DAY, clocks_in
from generator.audit.understanding.deeds import Placed, named
from generator.audit.understanding.phrases import Drawing, Phrase, Quote, Reading
from generator.audit.understanding.words import level

_ARROW = re.compile(r"(?:(?<!\s)\s+)?(?:→|⇒|➔|-{1,3}>|=>)\s*")
_FRAME = re.compile(r"[+\-|=_:─│┌┐└┘├┤┬┴┼━┃╔╗╚╝║═▼↓\s]+")
_LETTERS = re.compile(r"[^\W\d_]{3}")
_FEWEST, _LONGEST, _MOST = 3, 60, 60


def courses_of(reading: Reading) -> list[list[Placed]]:
    """Collect every course of three things or more, each thing with its place."""
    spoken = {phrase.text for phrase in reading.phrases}
    blocks = [block for document in reading.documents for block in document.blocks]
    timed = [_timed(block) for block in blocks if isinstance(block, Listing | Table) and _is_spoken(block, spoken)]
    lines = (phrase for phrase in reading.phrases if phrase.form in {"paragraph", "item", "code"})
    joined = [_joined(phrase) for phrase in lines]
    drawn = [_drawn(drawing) for drawing in reading.drawings]
    return [each for each in (*joined, *timed, *drawn) if len(each) >= _FEWEST]


def _is_spoken(block: Listing | Table, spoken: set[Text]) -> bool:
    texts = [item.text for item in block.items] if isinstance(block, Listing) else list(block.header)
    return bool(texts) and texts[0] in spoken


def _joined(phrase: Phrase) -> list[Placed]:
    """`Wash -> Rinse -> Dry`."""
    plain = level(phrase.plain)
    if not _ARROW.search(plain) or phrase.units:
        return []
    parts = _ARROW.split(re.sub(r"^[^:]{0,40}:\s", "", plain.strip(" .")))
    if not _FEWEST <= len(parts) <= _MOST or any(len(part) > _LONGEST or not part.strip() for part in parts):
        return []
    quote = phrase.quote()
    return [named(part, index, quote) for index, part in enumerate(parts)]


def _timed(block: Listing | Table) -> list[Placed]:
    """Rows that each tell a name and a time of day, by the clock and not by their place."""
    rows = block.rows if isinstance(block, Table) else [(item.text,) for item in block.items if not item.depth]
    starts = [_start(row) for row in rows[:_MOST]]
    told = [start for start in starts if start is not None]
    if len(told) < max(_FEWEST, len(rows)) or any(later < earlier for earlier, later in pairwise(sorted(told))):
        return []
    told = _over_midnight(told)
    order = sorted(range(len(told)), key=lambda index: told[index])
    if len(set(told)) < len(told):
        return []
    places = {index: place for place, index in enumerate(order)}
    return [_named_in(row, places[index]) for index, row in enumerate(rows)]


def _over_midnight(told: list[int]) -> list[int]:
    """A course that begins in the evening and ends before that goes on after midnight."""
    falls = [index for index, (one, other) in enumerate(pairwise(told)) if other < one]
    if len(falls) != 1 or told[-1] >= told[0]:
        return told
    return [minute + DAY * (index > falls[0]) for index, minute in enumerate(told)]


def _start(row: tuple[Text, ...]) -> int | None:
    return next((found[0].minute for cell in row if (found := clocks_in(cell.plain))), None)


def _named_in(row: tuple[Text, ...], place: int) -> Placed:
    """The first cell that tells more than a time, its clock left out."""
    quote = Quote(" | ".join(cell.plain for cell in row), row[0].place())
    told = (_without_clocks(cell.plain) for cell in row)
    return named(next((words for words in told if _LETTERS.search(words)), ""), place, quote)


def _without_clocks(text: str) -> str:
    plain = level(text)
    for clock in reversed(clocks_in(plain)):
        plain = f"{plain[: clock.start]} {plain[clock.end :]}"
    return plain.strip(" -:,|")


def _drawn(drawing: Drawing) -> list[Placed]:
    """Boxes one below the other, with times of day between them."""
    return list(_boxes(drawing)) if sum(bool(_leading(line)) for line in drawing.lines[:_MOST]) >= _FEWEST else []


def _leading(line: Phrase) -> bool:
    found = clocks_in(line.plain)
    return bool(found) and not level(line.plain)[: found[0].start].strip(" |+-")


def _boxes(drawing: Drawing) -> Iterator[Placed]:
    place = 0
    for line in drawing.lines[:_MOST]:
        words = _FRAME.sub(" ", _without_clocks(line.plain)).strip()
        if _LETTERS.search(words):
            yield named(words, place, line.quote())
            place += 1
