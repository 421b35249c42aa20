"""Two pieces of work, done at once where that is possible."""

import os
import threading
from pathlib import Path

import pytest

from generator.audit.rendered import audit
from generator.audit.rendered.audit import disagreements
from generator.audit.rendered.published import read_published
from generator.publish import build_site
from generator.side_by_side import side_by_side


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


def test_a_large_build_is_audited_as_a_small_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = build_site(Path(__file__).parents[1] / "plans" / "staffed.yaml", tmp_path / "build")
    assert outcome.snapshot is not None
    page = tmp_path / "build" / "docs" / "schedule.md"
    page.write_text(page.read_text(encoding="utf-8").replace("Week 1", "Week 7"), encoding="utf-8")
    alone = disagreements(read_published(tmp_path / "build"), outcome.snapshot)
    monkeypatch.setattr(audit, "_LARGE", 0)
    assert disagreements(read_published(tmp_path / "build"), outcome.snapshot) == alone
    assert len({each.rule for each in alone}) > 2
