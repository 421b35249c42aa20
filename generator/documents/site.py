"""Neutral Markdown to the site's: directives become HTML, links become relative, task boxes get words."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.documents.figures import Way
from generator.documents.render import Document
from generator.errors import PlanpressError
from generator.formatting import escape_title
from generator.icons import icon_exists, icon_svg

ANCHOR = re.compile("\ue000anchor\ue002([a-z0-9-]+)\ue002\ue001")
BLOCK = re.compile(r"^```planpress (?P<kind>[a-z-]+)\n(?P<body>.*?)\n```$", re.MULTILINE | re.DOTALL)
_FENCE = re.compile(r"^( *)(`{3,})([^\n`]*)\n(.*?)^ *\2$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile("\ue000([a-z]+)\ue002([^\ue000-\ue002]*)\ue002([^\ue000-\ue002]*)\ue001")
_LINK = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)|\]\(([a-z0-9_/-]+)\.md(#[a-z0-9-]+)?\)")
_TASK = re.compile(r"^( *[-*] )\[([ x])\] ", re.MULTILINE)
_BOX = {" ": ("todo", "open"), "x": ("done", "done")}

Html = Callable[[str, Mapping[str, Any]], str]
"""Fills in `site_templates/html/KIND.html.j2`."""


@dataclass(frozen=True)
class Site:
    """What pages need to know of each other; `charts` maps a directive's body to the figure's HTML."""

    anchors: Mapping[str, str]
    paths: Mapping[str, str]
    charts: Callable[[Mapping[str, Any], Way], str]
    html: Html


def anchors_of(documents: tuple[Document, ...]) -> dict[str, str]:
    """Find the page that owns each item's entry: pages before documents, in the order of the navigation."""
    ranked = sorted(documents, key=lambda each: each.metadata.template.startswith("documents/"))
    found: dict[str, str] = {}
    for document in ranked:
        for anchor in ANCHOR.findall(document.markdown):
            found.setdefault(anchor, document.metadata.path)
    return found


def site_markdown(document: Document, site: Site) -> str:
    """Write one page as MkDocs reads it, front matter included."""
    page = _Page(document, site)
    return _front_matter(document) + page.expand(document.markdown)


def root_of(path: str) -> str:
    """The way from a page's address up to the site's root: "../" for `risks.md`."""
    return "./" if path == "index.md" else "../" * (path.count("/") + 1)


def address_of(path: str) -> str:
    """A page's address below the site's root: "waves/wave-1/" for `waves/wave-1.md`."""
    stem = path.removesuffix("index.md").removesuffix(".md")
    return f"{stem}/" if stem and not stem.endswith("/") else stem


@dataclass(frozen=True)
class _Page:
    document: Document
    site: Site

    def expand(self, markdown: str) -> str:
        parts, end = [], 0
        for fence in _FENCE.finditer(markdown):
            parts += [self._text(markdown[end : fence.start()]), self._fence(fence)]
            end = fence.end()
        return "".join([*parts, self._text(markdown[end:])])

    def _text(self, text: str) -> str:
        boxed = _TASK.sub(lambda found: f"{found.group(1)}{_box(found.group(2))} ", text)
        return _INLINE.sub(self._inline, _LINK.sub(self._link, boxed))

    def _fence(self, fence: re.Match[str]) -> str:
        indent, _, info, content = fence.groups()
        kind = info.strip().removeprefix("planpress ")
        if kind == info.strip():
            return fence.group(0)
        html = self._block(kind, json.loads(content))
        return "\n".join(indent + line for line in html.split("\n")) if indent else html

    def _block(self, kind: str, body: dict[str, Any]) -> str:
        if kind == "pagebreak":
            return ""
        if kind == "chart":
            return self.site.charts(body, Way(self._entry, self._url))
        if kind == "callout":
            title = body["title"].replace('"', "&quot;")
            inner = self.expand(body["text"]).replace("\n", "\n    ")
            return f'!!! {body["kind"]} "{title}"\n\n    {inner}'
        html = self.site.html(kind, {"body": body, "url": self._url, "href": self._href, "icon": _icon})
        return "\n".join(line.strip() for line in html.splitlines() if line.strip())

    def _link(self, found: re.Match[str]) -> str:
        if found.group(1):
            return found.group(0)
        up = "../" * self.document.metadata.path.count("/")
        return f"]({up}{found.group(2)}.md{found.group(3) or ''})"

    def _inline(self, found: re.Match[str]) -> str:
        kind, argument, words = found.groups()
        if kind == "ref":
            return self._ref(argument, words)
        return _SPANS[kind](argument, words)

    def _is_here(self, anchor: str) -> bool:
        return anchor in self._anchors

    @cached_property
    def _anchors(self) -> frozenset[str]:
        return frozenset(ANCHOR.findall(self.document.markdown))

    def _entry(self, anchor: str) -> str:
        """The address of an entry as HTML takes it, from this page; nothing where there is no such entry."""
        if self._is_here(anchor):
            return f"#{anchor}"
        owner = self.site.anchors.get(anchor)
        if owner is None:
            return ""
        stem = owner.removesuffix(".md")
        address = "" if stem == "index" else f"{stem.removesuffix('/index')}/"
        return f"{root_of(self.document.metadata.path)}{address}#{anchor}"

    def _ref(self, anchor: str, words: str) -> str:
        path = self.document.metadata.path
        if self._is_here(anchor):
            return f"[{words}](#{anchor})"
        owner = self.site.anchors.get(anchor)
        return f"[{words}]({'../' * path.count('/')}{owner}#{anchor})" if owner else words

    def _href(self, anchor: str) -> str:
        """The address of an item's entry from this page; nothing where it has none."""
        path = self.site.anchors.get(anchor)
        if path is None or path == self.document.metadata.path:
            return f"#{anchor}" if path else ""
        return f"{root_of(self.document.metadata.path)}{address_of(path)}#{anchor}"

    def _url(self, target: str) -> str:
        """The address of a document by name, or of a file by its path, from this page; an entry where it stands."""
        root = root_of(self.document.metadata.path)
        name, mark, fragment = target.partition("#")
        path = self.site.anchors.get(fragment) if name in self.site.paths else None
        path = path or self.site.paths.get(name)
        if path is None and "." not in name:
            raise PlanpressError(f'there is no document "{name}"')
        return root + (name if path is None else address_of(path)) + mark + fragment


def _icon(name: str) -> str:
    if not icon_exists(name):
        raise PlanpressError(f'there is no icon "{name}"', help="icons are named as in Material: material/check")
    return icon_svg(name).decode().strip()


def _chip(tone: str, words: str) -> str:
    return f'<span class="pp-chip pp-chip--{tone}">{words}</span>'


def _icon_span(name: str, words: str) -> str:
    label = f'role="img" aria-label="{words}"' if words else 'aria-hidden="true"'
    return f'<span class="twemoji" {label}>{_icon(name)}</span>'


def _box(mark: str) -> str:
    kind, words = _BOX[mark]
    return f'<span class="pp-box pp-box--{kind}" role="img" aria-label="{words}"></span>'


_SPANS: dict[str, Callable[[str, str], str]] = {
    "chip": _chip,
    "icon": _icon_span,
    "code": lambda _, words: f"<code>{words}</code>",
    "anchor": lambda anchor, _: f'<a id="{anchor}"></a>',
}


def _front_matter(document: Document) -> str:
    """Title, description and icon for MkDocs, as JSON, which is YAML; search leads to the page that owns an entry."""
    data = document.metadata
    given: dict[str, Any] = {"title": escape_title(data.title), "description": data.description, "icon": data.icon}
    given["hide"] = [part for part in data.hide if part != "search"]
    given["search"] = {"exclude": True} if "search" in data.hide else None
    kept = {key: value for key, value in given.items() if value}
    return (
        "---\n"
        + "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in kept.items())
        + "---\n\n"
    )
