"""The guide as it is published: the pages written by hand, in reading order, and the reference after them."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import pairwise
from pathlib import Path

from generator.commonmark import parse
from generator.reference.checks import places_of_checks, rule_pages
from generator.reference.keys import key_pages
from generator.reference.views import view_page
from generator.sources.template_files import packaged_guide

_CODE = re.compile(r"(?<![`\[\w])`([^`\n]+)`(?![`\]\w])")
_PAGE_LINK = re.compile(r"\]\(([^)#\s]+\.md)[)#]")
_INDEX = """# Reference

Written from the program itself when this site was built, so that it says what this version does.

"""


def guide_pages(commands: str = "") -> Mapping[str, bytes]:
    """Every file of the guide by its path in it, pages in the order in which they are read."""
    written = _by_hand()
    pages = {name: content.decode() for name, content in written.items() if name.endswith(".md")}
    others = {name: content for name, content in written.items() if name not in pages}
    linked = {name: linked_page(text).encode() for name, text in pages.items()}
    reference = {name: text.encode() for name, text in reference_pages(commands).items()}
    return {**linked, **reference, **others}


def reference_pages(commands: str = "") -> Mapping[str, str]:
    """Write the reference: keys, rules, contradictions, views and, where they are handed in, commands."""
    parts = {
        "Keys of a plan": {f"keys/{name}": text for name, text in key_pages()},
        "Rules": {f"rules/{name}": text for name, text in rule_pages()},
        "For templates": {"views.md": view_page()},
        "Command line": {"commands.md": commands} if commands else {},
    }
    index = "\n".join(_listed(title, pages) for title, pages in parts.items() if pages)
    pages = {name: text for part in parts.values() for name, text in part.items()}
    return {f"reference/{name}": text for name, text in {"index.md": _INDEX + index, **pages}.items()}


def linked_page(text: str) -> str:
    """Link each rule that a page names in its prose to the place where it is explained; code and headings stay."""
    lines = text.splitlines()
    for number in _prose_lines(text):
        lines[number] = _CODE.sub(partial(_linked, places_of_checks()), lines[number])
    return "\n".join(lines) + "\n"


def _linked(places: Mapping[str, str], found: re.Match[str]) -> str:
    place = places.get(found.group(1))
    return f"[{found.group(0)}](reference/rules/{place})" if place else found.group(0)


def _prose_lines(text: str) -> Iterator[int]:
    """Count the lines of paragraphs, lists and tables."""
    tokens = parse(text)
    for before, token in pairwise(tokens):
        if token.type == "inline" and before.type != "heading_open":
            first, last = token.map or (0, 0)
            yield from range(first, last)


def _listed(title: str, pages: Mapping[str, str]) -> str:
    lines = (f"- [{_heading(text)}]({name})" for name, text in pages.items())
    return "\n".join([f"## {title}", "", *lines, ""])


def _heading(text: str) -> str:
    return text.partition("\n")[0].removeprefix("# ")


def _by_hand() -> dict[str, bytes]:
    """Read the files of the guide: its index, the pages as the index links to them, then all else by name."""
    folder = packaged_guide()
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in _files(folder)}
    places = {name: place for place, name in enumerate(_PAGE_LINK.findall(files["index.md"].decode()))}
    order = {"index.md": -1, **places}
    return dict(sorted(files.items(), key=lambda each: (order.get(each[0], len(places)), each[0])))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith("."))
