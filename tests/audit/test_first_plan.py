"""A document becomes a plan that loads; contradictions become decisions, and no line of it is lost."""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.audit.calendar import NAMES
from generator.audit.first_plan.compose import FirstPlan, first_plan
from generator.audit.first_plan.yaml_text import yaml_text
from generator.audit.reading import read_document
from generator.audit.report import read_documents
from generator.cli import commands
from generator.snapshot import Outcome, examine
from generator.sources.plan_files import parse_plan

HERE = Path(__file__).parent
SEED = HERE.parent / "seed" / "quick_reference.md"
SOURCES = (SEED, *sorted(HERE.glob("documents/*")))
EVERY = pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
_SIGNS = (
    "over above below under at most least more less than no or to and from within for in of on the until through by"
    " up max min better x impact likelihood probability severity"
)
_WORD = re.compile(r"[^\W\d_]+|\d+")


def made_from(source: Path) -> FirstPlan:
    return first_plan(read_documents([source]))


def examined(text: str) -> Outcome:
    return examine(parse_plan(text.encode(), "plan/plan.yaml"))


def words(text: str) -> set[str]:
    """Words and figures in lower case; W2D1 counts as week 2 day 1."""
    return set(_WORD.findall(text.lower()))


@EVERY
def test_the_plan_loads_and_has_dates(source: Path) -> None:
    assert examined(made_from(source).text).snapshot is not None


@EVERY
def test_every_line_is_placed_or_kept_as_a_note(source: Path) -> None:
    made = made_from(source)
    told = words(made.text) | {"amp", "nbsp", "x", "week", "weeks", "day", "days"}
    kept = {*made.notes, *made.headings}
    for document in read_documents([source]):
        for number, line in enumerate(document.lines, start=1):
            place = (document.file, number)
            said = told | made.translated.get(place, frozenset())
            assert place in kept or words(line) <= said, f"{number}: {line}"


@EVERY
def test_only_the_headings_of_what_is_placed_need_no_note(source: Path) -> None:
    made = made_from(source)
    for document in read_documents([source]):
        headings = [each.text for each in document.headings]
        headings += [cell for table in document.tables for cell in table.header]
        lines = {line for each in headings for line in range(each.place().line, each.place().end_line + 1)}
        assert {number for file, number in made.headings if file == document.file} <= lines


@EVERY
def test_keys_stand_for_labels_dates_and_signs_alone(source: Path) -> None:
    made = made_from(source)
    lines = {document.file: document.lines for document in read_documents([source])}
    for (file, number), translated in made.translated.items():
        line = lines[file][number - 1].lower()
        labels = words(" ".join(re.findall(r"[^.;,|(]*:|^\W*\d+[.)]|\b[a-z]{1,3}-?\d+\b", line)))
        others = translated & words(line) - labels - words(made.text)
        assert all(each.isdecimal() or each in NAMES | words(_SIGNS) | {"day", "days"} for each in others), (
            f"{number}: {others}"
        )


@EVERY
def test_a_note_repeats_its_line_word_for_word(source: Path) -> None:
    made = made_from(source)
    lines = {document.file: document.lines for document in read_documents([source])}
    for file, number in made.notes:
        assert f"# {file}:{number}: {' '.join(lines[file][number - 1].split())}\n" in made.text


def test_the_seed_s_structure_is_placed() -> None:
    outcome = examined(made_from(SEED).text)
    assert outcome.snapshot is not None
    plan = outcome.snapshot.plan
    assert [(phase.id, phase.name, str(phase.weeks)) for phase in plan.phases.values()] == [
        ("phase-1", "Foundation", "1-2"),
        ("phase-2", "Features & Integration", "3-5"),
    ]
    assert [(wave.phase, wave.name) for wave in plan.waves.values()][2] == ("phase-2", "Advanced Features")
    assert [str(checkpoint.at) for checkpoint in plan.checkpoints.values()] == [
        "W2D1",
        "W2D5",
        "W3D5",
        "W4D5",
        "W5D5",
    ]
    assert [len(each) for each in (plan.risks, plan.rollbacks, plan.targets, plan.alerts)] == [5, 5, 5, 4]
    assert len(plan.criteria) == 9
    assert len(plan.meetings) == 2
    assert len(plan.coordination) == 4
    assert plan.committed is not None
    assert (plan.committed.weeks, plan.committed.workdays) == (5, 25)


def test_contradictions_are_open_decisions() -> None:
    outcome = examined(made_from(SEED).text)
    assert outcome.snapshot is not None
    decisions = outcome.snapshot.plan.decisions.values()
    assert len(decisions) == 22
    assert {(decision.does, decision.why) for decision in decisions} == {("open", "open")}
    assert any("6-9" in decision.said and "5-8" in decision.said for decision in decisions)


def test_the_rules_find_the_seed_s_contradictions_in_the_plan_made_of_it() -> None:
    rules = {finding.rule for finding in examined(made_from(SEED).text).findings}
    assert {"team-total", "checkpoint-before-work"} <= rules


def test_a_document_without_a_plan_is_kept_whole() -> None:
    made = first_plan([read_document("# Poem\n\nRoses are red.\n\nViolets are blue.\n", "poem.md")])
    assert yaml.safe_load(made.text) == {"title": "Poem"}
    assert "# poem.md:3: Roses are red.\n" in made.text


def test_text_that_looks_like_code_stays_text() -> None:
    text = (
        "# {{ 7 * 7 }}\n\n| Risk | Impact | Probability | Mitigation |\n|---|---|---|---|\n| A: b # c "
        "| High | Low | {{ name('x') }} {% if %} |\n"
    )
    outcome = examined(first_plan([read_document(text, "x.md")]).text)
    assert outcome.snapshot is not None
    risk = next(iter(outcome.snapshot.plan.risks.values()))
    assert outcome.snapshot.plan.title == "{{ 7 * 7 }}"
    assert risk.name == "A: b # c"
    assert "name('x')" in risk.mitigation


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}", fullmatch=True).filter(
            lambda key: key not in {"y", "n", "no", "on", "off", "yes", "null", "true", "false"}
        ),
        st.text(max_size=30),
        min_size=1,
    )
)
def test_written_text_reads_back_as_it_was(data: dict[str, str]) -> None:
    assert yaml.load(yaml_text(data), yaml.BaseLoader) == data  # noqa: S506 - builds text alone


def test_init_writes_a_project_around_the_plan(tmp_path: Path) -> None:
    result = CliRunner().invoke(commands, ["init", "--from", str(SEED), str(tmp_path / "new")], standalone_mode=False)
    assert result.exception is None
    assert "22 contradictions to decide" in result.stderr
    assert (tmp_path / "new" / "Makefile").is_file()
    assert examined((tmp_path / "new" / "plan" / "plan.yaml").read_text(encoding="utf-8")).snapshot is not None


_LISTS = """# Library opens on Sundays

The town library opens on Sundays from October. Five sprints of work lead there.

## About the change

Readers asked for Sundays. The reading room opens first.

## Work

- **Sprint 1** (6 September 2027 - 17 September 2027): staff plan, door system
- **Sprint 2** (20 September 2027 - 1 October 2027): trial Sunday
- 4-8 October 2027: posters

Project lead: Irma Holt. Building manager: Jon Sand.

## What could go wrong

1. Too few volunteers. *Answer:* ask the school. *Watches it:* Irma Holt
2. Alarm goes off (likelihood high, impact medium)
    - Response: guard has the code
    - Owner: Jon Sand

## Go/no-go meetings

- 17 September 2027: doors work (Jon Sand)
- 1 October 2027: trial went well (Irma Holt, Jon Sand)

## Going back

| Situation | What is done | Who decides | How long |
|---|---|---|---|
| Heating fails | Close at noon | Jon Sand | 30 minutes |

## Numbers that stop us

- Queue above 40 readers: open the second desk
- Noise at most 60%

## Staff on a Sunday

- Librarians: 3
- Guards: 1
- Together: 4

## Key dates

- 10 October 2027 (Sunday): first open Sunday
- 31 October 2027: report to the council

## House rules

- Nobody works two Sundays in a row.
"""


def test_lists_are_placed_as_tables_are() -> None:
    made = first_plan((read_document(_LISTS, "library.md"),))
    outcome = examined(made.text)
    assert outcome.snapshot is not None
    plan = outcome.snapshot.plan
    assert [(wave.label, [task.name for task in wave.tasks.values()]) for wave in plan.waves.values()] == [
        ("Sprint 1", ["staff plan", "door system"]),
        ("Sprint 2", ["trial Sunday"]),
    ]
    assert [(task.name, str(task.start)) for task in plan.tasks.values()] == [("posters", "2027-10-04")]
    assert [(person.name, plan.roles[person.role].name) for person in plan.people.values()] == [
        ("Irma Holt", "Project lead"),
        ("Jon Sand", "Building manager"),
    ]
    assert [
        (risk.name, risk.impact, risk.probability, risk.mitigation, risk.owner) for risk in plan.risks.values()
    ] == [
        ("Too few volunteers", "medium", "medium", "ask the school", "irma-holt"),
        ("Alarm goes off", "medium", "high", "guard has the code", "jon-sand"),
    ]
    assert [(str(each.at), each.name, each.scope, each.owner) for each in plan.checkpoints.values()] == [
        ("2027-09-17", "doors work", ("sprint-1",), "jon-sand"),
        ("2027-10-01", "trial went well", ("sprint-2",), "irma-holt"),
    ]
    assert [(each.name, str(each.within), each.procedure, each.owner) for each in plan.rollbacks.values()] == [
        ("Heating fails", "30 minutes", "Close at noon", "jon-sand")
    ]
    assert [(each.name, each.response) for each in plan.alerts.values()] == [("Queue", ("open the second desk",))]
    assert [each.name for each in plan.targets.values()] == ["Noise"]
    assert [(role.name, str(role.count)) for role in plan.roles.values() if role.count] == [
        ("Librarians", "3"),
        ("Guards", "1"),
    ]
    assert [(each.name, str(each.start)) for each in plan.milestones.values()] == [
        ("first open Sunday", "2027-10-10"),
        ("report to the council", "2027-10-31"),
    ]
    assert plan.principles == ("Nobody works two Sundays in a row.",)
    assert plan.approach == "Readers asked for Sundays. The reading room opens first."
    assert "first open Sunday" not in made.text.partition("# Notes")[2]


_HEADINGS = """# Harbour lights

## Phases

| Phase | Name | From | To |
|---|---|---|---|
| 1 | North pier | 2027-03-01 | 2027-03-12 |
| 2 | South pier | 2027-03-15 | 2027-03-26 |

## Gates

| Gate | Date | Opens | Condition | Chair |
|---|---|---|---|---|
| G1 | Fri 2027-03-12 | Phase 2 | all lamps on the north pier burn | Rosa Engel |

## Risks

### Risk 1: Storm
- Impact: high
- Mitigation: work from the quay

### Risk 2: Lamps delivered late
- Owner: Harbour Works
- Mitigation: borrow twelve

## Hazards of the night

**H1 Glare blinds a ferry.** Unlikely, serious. Response: dim first. Owner: Rosa Engel

## What we watch

- Current per lamp (alarm at 90 % or more)
- Outage of the channel: never above 20 minutes
"""


def test_headings_are_entries_and_gates_are_about_what_lies_before_them() -> None:
    outcome = examined(first_plan((read_document(_HEADINGS, "harbour.md"),)).text)
    assert outcome.snapshot is not None
    plan = outcome.snapshot.plan
    assert [(given, risk.name, risk.impact, risk.probability, risk.owner) for given, risk in plan.risks.items()] == [
        ("risk-1", "Storm", "high", "medium", None),
        ("risk-2", "Lamps delivered late", "medium", "medium", "harbour-works"),
        ("h1", "Glare blinds a ferry", "high", "low", "rosa-engel"),
    ]
    assert [(each.scope, each.owner) for each in plan.checkpoints.values()] == [(("phase-1",), "rosa-engel")]
    assert [(each.name, str(each.threshold)) for each in plan.alerts.values()] == [("Current per lamp", ">= 90 %")]
    assert [(each.name, str(each.threshold)) for each in plan.targets.values()] == [
        ("Outage of the channel", "<= 20 minutes")
    ]


_ROWS = """# 🚢 Quays

## Waves

| Wave | Quay | Start | End | Lamps | Wave lead |
|---|---|---|---|---|---|
| 1 | North | 2027-03-01 | 2027-03-12 | 24 | Rosa Engel |
| 2 | South | 2027-03-15 | 2027-03-26 | 16 | Emil Torp |

## Dangers

**Fog.** Serious, unlikely. *Precaution:* Emil Torp keeps a horn ready.
"""


def test_rows_keep_what_their_columns_tell_and_leaders_lead() -> None:
    made = first_plan((read_document(_ROWS, "quays.md"),))
    outcome = examined(made.text)
    assert outcome.snapshot is not None
    plan = outcome.snapshot.plan
    assert [
        (wave.lead, [(task.name, task.description) for task in wave.tasks.values()]) for wave in plan.waves.values()
    ] == [
        ("rosa-engel", [("North", "Lamps: 24")]),
        ("emil-torp", [("South", "Lamps: 16")]),
    ]
    assert [(person.name, plan.roles[person.role].name) for person in plan.people.values()] == [
        ("Rosa Engel", "Wave lead"),
        ("Emil Torp", "Wave lead"),
    ]
    assert [(risk.impact, risk.probability, risk.mitigation) for risk in plan.risks.values()] == [
        ("high", "low", "Emil Torp keeps a horn ready")
    ]
    assert plan.title == "Quays"
    assert "Lamps" not in made.text.partition("# Notes")[2]


_ALARMS = """# A bakery moves

## Winter closing (20 December 2027 to 2 January 2028)

Nobody works at the ovens.

## Alarms

| Alarm | Condition |
|---|---|
| Burnt loaves | > 12 per hour |
| Oven silent | no heat for 60 s |
| Cold store | > 6% for 10 min |

## Rhythm

- Morning bell: every day 05:30, 10 minutes, all bakers
- Look back: every second Friday, 14:00, 30 minutes, all bakers

```
+------------------------------------------------------+
| STAGE 1  Flour store   Jan 3, 2028 - Jan 7, 2028    2 silos |
| STAGE 2  Ovens         Jan 10, 2028 - Jan 21, 2028          |
+------------------------------------------------------+
```

## Watching

- Call the baker when the humidity is above 80% for 15 minutes
"""


def test_alerts_meetings_and_boxes_keep_how_often_and_how_long() -> None:
    outcome = examined(first_plan((read_document(_ALARMS, "bakery.md"),)).text)
    assert outcome.snapshot is not None
    plan = outcome.snapshot.plan
    assert [(each.name, str(each.threshold), each.response) for each in plan.alerts.values()] == [
        ("humidity", "> 80% for 15 minutes", ("Call the baker",)),
        ("Burnt loaves", "> 12 per hour", ()),
        ("Cold store", "> 6% for 10 min", ()),
    ]
    assert plan.principles == ()
    assert [(each.name, str(each.at)) for each in plan.meetings.values()] == [("Morning bell", "05:30")]
    assert [
        (phase.name, [str(task.duration) for task in phase.tasks.values()]) for phase in plan.phases.values()
    ] == [
        ("Flour store", ["5d"]),
        ("Ovens", ["10d"]),
    ]


_COLUMNS = """# Herds are vaccinated

## Rounds

| Round | Herds | Animals | Injecting from | Injecting to | Vet | Deputy |
|---|---|---|---|---|---|---|
| 1 | Hill, Moor | 240 | Mon 2027-03-01 | Fri 2027-03-12 | Rosa Engel | Emil Torp |
| 2 | Dale Farm | 90 | Thu 2027-03-18 | Mon 2027-03-22 | Emil Torp | Rosa Engel |

One round at a time.

## Valleys

| Order | Valley wave | Farmers | People | Briefed on | Starts | Vehicles |
|---|---|---|---|---|---|---|
| 1 | Wave 1 | Upper | 410 | 2027-03-24 | 2027-04-05 | 2 |
| 2 | Wave 2 | Lower | 380 | 2027-03-26 | 2027-04-12 | 3 |

## When it goes wrong

| Event | Our answer | No later than |
|---|---|---|
| Needle breaks | Stop the herd, call the vet | 30 minutes |
| Serum too warm | Open the reserve box | 2 hours |

## Dangers

| Danger | Chance | Harm | Remedy | Name |
|---|---|---|---|---|
| Storm | Low | High | Wait a day | Rosa Engel |
"""


def test_columns_are_read_by_what_their_cells_hold() -> None:
    outcome = examined(first_plan((read_document(_COLUMNS, "herds.md"),)).text)
    assert outcome.snapshot is not None
    plan = outcome.snapshot.plan
    rounds = [
        (task.name, str(task.start), str(task.duration), task.owner, [str(each) for each in task.depends_on])
        for task in plan.tasks.values()
        if task.owner
    ]
    assert rounds == [
        ("Hill, Moor", "2027-03-01", "10d", "rosa-engel", []),
        ("Dale Farm", "2027-03-18", "3d", "emil-torp", ["hill-moor"]),
    ]
    assert {plan.roles[person.role].name for person in plan.people.values()} == {"Vet"}
    assert [(str(each.name), str(each.within), each.procedure) for each in plan.rollbacks.values()] == [
        ("Needle breaks", "30 minutes", "Stop the herd, call the vet"),
        ("Serum too warm", "2 hours", "Open the reserve box"),
    ]
    assert [(each.impact, each.probability, each.owner) for each in plan.risks.values()] == [
        ("high", "low", "rosa-engel")
    ]


def test_whoever_waves_are_about_is_no_team_and_a_briefing_no_start() -> None:
    outcome = examined(first_plan((read_document(_COLUMNS, "herds.md"),)).text)
    assert outcome.snapshot is not None
    waves = outcome.snapshot.plan.waves.values()
    assert [(wave.team, [str(task.start) for task in wave.tasks.values()]) for wave in waves] == [
        ({}, ["2027-04-05"]),
        ({}, ["2027-04-12"]),
    ]


_ENTRIES = """# A choir goes on tour

Present: Dr Ada Lind (conductor), Emil Torp (librarian).

## Towns

One town at a time:

- Aarau: Mon 1 March 2027 to Fri 5 March 2027
- Basel: Mon 8 March 2027 to Tue 16 March 2027

## Who looks after which town

- Aarau – Emil Torp
- Basel – Ada Lind, with the bus

## Decision meetings

- **First look, Wednesday 3 March 2027.** After two evenings in Aarau: is the hall full? Emil Torp reports.
- **Half-way, Friday 5 March 2027.** Aarau sung. Dr Ada Lind decides whether to go on.
- 16 March 2027 (Tuesday) – Basel sung, bills paid? Emil Torp

## What can go wrong

1. **Soprano falls ill.** Second singer knows the part. (Emil Torp)
2. *Bus breaks down.* Ada Lind has the number of a second firm.
3. Hall is double-booked. Contract in the folder. Watched by Emil Torp.

## To do

- [ ] A1 Rent the bus – Emil Torp – 2027-02-12
- [x] A2 Print the scores, Ada Lind, 15 February 2027
- [ ] All voices know the programme

## Whom to call

- Lost luggage: Emil Torp
"""


def test_entries_in_sentences_are_placed_with_whoever_they_name() -> None:
    outcome = examined(first_plan((read_document(_ENTRIES, "choir.md"),)).text)
    assert outcome.snapshot is not None
    plan = outcome.snapshot.plan
    assert [(task.name, str(task.duration), task.owner) for task in plan.tasks.values()] == [
        ("Aarau", "5d", "emil-torp"),
        ("Basel", "7d", "dr-ada-lind"),
    ]
    assert [str(each) for each in plan.tasks["basel"].depends_on] == ["aarau"]
    assert [(each.name, each.mitigation, each.owner) for each in plan.risks.values()] == [
        ("Soprano falls ill", "Second singer knows the part.", "emil-torp"),
        ("Bus breaks down", "Ada Lind has the number of a second firm", "dr-ada-lind"),
        ("Hall is double-booked", "Contract in the folder.", "emil-torp"),
    ]
    assert [(each.name, str(each.at), each.scope, each.owner) for each in plan.checkpoints.values()] == [
        ("Half-way", "2027-03-05", ("aarau",), "dr-ada-lind"),
        ("Basel sung, bills paid?", "2027-03-16", ("basel",), "emil-torp"),
    ]
    assert [(each.name, str(each.start), each.owner, each.done) for each in plan.milestones.values()] == [
        ("First look", "2027-03-03", "emil-torp", False),
        ("Rent the bus", "2027-02-12", "emil-torp", False),
        ("Print the scores", "2027-02-15", "dr-ada-lind", True),
    ]
    assert [each.text for each in plan.criteria.values()] == ["All voices know the programme"]
    assert "Lost luggage" not in {role.name for role in plan.roles.values()}


_WAITS = """# Orchard

## Phase 1: Planting (Weeks 1-3)

| {number} | Task | Takes | {after} |
|---|---|---|---|
| {one} | Dig the holes | 2 days | - |
| {two} | Set the stakes | 1 day | {first} |
| {three} | Plant the trees | 3 days | {both} |
"""


@pytest.mark.parametrize(
    "words",
    [
        {"number": "#", "after": "Depends on", "first": "1", "both": "1, 2"},
        {"number": "No.", "after": "After", "first": "Dig the holes", "both": "Dig the holes and Set the stakes"},
        {
            "number": "Id",
            "after": "Predecessors",
            "one": "T1",
            "two": "T2",
            "three": "T3",
            "first": "T1",
            "both": "T1; T2",
        },
    ],
)
def test_a_column_tells_what_tasks_wait_for(words: dict[str, str]) -> None:
    numbers = {"one": "1", "two": "2", "three": "3"}
    made = first_plan([read_document(_WAITS.format(**(numbers | words)), "orchard.md")])
    tasks = yaml.safe_load(made.text)["phases"]["phase-1"]["tasks"]
    assert {name: task.get("depends_on") for name, task in tasks.items()} == {
        "dig-the-holes": None,
        "set-the-stakes": ["dig-the-holes"],
        "plant-the-trees": ["dig-the-holes", "set-the-stakes"],
    }
    assert [task["duration"] for task in tasks.values()] == ["2d", "1d", "3d"]
    assert {("orchard.md", 8), ("orchard.md", 9)}.isdisjoint(made.notes)


def test_no_task_of_a_column_waits_for_itself() -> None:
    told = {"number": "#", "after": "After", "one": "1", "two": "2", "three": "3", "first": "3", "both": "2"}
    made = first_plan([read_document(_WAITS.format(**told), "orchard.md")])
    tasks = yaml.safe_load(made.text)["phases"]["phase-1"]["tasks"]
    assert [name for name, task in tasks.items() if "depends_on" in task] == ["set-the-stakes"]
    assert examined(made.text).snapshot is not None
