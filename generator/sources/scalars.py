"""Where each character of a YAML value stands in its file, whatever style the value is written in.

A value is read once more from the text, character by character, and held against what the YAML parser has read: where
both agree, every character is where it is said to be; where they do not, nothing is said.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from generator.patterns import Pattern

Stretch = tuple[int, int]
_Piece = tuple[str, int, int]
"""A character of the value, and where what stands for it begins and ends in the file."""

_BREAK = "(?:\r\n|[\n\r\x85\u2028\u2029])"
_PROPERTIES = Pattern(rf"(?:[&!]\S*(?:[ \t]|{_BREAK})+)*")
_FOLD = rf"(?P<fold>[ \t]*(?:{_BREAK}[ \t]*)+)"
_ESCAPE = rf"\\(?:(?P<continued>{_BREAK}[ \t]*(?:{_BREAK}[ \t]*)*)|(?P<code>x..|u.{{4}}|U.{{8}})|(?P<escape>.))"
_CHARACTER = "(?P<character>.)"
_PLAIN = Pattern(f"{_FOLD}|{_CHARACTER}", flags=re.DOTALL)
_SINGLE = Pattern(f"{_FOLD}|(?P<twice>'')|{_CHARACTER}", flags=re.DOTALL)
_DOUBLE = Pattern(f"{_FOLD}|{_ESCAPE}|{_CHARACTER}", flags=re.DOTALL)
_LINE = Pattern(rf"(?P<line>[^\n\r\x85\u2028\u2029]*)(?P<end>{_BREAK})")
_HEADER = Pattern(r"[|>][-+0-9]*[ \t]*(?:#[^\n\r\x85\u2028\u2029]*)?")
_ESCAPED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_UNBOUNDED = 1_000_000


@lru_cache(maxsize=4)
def stretches(text: str, begin: int, end: int, value: str) -> tuple[Stretch, ...] | None:
    """Tell for each character of a value where it stands; nothing where the text cannot be read as that value."""
    begin += len(_PROPERTIES.match(text, begin, end).group())  # type: ignore[union-attr] # it matches nothing at least
    style = text[begin : begin + 1]
    readings = _block(text, begin, end) if style in ("|", ">") else _flow(text, begin, end)
    for pieces in readings:
        if "".join(piece[0] for piece in pieces[: len(value)]) == value:
            return tuple(piece[1:] for piece in pieces[: len(value)])
    return None


def style_of(text: str, begin: int, end: int) -> str:
    """Tell how a value is written by its first character: a quote, `|` or `>`; a plain one by nothing."""
    begin += len(_PROPERTIES.match(text, begin, end).group())  # type: ignore[union-attr] # as above
    return text[begin] if text[begin : begin + 1] in tuple("'\"|>") else ""


def body_of(text: str, begin: int, end: int) -> Stretch:
    """Where a value stands without its anchor."""
    return begin + len(_PROPERTIES.match(text, begin, end).group()), end  # type: ignore[union-attr] # as above


def _flow(text: str, begin: int, end: int) -> Iterator[list[_Piece]]:
    quote = text[begin : begin + 1]
    inside = (begin + 1, end - 1) if quote in ("'", '"') else (begin, end)
    token = {"'": _SINGLE, '"': _DOUBLE}.get(quote, _PLAIN)
    yield [piece for found in token.finditer(text, *inside) for piece in _read(found)]


def _read(found: re.Match[str]) -> Iterator[_Piece]:
    """Read one token: a character, an escape, or the line breaks that a space or empty lines come from."""
    read = _TOKENS[found.lastgroup or "character"]
    for character in read(found[found.lastgroup or 0]):
        yield character, found.start(), found.end()


def _folded(blanks: str) -> str:
    """One line break is a space, each further one a line break."""
    first, *others = (_normal(found) for found in re.findall(_BREAK, blanks))
    kept = "" if first == "\n" else first
    return "".join([kept, *others]) or " "


def _continued(blanks: str) -> str:
    """A line break behind a backslash is none, each further one is."""
    return "".join(_normal(found) for found in re.findall(_BREAK, blanks)[1:])


def _coded(code: str) -> str:
    try:
        return chr(int(code[1:], 16))
    except (ValueError, OverflowError):
        return "\ufffd"


_TOKENS: dict[str, Callable[[str], str]] = {
    "fold": _folded,
    "continued": _continued,
    "code": _coded,
    "escape": lambda letter: _ESCAPED.get(letter, letter),
    "twice": lambda _: "'",
    "character": lambda letter: letter,
}


def _normal(line_break: str) -> str:
    return line_break if line_break in "\u2028\u2029" else "\n"


def _block(text: str, begin: int, end: int) -> Iterator[list[_Piece]]:
    """Read a block of lines, first as indented as its first line is, then less: a header may say so."""
    header = _HEADER.match(text, begin, end)
    lines = list(_lines(text, header.end() if header else begin, end))[1:]
    indents = (len(line) - len(line.lstrip(" ")) for line, _, _ in lines if line.strip(" "))
    for indent in range(next(indents, _UNBOUNDED), -1, -1):
        block = _Block(indent, is_folded=text[begin] == ">")
        yield list(block.read(lines))
        if indent == _UNBOUNDED:
            return


def _lines(text: str, begin: int, end: int) -> Iterator[tuple[str, int, str]]:
    """Yield each line, where it begins, and its line break; the last one may have none."""
    position = begin
    for found in _LINE.finditer(text, begin, end):
        yield found["line"], found.start(), found["end"]
        position = found.end()
    yield text[position:end], position, ""


@dataclass
class _Block:
    """Puts the lines of a block together, as indented as its first is."""

    indent: int
    is_folded: bool
    leading: _Piece | None = None
    trailing: list[_Piece] = field(default_factory=list)
    after_blank: bool = False

    def read(self, lines: Iterable[tuple[str, int, str]]) -> Iterator[_Piece]:
        """Yield every character with its place."""
        for line, begin, end in lines:
            cut = min(self.indent, len(line) - len(line.lstrip(" ")))
            at = begin + len(line)
            broken = [(_normal(end), at, at + len(end))] if end else []
            if len(line) == cut:
                self.trailing += broken
                continue
            if cut < self.indent:
                break
            yield from self._joint(starts_blank=line[cut] in " \t")
            yield from (
                (letter, begin + index, begin + index + 1) for index, letter in enumerate(line) if index >= cut
            )
            self.leading = broken[0] if broken else None
        yield from (*((self.leading,) if self.leading else ()), *self.trailing)

    def _joint(self, *, starts_blank: bool) -> Iterator[_Piece]:
        """Yield what stands between the last line and the next one."""
        if self.leading:
            is_joined = self.is_folded and self.leading[0] == "\n" and not self.after_blank and not starts_blank
            if not is_joined:
                yield self.leading
            elif not self.trailing:
                yield (" ", *self.leading[1:])
        yield from self.trailing
        self.leading, self.trailing, self.after_blank = None, [], starts_blank
