"""Things that a table, a list or a heading tells by name: when they are due, who has them, how many they are."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.audit.understanding.numbers import Band, band_in
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Reading, Row
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.units import title_after, units_in
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import key_of, level, tokens_of

Name = tuple[str, ...]
"""The words of a name in their order, stemmed."""

LONGEST = 6
"""Words of a name; more are a sentence."""
_TOTAL = re.compile(
    r"\W*(?:grand |overall |sub)?-?(?:total|sum|overall|all|altogether|together|in total|in all|combined"
    r"|everyone|everybody)s?\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\W*\d{1,3}[.)]\s+")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_CODE = re.compile(r"[A-Za-z]{1,5}-?\d{1,4}")
_ENTRY = re.compile(r"(?P<name>[^:()]{2,60}?)\s*(?::|\s-|\()\s*(?:(?:on|in|from|due|by)\s+)?")
_LEADING = re.compile(r"\s*(?::|-)\s*(?P<name>[^,;:()]{2,60})")
_HOLDER = re.compile(r"(?P<role>[A-Z][\w/ &-]{2,40}?)\s*:\s*(?P<who>[^:;]{2,50})")
_LEAD = re.compile(r"\s*\(.*\).*")
_FIGURES = frozenset({"", "people"})
_VAGUE = frozenset({"number", "count", "size", "total", "no", "nr", "amount", "value", "level"})


@dataclass(frozen=True)
class Told:
    """One value told of a thing: its time, a person, or a figure of what `counted` names."""

    name: Name
    value: Window | frozenset[str] | Band
    quote: Quote
    counted: str = ""


@dataclass(frozen=True, eq=False)
class Entries:
    """Everything told by name."""

    times: dict[Name, list[Told]]
    owners: dict[Name, list[Told]]
    figures: dict[Name, list[Told]]

    @cached_property
    def people(self) -> frozenset[frozenset[str]]:
        """The names of all who have something."""
        return frozenset(
            told.value for each in self.owners.values() for told in each if isinstance(told.value, frozenset)
        )


def entries_of(reading: Reading) -> Entries:
    """Collect what rows of tables and entries of lists tell by name."""
    times: dict[Name, list[Told]] = defaultdict(list)
    owners: dict[Name, list[Told]] = defaultdict(list)
    figures: dict[Name, list[Told]] = defaultdict(list)
    for row in (row for _, rows in reading.tables for row in rows if not is_total(row)):
        for name in _row_names(row):
            times[name] += _row_times(name, row)
            owners[name] += _row_owners(name, row)
            figures[name] += _row_figures(name, row)
    for grid, rows in reading.tables:
        for told in _column_totals(grid, rows):
            figures[told.name].append(told)
    for phrase in reading.phrases:
        for told in _item_times(phrase) if phrase.form == "item" else ():
            times[told.name].append(told)
        for told in _holders(phrase) if phrase.form == "item" else ():
            owners[told.name].append(told)
    return Entries(*({name: told for name, told in each.items() if told} for each in (times, owners, figures)))


def names_in_title(text: str) -> list[Name]:
    """Return what a heading or a cell may be called by: all of it, its number, its title."""
    plain = _BRACKETS.sub("", _NUMBERED.sub("", level(text)))
    units = units_in(plain)
    parts = [plain]
    if units and not plain[: units[0].start].strip():
        parts += [plain[units[0].start : units[0].end], title_after(plain, units[0])]
    elif _CODE.match(plain) or re.match(r"[A-Z][\w-]+ \d{1,3}\s*[:-]", plain):
        parts += [part for part in re.split(r"\s*(?::|\s-)\s+", plain, maxsplit=1) if part != plain]
    names = (tuple(stem for stem, _, _ in tokens_of(part)) + _letter(part) for part in parts)
    return [name for name in dict.fromkeys(names) if is_name(name)]


def _letter(part: str) -> Name:
    """`Batch A` is no batch in general, though its letter is a word that tells nothing elsewhere."""
    return ("a",) if re.search(r"\w A\W*$", part) else ()


def is_name(name: Name) -> bool:
    """A number alone is no name, nor is a sentence."""
    return 0 < len(name) <= LONGEST and not name[0].isdecimal() and (len(name) > 1 or len(name[0]) > 1)


def is_total(row: Row) -> bool:
    """Tell a row of totals from one that tells a thing; its first cells may be empty."""
    first = next((cell for cell in row.cells if cell.plain.strip()), row.cells[0])
    return any(names_total(cell.plain) for cell in (*row.cells[: row.grid.key_column + 1], first))


def names_total(text: str) -> bool:
    """Tell words such as *Total* and *Together* from the name of a thing."""
    return _TOTAL.match(level(text)) is not None


def _row_names(row: Row) -> list[Name]:
    names = names_in_title(row.cells[row.grid.key_column].plain)
    kind = counted_by(row.grid.header[row.grid.key_column].plain)
    names += [(kind, *name) for name in names[:1] if kind and len(name) == 1 and name[0] != kind]
    code = row.cell("identity")
    return names + (names_in_title(code.plain) if code and _CODE.fullmatch(code.plain.strip()) else [])


def _row_times(name: Name, row: Row) -> Iterator[Told]:
    found = row_window(row)
    if found:
        yield Told(name, found[0], row.mark(found[1]))


def _row_owners(name: Name, row: Row) -> Iterator[Told]:
    for cell, meaning, header in zip(row.cells, row.grid.meanings, row.grid.header, strict=True):
        holder = meaning == "name" and row.grid.header[row.grid.key_column].plain.strip().lower() in {
            "role",
            "function",
        }
        if (meaning == "owner" or holder) and key_of(cell.plain):
            yield Told(name, key_of(cell.plain), row.mark(cell), header.plain)


def _row_figures(name: Name, row: Row) -> Iterator[Told]:
    for cell, meaning, header in zip(row.cells, row.grid.meanings, row.grid.header, strict=True):
        counted = counted_by(header.plain)
        band = band_in(cell.plain, comma=cell.style.comma)
        countable = meaning in _FIGURES or meaning.startswith("unit:")
        if countable and counted and band and band.high and not band.unit and cell is not row.cells[0]:
            yield Told(name, band, row.mark(cell), counted)


def counted_by(header: str) -> str:
    """Return the one word for what a column of figures counts; nothing where its heading is no such word."""
    words = [stem for stem, _, _ in tokens_of(_BRACKETS.sub("", level(header))) if stem not in _VAGUE]
    return words[0] if len(words) == 1 and words[0].isalpha() else ""


def _column_totals(grid: Grid, rows: tuple[Row, ...]) -> Iterator[Told]:
    """The last row's totals belong to what the columns are named after, where they are money."""
    last = rows[-1] if len(rows) > 1 and is_total(rows[-1]) else None
    if last is None:
        return
    for cell, header in zip(last.cells, grid.header, strict=True):
        band = money_in(cell.plain)
        if band and not names_total(header.plain):
            yield from (Told(name, band, last.mark(cell), "money") for name in names_in_title(header.plain))


_MONEY = re.compile(r"(?P<sign>[€$£])\s?(?P<amount>\d[\d.,]*)\s?(?P<size>k|m|million|thousand|bn)?\b", re.IGNORECASE)
_SIZES = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000, "bn": 1_000_000_000}


def money_in(text: str, start: int = 0) -> Band | None:
    """Read an amount with its sign: `$120k`."""
    found = _MONEY.search(level(text), start)
    plain = band_in(found["amount"].rstrip(".,")) if found else None
    if not found or not plain:
        return None
    size = _SIZES.get((found["size"] or "").lower(), 1)
    return Band(plain.low * size, plain.high * size, found["sign"])


def _item_times(phrase: Phrase) -> Iterator[Told]:
    """`Name - date` and `date - name`; more words about the time make it something else."""
    plain = level(phrase.plain)
    for found in phrase.windows[:1] if len(phrase.windows) == 1 else ():
        before = _ENTRY.fullmatch(plain[: found.start])
        after = _LEADING.match(plain, found.end) if not plain[: found.start].strip(" *") else None
        match = before or after
        for name in names_in_title(match["name"])[:1] if match else ():
            if len(name) > 1:
                yield Told(name, found.window, phrase.mark(found.start, found.end))


def _holders(phrase: Phrase) -> Iterator[Told]:
    """`Technical lead: Siobhan Reilly`: a role and one name in capitals."""
    found = _HOLDER.fullmatch(level(phrase.plain).strip())
    who = _LEAD.sub("", found["who"]).strip() if found else ""
    if found and re.fullmatch(r"(?:(?:Dr|Prof)\.\s*)?(?:[A-Z][\w.'-]*\s?){2,4}", who):
        for name in names_in_title(found["role"])[:1]:
            yield Told(name, key_of(who), phrase.quote(), found["role"])
