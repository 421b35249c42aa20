"""What one PDF is made from, and what can be wrong with it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.errors import PlanpressError
from generator.pdf.setting import Setting


@dataclass(frozen=True, kw_only=True)
class ChartImage:
    """A chart as SVG in literal colours; a wide one gets a landscape page of its own for each of its sheets."""

    svg: bytes
    alt: str
    caption: str = ""
    wide: bool = False
    further: tuple[bytes, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PdfDocument:
    """One document, as its front matter, its neutral Markdown and its charts tell it.

    `version` and `status` are printed as they are given ("Version 1.0", "Status: 5 January 2026").
    `charts` maps `chart_key` of each chart directive's body to its picture. A `cover` takes the place
    of the document's only level-one heading. `compact` sets smaller type and margins for a short document.
    The `logo` is an SVG for the cover. With `summary`, what stands before the first section is the summary: a page of
    its own. `pages` is how many pages a compact document is set on, where that is fixed; what it leaves of them is
    filled with the chart `filler`, a key of `charts`, and with lines for notes.
    """

    title: str
    markdown: str
    subtitle: str = ""
    version: str = ""
    status: str = ""
    author: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "en"
    paper: str = "a4"
    company: str = ""
    confidentiality: str = ""
    colour: str = "#2a3690"
    cover: bool = False
    contents: bool = False
    compact: bool = False
    summary: bool = False
    pages: int = 0
    filler: str = ""
    setting: Setting = field(default_factory=Setting)
    logo: bytes | None = None
    charts: Mapping[str, ChartImage] = field(default_factory=dict)


@dataclass(frozen=True)
class PdfProblem:
    """One fault; `line` counts in the neutral Markdown, `text` is what to look for in plan and templates.

    `own` is a file below `site_templates/` that is at fault in whichever document, and `at` its line and column.
    """

    message: str
    help: str | None = None
    line: int | None = None
    text: str | None = None
    own: str | None = None
    at: str = ""


class PdfError(PlanpressError):
    """A document cannot become a PDF; holds every fault that was found."""

    def __init__(self, title: str, problems: Iterable[PdfProblem]) -> None:
        """Tell the faults in one message as well, for a caller that only prints."""
        self.title = title
        self.problems = tuple(problems)
        super().__init__(f'the PDF "{title}" cannot be made: {"; ".join(map(_sentence, self.problems))}')


class RefusedError(Exception):
    """A construct that the PDF does not know; carries the fault up to the block that holds it."""

    def __init__(self, problem: PdfProblem) -> None:
        """Keep the fault as a value."""
        super().__init__(problem.message)
        self.problem = problem


def chart_key(body: Mapping[str, Any]) -> str:
    """Return the canonical JSON of a chart directive's body: the key in `PdfDocument.charts`."""
    return json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _sentence(problem: PdfProblem) -> str:
    return problem.message if problem.line is None else f"{problem.message} (line {problem.line})"
