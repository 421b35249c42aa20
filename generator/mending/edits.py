"""Edits of values, made in the text of the file: all else stays byte for byte."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.findings import Edit, Place, Pointer, Span
from generator.sources.plan_files import parse_plan
from generator.sources.scalars import Stretch, body_of, stretches, style_of
from generator.sources.source import Source, with_values
from generator.sources.stretches import scalar_at, stretch_of

_NEEDS_QUOTES = re.compile(r"[{}\[\],#&*!|>'\"%@`]|:(?:\s|$)|^[-?]\s|^\s|\s$")
_ESCAPES = {'"': {"\\": "\\\\", '"': '\\"'}, "'": {"'": "''"}}


@dataclass(frozen=True)
class _Scalar:
    """A key or value of the file: its text, where it stands, and how it is written."""

    value: str
    stretch: Stretch
    style: str
    characters: tuple[Stretch, ...]


def edited(source: Source, edits: Iterable[Edit]) -> str | None:
    """Make edits in the text of a plan; nothing where one cannot be made, or they overlap."""
    replacements: list[tuple[int, int, str]] = []
    expected: dict[Pointer, object] = {}
    for (pointer, at_key), group in _by_scalar(source, edits).items():
        scalar = _key(source, pointer) if at_key else _value(source, pointer)
        changes = _changes(scalar, group) if scalar else None
        if scalar is None or changes is None:
            return None
        replacements.append((*scalar.stretch, _rewritten(source.text, scalar, changes)))
        if not at_key:
            expected[pointer] = _applied(scalar.value, changes)
    text = _spliced(source.text, replacements)
    has_key_edit = len(expected) < len(replacements)
    return text if has_key_edit or _reads_as(text, source, expected) else None


def _by_scalar(source: Source, edits: Iterable[Edit]) -> dict[tuple[Pointer, bool], list[Edit]]:
    """Group edits by what they change; the first of a list may be written without the list."""
    groups: dict[tuple[Pointer, bool], list[Edit]] = {}
    for edit in dict.fromkeys(edits):
        is_alone = not edit.at_key and edit.pointer not in source.places and edit.pointer[-1:] == (0,)
        pointer = edit.pointer[:-1] if is_alone else edit.pointer
        groups.setdefault((pointer, edit.at_key), []).append(edit)
    return groups


def _value(source: Source, pointer: Pointer) -> _Scalar | None:
    found = scalar_at(source, pointer)
    return _scalar(source, found[0], found[1]) if found else None


def _key(source: Source, pointer: Pointer) -> _Scalar | None:
    place = source.places.get(pointer, (None,))[0]
    return _scalar(source, str(pointer[-1]), place) if place else None


def _scalar(source: Source, value: str, place: Place) -> _Scalar | None:
    begin, end = stretch_of(source, place)
    characters = stretches(source.text, begin, end, value)
    if characters is None:
        return None
    return _Scalar(value, body_of(source.text, begin, end), style_of(source.text, begin, end), characters)


def _changes(scalar: _Scalar, edits: Iterable[Edit]) -> list[tuple[Span, str]] | None:
    """What to write in place of which characters of a value, in order; nothing where two overlap."""
    blanks = len(scalar.value) - len(scalar.value.lstrip())
    whole = Span(0, len(scalar.value.strip()))
    spans = ((edit.span or whole, edit.text) for edit in edits)
    changes = sorted((Span(span.begin + blanks, span.end + blanks), text) for span, text in spans)
    is_sound = all(0 <= span.begin < span.end <= len(scalar.value) and "\n" not in text for span, text in changes)
    overlaps = any(one.end > other.begin for (one, _), (other, _) in pairwise(changes))
    return changes if is_sound and not overlaps else None


def _applied(value: str, changes: Iterable[tuple[Span, str]]) -> str:
    return _spliced(value, [(span.begin, span.end, text) for span, text in changes])


def _rewritten(text: str, scalar: _Scalar, changes: list[tuple[Span, str]]) -> str:
    """Write a scalar anew in its own style; a plain one that cannot stay plain between double quotes."""
    is_quoted_now = not scalar.style and any(_NEEDS_QUOTES.search(new) for _, new in changes)
    style = '"' if is_quoted_now else scalar.style
    parts, position = [], scalar.stretch[0]
    for span, new in changes:
        begin, end = scalar.characters[span.begin][0], scalar.characters[span.end - 1][1]
        parts += [_kept(text[position:begin], escape=is_quoted_now), _escaped(new, style)]
        position = end
    parts.append(_kept(text[position : scalar.stretch[1]], escape=is_quoted_now))
    return f'"{"".join(parts)}"' if is_quoted_now else "".join(parts)


def _kept(text: str, *, escape: bool) -> str:
    return _escaped(text, '"') if escape else text


def _escaped(text: str, style: str) -> str:
    escapes = _ESCAPES.get(style, {})
    return "".join(escapes.get(letter, letter) for letter in text)


def _spliced(text: str, replacements: Iterable[tuple[int, int, str]]) -> str:
    return "".join(_pieces(text, sorted(replacements)))


def _pieces(text: str, replacements: Iterable[tuple[int, int, str]]) -> Iterator[str]:
    position = 0
    for begin, end, new in replacements:
        yield from (text[position:begin], new)
        position = end
    yield text[position:]


def _reads_as(text: str, source: Source, expected: dict[Pointer, object]) -> bool:
    """Tell whether a text reads as the plan with some values changed, and nothing else."""
    read = parse_plan(text.encode(), source.file)
    return len(read.findings) <= len(source.findings) and read.data == with_values(source.data, expected)
