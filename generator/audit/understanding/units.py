"""The numbered parts of a plan, whatever they are called: Phase 1, Waves 3-5, Workstream B, Gate 2, Sprint IV."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.audit.calendar import MONTH
from generator.audit.understanding.words import core_of, level

OUTER = frozenset({"phase", "stage", "release", "increment", "programme", "program"})
TESTS = frozenset({"checkpoint", "gate", "milestone"})
_INNER = (
    "wave", "workstream", "work stream", "stream", "sprint", "iteration", "track", "team", "squad", "crew", "group",
    "batch", "lot", "work package", "package", "cohort", "lane", "move group", "cluster",
)  # fmt: skip
NOUNS = (*sorted(OUTER), "checkpoint", "quality gate", "gate", "milestone", *_INNER)
TEAMS = frozenset({"team", "squad", "crew", "group"})
LASTING = TEAMS | {"workstream", "track", "lane", "cohort"}
"""Parts that are people or lines of work, and may return in every phase."""
_SAME = {
    "work stream": "workstream",
    "stream": "workstream",
    "quality gate": "gate",
    "program": "programme",
    "work package": "package",
}
_WRITTEN = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
_NUMBER = (
    r"(?:\d{1,3}(?![\d.,:]?\d|\s?%|\s?(?:weeks?|days?|hours?|months?|min\w*|people|persons|devs?|developers"
    rf"|(?-i:(?=[A-Z])){MONTH})\b)"
    rf"|(?-i:[IVX]{{1,4}}\b|[A-Z]\b(?!['’])|(?:{'|'.join(_WRITTEN)})\b))"
)
_NAMED = (
    r"(?P<plural>e?s)?\s(?:no\.?\s?|#\s?)?"
    rf"(?P<initial>(?-i:[A-Z]{{1,2}})-?(?=\d))?(?P<first>{_NUMBER})"
)
_NEXT = re.compile(
    rf"(?P<join>\s?(?:-|to|through)\s?|\s?(?:,|\+|&|/|and|,\sand|or)\s?)(?P<next>{_NUMBER})", re.IGNORECASE
)
_TOTAL = re.compile(
    r"\W*(?:grand |overall |column |row |sub-?)?(?:total|sum|all|overall|shared|(?:al)?together|combined)\b",
    re.IGNORECASE,
)
_ROMAN = {"I": 1, "V": 5, "X": 10}
_LISTED = re.compile(r"\s*[,;+]\s*")
_TITLE = re.compile(r"\s{0,3}(?::|-|\(|\.)\s{0,3}(?P<title>[^()\[\]|:]{2,80}?)\s*(?=$|[(\[|\]:)]|\s-\s)")
_BARE_TITLE = re.compile(r"\W*\d{1,3}\s?[.):-]?\s(?P<title>[A-Z][a-z][^()\[\]|:]{1,78}?)\s*(?=$|[(\[|])[^|]*")
SECTION_NUMBER = re.compile(r"[^\w\n]{0,9}\d{1,2}(?:\.\d{1,2}){0,5}[.)]?\s{1,9}")
"""The number of a section before what its heading says."""
_MOST = 60
_CODE = re.compile(r"(?P<code>[A-Z]{1,3})-?\d{1,3}\b")
_USUAL_CODES = (("CP", "checkpoint"), ("MS", "milestone"), ("QG", "gate"), ("WP", "package"))


Codes = tuple[tuple[str, str], ...]
"""Letters, each with the kind of part that it stands for."""
Nouns = tuple[tuple[str, str], ...]
"""Nouns, each with the kind of part that it means."""


@dataclass(frozen=True)
class Labels:
    """What a document calls its parts: letters that stand for a kind (M2), and nouns of its own (Ring 2)."""

    codes: Codes
    nouns: Nouns = ()

    def kind(self, noun: str) -> str:
        """Return the one word for a kind of part that has several."""
        return dict(self.nouns).get(" ".join(noun.lower().split())) or kind_of(noun)


USUAL = Labels(_USUAL_CODES)


@dataclass(frozen=True, order=True)
class Unit:
    """A part of the plan: its kind in the singular, and its number, letter or name."""

    kind: str
    key: str

    def __str__(self) -> str:
        return f"{self.kind.title()} {self.key.upper()}" if len(self.key) <= len("999") else self.key.title()

    @property
    def number(self) -> int | None:
        """Its number, where it has one."""
        return int(self.key) if self.key.isdecimal() else None


@dataclass(frozen=True)
class Mention:
    """One part named in a text; parts of a list share start and end."""

    unit: Unit
    start: int
    end: int
    listed: bool = False


def units_in(text: str, labels: Labels = USUAL) -> list[Mention]:
    """Find every part that a text names by number or label, lists and ranges told out."""
    return list(_units_in(text, labels))


@lru_cache(maxsize=20_000)
def _units_in(text: str, labels: Labels) -> tuple[Mention, ...]:
    plain = level(text)
    found: list[Mention] = []
    for match in _pattern(labels).finditer(plain):
        keys, end = _keys(match, plain)
        kind = dict(labels.codes)[match["label"]] if match["label"] else labels.kind(match["noun"])
        if not match["initial"] or match["initial"][0].lower() == match["noun"][0].lower():
            found += [Mention(Unit(kind, key), match.start(), end, len(keys) > 1) for key in keys]
    return tuple(found)


def units_only(text: str, kind: str = "", labels: Labels = USUAL) -> list[Mention]:
    """Find parts in a cell that names nothing else; bare numbers and names count below a heading of their kind."""
    plain = level(text).strip()
    found = units_in(text, labels)
    if found or not kind or not plain:
        return found if _leads(plain, found) else []
    bare = _pattern(labels).match(f"{kind} {plain}")
    if bare:
        keys, end = _keys(bare, f"{kind} {plain}")
        rest = f"{kind} {plain}"[end:].strip()
        if not rest or _TITLE.match(f" {rest}") or _BARE_TITLE.fullmatch(plain):
            return [Mention(Unit(kind, key), 0, len(text), len(keys) > 1) for key in keys]
    pieces = _LISTED.split(plain)
    if len(pieces) > 1 and all(piece.lower().startswith(kind) for piece in pieces):
        return [Mention(Unit(kind, " ".join(sorted(core_of(piece)))), 0, len(text), listed=True) for piece in pieces]
    name = " ".join(sorted(core_of(plain)))
    named = len(name) > len("abc") and not _TOTAL.match(plain)
    return [Mention(Unit(kind, name), 0, len(text))] if named else []


def codes_in(columns: Iterable[tuple[str, list[str]]]) -> Codes:
    """Learn from columns that list one kind of part which letters stand for it."""
    found = dict(_USUAL_CODES)
    for kind, cells in columns:
        codes = [match["code"] for cell in cells if (match := _CODE.match(level(cell).strip()))]
        if kind and len(codes) > 1 and len(set(codes)) == 1:
            found.setdefault(codes[0], kind)
    return tuple(sorted(found.items()))


def header_kind(text: str, labels: Labels = USUAL) -> str:
    """Return the kind of part that a column lists; nothing where it lists something else."""
    found = _header(labels).fullmatch(level(text))
    return labels.kind(found["noun"]) if found else ""


def title_after(text: str, mention: Mention) -> str:
    """Return the name that follows a part's number: `Wave 1: Infrastructure`."""
    found = _TITLE.match(level(text), mention.end)
    return found["title"].strip() if found else ""


def title_below(text: str) -> str:
    """Return the name that follows a bare number below a heading of its kind: `1 Survey` in a column of phases."""
    found = _BARE_TITLE.fullmatch(level(text))
    return found["title"].strip() if found else ""


def kind_of(noun: str) -> str:
    """Return the one word for a kind of part that has several."""
    plain = " ".join(noun.lower().split())
    return _SAME.get(plain, plain)


def _nouns(labels: Labels) -> str:
    nouns = (*NOUNS, *(noun for noun, _ in labels.nouns))
    longest = sorted((re.escape(noun).replace(r"\ ", r"\s") for noun in nouns), key=len, reverse=True)
    return rf"(?P<noun>{'|'.join(longest)})"


@cache
def _header(labels: Labels) -> "re.Pattern[str]":
    return re.compile(rf"\W*{_nouns(labels)}(?:e?s|\(s\))?(?:\s(?:no\.?|name|id|#))?\W*", re.IGNORECASE)


@cache
def _pattern(labels: Labels) -> "re.Pattern[str]":
    codes = "|".join(sorted(code for code, _ in labels.codes))
    short = rf"(?-i:(?P<label>{codes})-?(?P<number>\d{{1,3}})(?![\w-]|[.,:]\d))"
    return re.compile(rf"(?<![\w-])(?:{_nouns(labels)}{_NAMED}|{short})", re.IGNORECASE)


def _leads(plain: str, found: list[Mention]) -> bool:
    """Tell whether a cell begins with the part it names."""
    before = plain[: found[0].start] if found else ""
    return bool(found) and (not re.search(r"\w", before) or bool(SECTION_NUMBER.fullmatch(before)))


def _keys(match: "re.Match[str]", plain: str) -> tuple[list[str], int]:
    """Read the numbers of a mention: one, a list or a range."""
    end = match.end()
    if match["first"] is None:
        return [_key(match["number"])], end
    numbers = [_key(match["first"])]
    while len(numbers) < _MOST and (more := _NEXT.match(plain, end)):
        if not match["plural"] and more["join"].strip() in {"-", "or"} and not more["next"].isdecimal():
            break
        numbers += _upto(numbers[-1], _key(more["next"]), ranged=more["join"].strip() in {"-", "to", "through"})
        end = more.end()
    return numbers, end


def _upto(first: str, last: str, *, ranged: bool) -> list[str]:
    if ranged and first.isdecimal() and last.isdecimal() and 0 < int(last) - int(first) <= _MOST:
        return [str(number) for number in range(int(first) + 1, int(last) + 1)]
    return [last]


def _key(text: str) -> str:
    if text.isdecimal():
        return str(int(text))
    if text in _WRITTEN:
        return str(_WRITTEN.index(text) + 1)
    if len(text) > 1 or text in "IVX":
        values = [_ROMAN.get(char.upper(), 0) for char in text]
        return str(
            sum(-value if value < max(values[index:], default=0) else value for index, value in enumerate(values))
        )
    return text.lower()
