"""How much room text takes, estimated on the safe side: no font is measured."""

import unicodedata
from functools import cache
from itertools import accumulate

_NARROW = frozenset("iljtfrI.,;:'!|()[]{}/\\ `-")
_WIDE = frozenset("mwMWQO@%&—…")
_ELLIPSIS = "…"
_BOLD = 1.07
"""How much wider a bold line is."""


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Estimate the width of a line of text."""
    return sum(map(_ems, text)) * size * (_BOLD if bold else 1)


def shortened(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """Cut a line so that it fits, with an ellipsis where something is missing."""
    if text_width(text, size, bold=bold) <= room:
        return text
    ends = tuple(accumulate(map(_ems, text), initial=0.0))
    kept = len(text)
    while kept and (ends[kept] + _ems(_ELLIPSIS)) * size * (_BOLD if bold else 1) > room:
        kept -= max(1, kept // 32)
    return text[:kept].rstrip() + _ELLIPSIS


def wrapped(text: str, size: float, room: float, *, lines: int, bold: bool = False) -> tuple[str, ...]:
    """Break text into lines that fit; what is left over is cut off the last one."""
    found: list[str] = []
    for word in text.split():
        together = f"{found[-1]} {word}" if found else word
        if found and text_width(together, size, bold=bold) <= room:
            found[-1] = together
        else:
            found.append(word)
    kept = found[: lines - 1] + ([" ".join(found[lines - 1 :])] if len(found) >= lines else [])
    return tuple(shortened(line, size, room, bold=bold) for line in kept)


@cache
def _ems(character: str) -> float:
    if character in _NARROW:
        return 0.36
    if character in _WIDE or unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return 0.7 if character.isupper() else 0.58
