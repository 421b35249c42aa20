"""A document becomes a PDF with the packaged theme and a fixed time stamp."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.pdf.compile import compile_pdf
from generator.pdf.document import PdfDocument, PdfError, PdfProblem

STAMP = datetime(2026, 1, 5, tzinfo=UTC)
THEME = Path(__file__).parents[2] / "site_templates" / "pdf" / "theme.typ"

Compile = Callable[[PdfDocument], bytes]


@pytest.fixture(scope="session")
def theme() -> str:
    return THEME.read_text(encoding="utf-8")


@pytest.fixture
def compiled(theme: str) -> Compile:
    return lambda document: compile_pdf(document, theme=theme, timestamp=STAMP)


@pytest.fixture
def text_of(compiled: Compile) -> Callable[..., str]:
    """Return the words of a PDF, page after page, from Markdown and further fields of the document."""

    def read(markdown: str, **fields: object) -> str:
        document = PdfDocument(**{"title": "Plan", "markdown": markdown, **fields})  # type: ignore[arg-type]
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(compiled(document))).pages)

    return read


@pytest.fixture
def problems_of(compiled: Compile) -> Callable[..., tuple[PdfProblem, ...]]:
    """Return what keeps Markdown from becoming a PDF."""

    def refuse(markdown: str, **fields: object) -> tuple[PdfProblem, ...]:
        with pytest.raises(PdfError) as caught:
            compiled(PdfDocument(**{"title": "Plan", "markdown": markdown, **fields}))  # type: ignore[arg-type]
        return caught.value.problems

    return refuse
