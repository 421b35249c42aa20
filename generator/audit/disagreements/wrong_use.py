"""A list of where an item is used leaves out who refers to it, or names one who does not.

Whoever changes an item reads there what else must be thought of.

Fails: "Used in: Storm" at a wave that no entry called Storm refers to.

Passes: the list has exactly those that refer to it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.audit.rendered.disagreement import Disagreement
from generator.audit.rendered.items import ref_of
from generator.audit.rendered.pages import raw_of
from generator.audit.rendered.published import Published, is_page
from generator.audit.rendered.truth import Ref, Truth
from generator.findings import Place, Pointer, Severity
from generator.model.walk import references

SEVERITY = Severity.ERROR
_TOLD = 'data-used="'
_USED = re.compile(r'data-used="([^"]*)"')
_HREF = re.compile(r'<a href="[^"#]*#([^"]*)"')
_ANCHOR = re.compile(r'<a id="([a-z]+-[a-z0-9-]+)"></a>')
_MORE = re.compile(r" and (\d+) more</li>")
_TEXTS = ", mentions</span>"
_WAYS = (False, True)


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield the lists that are not the plan's, page by page."""
    lists = [each for name in _pages(published) for each in _lists(name, published)]
    if not lists:
        return
    users, entries = _users(truth), _entries(published, truth)
    for each in lists:
        item = ref_of(each.anchor, truth)
        if item is None:
            yield each.said(f'the plan has no "{each.anchor}"')
        else:
            yield from _held(each, item, users.get(item, frozenset()) - {item}, entries, truth)
    told = {each.anchor for each in lists}
    for item in users if not published.alone else ():
        anchor = f"{item.kind}-{item.id}"
        if item in entries and anchor not in told and users[item] - {item}:
            place = Place(entries[item], 1, 1, 1, 1)
            yield Disagreement(f'where "{truth.name(item)}" is used is not told', place)


@dataclass(frozen=True)
class _List:
    """Where an item is said to be used: the anchors of those that refer to it, and of those whose texts name it."""

    anchor: str
    file: str
    line: int
    users: frozenset[str]
    texts: frozenset[str]
    more: int

    def said(self, message: str) -> Disagreement:
        return Disagreement(message, Place(self.file, self.line, 1, self.line, 1))


def _lists(name: str, published: Published) -> Iterator[_List]:
    """Follow the lines: the item's own stands first, then a line for each way in which it is used."""
    content = published.contents[name]
    for raw in raw_of(content.decode(errors="replace")) if _TOLD.encode() in content else ():
        begins = [at for at, line in enumerate(raw.lines) if _TOLD in line and _USED.search(line)]
        for at, end in pairwise([*begins, len(raw.lines)]):
            anchor = str(_USED.findall(raw.lines[at])[-1])
            lines = [line for line in raw.lines[at:end] if line.startswith("<li>")]
            found = {
                way: {each for line in lines if (_TEXTS in line) is way for each in _HREF.findall(line)}
                for way in _WAYS
            }
            more = sum(int(count) for line in lines for count in _MORE.findall(line))
            users, texts = (frozenset(found[way]) for way in _WAYS)
            yield _List(anchor, published.place(name), raw.first + at, users, texts, more)


def _held(
    each: _List, item: Ref, users: frozenset[Ref], entries: Mapping[Ref, str], truth: Truth
) -> Iterator[Disagreement]:
    """What has no entry of its own is told without a link, and so is not missed."""
    told = {user for anchor in each.users if (user := ref_of(anchor, truth))}
    for user in sorted(told - users):
        yield each.said(f'"{truth.name(user)}" does not refer to "{truth.name(item)}"')
    missing = [user for user in sorted(users - told) if user in entries]
    for user in missing if len(missing) > each.more else ():
        yield each.said(f'"{truth.name(user)}" refers to "{truth.name(item)}", and is missing')
    for anchor in sorted(each.texts):
        user = ref_of(anchor, truth)
        if user is not None and not _names(user, item, truth):
            yield each.said(f'no text of "{truth.name(user)}" names "{truth.name(item)}"')


def _entries(published: Published, truth: Truth) -> Mapping[Ref, str]:
    """The items that have an entry, and the page of each."""
    found: dict[Ref, str] = {}
    for name in _pages(published):
        for anchor in dict.fromkeys(_ANCHOR.findall(published.contents[name].decode(errors="replace"))):
            ref = ref_of(anchor, truth)
            if ref is not None:
                found.setdefault(ref, published.place(name))
    return found


def _pages(published: Published) -> Iterator[str]:
    return filter(is_page, published.contents)


def _users(truth: Truth) -> Mapping[Ref, frozenset[Ref]]:
    found: dict[Ref, set[Ref]] = {}
    places = {truth.item(ref).pointer: ref for ref in truth.refs}
    index = truth.snapshot.index
    for pointer, reference, kinds in references(truth.snapshot.plan):
        target, user = index.find(reference, kinds), _at(pointer, places)
        if target and user:
            found.setdefault(Ref(target[0], target[1].id), set()).add(user)
    return {target: frozenset(users) for target, users in found.items()}


def _at(pointer: Pointer, places: Mapping[Pointer, Ref]) -> Ref | None:
    """The item in which a place lies: the innermost."""
    return next((places[pointer[:size]] for size in range(len(pointer), 0, -1) if pointer[:size] in places), None)


def _names(user: Ref, item: Ref, truth: Truth) -> bool:
    """Tell whether a text of an item, as written, names another: by id in a fact, or by one of its names."""
    pointer = truth.item(user).pointer
    written = str(_written(truth.snapshot.source.data, pointer))
    asked = re.search(rf"\{{\{{[^}}]*['\"](?:{item.kind}:)?{re.escape(item.id)}['\"]", written)
    return bool(asked) or any(name in text for name in truth.names_of(item) for text in truth.prose_below(pointer))


def _written(data: object, pointer: Pointer) -> object:
    for step in pointer:
        data = data.get(step) if isinstance(data, dict) else None
    return data
