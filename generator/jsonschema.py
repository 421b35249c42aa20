"""The plan language as JSON Schema draft-07, for editors: completion, hovers, red lines."""

import json
from typing import Any

from generator.model.plan import Plan
from generator.model.text import ID_PATTERN

_DRAFT = "http://json-schema.org/draft-07/schema#"


def plan_schema() -> dict[str, Any]:
    """Describe a plan as its author writes it: quantities quoted or not, one entry or a list of them."""
    generated = Plan.model_json_schema(ref_template="#/definitions/{model}", by_alias=True)
    generated["definitions"] = generated.pop("$defs", {})
    schema = _draft_7(generated)
    return {"$schema": _DRAFT, "title": "Planpress plan", **schema}


def schema_text() -> str:
    """Write the schema as a file."""
    return json.dumps(plan_schema(), indent=2, ensure_ascii=False) + "\n"


def _draft_7(schema: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(schema, list):
        return [_draft_7(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    told = {key: _in_short(key, _draft_7(value)) for key, value in schema.items() if not _is_noise(key, value)}
    return _beside_reference(_keyed_by_id(told))


def _in_short(key: str, value: Any) -> Any:  # noqa: ANN401 - as above
    """Keep the first paragraph of a description: what follows is for the guide."""
    return value.partition("\n\n")[0] if key == "description" and isinstance(value, str) else value


def _is_noise(key: str, value: object) -> bool:
    """Drop titles made from the names of classes and fields, and defaults, which documents do not need."""
    return (key == "title" and isinstance(value, str)) or key == "default"


def _keyed_by_id(schema: dict[str, Any]) -> dict[str, Any]:
    """Check ids as names of properties: draft-07 gives a pattern alone no message of its own."""
    entries = schema.get("patternProperties", {})
    if set(entries) != {ID_PATTERN}:
        return schema
    rest = {key: value for key, value in schema.items() if key != "patternProperties"}
    return {**rest, "propertyNames": {"pattern": ID_PATTERN}, "additionalProperties": entries[ID_PATTERN]}


def _beside_reference(schema: dict[str, Any]) -> dict[str, Any]:
    """Keep what stands beside a reference: draft-07 ignores it."""
    if "$ref" not in schema or len(schema) == 1:
        return schema
    return {**{key: value for key, value in schema.items() if key != "$ref"}, "allOf": [{"$ref": schema["$ref"]}]}
