"""The site's typeface: the fonts of the PDFs, packed as WOFF so that a page loads half of their weight."""

import struct
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.artifacts import Artifact
from generator.pdf.compile import font_folder

_WEIGHTS = {"regular": "Lato-Regular.ttf", "bold": "Lato-Bold.ttf"}
_HEADER = struct.Struct(">4sIIHHIHHIIIII")
_ENTRY = struct.Struct(">4sIIII")
_SFNT_HEAD, _SFNT_ENTRY = 12, struct.Struct(">4sIII")


def webfonts() -> Iterator[Artifact]:
    """Yield each weight as `assets/lato-WEIGHT.woff` below the folder that MkDocs reads."""
    for weight, name in _WEIGHTS.items():
        font = (font_folder() / name).read_bytes()
        yield Artifact(PurePosixPath("docs", "assets", f"lato-{weight}.woff"), woff(font))


def woff(font: bytes) -> bytes:
    """Pack a TrueType font table by table: a browser reads nothing else of it than of the font itself.

    https://www.w3.org/TR/WOFF/
    """
    flavour, count = struct.unpack_from(">4sH", font)
    tables = [_SFNT_ENTRY.unpack_from(font, _SFNT_HEAD + number * _SFNT_ENTRY.size) for number in range(count)]
    offset = _HEADER.size + count * _ENTRY.size
    entries, packed = [], []
    for tag, checksum, start, length in tables:
        content = _packed(font[start : start + length])
        entries.append(_ENTRY.pack(tag, offset, len(content), length, checksum))
        packed.append(content + bytes(_padding(len(content))))
        offset += len(packed[-1])
    whole = _SFNT_HEAD + sum(_SFNT_ENTRY.size + length + _padding(length) for *_, length in tables)
    head = _HEADER.pack(b"wOFF", int.from_bytes(flavour), offset, count, 0, whole, 1, 0, 0, 0, 0, 0, 0)
    return b"".join((head, *entries, *packed))


def _packed(table: bytes) -> bytes:
    """A table that does not shrink stays as it is, as the format asks."""
    smaller = zlib.compress(table, 9)
    return smaller if len(smaller) < len(table) else table


def _padding(length: int) -> int:
    return -length % 4
