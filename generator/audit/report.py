"""Files to a report: which documents are read, and what is said of them in any of the formats."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.audit.audit import checks, contradictions
from generator.audit.blocks import Document
from generator.audit.reading import decode_document, read_document
from generator.errors import PlanpressError
from generator.reporters._report import Report

_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})


def audit_files(paths: Iterable[Path], *, colour: bool = False) -> Report:
    """Read documents, folders for their Markdown files, and report where they contradict themselves or each other."""
    documents = read_documents(paths)
    return Report(
        findings=contradictions(documents),
        ran=tuple(checks().values()),
        lines={document.file: document.lines for document in documents},
        colour=colour,
    )


def read_documents(paths: Iterable[Path]) -> tuple[Document, ...]:
    """Read each file once, in the order given."""
    files = dict.fromkeys(file for path in paths for file in _files(path))
    return tuple(read_document(decode_document(_content(file), str(file)), str(file)) for file in files)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    found = [file for file in sorted(path.rglob("*")) if file.suffix.lower() in _MARKDOWN and file.is_file()]
    if not found:
        raise PlanpressError(f"{path}: no Markdown files", help="name a document, or a folder that holds some")
    yield from found


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise PlanpressError(f"{file}: no such document") from None
    except OSError as error:
        raise PlanpressError(f"{file}: {error.strerror or error}") from None
