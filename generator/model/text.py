"""Text of a plan: names, prose, ids and references, told apart by their types."""

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import SkipJsonSchema

from generator.errors import BadValueError
from generator.findings import Pointer

ANCHOR = "\0pointer"
"""The key under which validation hands every entry its place; no YAML text can hold it."""

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
_TEXT_SCHEMA = WithJsonSchema({"type": ["string", "number", "boolean"]})


@dataclass(frozen=True)
class Markup:
    """Marks text that is CommonMark and may ask for live facts."""


@dataclass(frozen=True)
class RefersTo:
    """Marks text that is the id of something else in the plan."""

    kinds: tuple[str, ...]


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _on_one_line(text: str) -> str:
    """A name heads columns, boxes of charts and rows of files, where a line break or tab is none of its own."""
    if "\n" in text:
        raise BadValueError("a name is a single line", help="write no line breaks, or `>` in place of `|`")
    if "\t" in text:
        raise BadValueError("a name holds no tab", help="write a space")
    return text


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Name = Annotated[
    str, StringConstraints(min_length=1, strip_whitespace=True), AfterValidator(_on_one_line), _TEXT_SCHEMA
]
Prose = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), Markup(), _TEXT_SCHEMA]
Command = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), _TEXT_SCHEMA]
Proses = Annotated[tuple[Prose, ...], BeforeValidator(_listed, json_schema_input_type=Prose | list[Prose])]

ITEM_KINDS = ("phase", "wave", "task", "milestone", "checkpoint")
"""What can be scheduled, and so shares one namespace."""

RoleRef = Annotated[str, RefersTo(("role",))]
PersonRef = Annotated[str, RefersTo(("person",))]
OwnerRef = Annotated[str, RefersTo(("person", "role"))]
PhaseRef = Annotated[str, RefersTo(("phase",))]
WaveRef = Annotated[str, RefersTo(("wave",))]
TaskRef = Annotated[str, RefersTo(("task",))]
ItemRef = Annotated[str, RefersTo(ITEM_KINDS)]
DeliverableRef = Annotated[str, RefersTo(("deliverable",))]
RiskRef = Annotated[str, RefersTo(("risk",))]
RollbackRef = Annotated[str, RefersTo(("rollback",))]
TargetRef = Annotated[str, RefersTo(("target",))]
SourceRef = Annotated[str, RefersTo(("source",))]
CalendarRef = Annotated[str, RefersTo(("calendar",))]
ChannelRef = Annotated[str, RefersTo(("channel",))]
ItemRefs = Annotated[tuple[ItemRef, ...], BeforeValidator(_listed, json_schema_input_type=ItemRef | list[ItemRef])]
TaskRefs = Annotated[tuple[TaskRef, ...], BeforeValidator(_listed, json_schema_input_type=TaskRef | list[TaskRef])]
WaveRefs = Annotated[tuple[WaveRef, ...], BeforeValidator(_listed, json_schema_input_type=WaveRef | list[WaveRef])]
DeliverableRefs = Annotated[
    tuple[DeliverableRef, ...], BeforeValidator(_listed, json_schema_input_type=DeliverableRef | list[DeliverableRef])
]
PersonRefs = Annotated[
    tuple[PersonRef, ...], BeforeValidator(_listed, json_schema_input_type=PersonRef | list[PersonRef])
]
RiskRefs = Annotated[tuple[RiskRef, ...], BeforeValidator(_listed, json_schema_input_type=RiskRef | list[RiskRef])]


class Entry(BaseModel, frozen=True, extra="forbid", populate_by_name=False, defer_build=True):
    """A mapping in the plan; it knows its own place, and a field without a value is as good as not written."""

    pointer: SkipJsonSchema[Pointer] = Field(alias=ANCHOR, repr=False)

    @model_validator(mode="before")
    @classmethod
    def _placed(cls, value: object) -> object:
        pointer = getattr(value, "pointer", None)
        if not isinstance(value, dict) or pointer is None:
            return value
        written = {key: each for key, each in value.items() if each is not None or key not in cls.model_fields}
        return {**written, ANCHOR: pointer}


class Item(Entry, frozen=True):
    """An entry that is known by its id, the key under which it stands."""

    @cached_property
    def id(self) -> str:
        """The key that the author gave it."""
        return str(self.pointer[-1])
