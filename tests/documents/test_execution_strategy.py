"""The execution strategy: its sections, and that it reads well for any plan."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.documents.plain import plain_markdown
from generator.documents.render import headings, render_documents
from generator.snapshot import Snapshot, examine, take_snapshot
from generator.sources.plan_files import parse_plan
from generator.sources.template_files import load_templates

ROOT = Path(__file__).parent.parent.parent
SECTIONS = [
    "Detailed execution order with rationale",
    "Complete parallel execution strategies",
    "Resource allocation breakdown",
    "Comprehensive risk mitigation plans",
    "Full testing strategy by wave",
    "Detailed rollback procedures",
    "Monitoring & observability setup",
    "Decisions and assumptions",
]
ONE_TASK = "title: X\ntasks: {build: {name: Build it, duration: 3d}}"
BARE = """
title: Bare | as can be
phases: {p: {name: P, tasks: {v: {name: V, duration: 1d}}}, later: {name: Later}}
waves:
  a: {name: Alpha, tasks: {x: {name: "X | y", duration: 3d}, y: {name: Y, duration: 2d, depends_on: [x FS+1d]}}}
  b: {name: Beta, phase: p, depends_on: [a SS+1d], tasks: {z: {name: Z, duration: 1d/2d/4d, depends_on: [x FF-1d]}}}
  c: {name: Gamma, tests: [{level: Unit, covers: all}]}
tasks: {w: {name: W, duration: 1d}}
roles: {author: {name: Author}}
people: {ann: {name: Ann, role: author}}
checkpoints: {c1: {at: W3D1, scope: [a]}}
risks: {r: {name: R, impact: high, probability: low, mitigation: Care}}
rollbacks: {q: {name: Q, procedure: Undo}}
sources: {s: {name: S, collects: figures}}
targets: {t: {name: T, threshold: "> 3"}}
alerts: {u: {name: U, threshold: "> 5"}}
meetings: {m: {name: M, on: daily, lasts: 5 minutes, audience: all}}
channels: {n: {name: N}}
decisions: {d: {title: D, said: s, does: d, why: w}}
assumptions: {e: {text: E}}
criteria: {k: {text: good}}
milestones: {ms: {name: End, depends_on: [a, b]}}
quotas: {o: {name: O, shares: {a: 60%}}}
coordination: {co: {week: 1, topic: Talk}}
"""
"""One entry of every kind, with nothing but what each must have."""
PHASES = """
title: Thesis
start: 2026-03-02
phases:
  read: {name: Reading, tasks: {literature: {name: Literature, duration: 4w}}}
  write: {name: Writing, depends_on: read, tasks: {draft: {name: Draft, duration: 6w}}}
"""
EMPTY = "title: Nothing yet"

Strategy = Callable[[Snapshot], str]


def phase_five() -> Snapshot:
    found = take_snapshot(ROOT / "plan" / "plan.yaml").snapshot
    assert found is not None
    return found


def snapshot_of(text: str) -> Snapshot:
    outcome = examine(parse_plan(text.encode(), "plan.yaml"))
    assert outcome.snapshot is not None, outcome.findings
    return outcome.snapshot


def strategy(snapshot: Snapshot) -> str:
    documents = render_documents(snapshot, load_templates(ROOT))
    return next(each.markdown for each in documents if each.metadata.name == "execution_strategy")


@pytest.fixture(scope="module")
def full() -> str:
    return strategy(phase_five())


@pytest.fixture(
    scope="module",
    params=[None, ONE_TASK, BARE, PHASES, EMPTY],
    ids=["phase 5", "one task", "bare", "phases only", "empty"],
)
def rendered(request: pytest.FixtureRequest) -> str:
    return strategy(phase_five() if request.param is None else snapshot_of(request.param))


def blocks(markdown: str) -> list[str]:
    """Blocks outside code, in order."""
    prose = re.sub(r"^ *(`{3,}).*?^ *\1$", "(code)", markdown, flags=re.MULTILINE | re.DOTALL)
    return [block for block in re.split(r"\n\s*\n", prose) if block.strip()]


def tables(markdown: str) -> list[list[list[str]]]:
    """Rows of cells of every table, the rule below the head left out."""
    found = [block.strip().splitlines() for block in blocks(markdown) if block.lstrip().startswith("|")]
    return [[[cell.strip() for cell in row.strip("|").split("|")] for row in [each[0], *each[2:]]] for each in found]


def test_sections_of_a_full_plan_are_those_promised(full: str) -> None:
    assert headings(full) == SECTIONS


def test_sections_without_content_are_left_out() -> None:
    assert headings(strategy(snapshot_of(ONE_TASK))) == SECTIONS[:1]


def test_bare_entries_of_every_kind_still_make_every_section() -> None:
    assert headings(strategy(snapshot_of(BARE))) == SECTIONS


def test_nothing_reads_as_python(rendered: str) -> None:
    assert re.findall(r"\b(?:None|True|False)\b|Undefined|object at 0x|\{\{|\}\}\s", plain_markdown(rendered)) == []


def test_every_table_has_rows_of_as_many_cells_as_its_head(rendered: str) -> None:
    ragged = [
        table[0] for table in tables(rendered) if len(table) < 2 or {len(row) for row in table} != {len(table[0])}
    ]
    assert ragged == []


def test_no_table_is_wider_than_a_page_bears(rendered: str) -> None:
    heads = [table[0] for table in tables(rendered)]
    assert [head for head in heads if len(head) > 7] == []


def test_no_column_is_empty(rendered: str) -> None:
    columns = [column for table in tables(rendered) for column in zip(*table, strict=True)]
    assert [column[0] for column in columns if set(column[1:]) <= {"", "-"}] == []


def test_every_colon_at_the_end_of_a_block_announces_something(rendered: str) -> None:
    parts = blocks(rendered)
    dangling = [
        part
        for part, after in zip(parts, [*parts[1:], "#"], strict=True)
        if _ends_open(part) and after.startswith("#")
    ]
    assert dangling == []


def _ends_open(block: str) -> bool:
    return any(line.rstrip().endswith((":", "·", ",", "led by")) for line in block.splitlines()[-1:])


def test_no_line_of_a_list_is_empty(rendered: str) -> None:
    assert [
        line
        for line in plain_markdown(rendered).splitlines()
        if re.fullmatch(r"\s*(?:-|\d+\.|\*\*.*\*\*:?)\s*:?\s*", line) and ":" not in line
    ] == []


def test_every_heading_has_something_below_it(rendered: str) -> None:
    parts = blocks(rendered)
    levels = [len(part) - len(part.lstrip("#")) for part in parts]
    empty = [
        part
        for part, level, after in zip(parts, levels, [*levels[1:], 1], strict=True)
        if level > 1 and 0 < after <= level
    ]
    assert empty == []


def test_an_entry_has_one_anchor(rendered: str) -> None:
    found = Counter(re.findall("\ue000anchor\ue002([a-z0-9-]+)", rendered))
    assert [name for name, count in found.items() if count > 1] == []


def test_every_reference_leads_to_an_entry_of_the_strategy(rendered: str) -> None:
    targets = set(re.findall("\ue000anchor\ue002([a-z0-9-]+)", rendered))
    assert set(re.findall("\ue000ref\ue002([a-z0-9-]+)", rendered)) - targets == set()


def test_dates_stand_beside_week_and_day(full: str) -> None:
    assert "Week 2 Day 1 (Mon 12 Jan)" in full
    assert "W1D1–W1D5 (5–9 Jan)" in full


def test_plan_without_start_tells_no_dates() -> None:
    months = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    assert re.findall(rf"\b(?:{months})\b", strategy(snapshot_of(BARE))) == []


def test_rollback_tells_its_steps_with_commands_and_the_time_gone_by(full: str) -> None:
    text = plain_markdown(full)
    start = text.index("### Migration Failure")
    entry = text[start : text.index("### ", start + 5)]
    assert "3. Undo what it has done" in entry
    assert '    npx prisma migrate resolve --rolled-back "$MIGRATION"' in entry
    assert "*(30 seconds; 4 minutes gone by)*" in entry
    assert "Ingrid Solberg ([ingrid.solberg@example.com](mailto:ingrid.solberg@example.com))" in entry


def test_alert_tells_query_receiver_and_response(full: str) -> None:
    text = plain_markdown(full)
    start = text.index("#### Error rate")
    entry = text[start : text.index("#### ", start + 5)]
    assert "100 * sum(rate(http_requests_total" in entry
    assert "Diego Fernández ([diego.fernandez@example.com](mailto:diego.fernandez@example.com))" in entry
    assert "1. Split by route and by version" in entry


def test_decision_shows_the_changed_lines(full: str) -> None:
    assert "- | 5 | Phase 2 | Wave 5 | Optimization, Monitoring |\n+ | 5 | Phase 2 | Wave 4, 5 |" in full


def test_name_with_a_pipe_stays_in_its_cell() -> None:
    assert "**X &#124; y**" in strategy(snapshot_of(BARE))
