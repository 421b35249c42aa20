"""Only what is new since the baseline counts."""

import json
from collections.abc import Callable

import pytest

from generator.checking import baseline_text, compare, read_baseline
from generator.errors import PlanpressError
from generator.snapshot import Outcome

Examined = Callable[..., Outcome]
PLAN = "title: T\ncommitted: {weeks: 3}\ntasks: {a: {name: A, duration: 2d}}\n"
MORE = PLAN + "checkpoints: {c: {at: W1D1, scope: a}}\n"


def test_what_is_known_counts_no_longer_even_when_it_has_moved(examined: Examined) -> None:
    known = read_baseline(baseline_text(examined(PLAN)), "b.json")
    compared = compare(examined("# moved\n\n" + PLAN), known)
    assert compared.outcome.findings == ()
    assert {each.by for each in compared.outcome.suppressed} == {"baseline"}
    assert compared.resolved == ()


def test_what_is_new_counts(examined: Examined) -> None:
    known = read_baseline(baseline_text(examined(PLAN)), "b.json")
    rules = {each.rule for each in compare(examined(MORE), known).outcome.findings}
    assert "checkpoint-before-work" in rules
    assert "duration-commitment" not in rules


def test_what_is_mended_is_told(examined: Examined) -> None:
    known = read_baseline(baseline_text(examined(PLAN)), "b.json")
    compared = compare(examined(PLAN.replace("weeks: 3", "weeks: 1")), known)
    assert [each.path for each in compared.resolved] == ["committed.weeks"]


def test_what_is_waived_or_could_not_be_checked_is_not_mended(examined: Examined) -> None:
    known = read_baseline(baseline_text(examined(PLAN)), "b.json")
    waived = examined(PLAN + "waivers: [{rule: duration-commitment, reason: x}]\n")
    broken = examined(PLAN.replace("2d}", "2d, depends_on: a}"))
    assert compare(waived, known).resolved == compare(broken, known).resolved == ()


def test_what_keeps_a_plan_from_having_dates_is_never_known(examined: Examined) -> None:
    broken = examined(PLAN.replace("2d}", "2d, depends_on: a}"))
    entries = [
        {key: getattr(each, key) for key in ("fingerprint", "rule", "path", "message")} for each in broken.findings
    ]
    known = read_baseline(json.dumps({"format_version": 1, "findings": entries}), "b.json")
    assert [each.rule for each in compare(broken, known).outcome.findings] == ["dependency-cycle"]
    with pytest.raises(PlanpressError, match="without dates"):
        baseline_text(broken)


def test_a_baseline_is_in_an_order_that_lines_do_not_change(examined: Examined) -> None:
    one, two = MORE.splitlines(keepends=True)[1], MORE.splitlines(keepends=True)[2]
    assert baseline_text(examined(MORE)) == baseline_text(examined(f"title: T\n{two}{one}" + MORE.splitlines()[3]))


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "1", "{}", '{"format_version": 2, "findings": []}', '{"format_version": 1}', "[" * 100_000,
        '{"format_version": 1, "findings": [{"rule": "x"}]}', '{"format_version": 1, "findings": [1]}',
    ],
)  # fmt: skip
def test_what_is_no_baseline_is_told_as_that(text: str) -> None:
    with pytest.raises(PlanpressError, match=r'"b\.json" is no baseline'):
        read_baseline(text, "b.json")
