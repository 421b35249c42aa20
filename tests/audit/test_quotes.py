"""Two tellings are quoted so that their difference is seen."""

from generator.audit.rendered.disagreement import apart

LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "


def test_short_tellings_are_quoted_whole() -> None:
    assert apart("13  people", "12 people") == ("13 people", "12 people")


def test_long_tellings_are_cut_before_their_difference() -> None:
    one, other = apart(f"{LONG}in 4% of the cases", f"{LONG}in 14% of the cases")
    assert one.startswith("… ")
    assert one.endswith("in 4% of the cases")
    assert other.endswith("in 14% of the cases")


def test_spaces_are_no_difference() -> None:
    one, other = apart(f"Who : {LONG}12 guards", f"Who: {LONG}14 guards")
    assert one.endswith("12 guards")
    assert other.endswith("14 guards")


def test_what_is_otherwise_at_once_is_told_from_its_beginning() -> None:
    assert apart(LONG, f"No {LONG}")[1].startswith("No one two")
