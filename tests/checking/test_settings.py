"""What a plan says of the rules it is checked by."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import Enum

import pytest

from generator.checking import choose
from generator.errors import BadValueError
from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.rules._catalogue import Rule, rules
from generator.rules._file_checks import FILE_CHECKS
from generator.rules._options import read_option
from generator.rules._settings import families, tailored
from generator.snapshot import Outcome
from generator.sources.plan_files import parse_plan
from generator.validation import validate

Examined = Callable[..., Outcome]
PLAN = "title: T\ncommitted: {weeks: 3}\ntasks: {a: {name: A, duration: 2d}}\nchecks: "


def told(outcome: Outcome) -> list[str]:
    return [f"{each.place.line}:{each.place.column} {each.severity} {each.message}" for each in outcome.findings]


def severities(outcome: Outcome) -> list[Severity]:
    return [each.severity for each in outcome.findings if each.rule == "duration-commitment"]


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("{duration-commitment: off}", []),
        ("{duration-commitment: warning}", [Severity.WARNING]),
        ("{duration-commitment: {severity: info}}", [Severity.INFO]),
        ("{schedule: off}", []),
        ("{schedule: {severity: warning}}", [Severity.WARNING]),
        ("{schedule: off, duration-commitment: on}", [Severity.ERROR]),
        ("{schedule: off, duration-commitment: info}", [Severity.INFO]),
        ("{schedule: warning, duration-commitment: {}}", [Severity.WARNING]),
        ("{verification: off}", [Severity.ERROR]),
        ("{}", [Severity.ERROR]),
    ],
)
def test_a_rule_has_the_weight_that_the_plan_gives_it_or_its_family(
    examined: Examined, setting: str, expected: list[Severity]
) -> None:
    assert severities(examined(PLAN + setting)) == expected


def test_a_rule_that_is_off_is_told_as_that_and_not_as_checked(examined: Examined) -> None:
    outcome = examined(PLAN + "{duration-commitment: off}")
    assert [rule.name for rule in outcome.off] == ["duration-commitment"]
    assert "duration-commitment" not in {rule.name for rule in outcome.ran}
    assert len(outcome.ran) == len(rules()) - 1
    assert outcome.not_checked == ()


def test_a_plan_whose_errors_are_warnings_is_published(examined: Examined) -> None:
    assert not examined(PLAN + "{duration-commitment: warning}").has_errors


@pytest.mark.parametrize(
    ("setting", "line"),
    [
        ("{wave-week: off}", '4:10 error unknown rule or family "wave-week"'),
        ("{wave-weeks: warn}", '4:22 error "warn" is no level'),
        ("{wave-weeks: {severity: 3}}", '4:33 error "3" is no level'),
        ("{wave-weeks: {limit: 3}}", '4:23 error "wave-weeks" has no option "limit"'),
        ("{schedule: {limit: 3}}", '4:21 error a family has no options: "limit"'),
        ("{dependency-cycle: off}", '4:28 error "dependency-cycle" cannot be turned off: NO_DATES'),
        ("{unknown-key: {severity: info}}", '4:34 error "unknown-key" cannot be turned down: NO_DATES'),
        ("{wave-weeks: [off]}", "4:10 error expected a level or a mapping, found a list"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_setting_is_found_at_its_place(examined: Examined, setting: str, line: str) -> None:
    plan = (PLAN + setting).replace("committed: {weeks: 3}", "committed: {weeks: 1}")
    assert told(examined(plan)) == [line.replace("NO_DATES", "without it there are no dates")]


def test_a_misspelt_level_is_told_with_the_nearest(examined: Examined) -> None:
    found = {each.rule: each.help for each in examined(PLAN + "{wave-weeks: warn}").findings}
    assert found["invalid-check"] == 'did you mean "warning"?'


def test_no_setting_turns_off_what_gives_a_plan_its_dates(examined: Examined) -> None:
    loop = "title: T\ntasks: {a: {name: A, duration: 1d, depends_on: a}}\nchecks: {structure: off}\n"
    outcome = examined(loop)
    assert [each.rule for each in outcome.findings] == ["dependency-cycle"]
    assert outcome.snapshot is None


def limited(plan: Plan, *, limit: int = 44) -> Iterator[Problem]:
    """Yield the limit."""
    yield Problem(plan.pointer, str(limit))


@pytest.mark.parametrize(
    ("setting", "limit"),
    [("{limit: 7}", "7"), ("{limit: x}", "44"), ("{limt: 7}", "44"), ("{severity: info}", "44"), ("off", "44")],
)
def test_an_option_reaches_its_rule_if_it_can_be_read(setting: str, limit: str) -> None:
    plan = validate(parse_plan(f"title: T\nchecks: {{a-rule: {setting}}}\n".encode(), "plan.yaml")).plan
    assert plan is not None
    rule = Rule("a-rule", "schedule", Severity.ERROR, "page", ("plan",), {"limit": 44}, limited)
    assert [each.message for each in tailored(rule, plan).check(plan)] == [limit]


@pytest.mark.parametrize("rule", [rule for rule in rules().values() if rule.options], ids=lambda rule: rule.name)
def test_every_default_can_be_written_in_a_plan(rule: object) -> None:
    for default in rule.options.values():  # type: ignore[attr-defined]
        written = list(default) if isinstance(default, tuple | frozenset) else str(getattr(default, "value", default))
        assert read_option(written.lower() if isinstance(default, bool) else written, default) == default  # type: ignore[union-attr]


class Side(Enum):
    """An option that is one of two words."""

    LEFT = "left"
    RIGHT = "right"


@pytest.mark.parametrize(
    ("value", "default", "read"),
    [
        ("7", 44, 7),
        ("yes", False, True),
        ("0.2", 0.05, 0.2),
        ("5%", Decimal(1), Decimal("0.05")),
        ("right", Side.LEFT, Side.RIGHT),
        ("words", "", "words"),
        ("one", ("a",), ("one",)),
        (["one", "two"], (), ("one", "two")),
    ],
)
def test_an_option_is_read_as_the_kind_of_its_default(value: object, default: object, read: object) -> None:
    found = read_option(value, default)
    assert found == read
    assert type(found) is type(read)


@pytest.mark.parametrize(
    ("value", "default"),
    [("x", 44), ("1.5", 44), ("maybe", True), ("x", 0.5), ("up", Side.LEFT), (["1"], 44), ({}, ("a",)), (None, 44)],
)
def test_a_value_of_another_kind_is_refused(value: object, default: object) -> None:
    with pytest.raises(BadValueError):
        read_option(value, default)


def test_names_of_rules_families_and_file_checks_are_all_different() -> None:
    names = [*rules(), *families(), *FILE_CHECKS]
    assert len(set(names)) == len(names)


def test_rules_of_a_plan_can_be_chosen_further_on_the_command_line(examined: Examined) -> None:
    outcome = choose(examined(PLAN + "{wave-weeks: off}"), select=["verification", "wave-weeks"], ignore=[])
    assert outcome.findings == ()
    assert [rule.name for rule in outcome.off] == ["wave-weeks"]
