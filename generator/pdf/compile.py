"""Typst: the only importer of the compiler."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from threading import Event
from typing import Any, cast

import typst

from generator.icons import icon_svg
from generator.pdf.blocks import chart_paths
from generator.pdf.diagnostics import problems_in
from generator.pdf.document import PdfDocument, PdfError, PdfProblem
from generator.pdf.emoji import emoji_in, strip_modifiers
from generator.pdf.escape import literal
from generator.pdf.icons import icon_path
from generator.pdf.markdown import typst_body
from generator.pdf.setting import largest_fit

_TEXTS = ("title", "subtitle", "version", "status", "company", "confidentiality")
_VALUES = ("author", "keywords", "language", "paper", "colour", "pages")
_FLAGS = ("cover", "contents", "compact", "summary")
_TASK_ICONS = ("material/checkbox-blank-outline", "material/checkbox-marked")
_ICON = re.compile(r'#symbol\("/icons/([a-z0-9/-]+)\.svg"')


_BEGUN = Event()


def has_begun() -> bool:
    """Tell whether this process has compiled before; a copy of it cannot, as the compiler's threads stay behind."""
    return _BEGUN.is_set()


def compile_pdf(
    document: PdfDocument, *, theme: str, timestamp: datetime, font_directories: Sequence[Path] = ()
) -> bytes:
    """Return the tagged PDF, byte for byte the same for the same input; raise `PdfError` with every fault."""
    if not document.pages:
        return _compiled(document, theme, timestamp, font_directories)
    return largest_fit(
        lambda setting: _compiled(replace(document, setting=setting), theme, timestamp, font_directories),
        document.pages,
    )


def _compiled(document: PdfDocument, theme: str, timestamp: datetime, font_directories: Sequence[Path]) -> bytes:
    body = typst_body(document)
    markup = strip_modifiers(body.markup)
    problems = [*_untitled(document), *body.problems]
    if problems:
        raise PdfError(document.title, problems)
    _BEGUN.set()
    fonts = _fonts((font_folder(), *font_directories), embedded=True)
    pdf = b""
    for settled in (False, True):
        inputs = _inputs(document, theme, markup, _Told(_families(font_directories), settled=settled))
        pdf, converged = _set(document, inputs, fonts, timestamp)
        if converged:
            break
    return pdf


@dataclass(frozen=True)
class _Told:
    """What a theme is told besides the document: fonts to try, and whether pages stand beside all links.

    A page that stands only beside links to other pages can move its own target from page to page and back.
    """

    fonts: Sequence[str]
    settled: bool


def _set(
    document: PdfDocument, inputs: dict[str, bytes], fonts: typst.Fonts, timestamp: datetime
) -> tuple[bytes, bool]:
    """Compile, and tell whether all page numbers are those on which things stand."""
    try:
        pdf, warnings = typst.compile_with_warnings(
            cast("bytes", inputs),  # the stub leaves out that files may come as a mapping
            font_paths=fonts,
            ignore_system_fonts=True,
            pdf_standards=["a-2a", "ua-1"],
            timestamp=timestamp,
        )
    except typst.TypstError as error:
        raise PdfError(document.title, problems_in(error.diagnostic, document.markdown)) from error
    return pdf, not any("did not converge" in each.message for each in warnings)


def font_folder() -> Path:
    """The fonts of Lato, which the site shares."""
    return Path(str(files("font_lato").joinpath("files")))


def _main_file(document: PdfDocument, markup: str) -> str:
    """Return the main file: the theme, the emoji in use as icons, and the body."""
    emoji = [
        f"#show {literal(character)}: symbol({literal(f'/{icon_path(drawn.icon)}')},"
        f" {literal(drawn.words)}, tone: {literal(drawn.tone)})"
        for character, drawn in emoji_in(_all_text(document, markup)).items()
    ]
    return "\n".join(['#import "/theme.typ": *', *emoji, "#show: planpress", markup])


def _untitled(document: PdfDocument) -> list[PdfProblem]:
    return (
        [] if document.title.strip() else [PdfProblem("the document has no title", "give it one in its front matter")]
    )


def _inputs(document: PdfDocument, theme: str, markup: str, told: _Told) -> dict[str, bytes]:
    charts = {
        path: svg
        for key, chart in document.charts.items()
        for path, svg in zip(chart_paths(key, document.charts), (chart.svg, *chart.further), strict=True)
    }
    main = _main_file(document, markup)
    return {
        "main.typ": main.encode(),
        "theme.typ": theme.encode(),
        "document.json": _information(document, told),
        **({"logo.svg": document.logo} if document.logo else {}),
        **charts,
        **_icons(document, markup),
    }


def _information(document: PdfDocument, told: _Told) -> bytes:
    texts = {name: strip_modifiers(getattr(document, name)) for name in _TEXTS}
    values = {name: getattr(document, name) for name in (*_VALUES, *_FLAGS)}
    setting = {name: getattr(document.setting, name) for name in ("body", "leading", "columns")}
    logo = {"logo": "logo.svg"} if document.logo else {}
    return json.dumps({**texts, **values, **setting, **logo, **_filler(document), **asdict(told)}).encode()


def _filler(document: PdfDocument) -> Mapping[str, Any]:
    """Tell the chart that fills what a document leaves of its pages, where it is a single sheet."""
    chart = document.charts.get(document.filler)
    if chart is None or chart.further:
        return {}
    (path,) = chart_paths(document.filler, document.charts)
    return {"filler": {"path": f"/{path}", "alt": chart.alt, "caption": chart.caption}}


def _families(directories: Sequence[Path]) -> list[str]:
    """Name the project's own fonts: the theme tries them after its own."""
    return sorted(set(_fonts(tuple(directories), embedded=False).families())) if directories else []


@cache
def _fonts(directories: tuple[Path, ...], *, embedded: bool) -> typst.Fonts:
    paths = [str(path) for path in directories]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=embedded, font_paths=paths)


def _icons(document: PdfDocument, markup: str) -> Mapping[str, bytes]:
    drawn = [emoji.icon for emoji in emoji_in(_all_text(document, markup)).values()]
    return {icon_path(name): icon_svg(name) for name in (*_TASK_ICONS, *drawn, *_ICON.findall(markup))}


def _all_text(document: PdfDocument, markup: str) -> str:
    return " ".join((*(getattr(document, name) for name in (*_TEXTS, "author")), markup))
