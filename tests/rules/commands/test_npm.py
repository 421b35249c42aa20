"""npm's options: which it keeps for itself, and how the command should be written."""

from collections.abc import Callable

import pytest

from generator.rules.commands._npm import mended

Found = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("npm run a --checkpoint=1", "npm run a -- --checkpoint=1"),
        ("npm test --fast", "npm test -- --fast"),
        ("npm run-script a x --deep y", "npm run-script a x -- --deep y"),
        ("npm run a --one --two=2", "npm run a -- --one --two=2"),
        ("npm run a --one -- --two", "npm run a -- --one --two"),
        ("npm run a --one --silent", "npm run a --silent -- --one"),
        ("npm run a --one --workspace api --two", "npm run a --workspace api -- --one --two"),
        ("npm --prefix web run a --one", "npm --prefix web run a -- --one"),
        ("CI=1 npm run a --one && npm run b --two", "CI=1 npm run a -- --one && npm run b -- --two"),
        ("npm run a --one > out.txt 2>&1", "npm run a -- --one > out.txt 2>&1"),
        ("npm run a --one | tee log", "npm run a -- --one | tee log"),
        ("cd web\nnpm run a --one\nls", "cd web\nnpm run a -- --one\nls"),
        ('npm run a --name="one two"', 'npm run a -- --name="one two"'),
        ("(npm run a --one)", "(npm run a -- --one)"),
        ("npm init vite --template vue", "npm init vite -- --template vue"),
    ],
)
def test_a_command_is_mended_so_that_the_script_gets_its_options(written: str, meant: str) -> None:
    assert mended(written) == meant
    assert mended(meant) == meant


@pytest.mark.parametrize(
    "command",
    [
        "npm run a",
        "npm run a b c",
        "npm run a --workspace=api --if-present",
        "npm run a -w api -- --one",
        "npm install --save-dev x",
        "npm --version",
        "npm",
        "yarn run a --one",
        "pnpm run a --one",
        "npx tool --one",
        "echo npm run a --one",
        "echo 'npm run a --one'",
        "npm run a # --one",
        "npm exec -- tool --one",
    ],
)
def test_what_npm_should_read_itself_and_what_others_run_is_left_alone(command: str) -> None:
    assert mended(command) == command


PLAN = """title: T
roles: {{dev: {{name: Dev}}}}
tasks: {{a: {{name: A, duration: 1d}}}}
checkpoints: {{k: {{at: W1D1, scope: a, command: {command}}}}}
waves: {{w: {{name: W,
  tasks: {{b: {{name: B, duration: 1d}}}},
  tests: [{{level: L, covers: C, command: {command}}}]}}}}
rollbacks:
  r:
    name: R
    within: "< 5 min"
    procedure: P
    trigger: T
    owner: dev
    steps: [{{do: D, command: {command}, takes: 1m}}]
    verify: [{{do: V, command: {command}}}]
sources: {{s: {{name: S, collects: C, steps: [{{do: D, command: {command}}}]}}}}
"""


def test_commands_are_found_wherever_a_plan_has_them(found: Found) -> None:
    lines = [line for line in found(PLAN.format(command='"npm run x --y"')) if "npm-options" in line]
    assert [line.partition(" ")[0] for line in lines] == ["4:48", "7:42", "15:30", "16:31", "17:62"]
    assert lines[0].endswith('npm keeps "--y" for itself, the script never sees it (npm-options-swallowed)')


def test_the_help_is_the_mended_command(helped: Found) -> None:
    plan = """title: T
tasks: {a: {name: A, duration: 1d}}
checkpoints: {c: {at: W1D1, scope: a, command: npm run x --y --z}}
"""
    assert helped(plan) == ["write: npm run x -- --y --z"]
