"""What a value of the plan language is called, read off the type of its field."""

import re
from collections.abc import Callable
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic_core import PydanticUndefined

from generator.model import notation
from generator.model.calendar import Weekday
from generator.model.checks import SettingValue
from generator.model.dependency import DependencyValue
from generator.model.publication import ColourValue
from generator.model.team import Percent
from generator.model.text import ITEM_KINDS, Id, Markup, Name, RefersTo
from generator.model.uncertainty import FactorValue, RunsValue

_QUANTITIES = (
    (notation.DateValue, "date", "days-and-dates", ("2026-01-05",)),
    (notation.WhenValue, "day", "days-and-dates", ("W2D1", "2026-01-05")),
    (notation.MomentValue, "day", "days-and-dates", ("W2D1", "2026-01-05 14:00")),
    (notation.DurationValue, "duration", "durations", ("5d",)),
    (notation.EstimateValue, "duration", "durations", ("5d", "3d/5d/8d")),
    (notation.BandValue, "number of people", "people", ("3", "2-3")),
    (notation.WeeksValue, "weeks", "weeks", ("2", "1-2")),
    (notation.ThresholdValue, "threshold", "thresholds", ("under 500ms",)),
    (notation.TimeValue, "time of day", "times-of-day", ("9:00 AM",)),
    (notation.ShiftValue, "working hours", "working-hours", ("9:00-17:00",)),
    (DependencyValue, "dependency", "dependencies", ("db-setup SS+2d",)),
    (Percent, "percentage", "percentages", ("60%",)),
    (FactorValue, "factor", "factors", ("1.5", "1.2/1.5/2")),
    (ColourValue, "colour", "colours", ('"#0a4f8f"',)),
)
_PLAIN = ((Name, "text"), (Id, "id"), (RunsValue, "whole number"), (SettingValue, "level, or options"))
_TYPES = {bool: "`true` or `false`", int: "whole number", str: "text", Weekday: "weekday (`mon`)"}
_OWNER = ("person", "role")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")

Entry = Callable[[type[BaseModel]], str]
"""Writes the link to the section of another kind of entry."""


def value_words(annotation: Any, entry: Entry) -> str:  # noqa: ANN401 - any type
    """Name a type as the guide does: a quantity with an example, a reference by what it refers to."""
    for known, words, heading, examples in _QUANTITIES:
        if annotation == known:
            return f"[{words}](../../quantities.md#{heading}): {', '.join(f'`{each}`' for each in examples)}"
    named = next((words for known, words in _PLAIN if annotation == known), None)
    if named:
        return named
    if get_origin(annotation) is Annotated:
        return _annotated(annotation, entry)
    return _generic(get_origin(annotation), get_args(annotation), entry) or _type(annotation, entry)


def without_links(markdown: str) -> str:
    """Keep the words of links, for a terminal."""
    return _LINK.sub(r"\1", markdown)


def default_words(value: object) -> str:
    """Write a default as an author would; nothing where there is none worth telling."""
    if isinstance(value, tuple):
        return ", ".join(filter(None, map(default_words, value)))
    return f"`{value}`" if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _annotated(annotation: Any, entry: Entry) -> str:  # noqa: ANN401 - as above
    inner, *marks = get_args(annotation)
    for mark in marks:
        if isinstance(mark, RefersTo):
            return _reference(mark.kinds)
        if isinstance(mark, Markup):
            return "[prose](../../prose.md)"
        if isinstance(mark, BeforeValidator) and mark.json_schema_input_type is not PydanticUndefined:
            return value_words(mark.json_schema_input_type, entry)
    return value_words(inner, entry)


def _reference(kinds: tuple[str, ...]) -> str:
    shown = {ITEM_KINDS: "item", _OWNER: "owner"}.get(kinds)
    return f"id of {_article(shown or ' or '.join(kinds))}"


def _article(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def _generic(origin: Any, arguments: tuple[Any, ...], entry: Entry) -> str:  # noqa: ANN401 - as above
    if origin in (Union, UnionType):
        return _choice([each for each in arguments if each is not type(None)], entry)
    if origin is Literal:
        return _or([f"`{each}`" for each in arguments])
    if origin is dict:
        return f"by {_key(arguments[0], entry)}: {value_words(arguments[1], entry)}"
    return f"list: {value_words(arguments[0], entry)}" if origin in (list, tuple) else ""


def _choice(choices: list[Any], entry: Entry) -> str:
    lists = [each for each in choices if get_origin(each) is list and get_args(each)[0] in choices]
    told = [value_words(each, entry) for each in choices if each not in lists]
    return f"{_or(told)}, or a list" if lists else _or(told)


def _key(annotation: Any, entry: Entry) -> str:  # noqa: ANN401 - as above
    return re.sub(r"^id of an? ", "", value_words(annotation, entry))


def _type(annotation: Any, entry: Entry) -> str:  # noqa: ANN401 - as above
    if annotation in _TYPES:
        return _TYPES[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return _or([f"`{each.value}`" for each in annotation])
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return entry(annotation)
    raise TypeError(f"no words for {annotation}")


def _or(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
