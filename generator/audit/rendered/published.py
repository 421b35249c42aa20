"""The folder that a build has written, read back: pages, their copies on the site, downloads, and the manifest."""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from generator.audit.blocks import Document
from generator.audit.rendered.pages import Page, read_page
from generator.audit.rendered.pdf_text import pdf_text
from generator.errors import PlanpressError
from generator.manifest import MANIFEST, digest, read_manifest

DOCS, SITE, DOWNLOADS, GUIDE, PICTURES = "docs", "site", "downloads", "guide", "assets/charts"
ITEMS = (f"{SITE}/assets/items.json", f"{DOCS}/assets/items.json")
SEARCH, CONFIG = f"{SITE}/search/search_index.json", "mkdocs.yml"
_LARGEST = 64_000_000
_PART = re.compile(r"(?P<whole>.+)/part_(?P<number>\d+)\.md")
_ARTICLE, _ENDS = re.compile(rb"<article\b"), b"</article>"


@dataclass(frozen=True, eq=False)
class Published:
    """What lies in the folder; files are named from `docs` or `downloads`, places as the user typed the way there."""

    root: Path
    docs: Path
    contents: Mapping[str, bytes]
    alone: frozenset[str] = field(default_factory=frozenset)
    unread: frozenset[str] = field(default_factory=frozenset)
    """Documents and pictures that are left to another process."""

    def place(self, name: str) -> str:
        """The way to a file as a finding tells it."""
        section, _, rest = name.partition("/")
        return str(self.docs / rest if section == DOCS else self.root / name)

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """The rendered pages by their path below `docs`; pages of the guide are written by hand."""
        return {name.partition("/")[2]: self._page(name) for name in filter(is_page, self.named(f"{DOCS}/"))}

    @cached_property
    def plain(self) -> Mapping[str, Page]:
        """The documents as Markdown to be taken away, by name."""
        names = self.named(f"{SITE}/{DOWNLOADS}/")
        return {Path(name).stem: self._page(name) for name in names if name.endswith(".md")}

    @cached_property
    def pictures(self) -> Mapping[str, Page]:
        """The charts that lie beside the pages as files of their own, by their name in the folder."""
        names = self.named(f"{DOCS}/{PICTURES}/")
        return {name: _bare(self.contents[name].decode(errors="replace"), self.place(name)) for name in names}

    def among(self, documents: Container[str]) -> "Published":
        """The same folder with some of its documents alone to be read."""
        names = (*self.named(f"{DOCS}/"), *self.named(f"{SITE}/{DOWNLOADS}/"))
        return replace(self, unread=self.unread.union(name for name in names if whole_of(name)[0] not in documents))

    def named(self, prefix: str) -> Iterator[str]:
        """The files that are read here and whose names begin in one way."""
        return (name for name in self.contents if name.startswith(prefix) and name not in self.unread)

    @property
    def size(self) -> int:
        """How many bytes are read of it."""
        return sum(map(len, self.contents.values()))

    @cached_property
    def has_site(self) -> bool:
        """Tell whether a site was built."""
        return any(name.startswith(f"{SITE}/") for name in self.contents)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Every Markdown file, pages first."""
        return tuple(each.document for each in (*self.pages.values(), *self.plain.values()))

    @cached_property
    def everything(self) -> Mapping[str, Page]:
        """Pages and downloads by the name under which their content is kept."""
        pages = {f"{DOCS}/{path}": page for path, page in self.pages.items()}
        return pages | {f"{SITE}/{DOWNLOADS}/{name}.md": page for name, page in self.plain.items()}

    @cached_property
    def edited(self) -> frozenset[str]:
        """Places of the files that are not as the build has noted them: of two that differ they are to blame."""
        manifest = read_manifest(self.contents.get(MANIFEST, b""))
        known = manifest.files if manifest else {}
        changed = (
            name for name, told in known.items() if name in self.contents and digest(self.contents[name]) != told
        )
        return frozenset(map(self.place, changed))

    def lines_of(self, files: Container[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The lines of pages and Markdown downloads among some files, each by its place."""
        names = [*filter(is_page, self.named(f"{DOCS}/")), *self.named(f"{SITE}/{DOWNLOADS}/")]
        for name in names:
            if name.endswith(".md") and self.place(name) in files:
                yield self.place(name), tuple(self.contents[name].decode(errors="replace").split("\n"))

    def article(self, page: str) -> str | None:
        """What the site shows of a page, as HTML; nothing where there is no site."""
        content = self.contents.get(site_page(page))
        if content is None:
            return None
        begins = _ARTICLE.search(content)
        end = content.find(_ENDS, begins.start()) if begins else -1
        return content[begins.start() : end + len(_ENDS)].decode(errors="replace") if begins and end >= 0 else ""

    def pdf(self, name: str) -> str | None:
        """What the PDF of a document says; nothing where there is none, or where it cannot be read."""
        content = self.contents.get(f"{SITE}/{DOWNLOADS}/{name}.pdf")
        return pdf_text(content) if content is not None else None

    def _page(self, name: str) -> Page:
        return read_page(self.contents[name].decode(errors="replace"), self.place(name))


def site_page(path: str) -> str:
    """The page of the site that is made of a document."""
    stem = path.removesuffix(".md")
    below = "" if stem == "index" else f"{stem.removesuffix('/index')}/"
    return f"{SITE}/{below}index.html"


def is_page(name: str) -> bool:
    """Tell whether a file is a rendered page."""
    return name.startswith(f"{DOCS}/") and name.endswith(".md") and not name.startswith(f"{DOCS}/{GUIDE}/")


def is_plain(name: str) -> bool:
    """Tell whether a file is a document to be taken away as Markdown."""
    return name.startswith(f"{SITE}/{DOWNLOADS}/") and name.endswith(".md")


def _bare(text: str, file: str) -> Page:
    """Take a picture for a page without Markdown."""
    return replace(read_page("", file), lines=tuple(text.split("\n")))


def whole_of(name: str) -> tuple[str, int]:
    """The document that a page or a download belongs to, and the number of the part that it is."""
    part = _PART.fullmatch(name)
    return (f"{part['whole']}.md", int(part["number"])) if part else (name, 1)


def read_published(path: Path) -> Published:
    """Read a build's folder, its `docs`, or one document; links that lead out of the folder are not followed."""
    if not path.exists():
        raise PlanpressError(f"{path}: no such document")
    if path.is_file():
        contents = {f"{DOCS}/{path.name}": _content(path)}
        return Published(path.parent, path.parent, contents, frozenset(contents))
    if (path / DOCS).is_dir():
        return Published(path, path / DOCS, dict(_files(path, "")))
    beside = path.parent if path.name == DOCS else path
    if beside == path:
        return Published(path, path, {f"{DOCS}/{name}": content for name, content in _files(path, "")})
    return Published(beside, path, dict(_files(beside, "")))


def is_published(path: Path) -> bool:
    """Tell whether a folder is one that a build has written, or the `docs` in it."""
    return path.is_dir() and any((each / MANIFEST).is_file() for each in (path, path.parent))


def _files(folder: Path, prefix: str) -> Iterator[tuple[str, bytes]]:
    """Yield what is read of a build: documents, pages of the site, downloads, the manifest."""
    root = folder.resolve()
    for file in sorted(folder.rglob("*")):
        name = prefix + file.relative_to(folder).as_posix()
        if _is_wanted(name) and file.is_file() and file.resolve().is_relative_to(root):
            yield name, _content(file)


def _is_wanted(name: str) -> bool:
    if name.startswith(f"{SITE}/"):
        beside = (f"{SITE}/{DOWNLOADS}/", f"{SITE}/{PICTURES}/")
        return name.endswith("index.html") or name.startswith(beside) or name in (*ITEMS, SEARCH)
    return name.endswith(".md") or name in (MANIFEST, CONFIG, *ITEMS) or name.startswith(f"{DOCS}/{PICTURES}/")


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > _LARGEST:
            raise PlanpressError(f"{file}: larger than {_LARGEST // 1_000_000} MB")
        return file.read_bytes()
    except OSError as error:
        raise PlanpressError(f"{file}: {error.strerror or error}") from None
