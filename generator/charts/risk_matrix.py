"""The risk matrix: how likely each risk is against how much it would hurt."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.charts._chart import Drawing, Table
from generator.charts._items import name_of
from generator.charts._plotly import Figure
from generator.charts._risk_drawing import draw
from generator.charts._risk_figure import risk_figure
from generator.charts._risks import PlacedRisk, ranked, words_for
from generator.formatting import counted
from generator.model.risk import Risk
from generator.snapshot import Snapshot

TITLE = "Risk matrix"
WIDE = False
_COLUMNS = ("No.", "Risk", "Impact", "Probability", "Exposure", "Owner", "Mitigation")


@dataclass(frozen=True)
class RiskData:
    """Risks, the greatest exposure first."""

    subject: str
    risks: tuple[PlacedRisk, ...]


def data(snapshot: Snapshot, *, wave: str = "") -> RiskData | None:
    """Every risk of the plan, or those that a wave or its tasks are exposed to."""
    inside = {wave, *snapshot.schedule.breakdown.members.get(wave, ())}
    chosen = [risk for risk in snapshot.plan.risks.values() if not wave or _exposed(risk) & inside]
    if not chosen:
        return None
    subject = name_of(snapshot, snapshot.plan.waves[wave]) if wave else snapshot.plan.title
    return RiskData(subject, ranked(snapshot, chosen))


def title(data: RiskData) -> str:
    """Name the plan or wave that the risks belong to."""
    return f"Risks of {data.subject}"


def description(data: RiskData) -> str:
    """Say how many risks there are at each exposure, and which is the greatest."""
    counts = ", ".join(_counts(data))
    first = data.risks[0]
    told = f"impact {first.impact.lower()}, probability {first.probability.lower()}"
    return f"{counted(len(data.risks), 'risk')}: {counts}. The greatest is {first.name} ({told})."


def drawing(data: RiskData) -> Drawing:
    """Draw the chart."""
    return draw(data.risks)


def figure(data: RiskData) -> Figure:
    """Draw the chart for Plotly."""
    return risk_figure(data.risks)


def table(data: RiskData) -> Table:
    """Every risk with its ratings, owner and mitigation, in the order of exposure."""
    return Table(title(data), _COLUMNS, tuple(risk.cells for risk in data.risks))


def _exposed(risk: Risk) -> set[str]:
    return {each.rpartition(":")[2] for each in risk.affects}


def _counts(data: RiskData) -> Iterator[str]:
    for exposure in ("Critical", "High", "Medium", "Low"):
        count = sum(words_for(risk.exposure) == exposure for risk in data.risks)
        if count:
            yield f"{count} {exposure.lower()}"
