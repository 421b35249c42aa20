"""Tasks as tables tell them."""

from collections.abc import Callable

from generator.snapshot import Snapshot
from generator.views import task_table

Taken = Callable[[str], Snapshot]


def test_what_a_task_consists_of_has_its_live_facts_filled_in(taken: Taken) -> None:
    text = "waves: {w: {name: W, tasks: {a: {name: Alpha, duration: 1d, description: \"{{ name('a') }} first\"}}}}\n"
    assert [row.description for row in task_table.view(taken(text), "w").rows] == ["Alpha first"]
