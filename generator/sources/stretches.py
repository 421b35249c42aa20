"""From a stretch of a value of the plan to the stretch of the file that says it."""

from bisect import bisect_right

from generator.findings import Place, Pointer, Span
from generator.sources.scalars import Stretch, stretches
from generator.sources.source import Source


def place_within(source: Source, pointer: Pointer, span: Span) -> Place:
    """Find a stretch of a text; the whole text where its characters cannot be told apart in the file."""
    found = stretch_within(source, pointer, span)
    if found is None:
        return source.place(pointer)
    (line, column), (end_line, end_column) = (_position(source, offset) for offset in found)
    return Place(source.file, line, column, end_line, end_column)


def stretch_within(source: Source, pointer: Pointer, span: Span) -> Stretch | None:
    """Find a stretch of a text, counted from its first letter that is no blank, as offsets in the file."""
    scalar = scalar_at(source, pointer)
    if scalar is None:
        return None
    value, place = scalar
    blanks = len(value) - len(value.lstrip())
    found = stretches(source.text, *stretch_of(source, place), value)
    if not found or not span.begin < span.end <= len(found) - blanks:
        return None
    return found[span.begin + blanks][0], found[span.end + blanks - 1][1]


def scalar_at(source: Source, pointer: Pointer) -> tuple[str, Place] | None:
    """Find the text at a pointer, and its place; the first of a list may be written without the list."""
    found = source.places.get(pointer)
    if found is None and pointer and pointer[-1] == 0:
        return scalar_at(source, pointer[:-1])
    value = _value_at(source.data, pointer)
    return (value, found[1]) if found and found[2] and isinstance(value, str) else None


def stretch_of(source: Source, place: Place) -> Stretch:
    """Offsets in the file of a place."""
    starts = source.line_starts
    return starts[place.line - 1] + place.column - 1, starts[place.end_line - 1] + place.end_column - 1


def _position(source: Source, offset: int) -> tuple[int, int]:
    line = bisect_right(source.line_starts, offset)
    return line, offset - source.line_starts[line - 1] + 1


def _value_at(data: object, pointer: Pointer) -> object:
    for step in pointer:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
