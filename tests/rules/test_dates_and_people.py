"""Rules that hold promises and checkpoints against the schedule, and prose against the plan."""

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

PLAN = """title: T
phases: {{p: {{name: P, weeks: {phase}}}}}
waves:
  w:
    name: W
    phase: p
    weeks: {wave}
    tasks:
      a: {{name: A, duration: 4d}}
      b: {{name: B, duration: 2d, depends_on: a}}
"""


@pytest.mark.parametrize(
    ("phase", "wave", "rules"),
    [
        ("1-2", "1-2", []),
        ("1", "1-2", ["wave-outside-phase"]),
        ("1-3", "1-2", ["phase-weeks"]),
        ("1-2", "1", ["wave-weeks", "task-outside-wave"]),
        ("1-3", "1-3", ["wave-weeks"]),
        ("1", "1", ["task-outside-wave"]),
    ],
)
def test_each_broken_promise_is_told_where_it_breaks(found: Found, phase: str, wave: str, rules: list[str]) -> None:
    lines = found(PLAN.format(phase=phase, wave=wave))
    assert [line.rpartition("(")[2].rstrip(")") for line in lines] == rules


def test_a_wave_without_weeks_of_its_own_is_held_against_its_phase(found: Found) -> None:
    plan = PLAN.format(phase="1", wave="1").replace("    weeks: 1\n", "")
    assert found(plan) == ['6:12 "w" runs in weeks 1-2, outside "p" (week 1) (line 2) (wave-outside-phase)']


def test_a_task_outside_its_wave_says_what_it_waits_for(found: Found, helped: Found) -> None:
    plan = PLAN.format(phase="1", wave="1")
    assert found(plan) == ['10:7 "b" is done Week 1 Day 5 to Week 2 Day 1, outside "w" (week 1) (task-outside-wave)']
    assert helped(plan) == ['it waits for "a": shorten the way there, or commit the wave to weeks 1-2']


def test_a_wave_without_tasks_promises_what_it_likes(found: Found) -> None:
    assert found("title: T\nphases: {p: {name: P, weeks: 1-2}}\nwaves: {w: {name: W, phase: p, weeks: 1-2}}\n") == []


COMMITTED = """title: T
start: 2026-01-08
calendar: {{holidays: [{{date: 2026-01-09}}]}}
committed: {{weeks: {weeks}, workdays: {workdays}, finish: {finish}}}
tasks: {{a: {{name: A, duration: 3d}}}}
"""


def test_committed_totals_that_hold_are_silent(found: Found) -> None:
    assert found(COMMITTED.format(weeks=2, workdays=3, finish="2026-01-13")) == []


def test_each_committed_total_is_held_against_the_schedule(found: Found) -> None:
    assert found(COMMITTED.format(weeks=1, workdays=4, finish="2026-01-12")) == [
        "4:20 the plan takes 2 weeks (from W1D4 to W2D2), committed are 1 (duration-commitment)",
        "4:33 the plan takes 3 workdays (from W1D4 to W2D2), committed are 4 (duration-commitment)",
        '4:44 the plan finishes 2026-01-13 with "a", committed is 2026-01-12 (duration-commitment)',
    ]


def test_a_committed_finish_needs_a_start(found: Found) -> None:
    plan = "title: T\ncommitted: {finish: 2026-02-01}\ntasks: {a: {name: A, duration: 3d}}\n"
    assert found(plan) == ["2:21 a finish is committed in a plan without a start (duration-commitment)"]


TEAM = """title: T
roles: {{developer: {{name: D}}, specialist: {{name: S, counts_as: developer}}}}
phases: {{p: {{name: P, team: {{specialist: 1}}, team_total: {{developer: {total}}}}}}}
waves:
  one: {{name: One, phase: p, team: {{developer: 2-3}}, tasks: {{a: {{name: A, duration: 5d}}}}}}
  two: {{name: Two, phase: p, team: {{developer: 2}}, depends_on: one, tasks: {{b: {{name: B, duration: 5d}}}}}}
"""


def test_waves_one_after_the_other_do_not_add_up(found: Found) -> None:
    assert found(TEAM.format(total="3-4")) == []


def test_a_wrong_total_says_who_is_at_work_at_the_peak(found: Found, helped: Found) -> None:
    plan = TEAM.format(total="4-5")
    assert found(plan) == ['3:70 "developer" in "p" peaks at 3-4, committed are 4-5 (team-total)']
    assert helped(plan) == ['at the peak, Week 1 Day 1: 2-3 of "one" + 1 of "p" (specialist)']


CHECKED = """title: T
start: 2026-01-05
tasks: {{a: {{name: A, duration: 6d}}, b: {{name: B, duration: 5d}}}}
waves: {{w: {{name: W, tasks: {{c: {{name: C, duration: 6d}}}}}}}}
checkpoints: {{k: {{at: {at}, scope: [a, b, w]}}}}
"""


def test_a_checkpoint_that_is_a_little_too_early_is_told_at_its_day(found: Found, helped: Found) -> None:
    plan = CHECKED.format(at="W1D5")
    assert found(plan) == ['5:23 "k" (Week 1 Day 5) tests "a", which finishes Week 2 Day 1 (checkpoint-before-work)']
    assert helped(plan)[0] == "move it to W2D1 or later, or test what is finished by then"


@pytest.mark.parametrize("at", ["W2D1", "2026-01-12", "2026-01-13"])
def test_a_checkpoint_at_the_end_of_the_last_day_tests_finished_work(found: Found, at: str) -> None:
    assert found(CHECKED.format(at=at)) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ finish('bild') }}", '2:22 unknown id "bild"'),
        ("{{ finsh('a') }}", '2:14 unknown fact "finsh"'),
        ("{{ finish('a', 'b') }}", '2:11 "finish" takes 1 argument, not 2'),
        ("{% if x %}", "2:11 not a live fact"),
        ("{{ a", "2:11 not a live fact"),
        ("{{ a.__class__ }}", "2:11 not a live fact"),
    ],
)
def test_what_cannot_be_filled_in_is_found(found: Found, text: str, message: str) -> None:
    lines = found(f'title: T\nsummary: "{text}"\ntasks: {{a: {{name: A, duration: 1d}}}}\n')
    assert len(lines) == 1
    assert lines[0].startswith(message)
    assert lines[0].endswith("(unknown-fact)")


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JAVA&#115;CRIPT:alert(1))",
        "[x]\n\n[x]: data:text/html,x",
        "<vbscript:x>",
        "[x](ftp://example.org)",
        "![x](https://example.org/x.png)",
        "* a list\n* [x](file:///etc/passwd)",
        "[x](docs/guide.md)",
        "[x](../up.pdf)",
        "[x](#risk-rain)",
        "[x](/root)",
        "[x]()",
    ],
)
def test_links_that_do_else_than_lead_to_a_page_of_the_web_are_found(found: Found, text: str) -> None:
    lines = found(f"title: T\nsummary: {text!r}\n".replace("'", '"'))
    assert [line.rpartition(" ")[2] for line in lines] == ["(unsafe-link)"]


@pytest.mark.parametrize(
    "text", ["[x](https://a.b/c.md#d)", "<https://a.b>", "[m](mailto:a@b.c)", "a < b > c: d", "`[x](file:y)`"]
)
def test_ordinary_links_and_code_are_left_alone(found: Found, text: str) -> None:
    assert found(f'title: T\nsummary: "{text}"\n') == []


def test_every_fact_of_a_text_that_cannot_be_told_is_found(found: Found) -> None:
    lines = found("""title: T
summary: "{{ name('x') }} and {{ fnish('a') }} and {{ name('a') }}"
tasks: {a: {name: A, duration: 1d}}
""")
    assert [line.split(" ", 1)[1] for line in lines] == [
        'unknown id "x" (unknown-fact)',
        'unknown fact "fnish" (unknown-fact)',
    ]
