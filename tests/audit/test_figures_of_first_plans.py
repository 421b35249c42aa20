"""No figure of a document is lost: it stands in the first plan, in the notes, or is a date of the schedule."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.audit.first_plan.compose import FirstPlan, first_plan
from generator.audit.reading import read_document
from generator.audit.report import read_documents
from generator.audit.understanding.taking_apart import take_apart
from generator.audit.understanding.windows import Window
from generator.snapshot import Snapshot, examine
from generator.sources.plan_files import parse_plan

HERE = Path(__file__).parent
SOURCES = (HERE.parent / "seed" / "quick_reference.md", *sorted(HERE.glob("documents/*")))
_LEADING = re.compile(r"^\W*(?:[A-Za-z]{1,3}-?)?\d+[.)]?(?=\W)")
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")


def figures(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d+", text))


def snapshot_of(made: FirstPlan) -> Snapshot:
    snapshot = examine(parse_plan(made.text.encode(), "plan/plan.yaml")).snapshot
    assert snapshot is not None
    return snapshot


def days_told(snapshot: Snapshot) -> frozenset[date | None]:
    time = snapshot.schedule.time
    return frozenset(
        day
        for each in snapshot.schedule.dates.values()
        for day in (time.day_of_start(each.early_start).date, time.day_of_finish(each.early_finish).date)
    )


def dates_of(source: Path) -> Iterator[tuple[int, str, Window]]:
    """Each date of a document with its line and its words."""
    for phrase in take_apart(tuple(read_documents([source]))).phrases:
        for found in phrase.windows:
            place = phrase.text.place(found.start, found.end)
            yield place.line, phrase.plain[found.start : found.end], found.window


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_every_figure_is_told_or_kept_as_a_note(source: Path) -> None:
    made = first_plan(read_documents([source]))
    body = made.text.partition("# Notes")[0]
    told, days = figures(body), days_told(snapshot_of(made))
    kept = {*made.notes, *made.headings}
    dates: dict[int, list[tuple[str, Window]]] = {}
    for number, words, window in dates_of(source):
        dates.setdefault(number, []).append((words, window))
    for document in read_documents([source]):
        for number, line in enumerate(document.lines, start=1):
            if (document.file, number) in kept:
                continue
            left = line
            for words, window in dates.get(number, []):
                if window.scale == "date" and date.fromordinal(window.first or window.last or 1) in days:
                    left = left.replace(words, "", 1)
            spans = [(window.last or 0) - (window.first or 0) + 1 for _, window in dates.get(number, [])]
            lengths = Counter(str(each) for span in spans for each in {span, span // 7, -(-span // 7), span // 7 * 5})
            lengths += Counter(each for each in re.findall(r"(\d+) weeks?\b", left) if f"{int(each) * 5}d" in body)
            clocks = figures(" ".join(_CLOCK.findall(left)[1:]))
            assert not figures(_LEADING.sub("", left)) - told - lengths - clocks, f"{number}: {line}"


_TWICE = """# Switch

## Risks

| ID | Risk | P | Impact | Mitigation | Way out |
|---|---|---|---|---|---|
| R4 | Extension missing | 1 | 4 | Install it 4 days before | RB-1 |

## Work

| Section | Extent | Length | Start | Finish | Weeks |
|---|---|---|---|---|---|
| A | Mill Lane to the depot | 380 m | Mon 1 March 2027 | Fri 26 March 2027 | 4 |

## Squads

| Squad | Head count | Artists |
|---|---|---|
| Currents | 4 | 4 |
"""


def test_a_figure_that_is_told_once_does_not_stand_for_another() -> None:
    made = first_plan([read_document(_TWICE, "doc.md")])
    body, _, notes = made.text.partition("# Notes")
    assert "380 m" in body
    assert "P: 1; Impact: 4" in body
    assert "| Currents | 4 | 4 |" in notes


_CLOCKED = """# Cut-over

| No. | Step | Begin | End | Duration | Responsible |
|---|---|---|---|---|---|
| 1 | Lock users | Fri 2 July 2027 18:00 | Fri 2 July 2027 19:00 | 1 h | Omar Siddiqui |
| 2 | Closing run | Fri 2 July 2027 19:00 | Sat 3 July 2027 01:00 | 6 h | Katrin Moll |
| 3 | Decision | Sun 4 July 2027 08:00 | Sun 4 July 2027 08:30 | 30 min | Ruprecht Holl |
"""


def test_steps_by_the_clock_begin_at_their_hour_and_last_as_long_as_told() -> None:
    made = first_plan([read_document(_CLOCKED, "doc.md")])
    tasks = snapshot_of(made).plan.tasks.values()
    assert [(task.name, str(task.start), str(task.duration), task.description) for task in tasks] == [
        ("Lock users", "2027-07-02 18:00:00", "1h", "No.: 1"),
        ("Closing run", "2027-07-02 19:00:00", "6h", "No.: 2"),
        ("Decision", "2027-07-04 08:00:00", "30m", "No.: 3"),
    ]
    assert {task.calendar for task in tasks} == {"around-the-clock"}
    assert made.notes == ()
