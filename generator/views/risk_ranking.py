"""Risks in order of exposure."""

from dataclasses import dataclass

from generator.model.risk import Risk
from generator.snapshot import Snapshot
from generator.views._once import once

TOP = 5
"""How many a quick reference names."""


@dataclass(frozen=True)
class RiskRanking:
    """Every risk, the greatest exposure first (ties as the plan orders them), and the top of that list."""

    ranked: tuple[Risk, ...]
    top: tuple[Risk, ...]


@once
def view(snapshot: Snapshot) -> RiskRanking:
    """Rank by impact times probability."""
    ranked = tuple(sorted(snapshot.plan.risks.values(), key=lambda risk: -risk.exposure))
    return RiskRanking(ranked, ranked[:TOP])
