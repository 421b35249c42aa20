"""Characters that a plan cannot hold: no document can show them, or not so that every reader sees the same."""

import re
import unicodedata
from bisect import bisect_right

from generator.findings import Place
from generator.patterns import Pattern
from generator.sources.scalars import stretches
from generator.sources.yaml_traps import starts_of

RESERVED = re.compile("[\ue000-\ue00f]")
"""Characters that mark directives inside rendered Markdown."""
_UNFIT = Pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
    "\ufdd0-\ufdef\ufffe\uffff]"
)
"""Control characters but tab and line feed, what turns the direction of writing, what joins or tags invisibly."""
_HELP = "remove the invisible character"
_BREAKS = {"\r": "CARRIAGE RETURN", "\x85": "NEXT LINE", "\u2028": "LINE SEPARATOR", "\u2029": "PARAGRAPH SEPARATOR"}


def unfit(text: str) -> tuple[int, str, str] | None:
    """Find the first character that cannot stay: its index, what to say of it, and what to do."""
    reserved, found = RESERVED.search(text), _UNFIT.search(text)
    if reserved:
        return reserved.start(), "characters U+E000 to U+E00F are reserved", _HELP
    if found is None:
        return None
    character = found.group()
    name = _BREAKS.get(character) or unicodedata.name(character, "")
    told = f"U+{ord(character):04X}{f' ({name.lower()})' if name else ''}"
    help_text = "break the line as elsewhere in the file" if character in _BREAKS else _HELP
    return found.start(), f"no document can show the character {told}", help_text


def without_unfit(text: str) -> str:
    """Return the text as it can be checked further."""
    return _UNFIT.compiled.sub("", RESERVED.sub("", text))


def character_place(text: str, place: Place, value: str, index: int) -> Place:
    """Find a character of a value that stands at a place of a file; the whole value where it cannot be told apart."""
    starts = starts_of(text)
    begin, end = starts[place.line - 1] + place.column - 1, starts[place.end_line - 1] + place.end_column - 1
    found = stretches(text, begin, end, value)
    if found is None:
        return place
    line, end_line = (bisect_right(starts, offset) for offset in (found[index][0], found[index][1] - 1))
    columns = found[index][0] - starts[line - 1] + 1, found[index][1] - starts[end_line - 1] + 1
    return Place(place.file, line, columns[0], end_line, columns[1])
