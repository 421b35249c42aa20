"""Two statements about one thing are found by the words they share, whatever the thing is."""

import pytest

from generator.audit.audit import contradictions
from generator.audit.reading import read_document

FALSE = {
    "a limit of heat": (
        "Asphalt is handed back once its surface temperature is below 60 °C.",
        "- [ ] Surface temperature of the asphalt measured below 80 °C",
    ),
    "a limit of a page": (
        "The page load p90 stays under 2.0 s.",
        "- [ ] Page load p90 measured in the cloud: under 2.5 s",
    ),
    "a height": ("By the permit the drone stays below 60 metres.", "- Drone: pilot with a permit, below 90 m"),
    "a date": (
        "Picture lock is on Friday 9 October 2026, after the edit.",
        "Picture lock 16 October 2026; wild tracks are recorded before.",
    ),
    "a release": ("AMM revision 58 applies throughout.", "- AMM revision on the release form: 57."),
    "a person": (
        "Drug cupboards are stocked after the inspection (Neha Raval).",
        "- [ ] Drug cupboards stocked and locked (Marta Szabo)",
    ),
    "a count of what begins like a month": (
        "We visit 4 markets with 6 stalls each.",
        "Markets: north, harbour, castle.",
    ),
    "a unit": (
        "Noise at the hall window stays below 75 dB.",
        "- Noise complaints: monitored at the hall window, below 75 Hz",
    ),
}
SOUND = {
    "the same in another unit": ("The ramp call takes 90 minutes each week.", "- Ramp call: each week, 1.5 h"),
    "another number of the same kind": ("Rehearsal 1 is on 4 May 2026.", "- Rehearsal 2: 11 May 2026"),
    "another side": ("Disk use alerts above 80 % of the volume.", "- Disk use of the volume stays below 70 %"),
    "another turn": (
        "The north gate closes at 22:00 for lorries.",
        "- South gate: closes at 23:00 for lorries",
    ),
    "a range": ("Engine runs at high power are allowed from 08:00 to 20:00.", "- Engine run at high power at 09:30"),
    "the way back": (
        "Repointing pgbouncer to the replica takes 5 min.",
        "To undo it, repoint pgbouncer to the replica, 3 min.",
    ),
    "rows of one list": ("- Ana Ruiz opens the data room: 2 May 2026", "- Ana Ruiz shuts the data room: 9 May 2026"),
}


def found(texts: tuple[str, str]) -> set[str]:
    return {finding.rule for finding in contradictions([read_document("\n\n".join(texts), "doc.md")])}


@pytest.mark.parametrize("texts", FALSE.values(), ids=list(FALSE))
def test_one_thing_with_two_values_is_found(texts: tuple[str, str]) -> None:
    assert found(texts)


@pytest.mark.parametrize("texts", SOUND.values(), ids=list(SOUND))
def test_two_things_may_have_two_values(texts: tuple[str, str]) -> None:
    assert not found(texts)
