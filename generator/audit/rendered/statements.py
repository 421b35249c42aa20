"""What pages say of items: cells of tables, labelled lines of lists, each with the item that it is about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from generator.audit.blocks import Heading, Listing, Text
from generator.audit.rendered.atoms import Told
from generator.audit.rendered.pages import Page
from generator.audit.rendered.truth import Ref, Truth, plain
from generator.findings import Place
from generator.model.text import ITEM_KINDS

_ANCHOR = re.compile(r'<a id="([a-z]+)-([a-z0-9-]+)"></a>')
_TARGET = re.compile(r"#([a-z]+)-([a-z0-9-]+)$")
_LABELLED = re.compile(r"([^:]{2,40}):\s+(?=\S)")
_FEW = 3
"""Tables of so few columns are told apart by the heading above as well."""
_NUMBERING = frozenset({"#", "no."})
KINDS = {
    "task": ("task",),
    "risk": ("risk",),
    "checkpoint": ("checkpoint",),
    "milestone": ("milestone",),
    "deliverable": ("deliverable",),
    "role": ("role",),
    "shared role": ("role",),
    "person": ("person",),
    "target": ("target",),
    "scenario": ("rollback",),
    "channel": ("channel",),
    "assumption": ("assumption",),
    "phase": ("phase",),
    "wave": ("wave",),
    "part": ("phase", "wave"),
    "item": ITEM_KINDS,
    "in scope": ITEM_KINDS,
    "name": ("task", "risk", "person"),
}
"""What the items of a table are, by the heading of the column that names them."""


Spoken = tuple[str, Place]
"""Words, and where they stand."""
Spot = Text | Place
"""Where words stand; of a text that is told only where it is asked for."""


@dataclass(frozen=True, eq=False)
class Said:
    """Words about an item: what they tell (`label`), and in the company of which other columns."""

    ref: Ref
    label: str
    words: str
    at: Spot
    columns: tuple[str, ...] = ()
    truth: Truth | None = field(default=None, repr=False)

    @property
    def place(self) -> Place:
        """Where the words stand."""
        return _place(self.at)

    @cached_property
    def plain(self) -> str:
        """The words in the form in which they are compared."""
        return plain(self.words)

    @cached_property
    def days(self) -> tuple[Told, ...]:
        """The days that the words tell."""
        return self.truth.days(self.words) if self.truth else ()


@dataclass(frozen=True, eq=False)
class Row:
    """A row of a table: the item it is about where one was recognised, and what its first cell says."""

    ref: Ref | None
    named: str
    kinds: tuple[str, ...]
    at: Spot
    cells: tuple[Said, ...]

    @property
    def place(self) -> Place:
        """Where the first cell stands."""
        return _place(self.at)


@dataclass(frozen=True, eq=False)
class Grid:
    """A table with its items recognised; `about` is the item in whose section it stands."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    about: Ref | None
    place: Place
    cells: tuple[Text, ...] = ()
    title: str = ""

    @property
    def texts(self) -> tuple[Spoken, ...]:
        """What its cells say, the header's first, but for those of charts."""
        return tuple((cell.plain, cell.place()) for cell in self.cells)


def subject_of(heading: Heading, page: Page, truth: Truth) -> Ref | None:
    """The item that a heading stands for: by its anchor, else by its words, where only tasks are called so."""
    line = page.lines[heading.text.spot[0] - 1] if page.lines else ""
    for kind, item in _ANCHOR.findall(line):
        ref = Ref(kind, item)
        if truth.has(ref):
            return ref
    words = heading.text.plain.strip()
    return _part_called(words, truth) or _part_called(re.sub(r" \(.*\)$", "", words), truth)


def _part_called(words: str, truth: Truth) -> Ref | None:
    """The one phase or wave of a name that at most tasks have as well: no heading names a task."""
    found = truth.by_name.get(plain(words), [])
    parts = [ref for ref in found if ref.kind in {"phase", "wave"}]
    return parts[0] if len(parts) == 1 and all(ref.kind == "task" for ref in found if ref not in parts) else None


def about(under: Sequence[Heading], page: Page, truth: Truth) -> Ref | None:
    """The item in whose section something stands, the nearest heading first."""
    found = (subject_of(heading, page, truth) for heading in reversed(under))
    return next((ref for ref in found if ref), None)


@lru_cache(maxsize=1000)
def grids(page: Page, truth: Truth) -> tuple[Grid, ...]:
    """Read the tables whose rows are about items, those of charts included; several checks ask for them."""
    return tuple(_grids(page, truth))


def _grids(page: Page, truth: Truth) -> Iterator[Grid]:
    for table in page.document.tables:
        columns = tuple(plain(cell.plain).lower() for cell in table.header)
        rows = tuple(_row(cells, columns, page, truth) for cells in table.rows)
        title = "" if len(columns) > _FEW else table.under[-1].text.plain.lower() if table.under else ""
        yield Grid(columns, rows, about(table.under, page, truth), table.header[0].place(), table.cells, title)
    for figure in page.figures:
        if figure.rows:
            columns = tuple(plain(cell.text).lower() for cell in figure.rows[0])
            told = [[(cell.text, cell.place) for cell in row] for row in figure.rows[1:] if len(row) == len(columns)]
            made = (_row_of(cells, columns, None, truth) for cells in told)
            yield Grid(columns, tuple(made), None, figure.place)


def labelled(page: Page, truth: Truth) -> Iterator[Said]:
    """Yield the entries of lists that tell something of the item in whose section they stand: "Label: words"."""
    for block in page.document.blocks:
        ref = about(block.under, page, truth) if isinstance(block, Listing) else None
        for item in block.items if isinstance(block, Listing) and ref else ():
            found = _LABELLED.match(item.text.plain)
            if found and item.text.strong and item.text.strong[0] == (0, len(found[1])):
                rest = item.text.cut(found.end())
                label = plain(found[1]).lower()
                yield Said(ref, label, rest.plain, rest, (), truth)  # type: ignore[arg-type]


def refs_in(text: Text, page: Page, truth: Truth) -> tuple[Ref, ...]:
    """The items that a text links to."""
    found = (_TARGET.search(link.target) for link in page.links_in(text))
    refs = (Ref(match[1], match[2]) for match in found if match)
    return tuple(ref for ref in refs if truth.has(ref))


def _row(cells: tuple[Text, ...], columns: tuple[str, ...], page: Page, truth: Truth) -> Row:
    line = page.lines[cells[0].spot[0] - 1]
    anchors = [ref for kind, item in _ANCHOR.findall(line) if truth.has(ref := Ref(kind, item))]
    names = _named_cell(columns)
    linked = refs_in(cells[names], page, truth) if names < len(cells) else ()
    known = next(iter((*anchors, *linked)), None)
    name = _name_in(cells[names], truth)
    told = ((cell.plain, cell) for index, cell in enumerate(cells) if index != names)
    return _row_of([(name, cells[names]), *told], _moved(columns, names), known, truth)


def _name_in(cell: Text, truth: Truth) -> str:
    """What stands in bold at the beginning, where the cell is not the name as a whole, as of an assumption."""
    begins = cell.strong and not cell.plain[: cell.strong[0][0]].strip()
    return cell.plain[slice(*cell.strong[0])] if begins and plain(cell.plain) not in truth.by_name else cell.plain


def _moved(columns: tuple[str, ...], names: int) -> tuple[str, ...]:
    return (columns[names], *(column for index, column in enumerate(columns) if index != names))


def _named_cell(columns: tuple[str, ...]) -> int:
    return 1 if len(columns) > 1 and columns[0] in _NUMBERING else 0


def _row_of(cells: Sequence[tuple[str, Spot]], columns: tuple[str, ...], known: Ref | None, truth: Truth) -> Row:
    names = _named_cell(columns)
    kinds = KINDS.get(columns[names], ())
    words, at = cells[names]
    told_kind = cells[columns.index("kind")][0].lower() if "kind" in columns else ""
    kinds = (told_kind,) if told_kind in kinds else kinds
    ref = known or (truth.named(words, kinds) if kinds else None)
    if ref is None:
        return Row(None, words, kinds, at, ())
    told = [
        Said(ref, column, *cell, columns, truth)
        for column, cell in zip(columns, cells, strict=True)
        if cell != cells[names]
    ]
    return Row(ref, words, kinds, at, tuple(told))


def _place(at: Spot) -> Place:
    return at.place() if isinstance(at, Text) else at
