"""A fact is told once in the plan: change it, and every output tells the new value and none the old."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.findings import Pointer
from generator.sources.source import Source
from tests.consistency.facts import SORTS, Sort, at, edited, facts

Outputs = dict[str, str]
Make = Callable[..., Outputs]
DOCUMENTS = ("docs/execution_strategy.md", "downloads/execution_strategy.pdf")


@pytest.mark.parametrize("sort", SORTS, ids=lambda sort: sort.name)
def test_a_new_value_is_told_and_the_old_one_is_gone(sort: Sort, source: Source, outputs: Make) -> None:
    """Every fact of a sort gets a value of its own, then another: none of the first is in the second outputs."""
    places = facts(source, sort)
    assert places
    first = {place: sort.first(number) for number, place in enumerate(places)}
    second = {place: sort.second(number) for number, place in enumerate(places)}
    told_first, told_second = (outputs(edited(source, changes), pdf=True) for changes in (first, second))
    untold = [place for place in places if not shows(told_first, sort.told(first[place]), DOCUMENTS)]
    assert untold == [], "the strategy does not tell these facts"
    stale = {
        path: mark
        for path, text in told_second.items()
        for mark in map(sort.told, first.values())
        if in_text(mark, text)
    }
    assert stale == {}


@pytest.mark.parametrize("sort", [sort for sort in SORTS if not sort.adds_up], ids=lambda sort: sort.name)
def test_the_two_editions_differ_in_the_values_alone(sort: Sort, source: Source, outputs: Make) -> None:
    """Put the second value for the first in every text output, and the first edition is the second."""
    places = facts(source, sort)
    first, second = (
        outputs(edited(source, {place: make(number) for number, place in enumerate(places)}))
        for make in (sort.first, sort.second)
    )
    marks = ((sort.told(sort.first(number)), sort.told(sort.second(number))) for number in range(len(places)))
    swap = dict(marks)
    for path in first:
        if path.endswith((".md", ".csv", ".json")):
            assert _bare(swapped(first[path], swap)) == _bare(swapped(second[path], {})), path


def test_no_copy_of_a_distinctive_name_is_left(source: Source, outputs: Make) -> None:
    """With every name changed, no name of two words or more stands anywhere but in the record of decisions."""
    names = next(sort for sort in SORTS if sort.name == "names")
    places = facts(source, names)
    told = outputs(edited(source, {place: names.first(number) for number, place in enumerate(places)}))
    old = {str(at(source, place)) for place in places if len(str(at(source, place)).split()) > 1}
    left = [
        (name, path) for name in sorted(old) for path, text in told.items() if name in _without_decisions(path, text)
    ]
    assert left == []


def tasks(source: Source) -> list[Pointer]:
    return list(facts(source, Sort("", ("duration",), str, str)))


def test_a_duration_moves_what_hangs_on_it(source: Source, outputs: Make) -> None:
    """Each task's duration in turn: the new one is told in the strategy, the schedule page and the downloads."""
    for place in tasks(source):
        longer, longest = (outputs(edited(source, {place: value})) for value in ("4.37d", "4.83d"))
        for path in (
            "docs/execution_strategy.md",
            "docs/schedule.md",
            "downloads/schedule.csv",
            "downloads/schedule.json",
        ):
            assert "4.37" in longer[path], (place, path)
            assert "4.83" in longest[path], (place, path)
        assert [path for path, text in longest.items() if "4.37" in text] == []


def test_an_owner_is_told_by_the_new_name_alone(source: Source, outputs: Make) -> None:
    """Each person's name in turn: wherever the old one stood, the new one stands."""
    before = outputs(source)
    people = facts(source, Sort("", ("name",), str, str, within=("people",)))
    changes = {place: f"Qavox{100 + number}" for number, place in enumerate(people)}
    after = outputs(edited(source, changes))
    for place, new in changes.items():
        old = str(at(source, place))
        where = {path for path, text in before.items() if old in text}
        assert where
        assert {path for path, text in after.items() if new in text} == where
        assert not [path for path, text in after.items() if old in text]


@pytest.mark.parametrize(("low", "high"), [("41-43", "47-49")])
def test_a_headcount_is_summed_wherever_it_counts(source: Source, outputs: Make, low: str, high: str) -> None:
    """A wave's band stands in the quick reference, and its phase's total is made up of it."""
    place = ("waves", "wave-3", "team", "developer")
    first, second = (outputs(edited(source, {place: value})) for value in (low, high))
    assert "| Phase 2 | 45-49 | - | - | 41-43 |" in first["docs/quick_reference.md"]
    assert "| Phase 2 | 51-55 | - | - | 47-49 |" in second["docs/quick_reference.md"]
    told = {path for path, text in first.items() if low in text}
    pages = {"quick_reference", "execution_strategy", "executive_summary", "resources", "waves/wave-3"}
    assert {f"docs/{page}.md" for page in pages} <= told
    assert [path for path, text in second.items() if low in text] == []


def in_text(mark: str, text: str) -> bool:
    return mark in text or mark.replace("<", "&#60;").replace(">", "&#62;") in text


def shows(told: Outputs, mark: str, paths: tuple[str, ...]) -> bool:
    return any(in_text(mark, _joined(told[path])) for path in paths)


def swapped(text: str, swap: dict[str, str]) -> str:
    plain = text.replace("&#60;", "<").replace("&#62;", ">").replace("&lt;", "<").replace("&gt;", ">")
    for old, new in swap.items():
        plain = plain.replace(old, new)
    return plain


def _bare(text: str) -> str:
    """Without spaces: boxes are padded to the width of their names, and pictures to that of their words."""
    return re.sub(r"\s+", "", re.sub(r"<svg.*?</svg>", "", text, flags=re.DOTALL))


def _joined(text: str) -> str:
    return re.sub(r"-\n", "", text)


def _without_decisions(path: str, text: str) -> str:
    if Path(path).name.startswith("decisions"):
        return ""
    return text.partition("## Decisions and assumptions")[0] if "execution_strategy" in path else text
