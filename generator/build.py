"""Snapshot to artifacts: the only module that knows every renderer."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property, partial
from pathlib import Path, PurePosixPath
from typing import Any

from generator import discovery
from generator.artifacts import Artifact, text_artifact
from generator.charts._chart import RenderedChart
from generator.charts._render import board
from generator.charts._render import render as render_chart
from generator.documents.directives import canonical
from generator.documents.figures import UNLED, figure_html, live_path, live_script, picture_path
from generator.documents.items import ITEMS, items_json
from generator.documents.metadata import documents_of
from generator.documents.parts import in_parts
from generator.documents.plain import plain_markdown
from generator.documents.render import Document, render_documents
from generator.documents.site import BLOCK, Site, anchors_of, site_markdown
from generator.documents.uses import Uses, with_uses
from generator.errors import PlanpressError
from generator.formatting import slug
from generator.model.publication import WHITE, Colour, Paper
from generator.pdf.compile import compile_pdf
from generator.pdf.document import ChartImage, PdfDocument, PdfError, PdfProblem
from generator.scheduling.telling import full_date
from generator.side_by_side import beside
from generator.snapshot import Snapshot
from generator.templates.rendering import Renderer, TemplateText, renderer
from generator.views import item_facts, uses
from generator.views._long import is_long

_EPOCH = date(2000, 1, 1)
_HERE = 20
"""One in so many pages of parts is written with the other documents: then both processes take about as long."""
_FILLER = canonical({"chart": "gantt"})
_COLOUR = Colour(0x23, 0x3A, 0x7D)
_PAPERS = {Paper.A4: "a4", Paper.LETTER: "us-letter"}


@dataclass(frozen=True)
class Edition:
    """Every document of one build as neutral Markdown, and every chart that they ask for."""

    snapshot: Snapshot
    texts: Mapping[str, TemplateText]
    documents: tuple[Document, ...]
    charts: Mapping[str, RenderedChart]

    @property
    def is_long(self) -> bool:
        """Tell whether so much is to be written that it is worth a process more."""
        return is_long(self.snapshot)

    @cached_property
    def pages(self) -> tuple[Document, ...]:
        """The documents as the site shows them: what is too long for one page in parts."""
        sizes = {key: len(figure_html(chart, UNLED, "")) for key, chart in self.charts.items()}
        return tuple(part for each in self.documents for part in in_parts(each, sizes))


def edit(snapshot: Snapshot, texts: Mapping[str, TemplateText]) -> Edition:
    """Render the documents and the charts in them; a chart with nothing to show is left out.

    Of a long plan the pages of its parts are more work than all others, and most are written beside them.
    """
    every, drawing_board = documents_of(snapshot, texts), board(texts)
    write = partial(render_documents, snapshot, texts, every)
    draw = partial(_drawn, snapshot, drawing_board)
    of_parts = [each for each in every if each.item]
    there = {each.path: each for number, each in enumerate(of_parts) if number % _HERE}
    with beside(lambda: _sent(_with_charts(write(there.values()), draw)), is_worth_it=is_long(snapshot)) as further:
        written, charts = _with_charts(write([each for each in every if each.path not in there]), draw)
        if is_long(snapshot):
            _uses(snapshot)  # which every page asks for: there is time for it now
        others = further()
    received = {key: replace(chart, sheets=partial(_sheets, draw, key)) for key, chart in others[1].items()}
    documents, charts = written | others[0], charts | received
    return Edition(snapshot, texts, tuple(documents[each.path] for each in every), charts)


_Made = tuple[dict[str, Document], dict[str, RenderedChart]]
"""Documents by their path, and charts by their body."""
_Draw = Callable[[Mapping[str, Any]], RenderedChart | None]


def _with_charts(documents: Iterable[Document], draw: _Draw) -> _Made:
    written = tuple(documents)
    bodies = {canonical(body): body for each in written for body in _chart_bodies(each)}
    charts = {key: chart for key, body in bodies.items() if (chart := draw(body)) is not None}
    shown = (replace(each, markdown=_without_missing(each.markdown, charts)) for each in written)
    return {each.metadata.path: each for each in shown}, charts


def _drawn(snapshot: Snapshot, drawing_board: Renderer, body: Mapping[str, Any]) -> RenderedChart | None:
    options = {key: str(value) for key, value in body.items() if key != "chart"}
    return render_chart(str(body["chart"]), options, snapshot=snapshot, board=drawing_board)


def _sent(made: _Made) -> _Made:
    """Make charts ready to go from process to process; sheets for print are drawn where they are asked for."""
    documents, charts = made
    return documents, {
        key: replace(chart, sheets=tuple, whole=partial(str, chart.whole())) for key, chart in charts.items()
    }


def _sheets(draw: _Draw, key: str) -> tuple[str, ...]:
    chart = draw(json.loads(key))
    return chart.printed if chart else ()


def pages(edition: Edition) -> Iterator[Artifact]:
    """Yield the Markdown tree that MkDocs reads, below `docs/`, and the charts as files beside it."""
    plan = slug(edition.snapshot.plan.title)
    site = Site(
        anchors=anchors_of(edition.pages),
        paths={each.metadata.name: each.metadata.path for each in edition.pages},
        charts=lambda body, way: figure_html(edition.charts[canonical(dict(body))], way, plan),
        html=_html(edition.texts),
    )
    used = _uses(edition.snapshot)
    for document in edition.pages:
        owned = partial(_is_owned, site, document.metadata.path)
        whole = replace(document, markdown=with_uses(document.markdown, used, owned))
        yield text_artifact(f"docs/{document.metadata.path}", site_markdown(whole, site))
    yield text_artifact(f"docs/{ITEMS}", items_json(item_facts.view(edition.snapshot), site.anchors))
    for chart in edition.charts.values():
        yield text_artifact(f"docs/{picture_path(chart.key)}", chart.picture_svg)
        yield text_artifact(f"docs/{live_path(chart.key)}", live_script(chart))


def downloads(edition: Edition, fonts: Sequence[Path] = (), logo: bytes | None = None) -> Iterator[Artifact]:
    """Yield the exports, and of every document with a PDF the PDF and its Markdown, below `downloads/`.

    What keeps PDFs from being made is told at the end, of all documents at once.
    """
    for export in discovery.modules_by_name("generator.exports").values():
        for file in export.files(edition.snapshot):
            yield Artifact(PurePosixPath("downloads", file.name), file.write(edition.snapshot))
    faults: list[str] = []
    beside = {each.metadata.path for each in edition.documents if each.metadata.pdf}
    for document in edition.documents:
        if document.metadata.pdf:
            name = f"downloads/{document.metadata.name}"
            yield text_artifact(f"{name}.md", plain_markdown(document.markdown, document.metadata.path, beside))
            try:
                yield Artifact(PurePosixPath(f"{name}.pdf"), _pdf(document, edition, fonts, logo))
            except PdfError as error:
                faults += [_told(problem, document, edition) for problem in error.problems]
    if faults:
        raise PlanpressError("\n".join(dict.fromkeys(faults)))


def download_names(edition: Edition) -> set[str]:
    """Name every download that there is now, without writing any."""
    exports = discovery.modules_by_name("generator.exports").values()
    names = {file.name for export in exports for file in export.files(edition.snapshot)}
    told = (each.metadata.name for each in edition.documents if each.metadata.pdf)
    return names | {f"{name}.{ending}" for name in told for ending in ("md", "pdf")}


def timestamp(snapshot: Snapshot) -> datetime:
    """The moment that outputs carry: the status date, else the plan's start, else a fixed day."""
    day = snapshot.as_of or snapshot.plan.start or _EPOCH
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _uses(snapshot: Snapshot) -> Uses:
    facts, found = item_facts.view(snapshot), uses.view(snapshot).items()
    return {f"{kind}-{item}": (facts[f"{kind}-{item}"].name, groups) for (kind, item), groups in found}


def _is_owned(site: Site, path: str, anchor: str) -> bool:
    return site.anchors.get(anchor) == path


def _chart_bodies(document: Document) -> list[dict[str, Any]]:
    found = BLOCK.finditer(document.markdown)
    return [json.loads(each.group("body")) for each in found if each.group("kind") == "chart"]


def _without_missing(markdown: str, charts: Mapping[str, RenderedChart]) -> str:
    def kept(found: Any) -> str:  # noqa: ANN401 - a match
        missing = found.group("kind") == "chart" and canonical(json.loads(found.group("body"))) not in charts
        return "" if missing else str(found.group(0))

    return BLOCK.sub(kept, markdown)


def _html(texts: Mapping[str, TemplateText]) -> Callable[[str, Mapping[str, Any]], str]:
    engine = renderer(texts, {}, {})
    return lambda kind, values: engine.render(f"html/{kind}.html.j2", values)


def _pdf(document: Document, edition: Edition, fonts: Sequence[Path], logo: bytes | None) -> bytes:
    snapshot, metadata = edition.snapshot, document.metadata
    plan = snapshot.plan
    source = PdfDocument(
        title=plan.title if metadata.title in plan.title else f"{plan.title}: {metadata.title}",
        subtitle=plan.subtitle or "",
        markdown=document.markdown,
        version=f"Version {plan.version}",
        status=_status(snapshot),
        cover=metadata.cover,
        contents=metadata.contents,
        compact=metadata.compact,
        company=plan.publication.company or "",
        confidentiality=plan.publication.confidentiality or "",
        colour=str((plan.publication.colour or _COLOUR).readable_on(WHITE)),
        paper=_PAPERS[plan.publication.paper],
        summary=metadata.summary,
        pages=metadata.pages,
        filler=_FILLER,
        logo=logo,
        charts={key: _image(edition.charts[key]) for key in _shown(document, edition)},
    )
    theme = edition.texts["pdf/theme.typ"].text
    return compile_pdf(source, theme=theme, timestamp=timestamp(snapshot), font_directories=fonts)


def _shown(document: Document, edition: Edition) -> list[str]:
    """Name the charts of a document, and the one that fills what it leaves of its pages."""
    filler = [_FILLER] if document.metadata.pages and _FILLER in edition.charts else []
    return list(dict.fromkeys([*map(canonical, _chart_bodies(document)), *filler]))


def _status(snapshot: Snapshot) -> str:
    time = snapshot.schedule.time
    if snapshot.as_of is None or time.start_date is None:
        return ""
    return f"Status: {full_date(time.day((snapshot.as_of - time.start_date).days))}"


def _image(chart: RenderedChart) -> ChartImage:
    further = tuple(svg.encode() for svg in chart.further_svgs)
    return ChartImage(
        svg=chart.print_svg.encode(), alt=chart.description, caption=chart.title, wide=chart.wide, further=further
    )


def _told(problem: PdfProblem, document: Document, edition: Edition) -> str:
    """Name the document and the line at fault: the plan's for plan text, the template's for a template.

    A file of looks is at fault by itself, so that it is told once for all documents.
    """
    help_text = f"\n    help: {problem.help}" if problem.help else ""
    if problem.own:
        text = edition.texts.get(problem.own)
        file = text.path if text else f"site_templates/{problem.own}"
        return f"{file}:{problem.at}: error: {problem.message}{help_text}"
    place = _origin(problem, document, edition)
    return f"{place}: error: {problem.message} (in the PDF of {document.metadata.name}){help_text}"


def _origin(problem: PdfProblem, document: Document, edition: Edition) -> str:
    source = edition.snapshot.source
    files = [(source.file, source.lines)]
    files += [(text.path, tuple(text.text.splitlines())) for text in edition.texts.values()]
    for file, lines in files if problem.text else ():
        for number, line in enumerate(lines, 1):
            column = line.find(str(problem.text))
            if column >= 0:
                return f"{file}:{number}:{column + 1}"
    escaped = source.place_of_text(problem.text) if problem.text else None
    if escaped:
        return f"{escaped.file}:{escaped.line}:{escaped.column}"
    return edition.texts[document.metadata.template].path
