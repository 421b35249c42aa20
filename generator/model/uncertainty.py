"""How sure a plan is of itself: what a risk does to durations, and how runs are simulated."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from generator.errors import BadValueError
from generator.model.notation import describe
from generator.model.quantity import Level
from generator.model.team import Percent
from generator.model.text import Entry
from generator.model.written import written

_FACTOR = re.compile(r"\d{1,3}(?:\.\d{1,6})?")
_POINTS = ("optimistic", "likely", "pessimistic")
_RUNS = range(100, 1_000_001)


class Distribution(StrEnum):
    """How a duration spreads between its three points."""

    BETA_PERT = "beta-pert"
    TRIANGULAR = "triangular"

    @property
    def told(self) -> str:
        """Its name in a sentence."""
        return {"beta-pert": "Beta-PERT", "triangular": "triangular"}[self.value]


@dataclass(frozen=True)
class Factor:
    """By what durations are multiplied: one number, or optimistic, likely, pessimistic."""

    optimistic: Decimal
    likely: Decimal
    pessimistic: Decimal
    text: str = field(compare=False)

    def __str__(self) -> str:
        return self.text

    @property
    def shortens(self) -> bool:
        """Work is done sooner rather than later: the risk is an opportunity."""
        return self.likely < 1


def parse_factor(value: object) -> Factor:
    """Read `1.5` or `1.2/1.5/2`."""
    text = value.strip() if isinstance(value, str) else ""
    parts = [part.strip() for part in text.split("/")]
    if len(parts) not in (1, len(_POINTS)) or not all(_FACTOR.fullmatch(part) for part in parts):
        raise BadValueError(f"expected a factor, found {describe(value)}", help='write "1.5" or "1.2/1.5/2"')
    points = [Decimal(part) for part in parts]
    if not all(points):
        raise BadValueError(f'"{text}" leaves no time', help="a factor is more than 0; 1 changes nothing")
    if points != sorted(points):
        raise BadValueError(f'"{text}" is not in order', help="write optimistic/likely/pessimistic, smallest first")
    return Factor(points[0], points[len(points) // 2], points[-1], text)


def _within(runs: int) -> int:
    if runs not in _RUNS:
        limits = f"from {_RUNS[0]} to {_RUNS[-1]:,}"
        raise BadValueError(f'"{runs}" is out of range', help=f"runs are {limits}; 10000 tell a P80 well")
    return runs


_NUMBER = r"\d{1,3}(\.\d{1,6})?"
FactorValue = Annotated[
    Factor,
    written(
        parse_factor,
        "1.5, or 1.2/1.5/2: optimistic/likely/pessimistic",
        "string",
        "number",
        pattern=rf"^{_NUMBER}(\s*/\s*{_NUMBER}\s*/\s*{_NUMBER})?$",
    ),
]
RunsValue = Annotated[int, AfterValidator(_within)]


class Simulated(Entry, frozen=True):
    """How many runs are drawn, and how; all of it can be left out.

    ```yaml
    simulation: {runs: 20000, chances: {low: 10%, medium: 30%, high: 60%}}
    tasks:
      dig: {name: Dig, duration: 3d/4d/8d}
    risks:
      rain: {name: Rain, impact: medium, probability: medium, mitigation: A tent, factor: 1.2/1.5/2, affects: dig}
      frost: {name: Frost, impact: high, probability: low, mitigation: A heater, chance: 5%, factor: 2, affects: dig}
    ```
    """

    runs: RunsValue | None = Field(
        default=None, description="How many times all durations are drawn; 10000 as a rule"
    )
    seed: int = Field(default=1, ge=0, description="The same seed draws the same durations")
    distribution: Distribution = Field(
        default=Distribution.BETA_PERT, description="How durations spread between their points"
    )
    chances: dict[Level, Percent] = Field(
        default_factory=dict, description="What low, medium and high mean, for risks that tell no chance of their own"
    )
