"""Edits are made in the text of the plan, all else stays byte for byte, and no plan is the worse for them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import commands
from generator.findings import Edit, Span
from generator.mending import difference, mend
from generator.mending.edits import edited
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

PLAN = """# begun in spring
title: Example   # a comment
roles: {developer: {name: Developer}}
tasks:
  auth: {name: Authentication, short: Auth, duration: 3d}

  db-setup: {name: Build, duration: 2d}
"""
LIVE = "{{ finish('auth') }}"


def mended(text: str) -> str:
    return mend(text.encode(), "plan.yaml").content.decode()


STYLES = {
    "summary: Auth finishes Week 1 Day 3.": f'summary: "Auth finishes {LIVE}."',
    'summary: "\\tAuth finishes Week 1 Day 3\\x2e"': f'summary: "\\tAuth finishes {LIVE}\\x2e"',
    "summary: 'It''s Auth. Auth finishes Week 1 Day 3.'": (
        f"summary: 'It''s Auth. Auth finishes {LIVE.replace(chr(39), chr(39) * 2)}.'"
    ),
    "summary: |  # so\n    Auth finishes Week 1 Day 3.\n\n    More.": (
        f"summary: |  # so\n    Auth finishes {LIVE}.\n\n    More."
    ),
    "summary: >-\n  Auth finishes Week 1\n  Day 3 for sure.": f"summary: >-\n  Auth finishes {LIVE} for sure.",
    'summary: Auth finishes Week 1 Day 3, "so"\n  \\d they say.': (
        f'summary: "Auth finishes {LIVE}, \\"so\\"\n  \\\\d they say."'
    ),
    "principles: [Auth finishes Week 1 Day 3., b]": f'principles: ["Auth finishes {LIVE}.", b]',
    "principles: Auth finishes Week 1 Day 3.": f'principles: "Auth finishes {LIVE}."',
    "summary: &a Auth finishes Week 1 Day 3.": f'summary: &a "Auth finishes {LIVE}."',
    "summary: Auth finishes Week 1 Day 3. Auth starts Week 1 Day 1.": (
        f"summary: \"Auth finishes {LIVE}. Auth starts {{{{ start('auth') }}}}.\""
    ),
}


@pytest.mark.parametrize("before", STYLES)
def test_a_literal_becomes_a_live_fact_in_every_style(before: str) -> None:
    assert mended(f"{PLAN}{before}\n") == f"{PLAN}{STYLES[before]}\n"


@pytest.mark.parametrize("before", STYLES)
def test_mending_twice_is_mending_once(before: str) -> None:
    once = mended(f"{PLAN}{before}\n")
    assert mended(once) == once


def test_the_byte_order_mark_and_line_ends_stay() -> None:
    text = f"\ufeff{PLAN}summary: |\n  Auth finishes Week 1 Day 3.\n  End".replace("\n", "\r\n")
    assert mended(text) == text.replace("Week 1 Day 3", LIVE)


MISSPELT = {
    "  login: {name: Login, duration: 1d, depends_on: auht SS+1d}": (
        "  login: {name: Login, duration: 1d, depends_on: auth SS+1d}"
    ),
    "  login: {name: Login, duration: 1d, depends_on: [auth, 'db-stup']}": (
        "  login: {name: Login, duration: 1d, depends_on: [auth, 'db-setup']}"
    ),
    "  login: {name: Login, duration: 1d, needs: {devloper: 1}}": (
        "  login: {name: Login, duration: 1d, needs: {developer: 1}}"
    ),
    "  login: {name: Login, duration: 1d, description: See `db-stup`.}": (
        "  login: {name: Login, duration: 1d, description: See `db-setup`.}"
    ),
    "  login:\n    {name: Login, duration: 1d, description: \"{{ name('db-stup') }}\"}": (
        "  login:\n    {name: Login, duration: 1d, description: \"{{ name('db-setup') }}\"}"
    ),
}


@pytest.mark.parametrize("before", MISSPELT)
def test_a_misspelt_id_is_written_right(before: str) -> None:
    assert mended(f"{PLAN}{before}\n") == f"{PLAN}{MISSPELT[before]}\n"


@pytest.mark.parametrize("reference", ["db-setup2", "quite-other", "x"])
def test_an_id_that_may_be_meant_otherwise_is_left(reference: str) -> None:
    text = f"{PLAN}  login: {{name: Login, duration: 1d, depends_on: {reference}}}\n"
    assert mended(text) == text


def test_an_id_near_to_two_is_left() -> None:
    text = "title: T\ntasks:\n  abcde-one: {name: A, duration: 1d}\n  abcdf-one: {name: B, duration: 1d}\n"
    text += "  c: {name: C, duration: 1d, depends_on: abcdg-one}\n"
    assert mended(text) == text


def test_options_that_npm_would_swallow_are_handed_on() -> None:
    command = "checkpoints:\n  checkpoint-1: {at: W1D5, scope: auth, command: npm run test --checkpoint=1}\n"
    assert mended(PLAN + command) == PLAN + command.replace("test --", "test -- --")


def test_an_edit_that_makes_a_loop_is_not_made() -> None:
    text = PLAN.replace("duration: 3d}", "duration: 3d, depends_on: db-stup}")
    text = text.replace("duration: 2d}", "duration: 2d, depends_on: auth}")
    result = mend(text.encode(), "plan.yaml")
    assert result.content.decode() == text
    assert [each.rule for each in result.left] == ["unknown-reference"]


def test_an_edit_that_does_not_hold_keeps_no_other_from_being_made() -> None:
    text = PLAN.replace("duration: 3d}", "duration: 3d, depends_on: db-stup}")
    text = text.replace("duration: 2d}", "duration: 2d, depends_on: auth, needs: {devloper: 1}}")
    result = mend(text.encode(), "plan.yaml")
    assert result.content.decode() == text.replace("devloper", "developer")
    assert len(result.left) == 1


def test_what_a_waiver_lives_with_is_left() -> None:
    text = f"{PLAN}summary: Auth finishes Week 1 Day 3.\nwaivers:\n  - {{rule: literal-fact, reason: we like it}}\n"
    assert mended(text) == text


@pytest.mark.parametrize("text", ["", "a: [", "\x00", "title: Example\n", "- a\n"])
def test_what_cannot_be_read_is_left(text: str) -> None:
    assert mended(text) == text


def test_overlapping_edits_are_not_made() -> None:
    source = parse_plan(PLAN.encode(), "plan.yaml")
    edits = [Edit(("title",), "x", Span(0, 3)), Edit(("title",), "y", Span(2, 4))]
    assert edited(source, edits) is None


def test_an_edit_of_what_is_not_there_is_not_made() -> None:
    assert edited(parse_plan(PLAN.encode(), "plan.yaml"), [Edit(("summary",), "x")]) is None


WRITERS: tuple[Callable[[str], str], ...] = (
    json.dumps,
    lambda text: json.dumps(text, ensure_ascii=False),
    lambda text: "'" + text.replace("'", "''") + "'",
    lambda text: "|-\n    " + text,
    lambda text: ">\n   " + text.replace(" and ", "\n   and "),
)
AROUND = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters='{}`<>[]"“”\ufeff'))


@given(before=AROUND, after=AROUND, write=st.sampled_from(WRITERS))
def test_whatever_stands_around_stays(before: str, after: str, write: Callable[[str], str]) -> None:
    def plan(said: str) -> bytes:
        return f"{PLAN}summary: {write(f'a{before}. Auth finishes {said}, and b{after}')}\nversion: '2'\n".encode()

    outcome = examine(parse_plan(plan("Week 1 Day 3"), "plan.yaml"))
    if not any(each.rule == "literal-fact" for each in outcome.findings):
        return
    assert mend(plan("Week 1 Day 3"), "plan.yaml").content == plan(LIVE)


def test_a_difference_names_the_lines() -> None:
    told = difference(b"\xef\xbb\xbfa\r\nb\nc", b"\xef\xbb\xbfa\r\nB\nc", "plan.yaml")
    expected = "--- plan.yaml\n+++ plan.yaml\n@@ -1,3 +1,3 @@\n a\r\n-b\n+B\n c\n\\ No newline at end of file\n"
    assert told == expected


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(f"{PLAN}summary: Auth finishes Week 1 Day 3.\n")
    return path


def test_diff_shows_and_changes_nothing(plan_file: Path) -> None:
    before = plan_file.read_bytes()
    result = CliRunner().invoke(commands, ["check", "--fix", "--diff", str(plan_file)], standalone_mode=False)
    assert result.return_value == 1
    assert f'+summary: "Auth finishes {LIVE}."' in result.stdout
    assert "1 finding can be mended" in result.stderr
    assert plan_file.read_bytes() == before


def test_fix_writes_the_file_and_checks_it(plan_file: Path) -> None:
    result = CliRunner().invoke(commands, ["check", "--fix", str(plan_file)], standalone_mode=False)
    assert result.return_value == 0
    assert "1 finding mended" in result.stderr
    assert "no findings" in result.stderr
    assert LIVE in plan_file.read_text()


def test_a_fix_keeps_a_link_to_the_plan(plan_file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(plan_file)
    CliRunner().invoke(commands, ["check", "--fix", str(link)], standalone_mode=False)
    assert link.is_symlink()
    assert LIVE in plan_file.read_text()


def test_only_rules_that_are_selected_are_mended(plan_file: Path) -> None:
    before = plan_file.read_bytes()
    CliRunner().invoke(
        commands, ["check", "--fix", "--ignore", "literal-fact", str(plan_file)], standalone_mode=False
    )
    assert plan_file.read_bytes() == before


def test_what_is_no_file_is_not_mended() -> None:
    result = CliRunner().invoke(commands, ["check", "--fix", "/dev/null"], standalone_mode=False)
    assert result.exception is not None
    assert "cannot be written back" in str(result.exception)


def test_a_read_only_plan_is_kept(plan_file: Path) -> None:
    before = plan_file.read_bytes()
    plan_file.chmod(0o444)
    result = CliRunner().invoke(commands, ["check", "--fix", str(plan_file)], standalone_mode=False)
    assert "the file is read-only" in str(result.exception)
    assert plan_file.read_bytes() == before
