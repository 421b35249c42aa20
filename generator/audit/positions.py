"""Leads plain text back to its characters in the file: markup skipped, entities and escapes counted as one."""

import html
import re
from collections.abc import Iterator

from generator.audit.blocks import Run

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ALIKE = 8
_WINDOW = 4_000
"""How far markup, such as the target of a link, may keep two pieces of text apart."""

Chunk = str
Spot = tuple[int, int]


def spots_of(content: str, lines: tuple[str, ...], first: int) -> list[Spot]:
    """Find line and column of every character of a block's content, its line ends included."""
    spots: list[Spot] = []
    for offset, part in enumerate(content.split("\n")):
        number = first + offset
        line = lines[number] if number < len(lines) else ""
        column = column_of(part, line)
        spots += [(number + 1, column + 1 + index) for index in range(len(part) + 1)]
    return spots


def column_of(content: str, line: str) -> int:
    """Where the words stand in their line; of one whose beginning was read otherwise than typed, at its end."""
    found = line.find(content)
    if found >= 0:
        return found
    return max(0, len(line) - len(content)) if line.endswith(content[-_ALIKE:]) else 0


def runs_of(chunks: list[Chunk], content: str, spots: list[Spot]) -> tuple[Run, ...]:
    """Find the place of every character of the plain text that chunks make up, told in runs."""
    places: list[Spot] = []
    cursor = 0
    for chunk in chunks:
        cursor = _start(chunk, content, cursor)
        for offset in _offsets(chunk, content, cursor):
            places.append(spots[min(offset, len(spots) - 1)])
            cursor = offset + 1
        cursor = max(cursor, 0)
    return _joined(places) or ((0, *spots[0]),)


def _start(chunk: str, content: str, cursor: int) -> int:
    if chunk == " " and content[cursor : cursor + 1] == "\n":
        return cursor
    found = content.find(chunk, cursor, cursor + len(chunk) + _WINDOW)
    return found if found >= 0 else cursor


def _offsets(chunk: str, content: str, cursor: int) -> Iterator[int]:
    """Yield for each character of the chunk where it stands in the content."""
    if content.startswith(chunk, cursor):
        yield from range(cursor, cursor + len(chunk))
        return
    for char in chunk:
        cursor, size = _next(char, content, cursor)
        yield cursor
        cursor += size


def _next(char: str, content: str, cursor: int) -> tuple[int, int]:
    """Find one character, written as itself or as an entity, past whatever markup stands before it."""
    for offset in range(cursor, min(cursor + _NEAR, len(content))):
        if content[offset] == char or (char == " " and content[offset] == "\n"):
            return offset, 1
        entity = _ENTITY.match(content, offset) if content[offset] == "&" else None
        if entity and html.unescape(entity.group()).startswith(char):
            return offset, len(entity.group())
    return min(cursor, max(len(content) - 1, 0)), 0


_NEAR = 80


def _joined(places: list[Spot]) -> tuple[Run, ...]:
    runs: list[Run] = []
    previous = (0, 0)
    for index, (line, column) in enumerate(places):
        if (line, column) != (previous[0], previous[1] + 1):
            runs.append((index, line, column))
        previous = (line, column)
    return tuple(runs)
