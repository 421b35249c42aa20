"""Facts that are typed into prose: found there, and held against what the plan says."""

from generator.literals.claims import Claim
from generator.literals.reading import Literals, read_literals
from generator.literals.strange import StrangeName

__all__ = ["Claim", "Literals", "StrangeName", "read_literals"]
