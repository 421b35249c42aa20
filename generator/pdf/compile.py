"""Typst: the only importer of the compiler."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from importlib.resources import files
from pathlib import Path

import typst

from generator.pdf.blocks import chart_path
from generator.pdf.diagnostics import problems_in
from generator.pdf.document import PdfDocument, PdfError, PdfProblem
from generator.pdf.emoji import emoji_in, strip_modifiers
from generator.pdf.escape import literal
from generator.pdf.icons import icon_path, icon_svg
from generator.pdf.markdown import typst_body

_STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_TASK_ICONS = ("material/checkbox-blank-outline", "material/checkbox-marked")
_ICON = re.compile(r'#symbol\("/icons/([a-z0-9/-]+)\.svg"')


def compile_pdf(
    document: PdfDocument, *, theme: str, timestamp: datetime, font_directories: Sequence[Path] = ()
) -> bytes:
    """Return the tagged PDF, byte for byte the same for the same input; raise `PdfError` with every fault."""
    body = typst_body(document)
    problems = [*_untitled(document), *body.problems]
    if problems:
        raise PdfError(document.title, problems)
    try:
        return typst.compile(
            _inputs(document, theme, body.markup),
            font_paths=[_lato(), *font_directories],
            ignore_system_fonts=True,
            pdf_standards=_STANDARDS,
            timestamp=timestamp,
        )
    except typst.TypstError as error:
        raise PdfError(document.title, problems_in(error.diagnostic, document.markdown)) from error


def typst_source(document: PdfDocument, markup: str) -> str:
    """Return the main file: the theme, the emoji in use as icons, and the body."""
    emoji = [
        f"#show {literal(character)}: symbol({literal(f'/{icon_path(drawn.icon)}')},"
        f" {literal(drawn.words)}, tone: {literal(drawn.tone)})"
        for character, drawn in emoji_in(_all_text(document)).items()
    ]
    return "\n".join(['#import "/theme.typ": *', *emoji, '#show: planpress.with(json("/document.json"))', markup])


def _untitled(document: PdfDocument) -> list[PdfProblem]:
    return [] if document.title.strip() else [PdfProblem("the document has no title", "give it one in its front matter")]


def _inputs(document: PdfDocument, theme: str, markup: str) -> dict[str, bytes]:
    charts = {chart_path(key, document.charts): chart.svg for key, chart in document.charts.items()}
    main = typst_source(document, markup)
    return {
        "main.typ": main.encode(),
        "theme.typ": theme.encode(),
        "document.json": _information(document),
        **charts,
        **_icons(document, markup),
    }


def _information(document: PdfDocument) -> bytes:
    texts = {name: strip_modifiers(getattr(document, name)) for name in ("title", "subtitle", "version", "status")}
    values = {name: getattr(document, name) for name in ("author", "keywords", "language", "paper")}
    flags = {name: getattr(document, name) for name in ("cover", "contents", "compact")}
    return json.dumps({**texts, **values, **flags}).encode()


def _icons(document: PdfDocument, markup: str) -> Mapping[str, bytes]:
    drawn = [emoji.icon for emoji in emoji_in(_all_text(document)).values()]
    return {icon_path(name): icon_svg(name) for name in (*_TASK_ICONS, *drawn, *_ICON.findall(markup))}


def _all_text(document: PdfDocument) -> str:
    captions = [chart.caption for chart in document.charts.values()]
    return " ".join([document.title, document.subtitle, document.version, document.status, document.markdown, *captions])


def _lato() -> Path:
    return Path(str(files("font_lato").joinpath("files")))
