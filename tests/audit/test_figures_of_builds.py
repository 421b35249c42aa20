"""What documents tell of the whole plan is held against plan and schedule, also where no copy lies beside it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.audit.rendered.audit import disagreements
from generator.audit.rendered.bars import Bar, off_the_axis
from generator.audit.rendered.published import Published, read_published
from generator.findings import Place
from generator.publish import build_site
from generator.snapshot import Snapshot

PLAN = Path(__file__).parents[2] / "plan" / "plan.yaml"

Built = tuple[Snapshot, Published]

EDITS = [
    ("wrong-sequence", "quick_reference", r"\n\| Rate Limit Exhaustion [^\n]*", ""),
    ("wrong-sequence", "quick_reference", r"(\| Integration Com[^\n]*\n)(\| Schema Conflicts [^\n]*\n)", r"\2\1"),
    ("wrong-sequence", "risks", r"(\n\| \[Schema Conflicts\][^\n]*)(\n\| \[API Breaking[^\n]*)", r"\2\1"),
    ("wrong-sequence", "schedule", r"(\n\| 3 \| Mon 19 Jan[^\n]*)", r"\1\1"),
    ("wrong-line", "quick_reference", "- Cache Hit Rate: > 70%", "- Cache Hit Rate: > 75%"),
    ("wrong-line", "quick_reference", "Time: < 500ms", "Time: < 500s"),
    ("wrong-line", "quick_reference", "Reviews[*][*]: Friday", "Reviews**: Thursday"),
    ("wrong-line", "quick_reference", r"Integration \(Weeks 3-5", "Integration (Weeks 3-4"),
    ("wrong-line", "quick_reference", "Wave 2 → Wave 4", "Wave 2 → Wave 5"),
    ("wrong-line", "quick_reference", r"[*][*]Week 2[*][*]: API", "**Week 3**: API"),
    ("wrong-line", "risks", r"(\n\| 1 \| [^|]* \| )\[Priya Nair\]", r"\1[Mei Chen]"),
    ("wrong-figure", "quick_reference", "25 business days", "24 business days"),
    ("wrong-figure", "schedule", "11 tasks in a row", "12 tasks in a row"),
    ("wrong-figure", "index", ">13 people<", ">12 people<"),
    ("wrong-figure", "index", ">5 wave teams<", ">6 wave teams<"),
    ("wrong-box", "quick_reference", "E2E, Errors, Polish", "E2E, Errors, Redis"),
    ("wrong-box", "quick_reference", "Week 4-5: ", "Week 3-5: "),
    ("wrong-outline", "quick_reference", r"\n- Detailed rollback procedures", ""),
    ("wrong-value", "waves/wave-3", r"after \[Wave 2\]\([^)]*\)", "after [Wave 1](wave-1.md#wave-wave-1)"),
    ("wrong-value", "waves/wave-3", "2-3 × Developer, led", "2-4 × Developer, led"),
    ("wrong-value", "decisions", "The arrow holds", "The arrow does not hold"),
    ("wrong-value", "monitoring", r"(\*\*Guards\*\*: .*), < 500ms", r"\1, < 50ms"),
    ("wrong-value", "communication", "Friday, 1 hour", "Friday, 2 hours"),
    ("wrong-bar", "waves/wave-3", r'(<rect x="259.6" y="99.3" width=)"69"', r'\1"51.8"'),
    ("wrong-sum", "resources", r"Specialist\) = 6-9", "Specialist) = 5-9"),
    ("wrong-sum", "rollbacks", "3 minutes gone by", "4 minutes gone by"),
    ("wrong-staffing", "resources", r"\| 6-8 of 8", "| 5-8 of 8"),
    ("wrong-staffing", "resources", r"\| - \| - \| 3 of 2-3", "| - | - | 2 of 2-3"),
    ("wrong-staffing", "quick_reference", r"Phase 2 \| 6-9", "Phase 2 | 6-8"),
    ("wrong-chance", "certainty", r"\| 27.2 \|", "| 27.9 |"),
    ("wrong-chance", "certainty", r"2026\) in 4%", "2026) in 14%"),
    ("wrong-score", "schedule_quality", "11 pass", "12 pass"),
    ("wrong-score", "schedule_quality", "94.7%", "84.7%"),
    ("wrong-contact", "on_call", r"DevOps: \[rafael", "DevOps: [rafa"),
]

NAMESAKES = """title: T
waves:
  w: {name: W, tasks: {t: {name: T1, duration: 5d}}}
targets:
  lag: {name: Replication lag, threshold: "< 5 s"}
alerts:
  lag: {name: Replication lag, threshold: "> 30 s for 5 min"}
"""
ALERT_LINE = r"(\n- \*\*\[Replication lag\][^\n]*): > 30 s"


@pytest.fixture(scope="module")
def namesakes(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("namesakes")
    (folder / "plan.yaml").write_text(NAMESAKES, encoding="utf-8")
    outcome = build_site(folder / "plan.yaml", folder / "build")
    assert outcome.snapshot is not None
    return outcome.snapshot, read_published(folder / "build")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    output = tmp_path_factory.mktemp("figures") / "build"
    outcome = build_site(PLAN, output)
    assert outcome.snapshot is not None
    return outcome.snapshot, read_published(output)


@pytest.mark.parametrize(("rule", "page", "pattern", "other"), EDITS)
def test_a_statement_is_held_against_the_plan(built: Built, rule: str, page: str, pattern: str, other: str) -> None:
    snapshot, published = built
    name = f"docs/{page}.md"
    text = published.contents[name].decode()
    edited, count = re.subn(pattern, other, text, count=1)
    assert count
    docs = {each: content for each, content in published.contents.items() if each.startswith("docs/")}
    found = disagreements(replace(published, contents={**docs, name: edited.encode()}), snapshot)
    first = next(at for at, pair in enumerate(zip(text, edited, strict=False)) if pair[0] != pair[1])
    line = text.count("\n", 0, first) + 1
    assert [each for each in found if each.rule == rule and abs(each.place.line - line) <= 1]


def test_every_document_is_sound_by_itself(built: Built) -> None:
    snapshot, published = built
    for name, content in published.contents.items():
        if name.endswith(".md") and not name.startswith("docs/guide/"):
            alone = f"docs/{Path(name).name}"
            one = Published(published.root, published.root, {alone: content}, frozenset({alone}))
            assert [f"{name}: {each.message}" for each in disagreements(one, snapshot)] == []


def test_the_table_of_loads_tells_whom_tasks_need(built: Built) -> None:
    snapshot, published = built
    name = "site/downloads/load.csv"
    edited = re.sub(rb"(W1D3,[^,]*,5,)6,", rb"\g<1>7,", published.contents[name], count=1)
    assert edited != published.contents[name]
    found = disagreements(replace(published, contents={**published.contents, name: edited}), snapshot)
    assert "wrong-load" in {each.rule for each in found}


def test_a_target_and_an_alert_may_have_one_name(namesakes: Built) -> None:
    snapshot, published = namesakes
    assert disagreements(published, snapshot) == ()


@pytest.mark.parametrize(
    ("name", "pattern", "other"),
    [
        ("on_call", ALERT_LINE, r"\1: > 40 s"),
        ("quick_reference", "(- Replication lag): < 5 s", r"\1: > 30 s for 5 min"),
    ],
)
def test_each_of_two_namesakes_is_held_against_its_own_bound(
    namesakes: Built, name: str, pattern: str, other: str
) -> None:
    snapshot, published = namesakes
    file = f"docs/{name}.md"
    edited, count = re.subn(pattern, other, published.contents[file].decode(), count=1)
    assert count
    docs = {each: content for each, content in published.contents.items() if each.startswith("docs/")}
    found = disagreements(replace(published, contents={**docs, file: edited.encode()}), snapshot)
    assert "wrong-line" in {each.rule for each in found}


def test_a_wave_may_have_the_name_of_its_task(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(
        "title: T\nphases:\n  p: {name: Moves, tasks: {q: {name: Sweep, duration: 5d}}}\n"
        "waves:\n  w: {phase: p, name: Group 1, label: Group 1, tasks: {t: {name: Group 1, duration: 1d}}}\n",
        encoding="utf-8",
    )
    outcome = build_site(tmp_path / "plan.yaml", tmp_path / "build")
    assert outcome.snapshot is not None
    assert disagreements(read_published(tmp_path / "build"), outcome.snapshot) == ()


def bars(*days: tuple[int, int], scale: float = 6.634) -> list[Bar]:
    """Bars as a picture has them, rounded to a tenth."""
    at = Place("schedule.md", 1, 1, 1, 2)
    return [
        Bar(f"{first}", round(18 + scale * first, 1), round(scale * (last - first), 1), 13.4, first, last, at)
        for first, last in days
    ]


def test_short_bars_far_apart_do_not_make_long_ones_wrong() -> None:
    drawn = bars((0, 26), (28, 47), (50, 51), (57, 58), (64, 65), (71, 72), (71, 72), (77, 89))
    assert list(off_the_axis(drawn)) == []


def test_a_bar_off_the_axis_is_found_among_short_ones() -> None:
    drawn = bars((0, 26), (28, 47), (50, 51), (57, 58), (64, 65), (71, 72), (71, 72), (77, 89))
    moved = replace(drawn[1], x=drawn[1].x + 6.6)
    assert list(off_the_axis([drawn[0], moved, *drawn[2:]])) == [moved]
