"""Source to Plan: every schema error at its place, all at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.errors import BadValueError
from generator.findings import Finding, Place, Pointer, Severity, ordered
from generator.formatting import did_you_mean, joined
from generator.model.notation import describe
from generator.model.plan import Plan
from generator.model.walk import model_at
from generator.sources.source import Source

_BROKEN = frozenset({"yaml-syntax", "unreadable-file"})
_KEY = "[key]"
_SEVERAL = "several values stand in brackets: [a, b]"
Told = tuple[str, str | None]
"""A message and its help."""


@dataclass(frozen=True)
class Validated:
    """The plan, unless its schema is broken, and what was found."""

    plan: Plan | None
    findings: tuple[Finding, ...]


def validate(source: Source) -> Validated:
    """Read the raw values as a plan; a plan comes back only where nothing was found."""
    findings = list(source.findings)
    plan = None
    if not any(finding.rule in _BROKEN for finding in findings) and (source.data or not findings):
        try:
            plan = Plan.model_validate(source.data)
        except ValidationError as error:
            findings += [_finding(details, source) for details in _told_once(error.errors(include_url=False))]
    return Validated(None if findings else plan, ordered(findings))


def _told_once(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out that a list is too short where just its values could not be read."""
    inside = {each["loc"][:length] for each in errors for length in range(len(each["loc"]))}
    return [each for each in errors if each["type"] != "too_short" or each["loc"] not in inside]


def _finding(details: ErrorDetails, source: Source) -> Finding:
    kind = details["type"]
    pointer, is_key = _pointer(details["loc"])
    message, help_text = _TOLD.get(kind, _unforeseen)(details, pointer)
    rule = {"extra_forbidden": "unknown-key", "missing": "missing-value"}.get(kind, "invalid-value")
    at_key = is_key or kind == "extra_forbidden"
    place = _place(source, pointer, at_key=at_key)
    return Finding(rule, Severity.ERROR, message, place, help_text, pointer, source.path(pointer))


def _pointer(location: tuple[str | int, ...]) -> tuple[Pointer, bool]:
    is_key = bool(location) and location[-1] == _KEY
    return (location[:-1] if is_key else location), is_key


def _place(source: Source, pointer: Pointer, *, at_key: bool) -> Place:
    return source.key_place(pointer) if at_key else source.place(pointer)


def _missing(details: ErrorDetails, pointer: Pointer) -> Told:
    model = model_at(pointer[:-1], Plan)
    field = model.model_fields.get(str(pointer[-1])) if model else None
    above = next((step for step in reversed(pointer[:-1]) if isinstance(step, str)), None)
    owner = f' in "{above}"' if above else ""
    del details
    return f'missing "{pointer[-1]}"{owner}', field.description if field else None


def _unknown_key(details: ErrorDetails, pointer: Pointer) -> Told:
    model = model_at(pointer[:-1], Plan)
    known = [name for name in model.model_fields if name != "pointer"] if model else []
    has_no_value = details["input"] is None
    key = str(pointer[-1])
    if len(pointer) > 1 and key in Plan.model_fields:
        return f'unknown key "{key}"', f'"{key}" stands at the top of the plan, on a line that is not indented'
    help_text = did_you_mean(key, known) or (_SEVERAL if has_no_value else f"known are {_listed(known)}")
    return f'unknown key "{key}"', help_text


def _bad_value(details: ErrorDetails, pointer: Pointer) -> Told:
    del pointer
    error = details["ctx"]["error"]
    return (error.message, error.help) if isinstance(error, BadValueError) else (str(error), None)


def _bad_id(details: ErrorDetails, pointer: Pointer) -> Told:
    text = str(details["input"])
    words = "-".join("".join(c if c.isalnum() and c.isascii() else " " for c in text.lower()).split())
    suggestion = f': "{words}"' if words[:1].isalpha() else ""
    del pointer
    return f'"{text}" is not an id', f"ids are lower-case words joined by hyphens{suggestion}"


def _none_of(details: ErrorDetails, pointer: Pointer) -> Told:
    del pointer
    expected = str(details["ctx"]["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
    word = str(details["input"])
    longer = next((each for each in expected if word.lower().startswith(each)), None)
    close = f'did you mean "{longer}"?' if longer else did_you_mean(word, expected)
    return f"{describe(details['input'])} is none of {_listed(expected)}", close


def _expected(words: str, instead: str | None = None) -> Callable[[ErrorDetails, Pointer], Told]:
    def tell(details: ErrorDetails, pointer: Pointer) -> Told:
        del pointer
        return f"expected {words}, found {describe(details['input'])}", instead

    return tell


def _no_mapping(details: ErrorDetails, pointer: Pointer) -> Told:
    model = model_at(pointer, Plan)
    needed = [f'"{name}"' for name, field in model.model_fields.items() if _is_needed(name, field)] if model else []
    message = f"expected a mapping of keys to values, found {describe(details['input'])}"
    return message, f"it needs {joined(needed)}" if needed else None


def _no_list(details: ErrorDetails, pointer: Pointer) -> Told:
    del pointer
    found = details["input"]
    help_text = f'write it in brackets: ["{found}"]' if isinstance(found, str) else _SEVERAL
    return f"expected a list, found {describe(found)}", help_text


def _is_needed(name: str, field: FieldInfo) -> bool:
    return field.is_required() and name != "pointer"


def _out_of_range(details: ErrorDetails, pointer: Pointer) -> Told:
    del pointer
    return f"{describe(details['input'])} is too small (at least {details['ctx']['ge']})", None


def _empty(details: ErrorDetails, pointer: Pointer) -> Told:
    del details
    return f'"{pointer[-1]}" is empty', "write a value, or leave the key out"


def _unforeseen(details: ErrorDetails, pointer: Pointer) -> Told:
    del pointer
    return details["msg"][:1].lower() + details["msg"][1:], None


_TOLD: dict[str, Callable[[ErrorDetails, Pointer], Told]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "value_error": _bad_value,
    "string_pattern_mismatch": _bad_id,
    "string_too_short": _empty,
    "too_short": _empty,
    "enum": _none_of,
    "string_type": _expected("text", "write one value, without brackets or braces"),
    "bool_type": _expected('"true" or "false"'),
    "bool_parsing": _expected('"true" or "false"'),
    "int_type": _expected("a whole number"),
    "int_parsing": _expected("a whole number"),
    "greater_than_equal": _out_of_range,
    "dict_type": _expected(
        "a mapping of ids to entries", "give each an id, and write what it has behind it: id: {…}"
    ),
    "model_type": _no_mapping,
    "tuple_type": _no_list,
}


def _listed(words: Iterable[Any]) -> str:
    return ", ".join(map(str, words))
