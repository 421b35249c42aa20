"""A link goes nowhere, or to another item than its words name.

Anchors carry the item's kind and id. Words that were changed without their link, or a link without its words, send
the reader to the wrong entry.

Fails: `[DB Setup](#task-auth)` where "auth" is called Authentication Service.

Passes: `[DB Setup](#task-db-setup)`.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.audit.blocks import Heading, Link
from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.pages import Page
from generator.audit.rendered.published import DOCS, DOWNLOADS, GUIDE, PICTURES, SITE, Published, whole_of
from generator.audit.rendered.truth import Ref, Truth, plain
from generator.findings import Place, Severity
from generator.formatting import did_you_mean

SEVERITY = Severity.ERROR
_IN_A_CELL = "|"
_ANCHOR_BEGINS = '<a id="'
_ANCHOR = re.compile(r'<a id="([a-z]+)-([a-z0-9-]+)"></a>')
_ADDRESS = re.compile(r'(?:href|data-figure)="(\.[^"]*)"')
_ID = re.compile(r'\bid="([^"]+)"')
_ITEM = re.compile(r"([a-z]+)-([a-z0-9-]+)$")
_RULE = "rule"
_NAMED_LATER = ("criterion", "assumption", "alert", "coordination")


Anchors = Mapping[str, frozenset[str]]
"""The anchors of each page."""
Way = tuple[tuple[str, ...], str]
"""The pages, of which the first is meant that there is, and the anchor that a link leads to."""


@dataclass(frozen=True)
class Links:
    """What pages say of their own links, their anchors, and from which of them links lead to other pages."""

    found: tuple[Disagreement, ...]
    anchors: Anchors
    away: Mapping[str, frozenset[Way]]


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield dead links, links whose words name another item, and anchors beside another item's name."""
    yield from held([gathered(published, truth)], published, truth)


def gathered(published: Published, truth: Truth) -> Links:
    """Judge what pages tell without the others, and gather what they have to be held against others for."""
    pages = published.everything
    anchors = {name: _anchors(page) for name, page in pages.items()}
    ways = {name: frozenset(_ways(name, page, published)) for name, page in pages.items()}
    away = {name: frozenset(way for way in each if not _is_there(way, anchors)) for name, each in ways.items()}
    return Links(tuple(_misnamed(pages.values(), truth)), anchors, away)


def held(links: Sequence[Links], published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield what was found of pages without the others, and their links that lead nowhere."""
    known = {name: found for each in links for name, found in each.anchors.items()}
    anchors = {name: known[name] for name in published.contents if name in known}
    strays = {
        name for each in links for name, ways in each.away.items() if not all(_is_there(way, anchors) for way in ways)
    }
    yield from (found for each in links for found in each.found)
    for name, page in published.among({whole_of(name)[0] for name in strays}).everything.items():
        for link in page.document.links:
            yield from _leading(link, (name, truth), anchors, published)
        if _has_addresses(name, published):
            yield from _addresses(page, name, anchors, published)


def _misnamed(pages: Iterable[Page], truth: Truth) -> Iterator[Disagreement]:
    sound: set[tuple[str, str]] = set()
    for page in pages:
        for link in page.document.links:
            told = (link.target, link.text)
            found = list(_naming(link, truth)) if told not in sound else []
            yield from found
            sound |= set() if found else {told}
        yield from _anchored(page, truth)


def _is_there(way: Way, anchors: Anchors) -> bool:
    pages, anchor = way
    found = next((anchors[page] for page in pages if page in anchors), None)
    return found is not None and (not anchor or anchor in found)


def _ways(name: str, page: Page, published: Published) -> Iterator[Way]:
    """Where the links of a page lead, each once."""
    targets = {link.target.partition("#") for link in page.document.links}
    meant = {path: _meant(path, name, published) for path in {path for path, _, _ in targets}}
    yield from (((meant[path],), anchor) for path, _, anchor in targets if meant[path])
    for address in {found[1] for _, found in _addresses_in(page)} if _has_addresses(name, published) else ():
        path, _, anchor = address.partition("#")
        target = posixpath.normpath(posixpath.join(_folder(name), path))
        if not _is_download(target, published):
            yield _pages_at(target), anchor


def _has_addresses(name: str, published: Published) -> bool:
    """Tell whether links in HTML lead to anything that is read: on a page of several, and not on one by itself."""
    return name.startswith(f"{DOCS}/") and name not in published.alone


def _anchors(page: Page) -> frozenset[str]:
    raw = (found for each in page.raw for line in each.lines if 'id="' in line for found in _ID.findall(line))
    return page.document.anchors | frozenset(raw)


def _leading(link: Link, of: tuple[str, Truth], anchors: Anchors, published: Published) -> Iterator[Disagreement]:
    name, truth = of
    path, _, anchor = link.target.partition("#")
    target = _meant(path, name, published)
    if not target:
        return
    if target not in anchors and target not in published.contents:
        yield Disagreement(f'"{link.target}" leads to no page', link.place, _near(path, [*anchors]))
    elif anchor and target in anchors and anchor not in anchors[target]:
        known = [] if _is_item(anchor, truth) else sorted(anchors[target])
        yield Disagreement(f'"{link.target}" leads to no anchor', link.place, _near(anchor, known))


def _is_item(anchor: str, truth: Truth) -> bool:
    """Tell whether an anchor is that of an item of the plan: then it is missing there, and the link is right."""
    kind, _, item = anchor.partition("-")
    return truth.has(Ref(kind, item))


def _meant(path: str, name: str, published: Published) -> str:
    """The page that a link leads to; nothing where it leads to no page of the folder."""
    if ":" in path or path.startswith(("/", "//")) or (name in published.alone and path):
        return ""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
    return target if target.endswith(".md") else ""


def _addresses(page: Page, name: str, anchors: Anchors, published: Published) -> Iterator[Disagreement]:
    """Links in HTML lead to where the site will have the page: a folder of its own."""
    for number, found in _addresses_in(page):
        path, _, anchor = found[1].partition("#")
        target = posixpath.normpath(posixpath.join(_folder(name), path))
        place = Place(page.file, number, found.start(1) + 1, number, found.end(1) + 1)
        if not _is_download(target, published):
            yield from _address(target, anchor, anchors, partial(Disagreement, place=place))


def _folder(name: str) -> str:
    return posixpath.dirname(name.removesuffix("index.md").removesuffix(".md") + "/")


def _addresses_in(page: Page) -> Iterator[tuple[int, re.Match[str]]]:
    for raw in page.raw:
        for number, line in enumerate(raw.lines, raw.first):
            if "href" in line or "data-figure" in line:
                yield from ((number, found) for found in _ADDRESS.finditer(line))


def _is_download(target: str, published: Published) -> bool:
    """Tell whether a file is to be fetched; where no site was built, none is looked for."""
    below = target.removeprefix(f"{DOCS}/")
    if below.startswith(f"{PICTURES}/"):
        return f"{DOCS}/{below}" in published.contents
    return below.startswith((f"{DOWNLOADS}/", GUIDE)) and (
        not published.has_site or f"{SITE}/{below}" in published.contents or below.startswith(GUIDE)
    )


def _pages_at(target: str) -> tuple[str, ...]:
    return f"{target}.md", f"{target}/index.md"


def _address(target: str, anchor: str, anchors: Anchors, make: partial[Disagreement]) -> Iterator[Disagreement]:
    pages = [page for page in _pages_at(target) if page in anchors]
    if not pages:
        yield make(f'"{target.removeprefix(f"{DOCS}/")}" leads to no page')
    elif anchor and anchor not in anchors[pages[0]]:
        yield make(f'"#{anchor}" leads to no anchor')


def _naming(link: Link, truth: Truth) -> Iterator[Disagreement]:
    found = _ITEM.match(link.target.partition("#")[2])
    if found is None or not link.text.strip():
        return
    ref, words = Ref(found[1], found[2]), plain(link.text)
    if truth.has(ref):
        called, is_right = truth.name(ref), words in (*truth.plain_names[ref], ref.kind.title())
    else:
        called, is_right = ref.id, _is_of_entry(ref, words, truth)
    if not is_right:
        yield Disagreement(f'the link to "{called}" says "{short(link.text)}"', link.place)


def _is_of_entry(ref: Ref, words: str, truth: Truth) -> bool:
    """Tell whether an anchor of another sort ends with the id of what the words name, if they name anything."""
    if ref.kind == _RULE:
        return words == ref.id or words not in {rule.name for rule in truth.snapshot.ran}
    named = truth.by_name.get(words, ())
    return ref.id not in truth.by_id or not named or any(each.id == ref.id for each in named)


def _anchored(page: Page, truth: Truth) -> Iterator[Disagreement]:
    headings = {block.text.spot[0]: block for block in page.document.blocks if isinstance(block, Heading)}
    for number, line in enumerate(page.lines, 1):
        for found in _ANCHOR.finditer(line) if _ANCHOR_BEGINS in line else ():
            ref = Ref(found[1], found[2])
            place = Place(page.file, number, found.start() + 1, number, found.end() + 1)
            if ref.kind not in truth.snapshot.index.by_kind:
                continue
            if not truth.has(ref):
                yield Disagreement(
                    f'there is no {found[1]} "{found[2]}" in the plan',
                    place,
                    _near(ref.id, [each.id for each in truth.refs]),
                )
            elif ref.kind not in _NAMED_LATER:
                yield from _entry(ref, headings.get(number), line[found.end() :] or line, (truth, place))


def _entry(ref: Ref, heading: Heading | None, rest: str, known: tuple[Truth, Place]) -> Iterator[Disagreement]:
    """The name must stand behind the anchor, or in the heading that it ends."""
    truth, place = known
    strong = re.match(r"\*\*(.+?)\*\*", rest)
    words = (
        heading.text.plain if heading else (truth_text(strong[1]) if strong else truth_text(rest.partition(" |")[0]))
    )
    if not plain(words).startswith(truth.plain_names[ref]):
        yield Disagreement(f'the entry of "{truth.name(ref)}" is called "{short(words)}"', place)


def truth_text(markdown: str) -> str:
    """Read the words of a cell's Markdown, in which no mark begins a list or a heading."""
    from generator.audit.rendered.truth import unmarked  # noqa: PLC0415

    return unmarked(f"{_IN_A_CELL} {re.sub(r'<[^>]*>', '', markdown)}").removeprefix(_IN_A_CELL).strip()


def _near(word: str, known: list[str]) -> str:
    return did_you_mean(word, known) or "build anew: planpress build"
