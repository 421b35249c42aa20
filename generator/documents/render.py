"""Template and views to neutral Markdown: one text per document, for site and PDF alike."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator import discovery
from generator.charts._render import check_asked
from generator.commonmark import parse_tree
from generator.documents import directives, markup
from generator.documents.metadata import Metadata, documents_of
from generator.errors import PlanpressError
from generator.formatting import counted, did_you_mean, escape_markdown, joined
from generator.model.quantity import Level
from generator.snapshot import Snapshot
from generator.sources.template_files import front_matter
from generator.templates.rendering import Renderer, TemplateText, renderer

_BLANKS = re.compile(r"\n{3,}")
_LINE = re.compile(r"^(\s*(?:(?:[-*+]|\d+[.)])\s+)*\S)(.*)$", re.MULTILINE)
_NEEDLESS = re.compile(r"&#(33|35|43|45|58|61|62);")
_CODE = re.compile(r"^(```.*?^```)$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Document:
    """One rendered document."""

    metadata: Metadata
    markdown: str


@dataclass
class _Desk:
    """What the templates of one build share: views computed once, documents rendered once."""

    snapshot: Snapshot
    documents: tuple[Metadata, ...]
    views: dict[tuple[str, ...], Any] = field(default_factory=dict)
    finished: dict[str, str] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)

    def view(self, name: str, *items: str) -> Any:  # noqa: ANN401 - each view has its own type
        """Compute a view by the name of its module."""
        key = (name, *items)
        if key not in self.views:
            self.views[key] = discovery.module("generator.views", name).view(self.snapshot, *items)
        return self.views[key]


def render_documents(
    snapshot: Snapshot,
    texts: Mapping[str, TemplateText],
    every: tuple[Metadata, ...] = (),
    wanted: Iterable[Metadata] | None = None,
) -> tuple[Document, ...]:
    """Render every document there is a template for, or those of them that are wanted."""
    desk = _Desk(snapshot, every or documents_of(snapshot, texts))
    bodies = {**texts, **{each.template: _body(texts[each.template]) for each in desk.documents}}
    engine: Renderer

    def render(metadata: Metadata) -> str:
        if metadata.path not in desk.finished:
            desk.finished[metadata.path] = _rendered(metadata, desk, engine)
        return desk.finished[metadata.path]

    def outline(name: str) -> list[str]:
        return headings(render(_named(desk.documents, name)))

    engine = renderer(bodies, FILTERS, {**_functions(desk), "outline": outline})
    return tuple(Document(each, render(each)) for each in (desk.documents if wanted is None else wanted))


def headings(markdown: str, *, level: int = 2) -> list[str]:
    """The headings of one level, as plain text."""
    texts = (part for part in _CODE.split(markdown) if not part.startswith("```"))
    lines = (line for text in texts for line in text.split("\n"))
    return [plain_words(line[level + 1 :]) for line in lines if line.startswith(f"{'#' * level} ")]


def _rendered(metadata: Metadata, desk: _Desk, engine: Renderer) -> str:
    if metadata.path in desk.open:
        raise PlanpressError(f'{metadata.template}: the outline of "{metadata.name}" asks for itself')
    desk.open.append(metadata.path)
    text = engine.render(metadata.template, {"document": metadata, "item": metadata.item})
    desk.open.pop()
    return tidy(text)


def tidy(markdown: str) -> str:
    """One blank line between blocks, none at the ends; code stays as it is."""
    parts = _CODE.split(markdown)
    tidied = (part if part.startswith("```") else _tidied(part) for part in parts)
    return "".join(tidied).strip("\n") + "\n"


def _tidied(text: str) -> str:
    """Escapes that only the beginning of a line needs are taken back elsewhere."""
    lines = _LINE.sub(lambda line: line.group(1) + _NEEDLESS.sub(_character, line.group(2)), text)
    return _BLANKS.sub("\n\n", lines)


def _character(entity: re.Match[str]) -> str:
    return chr(int(entity.group(1)))


def _body(template: TemplateText) -> TemplateText:
    return TemplateText(template.path, front_matter(template)[1])


def _named(documents: tuple[Metadata, ...], name: str) -> Metadata:
    found = next((each for each in documents if each.name == name), None)
    if found is None:
        names = [each.name for each in documents]
        raise PlanpressError(f'there is no document "{name}"', help=did_you_mean(name, names) or _told(names))
    return found


def _name(kind: str, item: str, snapshot: Snapshot) -> str:
    """The name of an item that a template links to."""
    found = snapshot.names.get((kind, item))
    if found:
        return found.name
    of_kind = [each for known, each in snapshot.names if known == kind]
    if of_kind:
        raise PlanpressError(f'there is no {kind} "{item}"', help=did_you_mean(item, of_kind) or _told(of_kind))
    kinds = dict.fromkeys(known for known, _ in snapshot.names)
    raise PlanpressError(f'the plan has no {kind}, so no "{item}"', help=did_you_mean(kind, kinds) or _told(kinds))


def _told(names: Iterable[str]) -> str:
    return f"there are: {', '.join(names)}"


def _functions(desk: _Desk) -> dict[str, Callable[..., Any] | object]:
    def ref(kind: str, item: str, words: str = "") -> str:
        return directives.ref(kind, item, words or _name(kind, item, desk.snapshot))

    def chart(name: str, **options: str) -> str:
        check_asked(name, options, desk.snapshot)
        return directives.chart(name, **options)

    def doc(name: str) -> str:
        return _named(desk.documents, name).path

    return {
        "plan": desk.snapshot.plan,
        "documents": desk.documents,
        "exports": _exports(desk.snapshot),
        "view": desk.view,
        "ref": ref,
        "doc": doc,
        "chart": chart,
        "callout": directives.callout,
        "pagebreak": directives.pagebreak,
        "site_block": directives.site_block,
        "chip": directives.chip,
        "icon": directives.icon,
        "anchor": directives.anchor,
        "heading": directives.heading,
    }


def _exports(snapshot: Snapshot) -> list[dict[str, str]]:
    """List the files of data that a build offers to everybody, each with what it is."""
    modules = discovery.modules_by_name("generator.exports").values()
    files = [file for module in modules for file in module.files(snapshot)]
    return [{"file": file.name, "about": file.about} for file in files if not file.audience]


def plain_words(text: str) -> str:
    """The words of inline Markdown, directives left out."""
    return re.sub("\ue000[^\ue001]*\ue001", "", markup_text(text)).strip()


def markup_text(text: str) -> str:
    """The words of inline Markdown, marks left out."""
    nodes = parse_tree(text).walk()
    return "".join(node.content for node in nodes if node.type in ("text", "code_inline"))


FILTERS: Mapping[str, Callable[..., str]] = {
    "md": lambda value: escape_markdown(str(value)),
    "prose": markup.inline,
    "cell": lambda text: markup.inline(text, cell=True),
    "blocks": markup.blocks,
    "reach": markup.reach,
    "code": markup.code,
    "codecell": markup.code_cell,
    "level": lambda level: Level(level).value.capitalize(),
    "joined": lambda words: joined([escape_markdown(str(word)) for word in words]),
    "counted": counted,
}
"""What templates may do to a value: escape it, never compute with it."""
