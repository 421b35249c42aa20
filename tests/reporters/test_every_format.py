"""Every format tells of every kind of plan, and can be read by what it is for."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from generator.commonmark import parse
from generator.discovery import module, names
from generator.findings import Finding, Place, Severity
from generator.reporters._report import Report

PLANS = pytest.mark.parametrize("plan", ["sound", "faulty", "unread", "misspelt", "loop", "empty", "hidden"])
Reports = Mapping[str, Report]


def told(style: str, report: Report) -> str:
    text = module("generator.reporters", style).format(report)
    assert isinstance(text, str)
    return text


@PLANS
@pytest.mark.parametrize("style", names("generator.reporters"))
def test_every_format_tells_of_every_plan_and_always_alike(reports: Reports, style: str, plan: str) -> None:
    report = reports[plan]
    assert told(style, report) == told(style, report)
    assert "\x1b" not in told(style, report)
    for finding in report.findings:
        assert finding.rule in told(style, report)


def text_of(*more: str) -> dict[str, Any]:
    properties = {name: {"type": "string", "minLength": 1} for name in ("text", *more)}
    return {"type": "object", "required": ["text"], "properties": properties, "additionalProperties": False}


LEVEL = {"enum": ["none", "note", "warning", "error"]}
RULE = {
    "type": "object",
    "required": ["id", "shortDescription", "help", "defaultConfiguration"],
    "properties": {
        "id": {"type": "string"},
        "shortDescription": text_of("markdown"),
        "fullDescription": text_of("markdown"),
        "help": text_of("markdown"),
        "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}, "additionalProperties": False},
        "properties": {"type": "object", "properties": {"tags": {"type": "array", "uniqueItems": True}}},
    },
    "additionalProperties": False,
}
NUMBER = {"type": "integer", "minimum": 1}
REGION = {
    "type": "object",
    "properties": dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), NUMBER),
    "additionalProperties": False,
}
ARTIFACT = {
    "type": "object",
    "required": ["uri"],
    "properties": {
        "uri": {"type": "string", "pattern": r"^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$"},
        "uriBaseId": {"type": "string"},
    },
    "additionalProperties": False,
}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "properties": {"artifactLocation": ARTIFACT, "region": REGION},
            "additionalProperties": False,
        },
        "logicalLocations": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"fullyQualifiedName": {"type": "string"}},
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
SUPPRESSION = {
    "type": "object",
    "required": ["kind"],
    "properties": {
        "kind": {"enum": ["inSource", "external"]},
        "status": {"enum": ["accepted", "underReview", "rejected"]},
        "justification": {"type": "string"},
    },
    "additionalProperties": False,
}
RESULT = {
    "type": "object",
    "required": ["message"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": text_of("markdown"),
        "locations": {"type": "array", "items": LOCATION, "minItems": 1},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string", "minLength": 1}},
        "suppressions": {"type": "array", "items": SUPPRESSION, "uniqueItems": True},
        "baselineState": {"enum": ["new", "unchanged", "updated", "absent"]},
    },
    "additionalProperties": False,
}
RUN = {
    "type": "object",
    "required": ["tool"],
    "properties": {
        "tool": {
            "type": "object",
            "required": ["driver"],
            "properties": {
                "driver": {
                    "type": "object",
                    "required": ["name"],
                    "properties": {
                        "name": {"type": "string"},
                        "version": {"type": "string"},
                        "rules": {"type": "array", "items": RULE, "uniqueItems": True},
                    },
                    "additionalProperties": False,
                }
            },
            "additionalProperties": False,
        },
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "invocations": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["executionSuccessful"],
                "properties": {"executionSuccessful": {"type": "boolean"}},
            },
        },
        "results": {"type": "array", "items": RESULT},
        "properties": {"type": "object"},
    },
    "additionalProperties": False,
}
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": RUN},
    },
    "additionalProperties": False,
}
"""As much of SARIF 2.1.0 as is written, and nothing beside it."""


def sarif(report: Report) -> dict[str, Any]:
    log = json.loads(told("sarif", report))
    Draft7Validator(LOG).validate(log)
    run = log["runs"][0]
    assert isinstance(run, dict)
    return run


@PLANS
def test_sarif_declares_the_rule_of_every_result(reports: Reports, plan: str) -> None:
    run = sarif(reports[plan])
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert {"yaml-syntax", "unknown-key", "dependency-cycle", "unused-waiver"} <= {rule["id"] for rule in rules}
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["partialFingerprints"]["planpress/v1"]


@PLANS
def test_sarif_fingerprints_are_told_apart(reports: Reports, plan: str) -> None:
    found = [each["partialFingerprints"]["planpress/v1"] for each in sarif(reports[plan])["results"]]
    assert len(set(found)) == len(found)


def test_sarif_keeps_waived_findings_as_suppressed(reports: Reports) -> None:
    results = sarif(reports["faulty"])["results"]
    suppressed = [each for each in results if each["suppressions"]]
    assert [each["ruleId"] for each in suppressed] == ["duration-commitment"]
    assert suppressed[0]["suppressions"][0]["kind"] == "inSource"
    assert suppressed[0]["suppressions"][0]["justification"].startswith("Agreed <&>")
    assert len(results) == len(reports["faulty"].findings) + 1


def test_sarif_says_what_is_new_only_against_a_baseline(reports: Reports) -> None:
    report = reports["faulty"]
    assert not any("baselineState" in each for each in sarif(report)["results"])
    assert {each["baselineState"] for each in sarif(replace(report, resolved=()))["results"]} == {"new"}


@pytest.mark.parametrize(
    ("file", "root", "uri"),
    [
        ("plan/plan.yaml", "/home/a", "plan/plan.yaml"),
        ("/home/a/plan.yaml", "/home/a", "plan.yaml"),
        ("/home/a/plan.yaml", "/home/b", "file:///home/a/plan.yaml"),
        ("/home/a/plan.yaml", "", "file:///home/a/plan.yaml"),
        ("../a b#é%.yaml", "/home/a", "../a%20b%23%C3%A9%25.yaml"),
    ],
)
def test_sarif_tells_files_relative_to_where_it_ran(file: str, root: str, uri: str) -> None:
    finding = Finding("a-rule", Severity.ERROR, "m", Place(file, 1, 1, 1, 2), fingerprint="x")
    location = sarif(Report((finding,), root=root))["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == uri


@PLANS
def test_gitlab_reads_a_list_of_entries(reports: Reports, plan: str) -> None:
    entries = json.loads(told("gitlab", reports[plan]))
    assert len(entries) == len(reports[plan].findings)
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert entry["location"]["path"] == "plan/plan.yaml"
        assert entry["location"]["lines"]["begin"] >= 1


def test_gitlab_tells_the_same_fault_in_two_files_apart(reports: Reports) -> None:
    finding = reports["loop"].findings[0]
    other = replace(finding, place=finding.place._replace(file="other.yaml"))
    entries = json.loads(told("gitlab", Report((finding, other))))
    assert entries[0]["fingerprint"] != entries[1]["fingerprint"]


@PLANS
def test_junit_counts_what_it_tells(reports: Reports, plan: str) -> None:
    report = reports[plan]
    suite = ET.fromstring(told("junit", report))[0]  # noqa: S314 - written a line above
    assert int(suite.attrib["tests"]) == len(suite)
    errors = [each for each in report.findings if each.severity is Severity.ERROR]
    assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure")) == len(errors)
    skipped = len(report.not_checked) + len(report.suppressed)
    assert int(suite.attrib["skipped"]) == len(suite.findall("testcase/skipped")) == skipped
    clean = {rule.name for rule in report.ran} - {each.rule for each in report.findings}
    assert clean <= {case.attrib["name"] for case in suite}


def test_junit_fails_a_case_where_the_check_fails(reports: Reports) -> None:
    report = reports["faulty"]
    warnings = sum(each.severity is Severity.WARNING for each in report.findings)
    assert warnings
    lenient, strict = (
        ET.fromstring(told("junit", replace(report, fail_on=each)))  # noqa: S314 - as above
        for each in (Severity.ERROR, Severity.WARNING)
    )
    assert int(strict.attrib["failures"]) - int(lenient.attrib["failures"]) == warnings


@PLANS
def test_markdown_is_read_as_its_tables(reports: Reports, plan: str) -> None:
    rows = sum(token.type == "tr_open" for token in parse(told("markdown", reports[plan])))
    report = reports[plan]
    expected = sum(1 + len(each) for each in (report.findings, report.suppressed) if each)
    assert rows == expected


def test_markdown_tells_how_many_are_not_shown() -> None:
    many = tuple(Finding("a-rule", Severity.ERROR, "m", Place("p", line, 1, line, 2)) for line in range(1, 502))
    assert told("markdown", Report(many)).endswith("\n\n1 more are not shown.\n")


@PLANS
def test_json_tells_where_each_finding_stands_in_the_plan(reports: Reports, plan: str) -> None:
    report = reports[plan]
    content = json.loads(told("json", report))
    assert [each["fingerprint"] for each in content["findings"]] == [each.fingerprint for each in report.findings]
    assert len(content["suppressed"]) == len(report.suppressed)
    assert content["off"] == [rule.name for rule in report.off]
    assert content["resolved"] is None


def test_json_names_the_path_and_who_has_set_a_finding_aside(reports: Reports) -> None:
    content = json.loads(told("json", reports["faulty"]))
    assert "checkpoints.c.at" in {each["path"] for each in content["findings"]}
    assert [(each["by"], each["path"]) for each in content["suppressed"]] == [("waiver", "committed.weeks")]


def test_the_summary_says_all_that_was_looked_at(reports: Reports) -> None:
    report = reports["faulty"]
    told_ = report.summary
    assert f"{len(report.ran)} rules checked on 2 entries, {len(report.off)} off; 1 waived" in told_
    against = replace(report, resolved=("a", "b")).summary
    assert against.endswith("1 waived, 0 known to the baseline, 2 of the baseline resolved")
    assert reports["unread"].summary.endswith("not checked (the file does not read as a plan)")
