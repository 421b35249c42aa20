"""A build tells what its PDFs weigh."""

from pathlib import Path

from generator.publish.weight import pdf_weights


def test_each_pdf_is_told_with_pages_and_size(tmp_path: Path) -> None:
    folder = tmp_path / "site" / "downloads"
    folder.mkdir(parents=True)
    (folder / "a.pdf").write_bytes(b"<< /Type /Pages >> << /Type /Page >>")
    (folder / "b.pdf").write_bytes(b"/Type/Page /Type/Page" + b" " * 1_250_000)
    assert list(pdf_weights(tmp_path)) == ["a.pdf: 1 page, 1 kB", "b.pdf: 2 pages, 1.3 MB"]


def test_a_build_without_pdfs_has_none_to_tell(tmp_path: Path) -> None:
    assert list(pdf_weights(tmp_path)) == []
