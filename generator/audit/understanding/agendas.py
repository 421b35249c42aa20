"""Lists and tables that go by the clock or the calendar: what comes after what, from when to when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.audit.blocks import Code, Document, Heading, Listing, Paragraph, Table, Text, Under
from generator.audit.calendar import WEEKDAY
from generator.audit.understanding.clocks import DAY, HOUR, clocks_in, spans_in
from generator.audit.understanding.columns import meaning_of
from generator.audit.understanding.lead_times import lead_in
from generator.audit.understanding.lengths import Length, lengths_in
from generator.audit.understanding.phrases import Quote, Reading
from generator.audit.understanding.points import DateStyle, date_style, years_in
from generator.audit.understanding.times import windows_in
from generator.audit.understanding.words import level

CLOCK, DATE, LEAD = "clock", "date", "lead"
_FEWEST = 3
_DAYS = rf"{WEEKDAY}s?\b\.?"
_PREFIX = re.compile(
    rf"\W*(?:(?P<day>{_DAYS}|day \d+|\d{{4}}-\d\d-\d\d)\W*)?(?:from|at|ca\.?|about|approx\.?)?\W*", re.IGNORECASE
)
_DAY_FIRST = re.compile(rf"\W*(?:\d{{1,2}}[.)]\s)?(?:(?:on|by|from)\s)?(?:{_DAYS},?\s*)?(?:the\s)?", re.IGNORECASE)
_DOER = re.compile(r"\(([A-Z][\w .-]{0,24})\)\W*$")
_TRAILING = re.compile(r"\W{1,3}[^.;:,]{3,60}, (?:takes |lasts |for )?")
_TAKES = re.compile(r"\W{1,3}[^.;:]{3,60} (?:takes|lasts) ")
_NAMED = re.compile(r"\W{1,3}[^.;:()]{3,60}[,(]\s?")
_HALVED = re.compile(r"\d:\d\d(?!\s?[ap]\.?m)", re.IGNORECASE)
_LATE = 12 * 60


@dataclass(frozen=True)
class Slot:
    """One entry: when it begins and, where told, when it ends, in minutes or in days."""

    start: int
    end: int | None
    quote: Quote
    doer: str = ""
    day: str = ""
    """The weekday or date before the time, as written."""
    halved: bool = False
    """Its hour has one figure and nothing that tells the half of the day: `1:30`."""


@dataclass(frozen=True)
class Agenda:
    """Entries in the order of the file, and what leads to them; the scale `lead` counts from what all wait for."""

    scale: str
    slots: tuple[Slot, ...]
    numbered: bool
    lead: tuple[Text, ...]
    under: Under


def agendas_of(reading: Reading) -> list[Agenda]:
    """Collect every list, table and box of three entries or more that each begin with a time or a date."""
    years = years_in([text.plain for document in reading.documents for text in document.texts])
    return [agenda for document in reading.documents for agenda in _of(document, years)]


def _of(document: Document, years: frozenset[int]) -> Iterator[Agenda]:
    style = date_style([text.plain for text in document.texts], years)
    lead: list[Text] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            lead = [block.text]
        elif isinstance(block, Paragraph):
            lead = [*lead[:1], block.text]
        else:
            yield from (replace(each, lead=tuple(lead)) for each in _in_block(block, style))


def _in_block(block: Listing | Table | Code, style: DateStyle) -> Iterator[Agenda]:
    if isinstance(block, Table):
        yield from _in_table(block, style)
    elif isinstance(block, Listing):
        items = [item for item in block.items if not item.depth]
        numbered = all(item.number is not None for item in items)
        yield from _in_texts([item.text for item in items], block.under, style, numbered=numbered)
    else:
        yield from _in_texts([line for line in block.lines if line.plain.strip()], block.under, style, numbered=False)


def _in_texts(texts: list[Text], under: Under, style: DateStyle, *, numbered: bool) -> Iterator[Agenda]:
    clocked = [_clocked(text) for text in texts]
    dated = [_dated(text, style) for text in texts]
    for scale, slots in ((CLOCK, clocked), (DATE, dated)):
        known = [slot for slot in slots if slot]
        if len(known) == len(texts) >= _FEWEST:
            yield Agenda(scale, _in_one_count(known) if scale == CLOCK else tuple(known), numbered, (), under)
    ahead = [(text, each) for text in texts if (each := lead_in(text.plain))]
    if len(ahead) >= _FEWEST and len({each.anchor for _, each in ahead} - {""}) <= 1:
        quotes = [Quote(text.plain.strip(), text.place(each.start, each.end)) for text, each in ahead]
        known = [Slot(each.minutes, None, quote) for (_, each), quote in zip(ahead, quotes, strict=True)]
        yield Agenda(LEAD, tuple(known), numbered, (), under)


def _clocked(text: Text) -> Slot | None:
    """`Wed 08:00, 3 h: flight controls (B1)`."""
    plain, clocks = level(text.plain), clocks_in(text.plain)
    prefix = _PREFIX.fullmatch(plain[: clocks[0].start]) if clocks else None
    if not prefix:
        return None
    spans = [span for span in spans_in(text.plain) if span.start == clocks[0].start]
    end = spans[0].first.minute + spans[0].minutes if spans else None
    lengths = [each for each in lengths_in(text.plain) if _is_its_length(plain, clocks[0].end, each)]
    end = clocks[0].minute + int(lengths[0].minutes) if lengths and end is None else end
    doer = _DOER.search(plain)
    quote = Quote(text.plain.strip(), text.place(clocks[0].start, clocks[0].end))
    day, halved = (prefix["day"] or "").lower(), bool(_HALVED.match(plain, clocks[0].start))
    return Slot(clocks[0].minute, end, quote, doer[1] if doer else "", day, halved)


def _is_its_length(plain: str, start: int, each: Length) -> bool:
    """Right behind the time, behind *takes*, alone in brackets or between commas, or at the end behind a comma."""
    between = plain[start : each.start]
    last = not plain[each.end :].strip(" .") and _TRAILING.fullmatch(between)
    edges = f"{plain[: each.start].rstrip()[-1:]}{plain[each.end :].lstrip()[:1]}"
    alone = edges in {"()", ",,"} and _NAMED.fullmatch(between)
    return bool(re.fullmatch(r"\W{1,3}(?:for )?", between) or last or alone or _TAKES.fullmatch(between))


def _dated(text: Text, style: DateStyle) -> Slot | None:
    """`Monday 1 March: the ward is cleaned`."""
    found = [each for each in windows_in(text.plain, style) if each.window.scale == "date"]
    if not found or not _DAY_FIRST.fullmatch(level(text.plain)[: found[0].start]) or found[0].window.first is None:
        return None
    quote = Quote(text.plain.strip(), text.place(found[0].start, found[0].end))
    return Slot(found[0].window.first, found[0].window.last, quote)


def _in_one_count(slots: list[Slot]) -> tuple[Slot, ...]:
    """Count on over midnight, and from one named day to the next; 1:30 after 12:00 is in the afternoon."""
    slots = _with_afternoon(slots)
    counted: list[Slot] = []
    days = 0
    for slot in slots:
        before = counted[-1] if counted else None
        named = before is not None and slot.day not in (before.day, "")
        if before and (named or slot.start + days * DAY <= before.start - _LATE):
            days = before.start // DAY + 1
        shift = days * DAY
        counted.append(replace(slot, start=slot.start + shift, end=None if slot.end is None else slot.end + shift))
    return tuple(counted)


def _with_afternoon(slots: list[Slot]) -> list[Slot]:
    """Where no hour is past twelve, what steps back to an hour of one figure goes on in the afternoon."""
    backs = [index for index, (one, other) in enumerate(pairwise(slots), start=1) if other.start < one.start]
    if len(backs) != 1 or any(slot.start > _LATE + HOUR for slot in slots):
        return slots
    late = slots[backs[0] :]
    before = slots[backs[0] - 1].start
    if not all(slot.halved for slot in late) or late[0].start + _LATE < before or late[0].start >= slots[0].start:
        return slots
    later = [replace(each, start=each.start + _LATE, end=each.end and each.end + _LATE) for each in late]
    return [*slots[: backs[0]], *later]


def _in_table(table: Table, style: DateStyle) -> Iterator[Agenda]:
    """The first column with times or dates in all of its cells, where only a number stands before it."""
    meanings = [meaning_of(header.plain) for header in table.header]
    for column in range(min(3, len(table.header))):
        if any(meaning not in {"identity", "day"} for meaning in meanings[:column]):
            return
        slots = [_in_row(row, column, meanings, style) for row in table.rows]
        known = [slot for _, slot in slots if slot]
        scales = {scale for scale, _ in slots}
        if len(known) == len(slots) >= _FEWEST and len(scales) == 1:
            scale = scales.pop()
            counted = _in_one_count(known) if scale == CLOCK else tuple(known)
            yield Agenda(scale, counted, "identity" in meanings[:column], (), table.under)
            return
    yield from _ahead(table)


def _ahead(table: Table) -> Iterator[Agenda]:
    """A column that tells how long before or after one thing each row is."""
    for column in range(len(table.header)):
        cells = [row[column] for row in table.rows]
        found = [lead_in(cell.plain) for cell in cells]
        slots = [
            Slot(each.minutes, None, _row_quote(row, Quote(cell.plain, cell.place())))
            for row, cell, each in zip(table.rows, cells, found, strict=True)
            if each
        ]
        if (
            len(slots) >= max(_FEWEST, len(table.rows) - 1)
            and len({each.anchor for each in found if each} - {""}) <= 1
        ):
            yield Agenda(LEAD, tuple(slots), numbered=False, lead=(), under=table.under)
            return


def _in_row(row: tuple[Text, ...], column: int, meanings: list[str], style: DateStyle) -> tuple[str, Slot | None]:
    cell = row[column]
    slot, scale = _clocked(cell), CLOCK
    if slot is None:
        slot, scale = _dated(cell, style), DATE
    if slot is None or (scale == DATE and not _is_all(cell, slot)):
        return scale, None
    who = next((row[index].plain.strip() for index, each in enumerate(meanings) if each == "owner"), "")
    day = " ".join(row[index].plain.strip().lower() for index in range(column) if meanings[index] == "day")
    slot = replace(slot, doer=who or slot.doer, day=day or slot.day, quote=_row_quote(row, slot.quote))
    return scale, replace(slot, end=_end(row, column, meanings, slot)) if scale == CLOCK else slot


def _is_all(cell: Text, slot: Slot) -> bool:
    place, whole = slot.quote.place, cell.place()
    return place.end_column >= whole.end_column - 1


def _row_quote(row: tuple[Text, ...], quote: Quote) -> Quote:
    return Quote(" | ".join(each.plain for each in row), quote.place)


def _end(row: tuple[Text, ...], column: int, meanings: list[str], slot: Slot) -> int | None:
    """An end in a column of its own, or a length."""
    for index in range(column + 1, len(row)):
        clocks, lengths = clocks_in(row[index].plain), lengths_in(row[index].plain)
        if meanings[index] == "end" and clocks:
            return slot.start + (clocks[0].minute - slot.start) % DAY
        if meanings[index] == "duration" and (lengths or row[index].plain.strip().isdecimal()):
            return slot.start + int(lengths[0].minutes if lengths else int(row[index].plain))
    return slot.end
