"""Rules that read commands: numbers, blanks, quotes, repetitions, procedures."""

import json
from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]


def checkpoint(command: str) -> str:
    return f"""title: T
tasks: {{a: {{name: A, duration: 1d}}}}
checkpoints: {{checkpoint-2: {{at: W1D1, scope: a, name: C, command: {json.dumps(command)}}}}}
"""


def rules(lines: list[str]) -> list[str]:
    return [line.rpartition("(")[2].rstrip(")") for line in lines]


@pytest.mark.parametrize(
    "command",
    [
        "t --checkpoint=1",
        "t --checkpoint 1",
        "CHECKPOINT=3 t",
        "t checkpoint-1",
        "t checkpoint_12",
        "t ::checkpoint:1",
    ],
)
def test_the_number_of_another_checkpoint_is_found(found: Found, command: str) -> None:
    assert rules(found(checkpoint(command))) == ["command-number"]


@pytest.mark.parametrize(
    "command", ["t --checkpoint=2", "t --step=1", "t checkpoints/1", "t --port=1", "t checkpoint"]
)
def test_other_numbers_are_none_of_its_business(found: Found, command: str) -> None:
    assert found(checkpoint(command)) == []


def test_a_checkpoint_without_number_counts_by_its_place(found: Found) -> None:
    plan = checkpoint("t --checkpoint=1").replace("checkpoint-2", "first")
    assert found(plan) == []
    assert rules(found(plan.replace("=1", "=2"))) == ["command-number"]


def test_a_wave_s_tests_name_the_wave_they_belong_to(found: Found) -> None:
    plan = """title: T
waves:
  wave-1: {name: One, tasks: {a: {name: A, duration: 1d}}, tests: [{level: L, covers: C, command: t --wave=2}]}
"""
    assert found(plan) == ['3:99 the command of "wave-1" says wave 2, not 1 (command-number)']


@pytest.mark.parametrize(
    ("command", "blank"),
    [
        ("ssh <host>", "<host>"),
        ("ssh deploy@<host name>", "<host name>"),
        ("t --key=YOUR_KEY", "YOUR_KEY"),
        ("t --key your-key", "your-key"),
        ("t ${TODO}", "${TODO}"),
        ("t $CHANGEME", "$CHANGEME"),
        ("t TODO", "TODO"),
        ("t --id=xxx", "xxx"),
        ("t ???", "???"),
        ("t ...", "..."),
        ("t {{ finish('a') }}", "{{ finish('a') }}"),
    ],
)
def test_a_blank_is_found(found: Found, command: str, blank: str) -> None:
    assert found(checkpoint(command)) == [f'3:68 command leaves "{blank}" open (command-placeholder)']


@pytest.mark.parametrize(
    "command",
    [
        't "$HOST"',
        "t ${HOST}",
        "psql <dump.sql >out.txt",
        "cat <in>out",
        "docker ps --format '{{.Names}}'",
        "t ./...",
        "go test ./...",
        "t todo.txt",
        "t --profile=my-app",
        "kubectl -n your.ns get pods",
    ],
)
def test_variables_files_and_redirections_are_no_blanks(found: Found, command: str) -> None:
    assert found(checkpoint(command)) == []


@pytest.mark.parametrize(
    ("command", "mark"),
    [
        ('t "a', '"'),
        ("t 'a", "'"),
        ("t 'it's'", "'"),
        ("t $(date", "$("),
        ("t `date", "`"),
        ('t "$(date"', '"'),
        ('t "a\\"', '"'),
        ("(t", "("),
    ],
)
def test_a_mark_that_is_not_closed_is_named(found: Found, command: str, mark: str) -> None:
    assert found(checkpoint(command)) == [f"3:68 command opens {mark} and does not close it (unbalanced-command)"]


@pytest.mark.parametrize(
    "command",
    [
        """t "it's" 'say "so"'""",
        't "$(psql "${URL%%\\?*}" -c "SELECT 1")"',
        "t \\' \\\"",
        "t a # don't",
        't "a # b"',
        "t 'a\\'",
        "case $x in a) t;; esac",
        "t $((1 + 2))",
        "cat <<EOF\ndon't\nEOF",
        "t ')' \"(\"",
    ],
)
def test_a_command_that_a_shell_takes_whole_is_left_alone(found: Found, command: str) -> None:
    assert found(checkpoint(command)) == []


def test_spaces_do_not_make_another_command(found: Found) -> None:
    plan = """title: T
tasks: {a: {name: A, duration: 1d}, b: {name: B, duration: 1d}}
checkpoints:
  one: {at: W1D1, scope: a, command: make  test}
  two: {at: W1D2, scope: b, command: make test}
"""
    assert rules(found(plan)) == ["command-repeated"]


def test_two_waves_may_run_the_same_smoke_tests(found: Found) -> None:
    plan = """title: T
waves:
  one: {name: One, tasks: {a: {name: A, duration: 1d}}, tests: [{level: Smoke, covers: C, command: make smoke}]}
  two: {name: Two, tasks: {b: {name: B, duration: 1d}}, tests: [{level: Smoke, covers: C, command: make smoke}]}
"""
    assert found(plan) == []


PROCEDURE = """title: T
roles: {{dev: {{name: Dev}}}}
rollbacks:
  r:
    name: R
    within: "< 5 min"
    procedure: "{procedure}"
    trigger: T
    owner: dev
    steps: [{{do: D, command: "helm rollback app 3 --wait && helm --namespace prod status", takes: 1m}}]
    verify: [{{do: V}}]
"""


@pytest.mark.parametrize("procedure", ["`helm rollback other`", "`helm  --namespace`", "Then `helm rollback app 4`"])
def test_a_procedure_that_no_step_runs_is_found(found: Found, procedure: str) -> None:
    assert rules(found(PROCEDURE.format(procedure=procedure))) == ["procedure-command"]


@pytest.mark.parametrize(
    "procedure",
    [
        "`helm rollback app 3 --wait`",
        "`helm rollback app`",
        "`helm`",
        "`kubectl get pods`",
        "helm rollback other",
        "``",
    ],
)
def test_a_procedure_may_shorten_a_step_or_speak_of_other_things(found: Found, procedure: str) -> None:
    assert found(PROCEDURE.format(procedure=procedure)) == []


STEPS = """title: T
roles: {{dev: {{name: D}}}}
rollbacks:
  r:
    name: {name}
    within: "< 1 h"
    procedure: P
    trigger: T
    owner: dev
    steps: [{{do: "{do}", command: "{command}", takes: 1m}}, {{do: Stop, command: site stop old}}]
    verify: [{{do: V, command: site look new}}]
"""


@pytest.mark.parametrize(
    ("do", "command"),
    [
        ("Switch off the feature or route.", "flags enable search"),
        ("Turn the pump off", "pumps start two"),
        ("Disable sign-up", "npm run flags -- enable sign-up"),
        ("Stop the copy of the night", "mirror resume office"),
        ("Switch the lights on", "lights disable hall"),
        ("Start the second crane", "crane stop two"),
        ("Open the valve", "valve close 4"),
        ("Revoke the keys", "keys grant crew"),
        ("Force the valve open", "flags disable valve.four.open"),
        ("Send traffic to the previous version", "traffic --to=latest"),
        ("Return to the older build", "stores release --build new"),
    ],
)
def test_a_command_that_does_the_opposite_is_found(found: Found, do: str, command: str) -> None:
    assert "command-opposite" in rules(found(STEPS.format(name="R", do=do, command=command)))


@pytest.mark.parametrize(
    ("do", "command"),
    [
        ("Switch off the feature", "flags disable search"),
        ("Stop writes", "db readonly enable"),
        ("Stop the traffic", "maintenance enable"),
        ("Stop the old one and start the new one", "site start new"),
        ("Switch off what was added", "set cache off"),
        ("Disable the route", "route set --mode=on"),
        ("Open the ticket", "ticket open --close-on-reply"),
        ("Start the clock", "stop"),
        ("Force the valve open", "flags enable valve.four.open"),
        ("Let go of what keeps the valve open, without a stop", "flags disable valve.four.open"),
        ("Go back to the old shop", "flags disable shop.new"),
        ("Send traffic to the previous version", "traffic --to=previous"),
        ("Send traffic from the old version to the latest", "traffic --to=latest"),
        ("Remove the old version", "traffic --to=latest"),
    ],
)
def test_a_command_may_do_something_else(found: Found, do: str, command: str) -> None:
    assert "command-opposite" not in rules(found(STEPS.format(name="R", do=do, command=command)))


@pytest.mark.parametrize(
    ("name", "command", "is_fault"),
    [
        ("Office back to New", "dns switch --to=old", True),
        ("Back to the new", "dns switch --target old", True),
        ("Office back to New", "dns switch --to=new", False),
        ("Office back to New", "mail send --to=crew", False),
        ("Office fails", "dns switch --to=old", False),
        ("Office back to work", "dns switch --to=old", False),
    ],
)
def test_a_rollback_leads_where_its_name_says(found: Found, name: str, command: str, *, is_fault: bool) -> None:
    plan = STEPS.format(name=name, do="Turn names", command=command)
    plan = plan.replace("{do: Stop,", "{do: Begin, command: site start new},\n      {do: Stop,")
    assert ("way-of-rollback" in rules(found(plan))) == is_fault


@pytest.mark.parametrize(
    ("command", "covers", "description", "is_fault"),
    [
        ("flowdiff --days 4", "Flows on the firewalls", "Fourteen days on both firewalls.", True),
        ("flowdiff --days=4", "Flows of 14 days on the firewalls", "14 days on both firewalls.", True),
        ("read-log --hours 2", "Flow through both pumps", "Both pumps run for six hours with full flow.", True),
        ("flowdiff --days 14", "Flows on the firewalls", "Fourteen days on both firewalls.", False),
        ("flowdiff --weeks 2", "Flows on the firewalls", "Fourteen days on both firewalls.", False),
        ("flowdiff --days 4", "Doors of the hall", "Fourteen days on both firewalls.", False),
        (
            "flowdiff --days 4",
            "Flows on the firewalls",
            "Four days in May, fourteen days in June, both firewalls.",
            False,
        ),
        ("flowdiff --all", "Flows on the firewalls", "Fourteen days on both firewalls.", False),
    ],
)
def test_a_test_looks_at_as_much_as_was_recorded(
    found: Found, command: str, covers: str, description: str, *, is_fault: bool
) -> None:
    plan = f"""title: T
waves:
  w:
    name: W
    tests: [{{level: L, covers: "{covers}", passes: P, command: {command}}}]
    tasks: {{a: {{name: Flow Capture, duration: 14ed, description: "{description}"}}}}
"""
    assert ("command-length" in rules(found(plan))) == is_fault


@pytest.mark.parametrize(
    ("passes", "command", "is_fault"),
    [
        ("Coverage in `packages/cache`", "npm test --workspace=packages/cart", True),
        ("Coverage in `packages/cache`", "pnpm --filter packages/cart test", True),
        ("Coverage in `packages/cache`", "npm test --workspace=packages/cache --workspace=packages/cart", False),
        ("Coverage in `packages/cache/lib`", "npm test -w packages/cache", False),
        ("Coverage in `packages/cache`", "npm test --workspace=$PACKAGE", False),
        ("In `packages/cache` and `packages/cart`", "npm test --workspace=packages/cart", True),
        ("In `packages/cache` and `packages/cart`", "npm test -w packages/cart -w packages/cache", False),
        ("In `packages/cache` and `packages/cart`", "npm test --workspaces", False),
        ("Coverage in `packages/cache`", "npm test --workspace=cache", False),
        ("Coverage in `packages/cache`", "npm test", False),
        ("`GET /health` answers", "npm test --workspace=packages/cart", False),
    ],
)
def test_a_test_runs_the_package_by_which_it_passes(
    found: Found, passes: str, command: str, *, is_fault: bool
) -> None:
    plan = f"""title: T
waves:
  w:
    name: W
    tests: [{{level: Unit, covers: All, passes: {json.dumps(passes)}, command: {json.dumps(command)}}}]
"""
    assert ("command-of-other-package" in rules(found(plan))) == is_fault


def test_a_procedure_is_told_the_step_that_is_nearest_to_it(helped: Found) -> None:
    plan = """title: T
rollbacks:
  r:
    name: R
    procedure: "`tool mark --done x`"
    steps: [{do: Run, command: tool run x}, {do: Mark, command: tool mark --undone x}]
"""
    assert 'a step runs "tool mark --undone x"' in helped(plan)
