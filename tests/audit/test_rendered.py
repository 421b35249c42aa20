"""A built folder is held against its plan: edits and age are told, and whatever lies in it is only read."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.audit.rendered.audit import disagreements
from generator.audit.rendered.pdf_text import pdf_text
from generator.audit.rendered.published import Published, read_published
from generator.cli import commands
from generator.publish import build_site
from generator.snapshot import Snapshot, take_snapshot

PLAN = Path(__file__).parents[1] / "plans" / "stall.yaml"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Snapshot, Path]:
    folder = tmp_path_factory.mktemp("rendered") / "build"
    outcome = build_site(PLAN, folder)
    assert outcome.snapshot is not None
    return outcome.snapshot, folder


@pytest.fixture
def copy(built: tuple[Snapshot, Path], tmp_path: Path) -> Path:
    """A folder of the same files, to be changed."""
    folder = tmp_path / "build"
    for name, content in read_published(built[1]).contents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def run(folder: Path, *arguments: str) -> Result:
    command = ["audit", str(folder), "--plan", str(PLAN), *arguments]
    return CliRunner().invoke(commands, command, standalone_mode=False, catch_exceptions=False)


@pytest.mark.parametrize("inside", ["", "docs"])
def test_a_fresh_build_has_no_finding(copy: Path, inside: str) -> None:
    assert run(copy / inside).return_value == 0


def test_a_name_may_hold_what_is_markup_elsewhere(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(
        'title: T\ntasks:\n  a: {name: "Fit <b>one</b> *big* _flue_ | door & [lock](x)", duration: 90min}\n'
    )
    outcome = build_site(plan, tmp_path / "build")
    assert outcome.snapshot is not None
    assert disagreements(read_published(tmp_path / "build"), outcome.snapshot) == ()


@pytest.mark.parametrize("name", ["Tiếng Việt", "שלום עולם", "مرحبا بالعالم"])
def test_a_name_may_be_set_in_letters_of_several_glyphs_or_from_right_to_left(tmp_path: Path, name: str) -> None:
    plan, folder = tmp_path / "plan.yaml", tmp_path / "build"
    plan.write_text(f"title: T\ntasks:\n  a: {{name: {name}, duration: 90min}}\n", encoding="utf-8")
    outcome = build_site(plan, folder)
    assert outcome.snapshot is not None
    assert disagreements(read_published(folder), outcome.snapshot) == ()
    words = pdf_text((folder / "site" / "downloads" / "quick_reference.pdf").read_bytes())
    assert words is not None
    assert ("Tiếng" in words.replace(" ", "")) == name.startswith("T")


@pytest.mark.parametrize("weeks", [30, 60])
def test_a_long_stretch_of_equal_weeks_is_told_with_its_dates(tmp_path: Path, weeks: int) -> None:
    plan, folder = tmp_path / "plan.yaml", tmp_path / "build"
    plan.write_text(
        "title: T\nstart: 2026-01-05\nroles: {dev: {name: Dev, count: 1}}\n"
        f"tasks: {{a: {{name: A, duration: {weeks}w, needs: {{dev: 1}}}}}}\n"
    )
    outcome = build_site(plan, folder, only="markdown")
    assert outcome.snapshot is not None
    assert disagreements(read_published(folder), outcome.snapshot) == ()
    last = {30: "(5 Jan–31 Jul)", 60: "(5 Jan 2026–26 Feb 2027)"}[weeks]
    assert f"Weeks 1-{weeks} {last}" in (folder / "docs" / "resources.md").read_text(encoding="utf-8")


def test_an_edited_page_is_told_with_the_words_that_differ(copy: Path) -> None:
    page = copy / "docs" / "risks.md"
    line = 1 + page.read_text().partition("A tent")[0].count("\n")
    page.write_text(page.read_text().replace("A tent", "A roof"))
    result = run(copy / "docs")
    assert result.return_value == 1
    assert f"{page}:{line}:1: error: edited by hand since the build" in result.output
    assert 'mitigation of "Rain" is "A tent" in the plan, but "A roof" here' in result.output


def test_what_a_copy_says_is_quoted_with_its_spaces(copy: Path) -> None:
    page = copy / "docs" / "executive_summary.md"
    page.write_text(page.read_text().replace("business days", "working weeks", 1))
    output = run(copy).output
    assert "business days" in output.partition("executive_summary.md says ")[2].partition(" where this says")[0]


def test_of_two_pages_the_edited_one_is_to_blame(copy: Path) -> None:
    pages = (copy / "docs" / "risks.md", copy / "docs" / "execution_strategy.md")
    for page in pages:
        text = page.read_text()
        page.write_text(text.replace("A tent", "A roof"))
        told = [line for line in run(copy / "docs").output.splitlines() if line.endswith("(two-tellings)")]
        page.write_text(text)
        assert told
        assert all(each.startswith(str(page)) for each in told)


def test_one_cell_that_is_another_makes_one_difference_of_two_copies(copy: Path) -> None:
    page = copy / "docs" / "schedule.md"
    text = page.read_text()
    first, *rows = [line.split("|") for line in text.split("\n") if line.startswith("|") and 'id="row-' in line]
    other = next(cells[2] for cells in rows if cells[2] != first[2])
    page.write_text(text.replace("|".join(first), "|".join([*first[:2], other, *first[3:]]), 1))
    told = [line for line in run(copy / "docs").output.splitlines() if line.endswith("(copies-differ)")]
    assert len(told) == 1


def test_a_picture_in_the_pdf_may_say_what_the_next_heading_says(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(
        "title: Three stages\nstart: 2026-01-05\nphases:\n"
        "  one: {name: Stage 1, label: Stage 1, weeks: 1-2, tasks: {pack: {name: Pack, duration: 5d},"
        " tell: {name: Tell, duration: 5d, start: W2D1}}}\n"
        "  two: {name: Stage 2, label: Stage 2, weeks: 3-5, depends_on: [one]}\n"
        "  three: {name: Stage 3, label: Stage 3, weeks: 7, depends_on: [two],"
        " tasks: {hand: {name: Hand over, duration: 5d, start: W7D1}}}\nwaves:\n"
        "  first: {phase: two, name: Ring 0, label: Ring 0, weeks: 3,"
        " tasks: {audit: {name: Audit, duration: 5d, start: W3D1}}}\n"
        "  second: {phase: two, name: Ring 1, label: Ring 1, weeks: 4-5, depends_on: [first],"
        " tasks: {enforce: {name: Enforce, duration: 10d, start: W4D1}}}\n"
    )
    outcome = build_site(plan, tmp_path / "build")
    assert outcome.snapshot is not None
    assert disagreements(read_published(tmp_path / "build"), outcome.snapshot) == ()


def test_what_is_no_number_of_people_is_told(tmp_path: Path) -> None:
    plan, name = tmp_path / "plan.yaml", "site/downloads/load.csv"
    plan.write_text(
        "title: T\nroles: {cook: {name: Cook}}\ntasks: {soup: {name: Soup, duration: 1d, needs: {cook: 2}}}\n"
    )
    outcome = build_site(plan, tmp_path / "build")
    published, snapshot = read_published(tmp_path / "build"), outcome.snapshot
    assert snapshot is not None
    head, cells = (line.split(",") for line in published.contents[name].decode().splitlines())
    for number in ("NaN", "sNaN", "-Infinity", "1e999999999", "9" * 5000, "٣", ""):
        cells[head.index("over_by")] = number
        content = "\n".join((",".join(head), ",".join(cells))).encode()
        found = disagreements(with_content(published, name, content), snapshot)
        assert ("wrong-load", 2) in {(each.rule, each.place.line) for each in found}


def test_lines_put_in_and_taken_out_are_told_where_they_are(copy: Path) -> None:
    page = copy / "docs" / "risks.md"
    lines = page.read_text().split("\n")
    gone = next(at for at, line in enumerate(lines) if "A tent" in line)
    page.write_text("\n".join([*lines[:4], "Added.", "Too.", *lines[4:gone], *lines[gone + 1 :]]))
    output = run(copy / "docs").output
    assert f"{page}:5:1: error: edited by hand since the build: 2 lines added" in output
    assert f"{page}:{gone + 3}:1: error: edited by hand since the build: 1 line taken out here" in output


def test_many_equal_lines_are_compared_in_no_time(copy: Path) -> None:
    page = copy / "docs" / "risks.md"
    page.write_text(page.read_text() + "\n" * 150_000 + "end")
    assert "150000 lines added" in run(copy / "docs").output


def test_a_build_from_an_older_plan_is_stale(copy: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(PLAN.read_text().replace("A tent", "A roof"))
    command = ["audit", str(copy), "--plan", str(plan)]
    output = CliRunner().invoke(commands, command, standalone_mode=False).output
    assert f"the build is stale: {plan} says something else since" in output
    assert "edited by hand" not in output


def test_a_comment_in_the_plan_makes_no_build_stale(copy: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(f"# a remark\n{PLAN.read_text()}")
    command = ["audit", str(copy), "--plan", str(plan)]
    assert CliRunner().invoke(commands, command, standalone_mode=False).return_value == 0


def test_a_strange_and_a_missing_file_are_told(copy: Path) -> None:
    (copy / "docs" / "more.md").write_text("# More\n")
    (copy / "docs" / "risks.md").unlink()
    output = run(copy).output
    assert "not written by the build" in output
    assert "docs/risks.md is gone since the build" in output


def test_docs_alone_are_held_against_the_plan(copy: Path, tmp_path: Path) -> None:
    page = tmp_path / "alone.md"
    page.write_text((copy / "docs" / "risks.md").read_text().replace("A tent", "A roof"))
    assert 'but "A roof" here' in run(page).output


@pytest.mark.parametrize(
    "altered",
    [
        "**The plan does**: A gas boiler with floor heating.",
        "- **Heating**: A heat pump without floor heating. *Delivers* warmth.",
        "A heat pump with floor heating. Eleven trees, nothing that is not poisonous.",
    ],
)
def test_each_sentence_is_held_against_the_texts_of_the_plan(altered: str, tmp_path: Path) -> None:
    plan, page = tmp_path / "plan.yaml", tmp_path / "page.md"
    texts = "A heat pump with floor heating. Eleven trees, nothing that is poisonous."
    plan.write_text(f'title: T\ntasks:\n  a: {{name: Fit the flue, duration: 1d, description: "{texts}"}}\n')
    snapshot = take_snapshot(plan).snapshot
    assert snapshot is not None
    page.write_text(f"# T\n\n{texts}\n\n{altered}\n")
    found = disagreements(read_published(page), snapshot)
    assert [(each.rule, each.place.line) for each in found] == [("altered-text", 5)]


def test_a_list_of_names_is_no_altered_name(tmp_path: Path) -> None:
    plan, page = tmp_path / "plan.yaml", tmp_path / "page.md"
    plan.write_text(
        "title: T\ntasks:\n  a: {name: Rough Cut, duration: 1d}\n  b: {name: Screening for the Fund, duration: 1d}\n"
        "waves: {c: {name: Strike and Rough Cut, tasks: {d: {name: Strike, duration: 1d}}}}\n"
    )
    snapshot = take_snapshot(plan).snapshot
    assert snapshot is not None
    page.write_text("# T\n\nThere are 2 critical: Rough Cut and Screening for the Fund.\n")
    assert not disagreements(read_published(page), snapshot)


def test_a_name_before_its_bound_is_no_altered_name(tmp_path: Path) -> None:
    plan, page = tmp_path / "plan.yaml", tmp_path / "page.md"
    plan.write_text(
        "title: T\nalerts: {a: {name: Connection success, threshold: < 97 %}}\n"
        "principles: [Connection success below 97 %]\n"
    )
    snapshot = take_snapshot(plan).snapshot
    assert snapshot is not None
    page.write_text("# T\n\n## Connection success < 97 %\n\n## Connection failure below 97 %\n")
    found = disagreements(read_published(page), snapshot)
    assert [(each.rule, each.place.line) for each in found] == [("altered-text", 5)]


def test_links_that_lead_out_of_the_folder_are_not_followed(copy: Path, tmp_path: Path) -> None:
    outside = tmp_path / "secret.md"
    outside.write_text("# Secret\n")
    (copy / "docs" / "link.md").symlink_to(outside)
    assert "docs/link.md" not in read_published(copy).contents


@pytest.mark.parametrize("seed", range(40))
def test_mutated_bytes_are_only_findings(built: tuple[Snapshot, Path], seed: int) -> None:
    published, chance = read_published(built[1]), random.Random(seed)  # noqa: S311 - reproducible, not secret
    name = chance.choice(sorted(published.contents))
    content = bytearray(published.contents[name])
    for _ in range(chance.randint(1, 60)):
        at = chance.randrange(len(content))
        piece = chance.choice(
            [b"|", b"<", b">", b"\n", b"\x00", b"\xff", b"(", b"](", b'"', b"0", b"9" * 30, b"~~~\n", b"[" * 40]
        )
        content[at : at + chance.randint(0, 8)] = piece
    found = disagreements(with_content(published, name, bytes(content)), built[0])
    assert all(finding.place.line >= 1 and finding.place.column >= 1 for finding in found)
    assert found


def with_content(published: Published, name: str, content: bytes) -> Published:
    return replace(published, contents={**published.contents, name: content})


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7", b"%PDF-1.7\n1 0 obj\n<</Type/Pages/Kids[1 0 R]>>\nendobj", b"(" * 5000]
)
def test_what_is_no_pdf_has_no_text(content: bytes) -> None:
    assert not pdf_text(content)


def test_a_chart_whose_live_form_is_not_there_is_told(built: tuple[Snapshot, Path]) -> None:
    published = read_published(built[1])
    name = min(each for each in published.named("docs/assets/charts/") if each.endswith(".js"))
    rest = {each: content for each, content in published.contents.items() if each != name}
    found = disagreements(replace(published, contents=rest), built[0], frozenset({"edited-file"}))
    assert found
    assert all(name.removeprefix("docs/") in each.message for each in found)
