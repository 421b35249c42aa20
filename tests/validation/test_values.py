"""What a plan's values are held against: empty ones, mappings that are none."""

import pytest

from generator.findings import Finding
from generator.sources.plan_files import parse_plan
from generator.validation import validate


def findings(text: str) -> list[Finding]:
    return list(validate(parse_plan(text.encode(), "plan.yaml")).findings)


def test_a_field_without_a_value_is_as_good_as_not_written() -> None:
    assert not findings(
        "title: T\nsubtitle:\ncalendar:\ntasks:\n  a: {name: A, duration: 1d, owner: , depends_on: }\n"
    )


def test_an_id_without_an_entry_is_told_and_not_lost() -> None:
    (finding,) = findings("title: T\ntasks:\n  a:\n  b: {name: B, duration: 1d}\n")
    assert (finding.place.line, finding.message) == (3, "expected a mapping of keys to values, found nothing")
    assert finding.help == 'it needs "name"'


def test_a_role_without_a_number_is_told_and_not_lost() -> None:
    text = "title: T\nroles: {dev: {name: Dev}}\nwaves: {w: {name: W, team: {dev: }}}\n"
    assert [each.message for each in findings(text)] == ["expected a number of people, found nothing"]


def test_an_unknown_key_is_told_even_without_a_value() -> None:
    assert [each.message for each in findings("title: T\nsubtitel:\n")] == ['unknown key "subtitel"']


def test_a_bare_date_among_the_holidays_is_a_holiday() -> None:
    assert findings("title: T\nstart: 2026-01-05\ncalendar: {holidays: [2026-01-06]}\n") == []
    (finding,) = findings("title: T\nstart: 2026-01-05\ncalendar: {holidays: [2026-13-06]}\n")
    assert finding.message == '"2026-13-06" is not a date'


def test_a_text_in_place_of_an_entry_is_told_what_the_entry_needs() -> None:
    (finding,) = findings("title: T\ntasks: {a: soon}\n")
    assert finding.help == 'it needs "name"'


def test_a_file_that_is_no_plan_at_all_is_told_once() -> None:
    assert [each.message for each in findings("- a\n- b\n")] == ["a plan is a mapping of keys to values"]


def test_a_section_inside_an_entry_is_told_where_it_belongs() -> None:
    (finding,) = findings("title: T\nphases: {p: {name: P, waves: {w: {name: W}}}}\n")
    assert (finding.rule, finding.message) == ("unknown-key", 'unknown key "waves"')
    assert finding.help == '"waves" stands at the top of the plan, on a line that is not indented'


def test_a_duration_in_other_words_is_told_how_elapsed_time_is_written() -> None:
    (finding,) = findings("title: T\ntasks: {a: {name: A, duration: 21 elapsed days}}\n")
    assert finding.help == 'write a number and a unit: "5d", "2w", "16h", "90m", or "3ed" by the clock'


def test_a_list_whose_values_cannot_be_read_is_not_empty() -> None:
    calendar = '{workdays: [Mon], hours: ["9-17"], hours_on: {fri: ["9-12"]}}'
    told = [each.message for each in findings(f"title: T\ncalendar: {calendar}\n")]
    assert told == [
        '"Mon" is none of mon, tue, wed, thu, fri, sat, sun',
        '"9-17" is not a pair of times',
        '"9-12" is not a pair of times',
    ]
    assert [each.message for each in findings("title: T\ncalendar: {workdays: []}\n")] == ['"workdays" is empty']


@pytest.mark.parametrize(
    ("text", "help_text"),
    [
        ("start: 2 March 2026\n", 'write "2026-01-05"'),
        ("tasks: {a: {name: A, duration: 1d, start: Week 6 Day 2}}\n", 'write "W6D2"'),
        ("tasks: {a: {name: A, duration: 1d, start: soon}}\n", 'write "2026-01-05", or "W2D1" for a week and a day'),
        ('tasks: {a: {name: A, duration: 1d, depends_on: "b, c"}}\n', "write several in brackets: [b, c]"),
        ("tasks: {a: {name: A, duration: 1d, depends_on: b, c}}\n", "several values stand in brackets: [a, b]"),
        ("tasks: {a: {name: A, duration: 1d, owner: [b, c]}}\n", "write one value, without brackets or braces"),
        ("tasks: [a]\n", "give each an id, and write what it has behind it: id: {…}"),
        ('calendar: {hours: "9:00-17:00"}\n', 'write it in brackets: ["9:00-17:00"]'),
        ("calendar: {workdays: [Monday]}\n", 'did you mean "mon"?'),
        ("meetings: {m: {name: M, on: Monday, lasts: 1 hour, audience: all}}\n", 'did you mean "mon"?'),
        (
            "meetings: {m: {name: M, on: often, lasts: 1 hour, audience: all}}\n",
            'write daily, a day such as "fri", or several: [tue, thu]',
        ),
    ],
)
def test_a_value_of_another_kind_is_told_how_it_is_written(text: str, help_text: str) -> None:
    (finding,) = findings("title: T\n" + text)
    assert finding.help == help_text
