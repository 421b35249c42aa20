"""A line with no other markup than links, bold words, code, anchors and chips: most cells of a built table.

Read by one pattern rather than a parser; whatever else stands in a line leaves it to the parser.
"""

import re

from generator.audit.blocks import Link, Range, Run, Text
from generator.audit.inline import Inline, covers
from generator.findings import Place

_WORDS = r"[^\\`*_\[\]<>&!~|\n]+"
"""No bar either: in a cell it was escaped in the file."""
_OPENS = r"(?<![^\s])"
_ENDS = r"(?=\s|$)"
_BOLD = rf"(?:(?<!\*)\*\*(?=\w)|{_OPENS}\*\*(?=\S))({_WORDS})(?:(?<=\w)\*\*(?!\*)|(?<=\S)\*\*{_ENDS})"
_TARGET = r"\(((?:mailto:)?[A-Za-z0-9_./#@-]+)\)"
_PIECE = re.compile(
    rf"({_WORDS})|{_BOLD}|\[(?:({_WORDS})|{_BOLD})\]{_TARGET}|{_OPENS}\*\*\[({_WORDS})\]{_TARGET}\*\*{_ENDS}"
    rf"|(?<!`)`(?=[\w-])({_WORDS})(?<=[\w-])`(?!`)|{_OPENS}\*(?=\S)({_WORDS})(?<=\S)\*{_ENDS}"
    r'|<a id="([a-z0-9-]+)"></a>|<span class="[a-z -]+">|</span>'
)
_PLAIN = re.compile(_WORDS)
_LINKED, _LINKED_BOLD, _BOLD_LINK, _CODE, _ANCHOR = 5, 4, 7, 8, 10
_WORDS_OF = {1: 1, 2: 2, _LINKED: 3, _BOLD_LINK: 6, _CODE: _CODE, 9: 9}
"""The group of a piece's words, by the last of its groups."""
_LINKS = (_LINKED, _BOLD_LINK)
_STRONG = (2, _LINKED_BOLD, 6)
_LONGEST = 8_000


def read_simple(file: str, content: str, line: int, column: int) -> Inline | None:
    """Read a line that begins at a place; nothing where it holds any other markup."""
    if _PLAIN.fullmatch(content):
        return Inline(Text(file, content, ((0, line, column),)))
    pieces = _pieces(content)
    return None if pieces is None else _read(file, pieces, line, column)


def _pieces(content: str) -> list[re.Match[str]] | None:
    """What a line consists of; nothing where something else stands between."""
    found, end = list[re.Match[str]](), 0
    for piece in _PIECE.finditer(content) if len(content) <= _LONGEST else ():
        if piece.start() != end:
            return None
        found.append(piece)
        end = piece.end()
    return found if end == len(content) else None


def _read(file: str, pieces: list[re.Match[str]], line: int, column: int) -> Inline:
    plain, runs, links = "", list[Run](), list[Link]()
    strong, code = list[Range](), list[Range]()
    for piece in pieces:
        last = piece.lastindex
        if last is None or last == _ANCHOR:
            continue
        group = _LINKED_BOLD if last == _LINKED and piece[_LINKED_BOLD] else _WORDS_OF[last]
        words, at = piece[group], column + piece.start(group)
        start, plain = len(plain), plain + words
        runs.append((start, line, at))
        if group in _STRONG:
            strong.append((start, len(plain)))
        if last in _LINKS:
            links.append(Link(words, piece[last], Place(file, line, at, line, at + len(words))))
        elif last == _CODE:
            code.append((start, len(plain)))
    text = Text(file, plain, tuple(runs) or ((0, line, column),), tuple(code), tuple(strong))
    anchors = [piece[_ANCHOR] for piece in pieces if piece.lastindex == _ANCHOR]
    return Inline(text, links, anchors, bool(strong) and bool(plain.strip()) and covers(strong, plain))
