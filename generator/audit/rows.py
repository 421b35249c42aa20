"""Where the cells of a table's row stand in its line."""

import re
from itertools import pairwise

_BAR = re.compile(r"(?<!\\)\|")
_PREFIX = re.compile(r"(?:[ \t>]|[-*+] (?=[^|]*\|))*")


def cell_ranges(line: str, count: int) -> list[tuple[int, int]]:
    """Return start and end of each cell's words in a row's line; cells that the line lacks are empty, at its end."""
    start = _PREFIX.match(line).end()  # type: ignore[union-attr] # matches the empty text as well
    bars = bars_in(line, start)
    if bars and not line[start : bars[0]].strip():
        start = bars.pop(0) + 1
    edges = [start - 1, *bars, len(line)]
    ranges = [_trimmed(line, left + 1, right) for left, right in pairwise(edges)]
    missing = [(len(line), len(line))] * max(0, count - len(ranges))
    return (ranges + missing)[:count]


def bars_in(line: str, start: int = 0) -> list[int]:
    """Where the bars stand that part the cells of a row."""
    return [found.start() for found in _BAR.finditer(line, start)]


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    words = line[start:end]
    if not words.strip():
        middle = min(start + 1, end)
        return middle, middle
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
