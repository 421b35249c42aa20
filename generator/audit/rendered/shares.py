"""The documents of a large build, shared out between two processes that judge them one by one."""

from collections.abc import Iterable
from dataclasses import replace

from generator.audit.rendered.published import DOCS, DOWNLOADS, SITE, Published, whole_of


def in_shares(published: Published, share: float) -> tuple[Published, Published]:
    """Give that share of the bytes to the first; a document stays together with its parts and its copies."""
    names = [*published.named(f"{DOCS}/"), *published.named(f"{SITE}/{DOWNLOADS}/")]
    pieces: dict[str, list[str]] = {}
    for name in names:
        pieces.setdefault(_document(name), []).append(name)
    sizes = {document: _size(each, published) for document, each in pieces.items()}
    room, first = share * sum(sizes.values()), set[str]()
    for document in sorted(pieces, key=lambda each: (-sizes[each], each)):
        if sizes[document] <= room:
            room -= sizes[document]
            first.update(pieces[document])
    return replace(published, unread=frozenset(names) - first), replace(published, unread=frozenset(first))


def _document(name: str) -> str:
    return whole_of(name.replace(f"{SITE}/{DOWNLOADS}/", f"{DOCS}/"))[0]


def _size(names: Iterable[str], published: Published) -> int:
    return sum(len(published.contents[name]) for name in names if name.endswith((".md", ".svg", ".js")))
