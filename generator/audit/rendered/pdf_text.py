"""The words of a PDF as Typst writes it, page furniture and pictures left out.

Small on purpose: plain objects, deflated streams, fonts with a map to Unicode. Whatever else a file holds is not
understood, which is told as such; nothing in it can make reading loop or take memory without bound.
"""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import repeat

_OBJECT = re.compile(rb"(?:^|[\r\n])(\d{1,7}) 0 obj\b(.*?)(?=\bendobj\b)", re.DOTALL)
_STREAM = re.compile(rb"\bstream\r?\n")
_REFERENCE = re.compile(rb"(\d{1,7}) 0 R")
_FONTS = re.compile(rb"/Font\s*(?:(\d{1,7}) 0 R|<<(.*?)>>)", re.DOTALL)
_FONT = re.compile(rb"/([\w.+-]+)\s+(\d{1,7}) 0 R")
_MAPPED = re.compile(rb"<([0-9A-Fa-f]{2,8})>\s*<([0-9A-Fa-f]{4,64})>")
_RANGED = re.compile(rb"<([0-9A-Fa-f]{2,8})>\s*<([0-9A-Fa-f]{2,8})>\s*<([0-9A-Fa-f]{4,8})>")
_PLAIN = rb"[^()\\]|\\."
_TWICE = rb"\((?:" + _PLAIN + rb"|\((?:" + _PLAIN + rb"){0,4000}+\)){0,4000}+\)"
_INNER = rb"\((?:" + _PLAIN + rb"|" + _TWICE + rb"){0,4000}+\)"
_TOKEN = re.compile(
    rb"/(?P<font>[\w.+-]+)\s+-?[\d.]+\s+Tf"
    rb"|\((?P<text>(?:" + _PLAIN + rb"|" + _INNER + rb"){0,8000}+)\)"
    rb"|<(?P<hex>[0-9A-Fa-f\s]+)>(?=\s*(?:Tj|[\])<\d-]))"
    rb"|/(?P<mark>\w+)\s*(?:<<(?P<marked>(?:[^<>]|<[^<>]*>|<<(?:[^<>]|<[^<>]*>)*>>)*)>>|/\w+)?\s*B(?:DC|MC)"
    rb"|(?P<end>\bEMC\b)|(?P<line>\bET\b)",
    re.DOTALL,
)
_LEFTWARD = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+")
_ACTUAL = re.compile(rb"/ActualText\s*<FEFF((?:[0-9A-F]{4}){1,4000})>", re.IGNORECASE)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_SIMPLE = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r\n": b""}
_LONGEST = 20_000_000
_DEEPEST = 50

Objects = Mapping[int, bytes]
Codes = Mapping[int, str]


@lru_cache(maxsize=8)
def pdf_text(content: bytes) -> str | None:
    """Return what a PDF says in the order of its pages; nothing where it is not one that can be read."""
    objects = {int(found[1]): found[2] for found in _OBJECT.finditer(content)}
    pages = list(_pages(objects))
    if not content.startswith(b"%PDF-") or not pages:
        return None
    return "\n".join(in_print("".join(_words(page, objects))) for page in pages)


def in_print(words: str) -> str:
    """Leave out what is written from right to left, whose letters, and in part words, a PDF has turned round."""
    return words if words.isascii() else _LEFTWARD.sub("", words)


def _pages(objects: Objects) -> Iterator[bytes]:
    root = next((each for each in objects.values() if _is(each, b"Pages") and b"/Parent" not in each), b"")
    yield from _below(root, objects, 0)


def _below(node: bytes, objects: Objects, depth: int) -> Iterator[bytes]:
    if depth > _DEEPEST:
        return
    kids = re.search(rb"/Kids\s*\[(.*?)\]", node, re.DOTALL)
    for number in _REFERENCE.findall(kids[1]) if kids else ():
        child = objects.get(int(number), b"")
        if _is(child, b"Page"):
            yield child
        elif _is(child, b"Pages"):
            yield from _below(child, objects, depth + 1)


def _is(body: bytes, kind: bytes) -> bool:
    return re.search(rb"/Type\s*/" + kind + rb"\b", body[:400]) is not None


def _words(page: bytes, objects: Objects) -> Iterator[str]:
    """Yield the words of one page; an artifact (header, footer, rule) says nothing of the document.

    Where several glyphs make one letter, the file tells the letter beside them.
    """
    fonts = dict(_fonts(page, objects))
    codes: Codes = {}
    marks: list[bool] = []
    """For each mark around a place, whether what it holds is left out."""
    for token in _TOKEN.finditer(_content(page, objects)):
        kind = token.lastgroup
        if kind in ("text", "hex"):
            if True not in marks:
                yield _decoded(token, codes)
        elif kind == "line":
            yield "" if True in marks else " "
        elif kind == "font":
            codes = fonts.get(token["font"], {})
        elif kind == "end":
            del marks[-1:]
        else:
            actual = _ACTUAL.search(token["marked"] or b"")
            if actual and True not in marks:
                yield _utf16(actual[1])
            marks.append(bool(actual) or token["mark"] == b"Artifact")


def _content(page: bytes, objects: Objects) -> bytes:
    found = re.search(rb"/Contents\s*(?:\[(.*?)\]|(\d+ 0 R))", page, re.DOTALL)
    numbers = _REFERENCE.findall(found[1] or found[2]) if found else []
    return b"\n".join(_stream(objects.get(int(number), b"")) for number in numbers)


def _stream(body: bytes) -> bytes:
    begin = _STREAM.search(body)
    if not begin:
        return b""
    data = body[begin.end() :]
    if b"/FlateDecode" not in body[: begin.start()]:
        return data
    try:
        return zlib.decompressobj().decompress(data, _LONGEST)
    except zlib.error:
        return b""


def _fonts(page: bytes, objects: Objects) -> Iterator[tuple[bytes, Codes]]:
    resources = re.search(rb"/Resources\s*(\d+) 0 R", page)
    found = _FONTS.search(objects.get(int(resources[1]), b"") if resources else page)
    if not found:
        return
    listed = objects.get(int(found[1]), b"") if found[1] else found[2]
    for name, number in _FONT.findall(listed):
        unicode = re.search(rb"/ToUnicode\s*(\d+) 0 R", objects.get(int(number), b""))
        if unicode:
            yield name, _codes(_stream(objects.get(int(unicode[1]), b"")))


@lru_cache(maxsize=100)
def _codes(table: bytes) -> Codes:
    found: dict[int, str] = {}
    for section in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        found |= {int(code, 16): _utf16(text) for code, text in _MAPPED.findall(section)}
    for section in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, text in _RANGED.findall(section):
            begin, end, to = int(first, 16), int(last, 16), int(text, 16)
            found |= {
                code: chr(min(to + code - begin, 0x10FFFF)) for code in range(begin, min(end, begin + 0xFFFF) + 1)
            }
    return found


def _utf16(text: bytes) -> str:
    return bytes.fromhex(text.decode()).decode("utf-16-be", "replace")


def _decoded(token: re.Match[bytes], codes: Codes) -> str:
    raw = _bytes_of(token)
    pairs = struct.unpack(f">{len(raw) // 2}H", raw[: len(raw) // 2 * 2])
    return "".join(map(codes.get, pairs, repeat("")))


def _bytes_of(token: re.Match[bytes]) -> bytes:
    if token["hex"]:
        digits = re.sub(rb"\s", b"", token["hex"])
        return bytes.fromhex(digits[: len(digits) // 2 * 2].decode())
    text = token["text"]
    if b"\\" not in text:
        return text
    parts = _ESCAPE.split(text)
    parts[1::2] = map(_unescaped, parts[1::2])
    return b"".join(parts)


@lru_cache(maxsize=1000)
def _unescaped(char: bytes) -> bytes:
    return bytes([int(char, 8) & 0xFF]) if char.isdigit() else _SIMPLE.get(char, char)
