"""Tasks and risks that move the finish, as charts show them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.scheduling.uncertainty.risk_drivers import RiskDriver, risk_drivers
from generator.snapshot import Snapshot
from generator.views._certainty import per_cent, shift

if TYPE_CHECKING:
    from generator.scheduling.uncertainty.measures import Mover
    from generator.scheduling.uncertainty.simulation import Simulation

_LEAST = 0.05
"""Workdays: a smaller swing would be told as none."""


@dataclass(frozen=True)
class Row:
    """One task or risk: its name, its good and bad side, and how much the plan's mean finish moves in workdays."""

    name: str
    is_risk: bool
    sides: tuple[str, str]
    well: float
    badly: float
    cells: tuple[str, ...]

    @property
    def told(self) -> str:
        """Auth: −0.6 days when it goes well, +0.8 days when it goes badly."""
        good, bad = self.sides
        return f"{self.name}: {shift(self.well)} {good}, {shift(self.badly)} {bad}"


def rows_of(snapshot: Snapshot, simulation: "Simulation", inside: set[str] | None) -> tuple[Row, ...]:
    """Every task and risk that moves the finish visibly, or those of a wave, the strongest first."""
    return tuple(_rows(snapshot, simulation, inside))


def _rows(snapshot: Snapshot, simulation: "Simulation", inside: set[str] | None) -> Iterator[Row]:
    drivers = {each.id: each for each in risk_drivers(snapshot.plan, snapshot.schedule.breakdown)}
    for mover in simulation.movers:
        if abs(mover.swing) >= _LEAST and (inside is None or _touches(snapshot, mover, inside)):
            yield _row(snapshot, mover, drivers.get(mover.id) if mover.kind == "risk" else None)


def _row(snapshot: Snapshot, mover: "Mover", driver: RiskDriver | None) -> Row:
    called = snapshot.names[mover.kind, mover.id].name
    name = f"Risk: {called} ({per_cent(driver.chance)})" if driver else called
    cells = (called, "Risk" if driver else "Task", shift(mover.well), shift(mover.badly))
    return Row(name, bool(driver), _sides(driver), mover.well, mover.badly, cells)


def _sides(driver: RiskDriver | None) -> tuple[str, str]:
    """What the good side and the bad one are: a fifth of the runs each, or a risk's no and yes."""
    if driver is None or driver.is_certain:
        return "when it goes well", "when it goes badly"
    return ("if it happens", "if it does not") if driver.factor.shortens else ("if it does not happen", "if it does")


def _touches(snapshot: Snapshot, mover: "Mover", inside: set[str]) -> bool:
    if mover.kind == "task":
        return mover.id in inside
    affects = snapshot.plan.risks[mover.id].affects
    return any(each.rpartition(":")[2] in inside for each in affects)
