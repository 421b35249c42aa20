"""When parts of the work are done, held against gates, told orders and the whole, in many shapes and words."""

import pytest

from generator.audit.audit import contradictions
from generator.audit.reading import read_document

_SITES = """\
| Wave of sites | When |
|---|---|
| 1: Oslo, Bergen | {} |
| 2: Turku | 15 March 2027 - 26 March 2027 |
| 3: Lund | 29 March 2027 - 9 April 2027 |
"""
_LOTS = """\
| Lot | Shops | Days |
|---|---|---|
| 1 | Aarhus | Day 1-4 |
| 2 | Bern, Cork | {} |
| 3 | Delft | Day 10-15 |

"""
_CELLS = """\
## Rollout

- Cell A: Rehearsal (weeks 1-2)
- Cell B: Branch offices (weeks 3-5)
- Cell C: Head office (weeks 6-8)

## Hold points

- Friday of week 2: Rehearsal evaluated
- Friday of week {}: Branch offices moved
- Friday of week 8: Head office moved
"""
_TRANCHES = """\
### Tranche 1: Small depots (Day 1 to Day 5)

### Tranche 2: Large depots (Day 6 to Day 12)

### Tranche 3: Headquarters (Day 13 to Day 20)

"""
_PODS = """\
| Pod | Start | End |
|---|---|---|
| Amber | 2027-05-03 | 2027-05-14 |
| Birch | 2027-05-17 | 2027-05-28 |
| Cedar | {} | 2027-06-11 |

"""
_DESKS = """\
| Slice | Weeks | Desks |
|---|---|---|
| North | 1-2 | 40 |
| East | 3-4 | 60 |
| South | 5-6 | 50 |

| Acceptance | When | Subject | Chair |
|---|---|---|---|
| A1 | end of week 2 | North | Ole |
| A2 | end of week {} | East | Ida |
| A3 | end of week 6 | South | Ole |
"""
_GATES = (
    (_DESKS, "3", "4"),
    (_DESKS.replace("| A2 | end of week {}", "| A2 | Week {} Day 5"), "3", "4"),
    (_CELLS, "4", "5"),
    (_CELLS.replace("Branch offices moved", "cell B"), "4", "5"),
    (
        _LOTS.format("Day 5-9") + "| Check | On | What |\n|---|---|---|\n| C1 | Day 4, 18:00 | Aarhus |\n"
        "| C2 | Day {}, 18:00 | Bern + Cork |\n| C3 | Day 15, 18:00 | Delft |\n",
        "7",
        "9",
    ),
    (
        _TRANCHES + "- **G1** (Day 5): Tranche 1 signed off\n- **G2** (Day {}): Tranche 2 signed off\n"
        "- **G3** (Day 20): Tranche 3 signed off\n",
        "10",
        "12",
    ),
    (
        _PODS.format("2027-05-31") + "| Review | Date | What has to hold |\n|---|---|---|\n"
        "| R1 | 2027-05-14 | Pod Amber moved |\n| R2 | {} | Pod Birch moved |\n"
        "| R3 | 2027-06-11 | Pod Cedar moved |\n",
        "2027-05-21",
        "2027-05-28",
    ),
)
_TURNS = (
    (_LOTS + "Lot 2 follows lot 1, and lot 3 follows lot 2.", "Day 5-11", "Day 5-9"),
    (_LOTS + "No lot begins before the one before it is signed off.", "Day 5-10", "Day 5-9"),
    (_LOTS + "One lot after the other is handled.", "Day 4-9", "Day 5-9"),
    (_LOTS + "Lot 3 starts only when lot 2 is done.", "Day 5-12", "Day 5-9"),
    (_PODS + "Amber goes first, then Birch, then Cedar.", "2027-05-24", "2027-05-31"),
    (_PODS + "Pods do not overlap.", "2027-05-26", "2027-05-31"),
    (
        _TRANCHES + "Tranche {} follows tranche 1.\n\nTranche 3 comes after tranche 2.",
        "3 comes before tranche 2; 2",
        "2",
    ),
    (_TRANCHES.replace("Day 6 to", "Day {} to") + "Each tranche starts when the previous one has ended.", "5", "6"),
)
_TWICE = (
    (_CELLS.format("5") + "\n```\n| Cell A | Cell B | Cell C |\n| W1-W2  | {} | W6-W8  |\n```\n", "W3-W6 ", "W3-W5 "),
    (
        _CELLS.format("5") + "\n| | Cell A | Cell B | Cell C |\n|---|---|---|---|\n| Weeks | 1-2 | {} | 6-8 |\n",
        "3-4",
        "3-5",
    ),
    (
        _DESKS.format("4") + "\n```text\nweek    1    2    3    4    5    6\n      [ North  ]{}[ South  ]\n```\n",
        "[ East]   ",
        "[ East   ]",
    ),
    (_DESKS.format("4") + "\n    Week  1  2 | {} | 5  6\n         North | East | South\n", "3   ", "3  4"),
    (
        _DESKS.format("4") + "\n- [ ] North (weeks 1-2)\n- [ ] East (weeks {})\n- [ ] South (weeks 5-6)\n",
        "3-5",
        "3-4",
    ),
    (_LOTS.format("Day 5-9") + "### Lot 1 (Day 1-4)\n\n### Lot 2 (Day {})\n\n### Lot 3 (Day 10-15)\n", "5-8", "5-9"),
)
_WEEKS = """\
# Counters

The rollout takes {} weeks, which is 30 working days.

| Stage | Weeks | Working days |
|---|---|---|
| Prepare | 1-2 | 1-10 |
| Move | 3-5 | 11-25 |
| Close | 6 | 26-30 |
"""
_WHOLES = (
    (_WEEKS, "7", "6"),
    (_WEEKS.replace("30 working", "{} working").replace("{} weeks", "6 weeks"), "35", "30"),
    (
        _WEEKS.replace("takes {} weeks, which is 30", "lasts six weeks ({}").replace("days.\n\n|", "days).\n\n|"),
        "29",
        "30",
    ),
    ("# Tills\n\nThree lots, 90 tills, {} working days.\n\n" + _LOTS.format("Day 5-9"), "14", "15"),
    (
        "# Tills\n\n## At a glance\n\n- {} working days\n- 90 tills\n\n## Lots\n\n" + _LOTS.format("Day 5-9"),
        "16",
        "15",
    ),
    ("# Tills\n\nDuration: {} days\n\n" + _LOTS.format("Day 5-9"), "18", "15"),
    ("# Desks\n\nThree slices, 150 desks, {} weeks.\n\n" + _DESKS.format("4"), "seven", "six"),
    ("# Desks\n\nThe whole move takes {} weeks.\n\n" + _DESKS.format("4"), "5", "6"),
)
_BACK = """\
## {}

Every {} within 1 hour.

- Restore the copy (45 min)
- Start the old server (20 min)
- Print forms ({} min)
"""
_LIMITS = (
    (_BACK.replace("{}", "Ways out", 1).replace("{}", "way back has to fit", 1), "70", "60"),
    (_BACK.replace("{}", "Rollbacks", 1).replace("{}", "rollback is done", 1), "70", "60"),
    (
        _BACK.replace("{}", "Falling back", 1).replace("{} within", "fallback fits into the night window of", 1),
        "75",
        "55",
    ),
)
_SOUND = (
    "# Fair\n\nTwo days, three lots.\n\n" + _LOTS.format("Day 5-9"),
    "# Tills\n\nThree lots, 20 working days.\n\nFive days are a reserve.\n\n" + _LOTS.format("Day 5-9"),
    "# Tills\n\nEach course takes 2 weeks.\n\n" + _DESKS.format("4"),
    _DESKS.format("4")
    + "\n| Slice | Training |\n|---|---|\n| North | Week 1 |\n| East | Week 2 |\n| South | Week 4 |\n",
    "Report on lot 3 first, then lot 2.\n\n" + _LOTS.format("Day 5-9"),
    "Every fitter does one lot at a time.\n\n" + _LOTS.format("Day 4-9"),
    _LOTS.format("Day 5-11") + "Lot 3 may begin before lot 2 has ended.",
    _LOTS.format("Day 5-11") + "Lot 3 does not wait for lot 2.",
    _DESKS.format("3").replace("| East | Ida", "| East may start | Ida"),
    _DESKS.format("2")
    .replace("| A1 | end of week 2 | North | Ole |", "| A1 | end of week 1 | North | Ole |")
    .replace("end of week 6 | South", "end of week 5 | South"),
    _DESKS.format("4") + "| A4 | end of week 3 | East | Ida |\n",
)


def found(text: str) -> set[str]:
    return {finding.rule for finding in contradictions([read_document(text, "doc.md")])}


@pytest.mark.parametrize(("text", "wrong", "right"), _GATES)
def test_a_gate_before_the_end_of_its_part_is_found(text: str, wrong: str, right: str) -> None:
    assert found(text.replace("{}", wrong)) & {"gate-before-part", "test-before-work", "tested-too-early"}
    assert found(text.replace("{}", right)) == set()


@pytest.mark.parametrize(("text", "wrong", "right"), _TURNS)
def test_days_that_a_told_order_does_not_allow_are_found(text: str, wrong: str, right: str) -> None:
    assert found(text.replace("{}", wrong)) & {"out-of-turn", "wrong-order", "order-against-dates"}
    assert found(text.replace("{}", right)) == set()


@pytest.mark.parametrize("text", _SOUND)
def test_times_that_can_be_meant_are_no_finding(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize(("text", "wrong", "right"), _TWICE)
def test_a_part_told_for_two_times_is_found(text: str, wrong: str, right: str) -> None:
    assert found(text.replace("{}", wrong)) & {"told-for-two", "two-windows", "two-dates"}
    assert found(text.replace("{}", right)) == set()


@pytest.mark.parametrize(("text", "wrong", "right"), _WHOLES)
def test_a_whole_that_is_not_its_parts_is_found(text: str, wrong: str, right: str) -> None:
    assert found(text.replace("{}", wrong)) & {"whole-off-parts", "total-duration", "weeks-in-days"}
    assert found(text.replace("{}", right)) == set()


@pytest.mark.parametrize(("text", "wrong", "right"), _LIMITS)
def test_a_way_back_beyond_the_limit_of_all_is_found(text: str, wrong: str, right: str) -> None:
    assert found(text.replace("{}", wrong)) == {"row-over-limit"}
    assert found(text.replace("{}", right)) == set()
