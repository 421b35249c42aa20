"""Who has what: columns of people, lists that give each thing somebody, and the posts that people hold."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.audit.blocks import Under
from generator.audit.understanding.codes import leading_code
from generator.audit.understanding.entries import LONGEST, is_total
from generator.audit.understanding.people import Person, persons_in, whole_person
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Reading, Row
from generator.audit.understanding.words import level, tokens_of

Stems = tuple[str, ...]

_LABEL = re.compile(r"\W*(?P<label>[^\W_][\w '/&-]{0,40}?)\s*(?::|\s-)\s")
_POST_BEFORE = re.compile(
    r"(?:(?:^|[|.;()·•]\s*|(?<=[a-z\d])\s)(?P<label>[A-Z][a-z]+(?: [a-z]+){0,3}):\s*"
    r"|\b(?:[Tt]he|[Hh]er|[Hh]is|[Oo]ur|[Ii]ts|[Tt]heir) (?P<spoken>[a-z]+(?: [a-z]+){0,3}) is )$"
)
_POST_AFTER = re.compile(r"(?:, (?:the|our) |\s\((?:the )?)(?P<post>[a-z]+(?: [a-z]+){0,2})(?=[,).;]|$)")
_POSTS = re.compile(r"\W*(?:roles?|functions?|posts?|positions?)\W*", re.IGNORECASE)
_NO_POST = frozenset(
    {"owner", "response", "answer", "responsible", "contact", "mitigation", "by", "who", "call", "name"}
)
_FEWEST, _REACH, _MOST_WORDS = 2, 60, 120


@dataclass(frozen=True)
class Held:
    """One thing, what it may be called by, and who has it."""

    names: frozenset[Stems]
    called: str
    person: Person
    quote: Quote


@dataclass(frozen=True, eq=False)
class Holders:
    """A column of people, or a list whose entries name one person each."""

    header: str
    held: tuple[Held, ...]
    source: object

    def of(self, name: Stems) -> Held | None:
        """Return what is called so, where one thing alone is."""
        found = self.by_name.get(name, [])
        return found[0] if len(found) == 1 else None

    @cached_property
    def by_name(self) -> dict[Stems, list[Held]]:
        """What is called so."""
        found: dict[Stems, list[Held]] = defaultdict(list)
        for each in self.held:
            for name in each.names:
                found[name].append(each)
        return found

    @cached_property
    def families(self) -> dict[str, list[Person]]:
        """Whoever has something, by family name."""
        found: dict[str, list[Person]] = defaultdict(list)
        for each in self.held:
            found[each.person.family].append(each.person)
        return found

    def has(self, person: Person) -> bool:
        """Tell whether somebody has anything."""
        return any(each.may_be(person) for each in self.families.get(person.family, [])[:_REACH])


def holders_of(reading: Reading) -> list[Holders]:
    """Collect every column and list that gives each of its things one person."""
    tables = [each for grid, rows in reading.tables for each in _columns(grid, rows)]
    lists: dict[Under, list[Phrase]] = defaultdict(list)
    for phrase in reading.phrases:
        if phrase.form == "item" and phrase.item and not phrase.item.depth:
            lists[phrase.under].append(phrase)
    return [*tables, *(each for under, items in lists.items() for each in _listed(under, items))]


def named_in(names: Collection[Stems], words: list[str]) -> set[Stems]:
    """Return the names that stand in words, none that is part of a longer one."""
    told = {
        name
        for at in range(min(len(words), _MOST_WORDS))
        for length in range(1, LONGEST + 1)
        if (name := tuple(words[at : at + length])) in names
    }
    return {name for name in told if not any(len(name) < len(other) and set(name) <= set(other) for other in told)}


def posts_of(reading: Reading) -> dict[Stems, Person]:
    """Collect who holds which post; nothing of one that two people hold."""
    found: dict[Stems, list[Person]] = defaultdict(list)
    for post, person in told_posts(reading):
        stems = tuple(stem for stem, _, _ in tokens_of(post))
        if stems and not _NO_POST.issuperset(stems):
            found[stems].append(person)
    return {post: told[0] for post, told in found.items() if all(each.may_be(told[0]) for each in told)}


def told_posts(reading: Reading) -> Iterator[tuple[str, Person]]:
    """Yield each post in its own words, with whoever is said to hold it."""
    yield from _spoken(reading)
    yield from _in_tables(reading)


def _columns(grid: Grid, rows: tuple[Row, ...]) -> Iterator[Holders]:
    body = [row for row in rows if not is_total(row)]
    for column, header in enumerate(grid.header):
        told = [(row, person) for row in body if (person := whole_person(row.cells[column]))]
        filled = sum(bool(row.cells[column].plain.strip()) for row in body)
        if column != grid.key_column and len(told) >= max(_FEWEST, filled - 1) and len(told) * 2 > len(body):
            held = tuple(
                Held(_names(row), row.cells[0].plain.strip(), person, row.mark(row.cells[column]))
                for row, person in told
            )
            yield Holders(header.plain, held, grid)


def _names(row: Row) -> frozenset[Stems]:
    """The code of a row and its name."""
    told = [row.cells[0], row.cells[row.grid.key_column]]
    beside = row.cells[row.grid.key_column + 1 : row.grid.key_column + 2] if leading_code(told[1].plain) else ()
    return _stems(cell.plain for cell in (*told, *beside))


def _stems(texts: Iterable[str]) -> frozenset[Stems]:
    found = (tuple(stem for stem, _, _ in tokens_of(text)) for text in texts)
    return frozenset(name for name in found if 0 < len(name) <= LONGEST and len("".join(name)) > 1)


def _listed(under: Under, items: list[Phrase]) -> Iterator[Holders]:
    told = [(item, label, _behind(item, label)) for item in items if (label := _LABEL.match(level(item.plain)))]
    single = [each for each in told if len(each[2]) == 1]
    if len(told) < len(items) or len(single) < max(_FEWEST, len(items) - 1) or any(len(each[2]) > 1 for each in told):
        return
    held = tuple(
        Held(_stems([label["label"], leading_code(label["label"])]), label["label"], people[0], people[0].quote)
        for _, label, people in single
    )
    yield Holders(under[-1].text.plain if under else "", held, under)


def _behind(item: Phrase, label: "re.Match[str]") -> list[Person]:
    """The people behind a label, which may look like a name itself: `Cold Store: two people, led by Ada Lind`."""
    return [each for each in persons_in(item) if each.start >= label.end()]


def _spoken(reading: Reading) -> Iterator[tuple[str, Person]]:
    """`The technical lead is Ada Lind`, `Deputy: Tom Rau`, `Eva Kern, the sponsor,`."""
    for phrase in reading.phrases:
        plain = level(phrase.plain)
        for person in persons_in(phrase) if phrase.form in {"paragraph", "item"} else ():
            before = _POST_BEFORE.search(plain, max(0, person.start - _REACH), person.start)
            after = _POST_AFTER.match(plain, person.end)
            if before:
                yield before["label"] or before["spoken"], person
            elif after:
                yield after["post"], person


def posts_behind(reading: Reading) -> Iterator[tuple[str, Person]]:
    """Yield what stands in brackets or behind a comma at names, also where a label stands before them."""
    for phrase in reading.phrases:
        for person in persons_in(phrase) if phrase.form in {"paragraph", "item"} else ():
            if after := _POST_AFTER.match(level(phrase.plain), person.end):
                yield after["post"], person


def _in_tables(reading: Reading) -> Iterator[tuple[str, Person]]:
    for grid, rows in reading.tables:
        for row in rows if _POSTS.fullmatch(level(grid.header[0].plain)) else ():
            people = [person for cell in row.cells[1:] if (person := whole_person(cell))]
            if len(people) == 1:
                yield row.cells[0].plain, people[0]
