"""The JSON Schema says of a plan what the validation says of it."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from generator.jsonschema import plan_schema, schema_text
from generator.rules._catalogue import rules
from generator.sources.plan_files import parse_plan
from generator.starter import starter_files
from generator.validation import validate

SCHEMA = plan_schema()
VALIDATOR = Draft7Validator(SCHEMA)
EXAMPLE = Path(__file__).parents[2] / "plan" / "plan.yaml"


class Editor(yaml.SafeLoader):
    """Reads YAML 1.2, as editors do: dates and times are text, `on` and `no` are words."""


Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rpartition(":")[2] in ("null", "float")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Editor.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)$"), list("tf"))


def as_an_editor_reads(text: str) -> Any:
    return yaml.load(text, Loader=Editor)  # noqa: S506 - a safe loader with fewer types


def test_it_is_a_valid_draft_7_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "$defs" not in schema_text()
    assert "pointer" not in schema_text()


def test_every_reference_leads_to_a_definition() -> None:
    names = set(re.findall(r'"#/definitions/(\w+)"', schema_text()))
    assert names == set(SCHEMA["definitions"])


def test_every_field_of_a_plan_is_described() -> None:
    entries = [SCHEMA, *SCHEMA["definitions"].values()]
    fields = [field for entry in entries for field in entry.get("properties", {}).values()]
    assert fields
    assert all(field.get("description") for field in fields)


@pytest.mark.parametrize(
    "text",
    [
        EXAMPLE.read_text(encoding="utf-8"),
        starter_files()["plan/plan.yaml"].decode(),
        *(rule.example("Passes") for rule in rules().values()),
        *(rule.example("Fails") for rule in rules().values()),
    ],
)
def test_plans_that_the_model_reads_fit_the_schema(text: str) -> None:
    assert validate(parse_plan(text.encode(), "plan.yaml")).findings == ()
    assert [error.message for error in VALIDATOR.iter_errors(as_an_editor_reads(text))] == []


@pytest.mark.parametrize(
    "entry",
    [
        "version: 1.0",
        "version: 2",
        "start: 2026-01-05",
        "calendar: {workdays: [sun, mon], hours: ['9:00-12:00']}",
        "waves: {w: {name: 404, weeks: 1, team: {developer: 2}}}",
        "tasks: {a: {name: A, duration: 5d, depends_on: b SS+2d, percent_complete: 60}}",
        "tasks: {a: {name: A, duration: 3d/5d/8d, depends_on: [b, c FF-1d]}}",
        "meetings: {m: {name: M, on: daily, at: 9:00, lasts: 1 hour, audience: all}}",
        "meetings: {m: {name: M, on: fri, lasts: 1 hour, audience: all}}",
        "waves: {w: {name: W, entry: one condition, highlights: a}}",
        "targets: {t: {name: T, threshold: '> 70%'}}",
    ],
)
def test_unquoted_and_short_forms_fit(entry: str) -> None:
    text = f"title: T\n{entry}\n"
    assert validate(parse_plan(text.encode(), "plan.yaml")).findings == ()
    assert VALIDATOR.is_valid(as_an_editor_reads(text))


@pytest.mark.parametrize(
    "entry",
    [
        "titel: x",
        "tasks: {a: {duration: 5d}}",
        "tasks: {a: {name: A, duration: 5 days}}",
        "tasks: {A B: {name: A, duration: 5d}}",
        "tasks: {a: {name: A, duration: 5d, depends_on: {b: c}}}",
        "tasks: [a, b]",
        "start: tomorrow",
        "waves: {w: {name: W, team: {developer: many}}}",
        "risks: {r: {name: R, impact: dire, probability: low, mitigation: M}}",
        "committed: {weeks: 0}",
        "checkpoints: {c: {at: W1, scope: a}}",
    ],
)
def test_what_the_model_refuses_does_not_fit(entry: str) -> None:
    text = f"title: T\n{entry}\n"
    assert validate(parse_plan(text.encode(), "plan.yaml")).findings
    assert not VALIDATOR.is_valid(as_an_editor_reads(text))
