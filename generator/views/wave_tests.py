"""A wave's tests: who runs each, and all commands as one script."""

from dataclasses import dataclass

from generator.model.breakdown import WaveTest
from generator.snapshot import Snapshot
from generator.views._mention import Mention, owner


@dataclass(frozen=True)
class TestRow:
    """One level of tests."""

    test: WaveTest
    owner: Mention | None


@dataclass(frozen=True)
class WaveTests:
    """The tests in the plan's order; columns that would stay empty are told."""

    rows: tuple[TestRow, ...]
    has_passes: bool
    has_owner: bool
    commands: str


def view(snapshot: Snapshot, wave: str) -> WaveTests:
    """Tell the tests of one wave."""
    rows = tuple(TestRow(test, owner(test.owner, snapshot)) for test in snapshot.plan.waves[wave].tests)
    commands = [f"# {row.test.level}\n{row.test.command}" for row in rows if row.test.command]
    return WaveTests(
        rows,
        any(row.test.passes for row in rows),
        any(row.owner for row in rows),
        "\n\n".join(commands),
    )
