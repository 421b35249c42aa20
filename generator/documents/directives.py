"""Directives: what Markdown cannot say, written so that the site and the PDF can each say it in their own way."""

import json
from dataclasses import asdict
from typing import Any

from generator.formatting import escape_markdown

OPEN, SHUT, BAR = "\ue000", "\ue001", "\ue002"


def block(kind: str, /, **body: Any) -> str:  # noqa: ANN401 - JSON of any shape
    """Write a block directive: a fenced block of JSON."""
    return f"```planpress {kind}\n{canonical(body)}\n```"


def canonical(body: dict[str, Any]) -> str:
    """Write JSON in the one form that serves as a key; what a view has made is told by its fields."""
    return json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=asdict)


def chart(name: str, **options: str) -> str:
    """Ask for a chart: `chart('gantt', wave='wave-1')`."""
    return block("chart", chart=name, **options)


def callout(kind: str, title: str, text: str) -> str:
    """Set a few sentences of Markdown apart; kind is note, warning, success or danger."""
    return block("callout", kind=kind, title=title, text=text)


def pagebreak() -> str:
    """Begin a new page in the PDF."""
    return block("pagebreak")


def site_block(kind: str, /, **body: Any) -> str:  # noqa: ANN401 - JSON of any shape
    """Ask for a block that only the site shows, filled in by `site_templates/html/KIND.html.j2`."""
    return block(kind, pdf=False, **body)


def chip(tone: str, words: str) -> str:
    """Write a status chip."""
    return _span("chip", tone, words)


def icon(name: str, words: str) -> str:
    """Write an icon, with words for those who do not see it."""
    return _span("icon", name, words)


def code_span(text: str) -> str:
    """Write code that holds what Markdown would trip over inside a table."""
    return _span("code", "", text)


def anchor(kind: str, item: str) -> str:
    """Mark the place of an item's entry."""
    return f"{OPEN}anchor{BAR}{kind}-{item}{BAR}{SHUT}"


def ref(kind: str, item: str, words: str) -> str:
    """Link to an item's entry, wherever it stands."""
    return _span("ref", f"{kind}-{item}", words)


def heading(depth: int, text: str) -> str:
    """Write a heading of already escaped text."""
    return f"{'#' * depth} {text}"


def _span(kind: str, argument: str, words: str) -> str:
    return f"{OPEN}{kind}{BAR}{argument}{BAR}{escape_markdown(words)}{SHUT}"
