"""Documents as text, read and audited."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.audit.audit import contradictions
from generator.audit.blocks import Document
from generator.audit.reading import read_document
from generator.findings import Finding

DOCUMENTS = Path(__file__).parent / "documents"
Audit = Callable[..., tuple[Finding, ...]]


@pytest.fixture
def audit() -> Audit:
    """Audit texts as documents of one plan."""

    def run(*texts: str) -> tuple[Finding, ...]:
        return contradictions(read(text, f"doc-{number}.md") for number, text in enumerate(texts, start=1))

    return run


def read(text: str, file: str = "doc.md") -> Document:
    """Read one document."""
    return read_document(text, file)
