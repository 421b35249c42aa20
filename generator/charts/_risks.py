"""Risks as the matrix shows them: rated, ranked and numbered."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.commonmark import words_of
from generator.model.risk import Risk
from generator.snapshot import Snapshot

_LEVELS = ((9, "Critical"), (6, "High"), (3, "Medium"), (1, "Low"))


@dataclass(frozen=True)
class PlacedRisk:
    """A risk with its number in the order of exposure; ranks run from 1 to 3."""

    number: int
    name: str
    across: int
    up: int
    impact: str
    probability: str
    exposure: int
    cells: tuple[str, ...]

    @property
    def told(self) -> str:
        """1. Outage: impact High, probability Medium, exposure High (6 of 9)."""
        rated = f"impact {self.impact}, probability {self.probability}"
        return f"{self.number}. {self.name}: {rated}, exposure {words_for(self.exposure)} ({self.exposure} of 9)"


def ranked(snapshot: Snapshot, risks: Sequence[Risk]) -> tuple[PlacedRisk, ...]:
    """Count off the risks, the greatest exposure first; among equals the greater impact, then the plan's order."""
    order = sorted(risks, key=lambda risk: (-risk.exposure, -risk.impact.rank))
    return tuple(_placed(snapshot, risk, number) for number, risk in enumerate(order, 1))


def words_for(exposure: int) -> str:
    """Return the word for impact times probability."""
    return next(word for least, word in _LEVELS if exposure >= least)


def _placed(snapshot: Snapshot, risk: Risk, number: int) -> PlacedRisk:
    impact, probability = risk.impact.value.capitalize(), risk.probability.value.capitalize()
    exposure = f"{words_for(risk.exposure)} ({risk.exposure})"
    mitigation = words_of(risk.mitigation)
    cells = (str(number), risk.name, impact, probability, exposure, _owner(snapshot, risk), mitigation)
    return PlacedRisk(
        number=number,
        name=risk.name,
        across=risk.probability.rank,
        up=risk.impact.rank,
        impact=impact,
        probability=probability,
        exposure=risk.exposure,
        cells=cells,
    )


def _owner(snapshot: Snapshot, risk: Risk) -> str:
    found = snapshot.index.find(risk.owner, ("person", "role")) if risk.owner else None
    return snapshot.names[found[0], found[1].id].name if found else "–"
