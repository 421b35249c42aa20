"""Reads an option of a rule as the kind of value that its default is."""

import re
from collections.abc import Callable
from decimal import Decimal
from enum import Enum

from generator.errors import BadValueError
from generator.model.notation import describe, parse_duration
from generator.model.quantity import Duration

_WHOLE = re.compile(r"-?\d{1,9}", re.ASCII)
_NUMBER = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)\s*(%?)", re.ASCII)
_TRUTH = {"true": True, "yes": True, "false": False, "no": False}


def read_option(value: object, default: object) -> object:
    """Read what a plan says of an option; what is of another kind than the default is a `BadValueError`."""
    if isinstance(default, tuple | frozenset):
        return type(default)(_words(value))
    if not isinstance(value, str):
        raise BadValueError(f"expected {_kind(default)}, found {describe(value)}")
    read = next((read for kind, read in _READERS.items() if isinstance(default, kind)), _text)
    return read(value.strip(), default)


def _words(value: object) -> list[str]:
    words = [value] if isinstance(value, str) else value
    if not isinstance(words, list) or not all(isinstance(each, str) for each in words):
        raise BadValueError(f"expected a list of words, found {describe(value)}")
    return [str(each) for each in words]


def _truth(text: str, default: object) -> bool:
    if text.lower() not in _TRUTH:
        raise _unlike(text, default)
    return _TRUTH[text.lower()]


def _whole(text: str, default: object) -> int:
    if not _WHOLE.fullmatch(text):
        raise _unlike(text, default)
    return int(text)


def _number(text: str, default: object) -> Decimal:
    found = _NUMBER.fullmatch(text)
    if not found:
        raise _unlike(text, default)
    return Decimal(found.group(1)) / (100 if found.group(2) else 1)


def _choice(text: str, default: object) -> object:
    choices = {str(each.value): each for each in type(default)} if isinstance(default, Enum) else {}
    if text not in choices:
        raise BadValueError(f'"{text}" is none of {", ".join(choices)}')
    return choices[text]


def _text(text: str, _default: object) -> str:
    return text


def _unlike(text: str, default: object) -> BadValueError:
    return BadValueError(f'expected {_kind(default)}, found "{text}"', help=f"{default} where left out")


def _kind(default: object) -> str:
    return next((words for kind, words in _KINDS.items() if isinstance(default, kind)), "text")


_READERS: dict[type, Callable[[str, object], object]] = {
    bool: _truth,
    Enum: _choice,
    int: _whole,
    float: lambda text, default: float(_number(text, default)),
    Decimal: _number,
    Duration: lambda text, _default: parse_duration(text),
}
_KINDS: dict[type, str] = {
    bool: '"true" or "false"',
    Enum: "one word",
    int: "a whole number",
    float: "a number",
    Decimal: "a number",
    Duration: "a duration",
}
"""In the order in which they are asked: a truth value is a whole number to Python."""
