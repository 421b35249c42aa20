"""Those who can be given something, teams and people alike, as columns and lists set them beside each other."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.audit.understanding.entries import is_total
from generator.audit.understanding.people import persons_in
from generator.audit.understanding.phrases import Grid, Phrase, Reading, Row
from generator.audit.understanding.words import key_of, level

Body = frozenset[str]

DOES = re.compile(
    r"\W*(?:(?:done|run|carried out|handled|prepared|owned|led|made|executed|performed) by|by(?: whom)?|who"
    r"|who does it|owners?|responsible|leads?|leaders?|captains?|teams?|crews?|squads?|gangs?|assigned to|assignees?"
    r"|in charge|performer)\W*",
    re.IGNORECASE,
)
"""Heading of a column of those who do what the row tells."""
_GROUPS = re.compile(
    r"\W*(?:teams?|crews?|squads?|gangs?|groups?|departments?|desks?|parties|party|units?|trades?)\W*", re.IGNORECASE
)
_PEOPLE = re.compile(
    r"\b(?:who|people|team|group|crew|contacts?|organi[sz]ation|staff|committee|board|members|cast|roles?"
    r"|responsib\w+|duties)\b",
    re.IGNORECASE,
)
_NAME = r"@?[A-ZÀ-Þ][\w.'-]*(?: [\w.'&-]+){0,2}"
_WHOLE = re.compile(rf"\W*(?:the )?(?P<name>{_NAME})\W*")
_LABEL = re.compile(rf"\W*(?P<name>{_NAME})\s*(?::|\s-)\s")
_AND = re.compile(r"\s*(?:,\s(?:and\s)?|;\s|\s[/+&]\s|\sand\s|\swith\s)\s*")
_FEWEST, _MOST = 2, 60


@dataclass(frozen=True, eq=False)
class Bodies:
    """All who are known, each set as one column or list has it."""

    rosters: tuple[frozenset[Body], ...]

    @cached_property
    def known(self) -> frozenset[Body]:
        """Whoever stands in any of them."""
        return frozenset(body for roster in self.rosters for body in roster)

    def are_of_a_kind(self, one: Iterable[Body], other: Iterable[Body]) -> bool:
        """Tell whether one column or list has all of them."""
        both = {*one, *other}
        return any(both <= roster for roster in self.rosters)

    def named(self, text: str) -> frozenset[Body]:
        """Return who is named by words that name nobody and nothing else; what is added in figures may follow."""
        parts = [part for part in _AND.split(level(text).strip(" *_.")) if part]
        keys = [key for part in parts if (key := _body(part)) in self.known]
        counted = all(re.match(r"\W*(?:\d|one\b|two\b|three\b)", part) for part in parts[len(keys) :])
        return (
            frozenset(keys)
            if keys and keys == [_body(part) for part in parts[: len(keys)]] and counted
            else frozenset()
        )


def bodies_of(reading: Reading) -> Bodies:
    """Collect teams by their tables, and people by columns and lists of them."""
    found = [roster for grid, rows in reading.tables for roster in _in_table(grid, rows)]
    found += _in_lists(reading)
    people = frozenset(key_of(each.told) for phrase in reading.phrases for each in persons_in(phrase))
    return Bodies(tuple(each for each in (*found, people) if len(each) >= _FEWEST))


def _in_table(grid: Grid, rows: tuple[Row, ...]) -> Iterator[frozenset[Body]]:
    body = [row for row in rows if not is_total(row)][:_MOST]
    for column, header in enumerate(grid.header):
        plain = level(header.plain)
        if _GROUPS.fullmatch(plain) or DOES.fullmatch(plain):
            cells = [level(row.cells[column].plain).strip() for row in body]
            parts = [part for cell in cells if cell for part in _AND.split(cell)]
            if parts and all(_WHOLE.fullmatch(part) for part in parts):
                yield frozenset(_body(part) for part in parts)


def _in_lists(reading: Reading) -> Iterator[frozenset[Body]]:
    """`Jonas: desk and cabling` below *Crew*."""
    lists: dict[object, list[Phrase]] = {}
    for phrase in reading.phrases:
        if phrase.form == "item" and phrase.under and phrase.item and not phrase.item.depth:
            lists.setdefault((phrase.text.file, phrase.under), []).append(phrase)
    for items in lists.values():
        labels = [_LABEL.match(level(each.plain)) for each in items]
        if _PEOPLE.search(items[0].under[-1].text.plain) and all(labels):
            yield frozenset(key_of(label["name"]) for label in labels if label)


def _body(text: str) -> Body:
    found = _WHOLE.fullmatch(text)
    return key_of(found["name"]) if found else frozenset()
