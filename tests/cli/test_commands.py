"""The commands as a shell runs them: exit codes, streams, messages; never a traceback."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.discovery import names
from generator.rules._catalogue import rules
from generator.starter import starter_files

GOOD = """title: T
start: 2026-01-05
tasks: {a: {name: A, duration: 2d}, b: {name: B, duration: 1d, depends_on: a SS+1d}}
"""
BAD = "title: T\ncommitted: {weeks: 3}\ntasks: {a: {name: A, duration: 2d}}\ncheckpoints: {c: {at: W1D1, scope: a}}\n"


def planpress(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from generator.cli import main; main()", *arguments]
    where = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])} | more
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env=where, encoding="utf-8"
    )
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "plan.yaml").write_text(GOOD)
    (tmp_path / "bad.yaml").write_text(BAD)
    return tmp_path


def test_a_sound_plan_exits_0_and_says_what_was_checked(folder: Path) -> None:
    done = planpress(folder, "check")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"no findings; {len(rules())} rules checked on 2 entries\n"


def test_findings_exit_1_and_go_to_standard_output_with_the_path_as_typed(folder: Path) -> None:
    done = planpress(folder, "check", "./bad.yaml")
    assert done.returncode == 1
    assert done.stdout.startswith("bad.yaml:2:20: error: the plan takes 1 week")
    assert "\x1b" not in done.stdout + done.stderr
    assert done.stderr == f"\n2 errors; {len(rules())} rules checked on 2 entries\n"


@pytest.mark.parametrize("style", names("generator.reporters"))
def test_the_exit_code_is_the_same_in_every_format(folder: Path, style: str) -> None:
    assert planpress(folder, "check", "bad.yaml", "--format", style).returncode == 1
    assert planpress(folder, "check", "--format", style).returncode == 0


def test_a_report_can_be_written_to_a_file(folder: Path) -> None:
    done = planpress(folder, "check", "bad.yaml", "--format", "json", "--output", "report.json")
    assert (done.returncode, done.stdout) == (1, "")
    assert len(json.loads((folder / "report.json").read_text())["findings"]) == 2


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--select", "checkpoint-before-work"], ["checkpoint-before-work"]),
        (["--select", "schedule"], ["duration-commitment"]),
        (["--ignore", "duration-commitment"], ["checkpoint-before-work"]),
        (["--ignore", "schedule", "--ignore", "verification"], []),
    ],
)
def test_rules_and_families_can_be_chosen(folder: Path, options: list[str], found: list[str]) -> None:
    done = planpress(folder, "check", "bad.yaml", "--format", "json", *options)
    assert [each["rule"] for each in json.loads(done.stdout)["findings"]] == found
    assert done.returncode == (1 if found else 0)


def test_what_keeps_a_plan_from_having_dates_cannot_be_ignored(folder: Path) -> None:
    (folder / "loop.yaml").write_text("title: T\ntasks: {a: {name: A, duration: 1d, depends_on: a}}\n")
    done = planpress(folder, "check", "loop.yaml", "--ignore", "dependency-cycle")
    assert done.returncode == 1
    assert "depends on itself" in done.stdout
    assert "not checked (there are no dates before this is mended)" in done.stderr


FAILURES = [
    (["check", "nope.yaml"], 'no plan at "nope.yaml"', "planpress init DIR"),
    (["check", "plan/plam.yaml"], 'no plan at "plan/plam.yaml"', 'did you mean "plan.yaml"?'),
    (["check", "plan"], '"plan" is a folder', "plan/plan.yaml"),
    (["check", "."], '"." is a folder', "plan/plan.yaml"),
    (["check", "--select", "wave-week"], 'no rule "wave-week"', 'did you mean "wave-weeks"?'),
    (["check", "--format", "sarf"], "'sarf' is not one of", "text"),
    (["check", "--as-of", "monday"], '"monday" is not a date', ""),
    (["check", "--output", "no/such/report.txt"], 'cannot write "no/such/report.txt"', "No such file"),
    (["check", "--output", "plan"], 'cannot write "plan"', "directory"),
    (["schema", "--output", "plan"], 'cannot write "plan"', "directory"),
    (["schedule", "nope.yaml"], 'no plan at "nope.yaml"', ""),
    (["schedule", "--set", "tasks.a.efort=3d"], '--set tasks.a.efort=3d: unknown key "efort"', '"effort"?'),
    (["schedule", "--set", "tasks.a.duration=x"], '--set tasks.a.duration=x: "x" is not a duration', '"5d"'),
    (["schedule", "--set", "a.effort=3d"], 'the plan has no section "a"', 'write "tasks.a.effort=…"'),
    (["build", "nope.yaml"], 'no plan at "nope.yaml"', ""),
    (["serve", "nope.yaml"], 'no plan at "nope.yaml"', ""),
    (["explain", "wave-weaks"], 'no rule "wave-weaks"', 'did you mean "wave-weeks"?'),
    (["explain", "zzz"], 'no rule "zzz"', "planpress rules"),
    (["chek"], "No such command 'chek'", ""),
    (["init"], "Missing argument", ""),
    (["init", "plan/plan.yaml"], "cannot write", "plan/plan.yaml"),
]


@pytest.mark.parametrize(
    ("arguments", "message", "help_text"), FAILURES, ids=[" ".join(each[0]) for each in FAILURES]
)
def test_what_cannot_run_exits_2_with_the_reason_on_standard_error(
    folder: Path, arguments: list[str], message: str, help_text: str
) -> None:
    done = planpress(folder, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert help_text in done.stderr


@pytest.mark.parametrize(
    ("command", "output"),
    [
        (["check"], "./plan/../plan/plan.yaml"),
        (["check", "bad.yaml"], "other.yaml"),
        (["schedule"], "plan/plan.yaml"),
        (["baseline"], "link.yaml"),
        (["simulate"], "plan/plan.yaml"),
        (["schema"], "other.yaml"),
        (["audit", "told.md"], "plan/plan.yaml"),
    ],
)
def test_no_output_is_written_over_a_plan(folder: Path, command: list[str], output: str) -> None:
    (folder / "link.yaml").hardlink_to(folder / "plan" / "plan.yaml")
    (folder / "other.yaml").write_text(GOOD)
    (folder / "told.md").write_text("# Told\n")
    done = planpress(folder, *command, "--output", output)
    assert (done.returncode, done.stdout) == (2, "")
    assert f'"{Path(output)}" is a plan: nothing is written over it' in done.stderr
    assert "name another file with --output" in done.stderr
    assert (folder / output).read_text() == GOOD


@pytest.mark.parametrize(
    "command",
    [
        ["audit", "docs/told.md", "--output", "docs/told.md"],
        ["audit", "docs", "--output", "docs/told.md"],
        ["check", "--baseline", "docs/told.md", "--output", "docs/told.md"],
    ],
)
def test_no_output_is_written_over_what_a_command_reads(folder: Path, command: list[str]) -> None:
    (folder / "docs").mkdir()
    (folder / "docs" / "told.md").write_text("# Told\n")
    done = planpress(folder, *command)
    assert done.returncode == 2
    assert '"docs/told.md" is read by this command' in done.stderr
    assert (folder / "docs" / "told.md").read_text() == "# Told\n"


def test_an_output_of_an_earlier_run_is_written_over(folder: Path) -> None:
    for style in ("text", "json", "json"):
        assert planpress(folder, "check", "bad.yaml", "--format", style, "--output", "report").returncode == 1
    for command in (["schema"], ["baseline"], ["schedule"], ["simulate", "--runs", "100"]):
        assert planpress(folder, *command, "--output", "report").returncode == 0


def test_a_failed_write_leaves_the_old_file_and_no_other(folder: Path) -> None:
    (folder / "plan" / "old.json").write_text("old")
    before = sorted(path.name for path in (folder / "plan").iterdir())
    planpress(folder, "check", "nope.yaml", "--output", "plan/old.json")
    assert (folder / "plan" / "old.json").read_text() == "old"
    assert sorted(path.name for path in (folder / "plan").iterdir()) == before


def test_a_file_that_is_no_text_is_a_finding(folder: Path) -> None:
    (folder / "plan.yaml").write_bytes(b"title: \xff\n")
    done = planpress(folder, "check", "plan.yaml")
    assert (done.returncode, done.stdout.splitlines()[0]) == (
        1,
        "plan.yaml:1:8: error: byte 0xff is not UTF-8 (unreadable-file)",
    )


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    command = f"{sys.executable} -c 'from generator.cli import main; main()' rules | true"
    where = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=folder, capture_output=True, text=True, check=False, env=where
    )
    assert done.stderr == ""


def test_an_output_without_unicode_is_no_error(folder: Path) -> None:
    (folder / "plan.yaml").write_text("title: T\ntasks: {ä: {name: A, duration: 1d}}\n", encoding="utf-8")
    done = planpress(folder, "check", "plan.yaml", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "is not an id" in done.stdout


def test_an_internal_error_is_told_in_words() -> None:
    broken = (
        "import generator.cli as c, generator.checking as k; k.page = lambda name: 1 / 0; raise SystemExit(c.run({}))"
    )
    where = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    arguments = ["explain", "zero-duration"]
    quiet = [sys.executable, "-c", broken.format(arguments)]
    loud = [sys.executable, "-c", broken.format(["--debug", *arguments])]
    done = subprocess.run(quiet, capture_output=True, text=True, check=False, env=where)
    assert done.returncode == 2
    assert done.stderr.startswith("error: internal error: ZeroDivisionError: division by zero\n  help: ")
    assert "Traceback" in subprocess.run(loud, capture_output=True, text=True, check=False, env=where).stderr


def test_every_rule_is_listed_and_explained(folder: Path) -> None:
    lines = planpress(folder, "rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(rules())
    assert planpress(folder, "explain", "wave-weeks").stdout.startswith("# wave-weeks\n")


def test_the_schedule_as_csv_has_a_row_for_every_item(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(planpress(folder, "schedule", "--format", "csv").stdout)))
    assert [(row["id"], row["start"], row["finish_date"], row["drivers"]) for row in rows] == [
        ("a", "W1D1", "2026-01-06", "plan start"),
        ("b", "W1D2", "2026-01-06", "a SS+1d"),
    ]


def test_the_schedule_as_json_names_the_critical_path(folder: Path) -> None:
    content = json.loads(planpress(folder, "schedule", "--format", "json").stdout)
    assert content["format_version"] == 1
    assert content["critical_path"][-1] in {"a", "b"}
    assert content["items"][1]["drivers"] == ["a SS+1d"]


def test_the_schedule_as_a_table_shows_every_item_below_its_wave(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_bytes(starter_files()["plan/plan.yaml"])
    lines = planpress(tmp_path, "schedule", "plan.yaml").stdout.splitlines()
    assert lines[1].split() == ["item", "start", "finish", "duration", "float", "driver"]
    assert lines[2].startswith("phase-1 ")
    assert lines[4].startswith("    schema ")


def test_a_plan_without_dates_has_no_schedule(folder: Path) -> None:
    (folder / "plan.yaml").write_text("title: T\ntasks: {a: {name: A, duration: 1d, depends_on: b}}\n")
    done = planpress(folder, "schedule", "plan.yaml")
    assert done.returncode == 1
    assert 'unknown item "b"' in done.stdout


def test_the_schema_is_json(folder: Path) -> None:
    assert json.loads(planpress(folder, "schema").stdout)["$schema"].endswith("draft-07/schema#")


def test_check_starts_without_the_heavy_libraries(folder: Path) -> None:
    heavy = {"rich", "plotly", "mkdocs", "typst", "numpy"}
    code = f"import sys; from generator.cli import run; run(['check']); print(sorted({heavy!r} & set(sys.modules)))"
    where = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False, env=where
    )
    assert done.stdout == "[]\n"


def test_help_starts_without_the_model(folder: Path) -> None:
    code = "import sys; from generator.cli import run; run(['-h']); print('pydantic' in sys.modules, file=sys.stderr)"
    where = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False, env=where
    )
    assert done.stderr == "False\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_no_fault_of_the_program(folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", "from generator.cli import main; main()", "schema"],
            cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        )  # fmt: skip
    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert "internal error" not in done.stderr


def test_a_build_that_is_terminated_leaves_nothing_behind(folder: Path) -> None:
    code = """
import os, signal
from generator.publish import mkdocs
def stopped(*_):
    os.kill(os.getpid(), signal.SIGTERM)
mkdocs.running = stopped
from generator.cli import main
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", code, "build"], cwd=folder, check=False, capture_output=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert done.returncode == 128 + 15
    assert sorted(path.name for path in folder.iterdir()) == ["bad.yaml", "plan"]


def test_what_documents_are_audited_for_is_listed_and_explained(folder: Path) -> None:
    listed = planpress(folder, "rules", "--audit").stdout.splitlines()
    names = [line.split()[0] for line in listed]
    assert {"two-dates", "wrong-value"} <= set(names)
    for name in ("two-dates", "wrong-value"):
        assert planpress(folder, "explain", name).stdout.startswith(f"# {name}\n")
