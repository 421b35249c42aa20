"""Values that an author writes as text or a number, and that pydantic need not know the types of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema
from pydantic_core.core_schema import no_info_plain_validator_function


@dataclass(frozen=True, eq=False)
class Written:
    """Marks a type by how it is read, and by what an editor is told of it (JSON Schema).

    A validator of pydantic's own would have the type's every field described too, for a dump that nobody asks for.
    """

    parse: Callable[[Any], object]
    schema: Mapping[str, object]

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read with `parse` alone."""
        return no_info_plain_validator_function(self.parse)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Tell what is written, not what is made of it."""
        return dict(self.schema)


def written(parse: Callable[[Any], object], description: str, *types: str, pattern: str = "") -> Written:
    """Describe what is written by its JSON types and a pattern."""
    schema = {"type": list(types) if len(types) > 1 else types[0], "description": description}
    return Written(parse, {**schema, "pattern": pattern} if pattern else schema)
