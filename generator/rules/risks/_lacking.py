"""Risks that lack what a high risk must have, or what most risks of the plan have."""

from collections.abc import Callable, Iterator

from generator.model.plan import Plan
from generator.model.risk import Risk
from generator.rules._gaps import gaps

HIGH = 6
"""Exposure (impact times probability, 1 to 9) from which on a risk is high: high times medium."""


def lacking(plan: Plan, has: Callable[[Risk], object], *, high: int, most: int) -> Iterator[tuple[Risk, str]]:
    """Yield each risk without something, and why it should have it."""
    unlike_most = {risk.id: having for risk, having in gaps(plan.risks.values(), has, most=most)}
    for risk in plan.risks.values():
        if risk.id in unlike_most:
            yield risk, f"{unlike_most[risk.id]} risks have one"
        elif risk.exposure >= high and not has(risk):
            yield risk, f"impact {risk.impact}, probability {risk.probability}"
