"""Two pieces of work, done at once where that is possible."""

import os
import re
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.audit.rendered import audit
from generator.audit.rendered.audit import disagreements
from generator.audit.rendered.published import read_published
from generator.publish import build_site
from generator.side_by_side import side_by_side
from generator.snapshot import Snapshot


def test_both_results_come_back_in_order() -> None:
    assert side_by_side(lambda: ["here"], lambda: ["there"]) == (["here"], ["there"])


@pytest.mark.parametrize("at_fault", [0, 1])
def test_an_error_of_either_is_raised(at_fault: int) -> None:
    def fail() -> None:
        raise ValueError("no such thing")

    works = [lambda: None, lambda: None]
    works[at_fault] = fail
    with pytest.raises(ValueError, match="no such thing"):
        side_by_side(*works)


def test_what_ends_without_a_word_is_done_once_more() -> None:
    here = os.getpid()
    assert side_by_side(lambda: 1, lambda: 2 if os.getpid() == here else os._exit(1)) == (1, 2)


def test_a_process_with_threads_does_one_after_the_other() -> None:
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        assert side_by_side(os.getpid, os.getpid) == (os.getpid(), os.getpid())
    finally:
        over.set()
        other.join()


def _first_link(text: str) -> str:
    found = re.search(r"\]\((?:\.\./)?[a-z_]+\.md(#[a-z]+-[a-z0-9-]+)\)", text)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda text: text.replace("Week 1", "Week 7"), id="days"),
        pytest.param(lambda text: text.replace(_first_link(text), "#task-nowhere"), id="links to other pages"),
        pytest.param(lambda text: text.replace('<a id="', '<a id="x'), id="anchors that others lead to"),
    ],
)
def test_a_large_build_is_audited_as_a_small_one_is(
    staffed: tuple[Snapshot, Path], edit: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshot, folder = staffed
    read = read_published(folder)
    name = "docs/schedule.md"
    published = replace(read, contents=dict(read.contents) | {name: edit(read.contents[name].decode()).encode()})
    alone = disagreements(replace(published), snapshot)
    monkeypatch.setattr(audit, "_LARGE", 0)
    assert disagreements(replace(published), snapshot) == alone
    assert len({each.rule for each in alone}) > 1


@pytest.fixture(scope="module")
def staffed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Snapshot, Path]:
    folder = tmp_path_factory.mktemp("staffed") / "build"
    outcome = build_site(Path(__file__).parents[1] / "plans" / "staffed.yaml", folder)
    assert outcome.snapshot is not None
    return outcome.snapshot, folder
