"""The compiler's diagnostics as faults of the document."""

import html
import re
from collections.abc import Iterator, Sequence

from generator.pdf.document import PdfProblem

_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_STARTS = re.compile(r"^error: ", re.MULTILINE)
_STANDARD = re.compile(r"^PDF/[^:]* error: ")
_OWN_PLACE = re.compile(r"─ (?P<file>theme\.typ|logo\.svg):(?P<line>\d+):(?P<column>\d+)")
_OWN = {"theme.typ": "pdf/theme.typ", "logo.svg": "assets/logo.svg"}
_HINT = re.compile(r"= hint: (.*)")
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_JSON_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_GLYPH_HELP = "put a font that has it into site_templates/fonts/"


def problems_in(diagnostic: str, markdown: str) -> tuple[PdfProblem, ...]:
    """Return every fault once: missing characters at each of their lines, then whatever else was found."""
    parts = _STARTS.split(diagnostic)[1:]
    return tuple(dict.fromkeys(problem for part in parts for problem in _problems(part, markdown)))


def _problems(part: str, markdown: str) -> Iterator[PdfProblem]:
    message = _STANDARD.sub("", part.splitlines()[0])
    missing = _MISSING.search(message)
    if missing is None:
        hints, place = "; ".join(_HINT.findall(part)) or None, _OWN_PLACE.search(part)
        own, at = (_OWN[place["file"]], f"{place['line']}:{int(place['column']) + 1}") if place else (None, "")
        yield PdfProblem(message, hints, own=own, at=at)
        return
    for character in dict.fromkeys(_unescaped(missing[1])):
        yield from _missing_glyph(character, markdown.splitlines())


def _missing_glyph(character: str, lines: Sequence[str]) -> Iterator[PdfProblem]:
    message = f'no font has the character "{character}" (U+{ord(character):04X})'
    places: list[int | None] = [number for number, line in enumerate(lines, 1) if character in _decoded(line)]
    for line in places or [None]:
        yield PdfProblem(message, _GLYPH_HELP, line, character)


def _decoded(line: str) -> str:
    return html.unescape(_JSON_ESCAPE.sub(lambda match: chr(int(match[1], 16)), line))


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text).replace("\\\\", "\\").replace('\\"', '"')
