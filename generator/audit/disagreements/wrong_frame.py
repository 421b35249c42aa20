"""What stands around a page names another one: its title in the browser, the ways on and back, the navigation.

Readers find their way by it, and bookmarks and search engines know a page by its title alone.

Fails: the page of risks has the title "Checkpoints".

Passes: it has the title "Risks".
"""

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from html import unescape

from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.pages import Page, words_of
from generator.audit.rendered.published import CONFIG, DOCS, Published, site_page
from generator.audit.rendered.truth import Truth, plain
from generator.findings import Place, Severity

SEVERITY = Severity.ERROR
_TITLE = re.compile(r"<title>([^<]*)</title>")
_LINK = re.compile(r'<a\s[^>]{0,400}?href="([^"#:]{0,400})"[^>]{0,400}>(.{0,2000}?)</a>', re.DOTALL)
_WAY = re.compile(r"(?:Next|Previous) ")
_META = re.compile(r'title: (".*")')
_NAV = re.compile(r"^nav: (\[.*\])$", re.MULTILINE)
_ARTICLE, _END = "<article", "</article>"
_HOME = "index.md"

Titles = Mapping[str, frozenset[str]]
"""What each page is called."""


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield what a page, its neighbours and the navigation are called and are not."""
    titles = {path: frozenset(_titles(page)) for path, page in published.pages.items()}
    for path in published.pages:
        name = site_page(path)
        content = published.contents.get(name, b"").decode(errors="replace")
        if _ARTICLE in content:
            place = published.place(name)
            yield from _title(path, content, (titles, place), truth)
            yield from _ways(path, content, titles, place)
    yield from _navigation(titles, published)


def _titles(page: Page) -> Iterator[str]:
    """What the page says in its head, and its first heading."""
    for line in page.lines[1:10]:
        found = _META.fullmatch(line)
        if found:
            yield plain(_text(found[1]))
    yield from (plain(heading.text.plain) for heading in page.document.headings[:1])


def _text(written: str) -> str:
    try:
        told = json.loads(written)
    except ValueError:
        return written
    return told if isinstance(told, str) else written


def _title(path: str, content: str, known: tuple[Titles, str], truth: Truth) -> Iterator[Disagreement]:
    """A page has its own title, and the first page that of the plan as well."""
    titles, file = known
    found = _TITLE.search(content, 0, content.find(_ARTICLE))
    told = plain(unescape(found[1])) if found else ""
    names = {*titles[path], *([plain(truth.snapshot.plan.title)] if path == _HOME else [])}
    if found and names and not told.startswith(tuple(names)):
        yield Disagreement(f'the page of "{min(names)}" has the title "{short(told)}"', _place(found, content, file))


def _ways(path: str, content: str, titles: Titles, file: str) -> Iterator[Disagreement]:
    """Judge the links below a page, and on the first page all that stand around it."""
    begin, end = content.find(_ARTICLE), content.find(_END)
    around = [*_LINK.finditer(content, end)]
    if path == _HOME:
        around += _LINK.finditer(content, 0, begin)
    for found in around:
        target, words = _target(path, found[1]), _WAY.sub("", plain(words_of(found[2])), count=1)
        if target in titles and _is_another(words, target, titles):
            message = f'the way to "{min(titles[target])}" is called "{short(words)}"'
            yield Disagreement(message, _place(found, content, file))


def _target(path: str, address: str) -> str:
    """The document that an address leads to from the page that the site makes of another."""
    here = "" if path == _HOME else path.removesuffix(".md").removesuffix("/index")
    there = posixpath.normpath(posixpath.join(here, address))
    return _HOME if there == "." else f"{there}.md"


def _is_another(words: str, path: str, titles: Titles) -> bool:
    return words not in titles[path] and any(words in each for each in titles.values())


def _navigation(titles: Titles, published: Published) -> Iterator[Disagreement]:
    """Hold the navigation that the site was made with against the pages, and against the ways on the first page."""
    config = published.contents.get(CONFIG, b"").decode(errors="replace")
    found = _NAV.search(config)
    if found is None:
        return
    place = _place(found, config, published.place(CONFIG))
    entries = list(_entries(_read(found[1])))
    for words, path in entries:
        if path not in titles and f"{DOCS}/{path}" not in published.contents:
            yield Disagreement(f'the navigation leads to "{short(path)}", which is not there', place)
        elif path in titles and _is_another(plain(words), path, titles):
            yield Disagreement(f'the navigation calls "{min(titles[path])}" "{short(words)}"', place)
    home = published.contents.get(site_page(_HOME), b"").decode(errors="replace")
    frame = home[: max(home.find(_ARTICLE), 0)]
    there = {_target(_HOME, each[1]) for each in _LINK.finditer(frame)} & titles.keys()
    for path in sorted(there - {path for _, path in entries} - {_HOME}):
        yield Disagreement(f'the navigation lacks "{min(titles[path])}", to which the site leads', place)


def _read(written: str) -> object:
    try:
        return json.loads(written)
    except (ValueError, RecursionError):
        return None


def _entries(nav: object) -> Iterator[tuple[str, str]]:
    """Yield the name and the path of each page."""
    rest = [nav]
    while rest:
        each = rest.pop()
        if isinstance(each, list):
            rest += reversed(each)
        elif isinstance(each, dict):
            for name, value in each.items():
                if isinstance(value, str):
                    yield name, value
                else:
                    rest.append(value)


def _place(found: re.Match[str], content: str, file: str) -> Place:
    begin = found.start(1)
    line, column = content.count("\n", 0, begin) + 1, begin - content.rfind("\n", 0, begin)
    return Place(file, line, column, line, column + len(found[1]))
