"""What is reckoned, put in order or released is held together in other words than the pages of the checks use."""

import pytest

from generator.audit.audit import contradictions
from generator.audit.reading import read_document

_DATES = "\n\n- 4 May 2027: scaffold up\n- 11 May 2027: gutters cleaned\n"
_BOARDS = """\
| No | Piece | Start | End | Predecessor |
|---|---|---|---|---|
| 1 | Keel | 2027-03-01 | 2027-03-12 | |
| 2 | Ribs | 2027-03-15 | 2027-03-26 | 1 |
| 3 | Planks | 2027-03-29 | 2027-04-09 | {} |
| 4 | Deck | {} | 2027-04-23 | 3 |
"""
CASES = (
    ("spoken-sum", "Flour costs £40; butter costs £75; sugar costs £15; altogether £{}.", "140", "130"),
    ("unmade-total", "There are 6 tables of eight seats and 3 tables of four: {} seats.", "66", "60"),
    ("unmade-rest", "The fair took £900. Hall £250. Band £400. What is left, £{}, goes to the school.", "290", "250"),
    ("unmade-share", "All 80 members were asked. By June 60 had answered ({} %).", "70", "75"),
    ("unmade-share", "The roof costs €40,000. The council pays 30 %, which is €{}.", "11,500", "12,000"),
    ("unmade-product", "A tray holds 12 kg.\n\nWe carry five trays ({} kg) on each lorry.", "65", "60"),
    (
        "total-after-list",
        "- Hall: £200\n- Band, two sets at £90: £180\n\nThat makes £{} for the night.",
        "360",
        "380",
    ),
    ("sum-in-words", "You pay €90 in three parts:\n\n1. €30 in May\n2. €{} in June\n3. €20 in July\n", "50", "40"),
    ("before-what-it-needs", f"The gutters cannot be cleaned before the scaffold is up.{_DATES}", "", ""),
    ("follows-too-early", _BOARDS.format("2", "{}"), "2027-04-05", "2027-04-12"),
    ("follows-too-early", _BOARDS.format("{}", "2027-04-12"), "7", "2"),
    (
        "two-releases",
        "# Move to Firmware 5.4\n\nThe gates run on {}, which is tested.\n\nFirmware 5.4 is out.",
        "5.3",
        "5.4",
    ),
)


def found(text: str) -> set[str]:
    return {finding.rule for finding in contradictions([read_document(text, "doc.md")])}


@pytest.mark.parametrize(("rule", "text", "wrong"), [(rule, text, wrong) for rule, text, wrong, _ in CASES if wrong])
def test_a_wrong_figure_is_found(rule: str, text: str, wrong: str) -> None:
    assert rule in found(text.replace("{}", wrong))


@pytest.mark.parametrize(("rule", "text", "right"), [(rule, text, right) for rule, text, _, right in CASES])
def test_the_right_figure_is_no_finding(rule: str, text: str, right: str) -> None:
    assert found(text.replace("{}", right)) == set(), rule


def test_what_comes_before_what_it_needs_is_found_in_entries() -> None:
    turned = "The gutters cannot be cleaned before the scaffold is up." + _DATES.replace("4 May", "14 May")
    assert found(turned) == {"before-what-it-needs"}


def test_typed_bullets_are_entries_of_a_list() -> None:
    typed = (
        "▪ 12 May 2027 – permit issued\n▪ 14 May 2027 – meeting of the board\n\nThe board meeting needs the permit."
    )
    assert found(typed) == set()
    assert "before-what-it-needs" in found(typed.replace("12 May", "19 May"))


LEVELS = """\
| Signal | Action |
|---|---|
| Exhaust above 420 °C | slow down |
| Exhaust above 450 °C | stop the engine |

On the trial the engine must not exceed 420 °C exhaust temperature.
"""
DATED_ROWS = """\
| No | Step | Start | End |
|---|---|---|---|
| 1 | Rooms | 22 March 2027 | 25 March 2027 |
| 2 | Decision | 22 April 2027 | 22 April 2027 |
"""
SPARES = "Each coat takes 8 drums and both take 16 drums. 18 drums are ordered; two are spare. There are two coats."
SOUND = (SPARES, LEVELS, DATED_ROWS)


@pytest.mark.parametrize("text", SOUND)
def test_spares_levels_of_an_alarm_and_dates_of_rows_are_no_finding(text: str) -> None:
    assert found(text) == set()
