"""Column widths follow the text."""

from hypothesis import given
from hypothesis import strategies as st

from generator.commonmark import parse_tree
from generator.pdf.columns import Column, columns_of, shares

sizes = st.floats(min_value=1, max_value=300)
columns = st.lists(st.builds(lambda a, b: Column(max(a, b), min(a, b)), sizes, sizes), min_size=1, max_size=14)


def widths(markdown: str) -> list[float]:
    table = parse_tree(markdown).children[0]
    rows = [row.children for part in table.children for row in part.children]
    return shares(columns_of(rows), 52.0)


def test_short_columns_stay_on_one_line_beside_a_long_one() -> None:
    week, impact, text = widths(
        f"| Week | Impact | Mitigation |\n|---|---|---|\n| Week 1 | High | {'words and ' * 40} |"
    )
    assert week < 7
    assert impact < 7
    assert text > 30


def test_seven_short_columns_are_alike() -> None:
    found = widths("| " + " | ".join(["Wave 1"] * 7) + " |\n" + "|---" * 7 + "|\n" + "| 2-3 " * 7 + "|")
    assert max(found) - min(found) < 0.01


def test_long_word_keeps_its_column_wide_enough() -> None:
    name, text = widths(f"| Name | Text |\n|---|---|\n| Infrastructure | {'many words ' * 60} |")
    assert name > 7
    assert text > name


@given(columns)
def test_every_column_gets_a_width(needs: list[Column]) -> None:
    found = shares(needs, 52.0)
    assert len(found) == len(needs)
    assert all(width > 0 for width in found)


@given(columns)
def test_no_column_is_narrower_than_its_words_when_there_is_room(needs: list[Column]) -> None:
    if sum(column.least for column in needs) < 52.0:
        assert all(w >= c.least - 0.01 for w, c in zip(shares(needs, 52.0), needs, strict=True))


def test_a_name_stays_on_one_line_beside_a_text_that_is_longer_anyway() -> None:
    name, rated, text = widths(
        f"| Risk | Impact | Mitigation |\n|---|---|---|\n| Performance Degradation | High | {'words and ' * 12} |"
    )
    assert name >= columns_of_one("Performance Degradation")
    assert rated < name < text


def columns_of_one(words: str) -> float:
    table = parse_tree(f"| {words} |\n|---|").children[0]
    return columns_of([row.children for part in table.children for row in part.children])[0].natural * 0.9


def test_an_address_that_never_breaks_has_room() -> None:
    address, _, _ = widths(
        f"| Contact | Works in | For |\n|---|---|---|\n| priya.nair@example.com | {'all ' * 30} | {'all ' * 30} |"
    )
    assert address > 10


def test_a_reference_has_room_for_its_page() -> None:
    plain, told = (columns_of_one(f"\ue000{kind}\ue002target\ue002Checkpoint 1\ue001") for kind in ("code", "ref"))
    assert told > plain + 2


def test_one_long_cell_takes_no_room_from_a_column_that_is_long_throughout() -> None:
    rows = ["| as the plan | " + "words and " * 12 + "|"] * 8 + ["| " + "words and " * 8 + "| short |"]
    usual, long = widths("| Works | Answers for |\n|---|---|\n" + "\n".join(rows))
    assert long > usual * 1.8
