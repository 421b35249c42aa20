"""The Phase 5 plan in editions that differ in facts."""

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from generator.artifacts import Artifact
from generator.build import Edition, downloads, edit, pages
from generator.snapshot import examine
from generator.sources.plan_files import load_plan
from generator.sources.source import Source
from generator.sources.template_files import load_templates

ROOT = Path(__file__).parent.parent.parent

Outputs = dict[str, str]


@pytest.fixture(scope="session")
def source() -> Source:
    return load_plan(ROOT / "plan" / "plan.yaml")


@pytest.fixture(scope="session")
def outputs() -> Callable[..., Outputs]:
    """Make everything that a build makes short of MkDocs's own pages, as text; PDFs where they are asked for."""
    texts = load_templates(ROOT)
    made: dict[str, Outputs] = {}

    def make(source: Source, *, pdf: bool = False) -> Outputs:
        key = f"{pdf} {source.data!r}"
        if key not in made:
            snapshot = examine(source).snapshot
            assert snapshot is not None
            edition = edit(snapshot, texts)
            files = (*pages(edition), *(downloads(edition) if pdf else _without_pdf(edition)))
            made[key] = {str(each.path): text_of(str(each.path), each.content) for each in files}
        return made[key]

    return make


def _without_pdf(edition: Edition) -> Iterator[Artifact]:
    shown = replace(edition, documents=())
    yield from downloads(shown)


def text_of(path: str, content: bytes) -> str:
    """What a file says: a PDF by its text, words broken at line ends put together again; JSON without escapes."""
    if path.endswith(".json"):
        return json.dumps(json.loads(content), ensure_ascii=False)
    if not path.endswith(".pdf"):
        return content.decode()
    reader = pypdf.PdfReader(io.BytesIO(content))
    return "\n".join(page.extract_text() for page in reader.pages)
