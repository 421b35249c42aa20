"""A line with no other markup than links, bold words, code, anchors and chips: most cells of a built table.

Read by one pattern rather than a parser; whatever else stands in a line leaves it to the parser.
"""

import re

from generator.audit.blocks import Link, Range, Run, Text
from generator.audit.inline import Inline, covers

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
_TEXTS, _STRONG, _TARGETS, _CODE, _ANCHOR = (1, 2, 3, 4, 6, 8, 9), (2, 4, 6), (5, 7), 8, 10
"""The groups of a piece."""
_LONGEST = 8_000


def read_simple(file: str, content: str, line: int, column: int) -> Inline | None:
    """Read a line that begins at a place; nothing where it holds any other markup."""
    if _PLAIN.fullmatch(content):
        return Inline(Text(file, content, ((0, line, column),)))
    pieces = list(_PIECE.finditer(content)) if len(content) <= _LONGEST else []
    if content and sum(piece.end() - piece.start() for piece in pieces) != len(content):
        return None
    plain, runs, links = "", list[Run](), list[tuple[int, int, str]]()
    strong, code = list[Range](), list[Range]()
    for piece in pieces:
        group = next((number for number in _TEXTS if piece.group(number) is not None), 0)
        start, plain = len(plain), plain + (piece.group(group) if group else "")
        if group:
            runs.append((start, line, column + piece.start(group)))
        if group in _STRONG:
            strong.append((start, len(plain)))
        if group == _CODE:
            code.append((start, len(plain)))
        links += [(start, len(plain), target) for target in piece.group(*_TARGETS) if target]
    text = Text(file, plain, tuple(runs) or ((0, line, column),), tuple(code), tuple(strong))
    anchors = [piece.group(_ANCHOR) for piece in pieces if piece.group(_ANCHOR)]
    told = [Link(plain[start:end], target, text.place(start, end)) for start, end, target in links]
    return Inline(text, told, anchors, bool(plain.strip()) and covers(strong, plain))
