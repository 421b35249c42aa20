"""What the plan says, made ready to be compared: every item by each of its names, every text as a reader meets it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from typing import NamedTuple

from pydantic import BaseModel

from generator.audit.blocks import Block, Listing, texts_of
from generator.audit.inline import read_inline
from generator.audit.reading import read_document
from generator.audit.rendered.atoms import Told, agreed, days_in, minutes_in, told_twice
from generator.audit.simple_lines import read_simple
from generator.findings import Pointer
from generator.model.text import ITEM_KINDS, Item
from generator.model.walk import prose
from generator.scheduling.schedule import Dates
from generator.snapshot import Snapshot

_DASHES = str.maketrans({"–": "-", "—": "-", "−": "-", "\u00a0": " ", "\u2003": " ", "‑": "-"})
_BLOCKS = re.compile(r"\n|^\s*(?:[-+*>#]|\d+[.)])(?:\s|$)|^ {4}|\t")
"""Occurs wherever a text is more than one paragraph."""
_ADDRESS = re.compile(r"^ {0,3}\[([^\[\]]+)\]: *\S+.*$", re.MULTILINE)
_REFERENCE = re.compile(r"(?:\[([^\[\]]+)\])?\[([^\[\]]+)\]")
_BOXES = {None: "", False: "[ ] ", True: "[x] "}
_TAG = re.compile(r"<(?!https?:|mailto:)")
_BRACKET = "\ue0f0"
_TELLING = (str, BaseModel, dict, tuple)
"""Values that are a text, or hold some."""
_ENDS = (".", "!", "?", ":", ";", ",")
_MARKUP = re.compile(r"[*_`\[\]<>&\\]")


class Ref(NamedTuple):
    """An item of the plan."""

    kind: str
    id: str


def plain(text: str) -> str:
    """Bring words into the form in which they are compared: one kind of dash and of blank."""
    return " ".join((text if text.isascii() else text.translate(_DASHES)).split())


def unmarked(markdown: str) -> str:
    """Read the words of a text that may hold markup, lists and paragraphs in one line; tags are words."""
    if _BLOCKS.search(markdown):
        blocks = read_document(_TAG.sub(_BRACKET, _with_links(markdown)), "").blocks
        return plain(" ".join(map(_in_a_line, blocks)).replace(_BRACKET, "<"))
    if not _MARKUP.search(markdown):
        return plain(markdown)
    written = _TAG.sub(_BRACKET, markdown)
    read = read_simple("", written, 1, 1) or read_inline("", written, [(1, 1)] * (len(written) + 1))
    return plain(read.text.plain.replace(_BRACKET, "<"))


def _with_links(markdown: str) -> str:
    """Write links whose addresses stand apart as their words alone."""
    known = frozenset(_ADDRESS.findall(markdown))

    def words(found: re.Match[str]) -> str:
        return found[1] or found[2] if found[2] in known else found[0]

    return _REFERENCE.sub(words, _ADDRESS.sub("", markdown)) if known else markdown


def _in_a_line(block: Block) -> str:
    if not isinstance(block, Listing):
        return " ".join(text.plain.strip() for text in texts_of(block))
    told = [f"{_BOXES[item.checked]}{item.text.plain.strip()}" for item in block.items]
    return "".join(each + (" " if each.endswith(_ENDS) else "; ") for each in told[:-1]) + "".join(told[-1:])


@dataclass(frozen=True, eq=False)
class Truth:
    """The plan and its schedule, asked by the names that documents use."""

    snapshot: Snapshot

    def item(self, ref: Ref) -> Item:
        """The item itself."""
        return self.snapshot.index.by_kind[ref.kind][ref.id]

    def dates(self, ref: Ref) -> Dates | None:
        """When it is done, where it is something that is done."""
        return self.snapshot.schedule.dates.get(ref.id) if ref.kind in ITEM_KINDS else None

    def name(self, ref: Ref) -> str:
        """What a finding calls it."""
        called = self.snapshot.names[ref]
        return called.name if called.label == called.name else f"{called.label}: {called.name}"

    def named(self, words: str, kinds: Iterable[str] = ()) -> Ref | None:
        """Find the one item that words name, among some kinds or all."""
        wanted = tuple(kinds)
        found = [ref for ref in self.by_name.get(plain(words), ()) if not wanted or ref.kind in wanted]
        return found[0] if len(found) == 1 else None

    def days(self, text: str) -> tuple[Told, ...]:
        """The days that words tell; the same words are read once."""
        if text not in self._read:
            self._read[text] = tuple(days_in(text, self.snapshot.schedule.time))
        return self._read[text]

    def minutes(self, text: str) -> Decimal | None:
        """The length that words tell; the same words are read once."""
        if text not in self._lengths:
            self._lengths[text] = minutes_in(text, self.snapshot.schedule.time)
        return self._lengths[text]

    @cached_property
    def _lengths(self) -> dict[str, Decimal | None]:
        return {}

    def agreed_days(self, text: str) -> frozenset[int]:
        """The days that words tell, each by week and by date that agree; none where any day is told otherwise."""
        time, known = self.snapshot.schedule.time, self._agreed
        twice = told_twice(text)
        for each in twice:
            if each not in known:
                known[each] = agreed(each, time)
        days = [known[each] for each in twice]
        return frozenset(day for day in days if day is not None) if None not in days else frozenset()

    @cached_property
    def _agreed(self) -> dict[str, int | None]:
        return {}

    @cached_property
    def _read(self) -> dict[str, tuple[Told, ...]]:
        return {}

    def make_ready(self) -> None:
        """Work out what nearly every check asks for, before several processes do so each for itself."""
        self.by_name, self.by_id, self._texts_below  # noqa: B018 - kept where they are asked for

    def owned(self, ref: Ref) -> str:
        """The name of whoever answers for it."""
        owner = getattr(self.item(ref), "owner", None)
        return self.snapshot.names[self.person(owner)].name if owner else ""

    def person(self, reference: str) -> Ref:
        """A person, or a role where the reference names one."""
        return Ref("person" if reference in self.snapshot.plan.people else "role", reference)

    def has(self, ref: Ref) -> bool:
        """Tell whether the plan has such an item."""
        return ref.id in self.snapshot.index.by_kind.get(ref.kind, {})

    @cached_property
    def refs(self) -> tuple[Ref, ...]:
        """Every item."""
        return tuple(Ref(kind, each) for kind, items in self.snapshot.index.by_kind.items() for each in items)

    @cached_property
    def tasks_by_owner(self) -> Counter[str | None]:
        """How many tasks each owner has, as the plan refers to them."""
        return Counter(task.owner for task in self.snapshot.schedule.breakdown.tasks)

    @cached_property
    def makers(self) -> dict[str, list[Ref]]:
        """The tasks that deliver each deliverable."""
        found: dict[str, list[Ref]] = {}
        for task in self.snapshot.schedule.breakdown.tasks:
            for each in task.delivers:
                found.setdefault(each, []).append(Ref("task", task.id))
        return found

    @cached_property
    def by_id(self) -> dict[str, list[Ref]]:
        """Items by id; one id may be of several kinds."""
        found: dict[str, list[Ref]] = {}
        for ref in self.refs:
            found.setdefault(ref.id, []).append(ref)
        return found

    @cached_property
    def by_name(self) -> dict[str, list[Ref]]:
        """Items by name, short name, label, label with name, and id."""
        found: dict[str, list[Ref]] = {}
        for ref in self.refs:
            for name in dict.fromkeys(self.plain_names[ref]):
                found.setdefault(name, []).append(ref)
        return found

    @cached_property
    def plain_names(self) -> dict[Ref, tuple[str, ...]]:
        """Everything that each item is called, in the form in which words are compared."""
        return {ref: tuple(map(plain, self.names_of(ref))) for ref in self.refs}

    def names_of(self, ref: Ref) -> tuple[str, ...]:
        """Everything that an item is called."""
        called = self.snapshot.names[ref]
        given = getattr(self.item(ref), "text", None)
        told = (called.name, called.label, called.short, f"{called.label}: {called.name}")
        each = [f"{called.name} per wave"] if getattr(self.item(ref), "per_wave", False) else []
        return (*told, *([unmarked(given)] if given else []), *each)

    @cached_property
    def texts(self) -> tuple[tuple[Pointer, str], ...]:
        """Every text of the plan with its place, without markup; commands also line by line as they are."""
        marked = {pointer for pointer, _ in prose(self.snapshot.plan)}
        texts = _texts((), self.snapshot.plan)
        return tuple((place, told) for place, text in texts for told in _told(text, marked=place in marked))

    def says(self, words: str) -> bool:
        """Tell whether words are one of the plan's own texts, which say what they like."""
        return plain(words) in self._own

    @cached_property
    def _own(self) -> frozenset[str]:
        return frozenset(text for _, text in self.texts)

    def texts_below(self, pointer: Pointer) -> tuple[str, ...]:
        """The texts of an entry, without markup."""
        return self._texts_below.get(pointer, ())

    def prose_below(self, pointer: Pointer) -> tuple[str, ...]:
        """The prose of an entry, as the author wrote it but for its live facts."""
        return self._prose_below.get(pointer, ())

    @cached_property
    def _texts_below(self) -> dict[Pointer, tuple[str, ...]]:
        return _gathered(self.texts)

    @cached_property
    def _prose_below(self) -> dict[Pointer, tuple[str, ...]]:
        return _gathered(prose(self.snapshot.plan))


def _gathered(texts: Iterable[tuple[Pointer, str]]) -> dict[Pointer, tuple[str, ...]]:
    """Gather texts under all that they lie in, so that no entry needs a walk over the whole plan."""
    found: dict[Pointer, list[str]] = {}
    for pointer, text in texts:
        for size in range(len(pointer) + 1):
            found.setdefault(pointer[:size], []).append(text)
    return {pointer: tuple(each) for pointer, each in found.items()}


def _told(text: str, *, marked: bool) -> Iterator[str]:
    """Names hold no markup, whatever their characters."""
    read = unmarked if marked else plain
    yield read(text)
    if "\n" in text or "\\" in text:
        yield from map(read, text.splitlines())


def _texts(pointer: Pointer, value: object) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
        yield pointer, str(value)
        return
    for step, each in _members(value):
        if isinstance(each, _TELLING):
            yield from _texts((*pointer, step), each)


@cache
def _fields(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name in model.model_fields if name != "pointer")


def _members(value: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, BaseModel):
        return ((name, getattr(value, name)) for name in _fields(type(value)))
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, tuple) else ()
