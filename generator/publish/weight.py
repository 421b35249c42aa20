"""What the PDFs of a build weigh: pages and bytes."""

from collections.abc import Iterator
from pathlib import Path

from generator.formatting import counted
from generator.pdf.setting import page_count

_KILO = 1000


def pdf_weights(output: Path) -> Iterator[str]:
    """Yield a line for each PDF below a build's folder: its name, its pages, its size."""
    for path in sorted((output / "site" / "downloads").glob("*.pdf")):
        content = path.read_bytes()
        yield f"{path.name}: {counted(page_count(content), 'page')}, {_size(len(content))}"


def _size(count: int) -> str:
    """137 kB, 1.2 MB."""
    kilobytes = max(round(count / _KILO), 1)
    return f"{kilobytes} kB" if kilobytes < _KILO else f"{count / _KILO**2:.1f} MB"
