"""All that reading the prose of a plan finds."""

from dataclasses import dataclass

from generator.literals.claims import Claim
from generator.literals.strange import StrangeName


@dataclass(frozen=True)
class Literals:
    """What prose says of facts without asking for them, and the names in it that no item has."""

    claims: tuple[Claim, ...]
    strange: tuple[StrangeName, ...]
