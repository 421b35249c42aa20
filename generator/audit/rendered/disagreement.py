"""What a check of rendered documents yields."""

from dataclasses import dataclass

from generator.findings import Place


@dataclass(frozen=True)
class Disagreement:
    """Words at a place that the plan, or other words, say otherwise."""

    message: str
    place: Place
    help: str = "build anew: planpress build"


def short(words: str, limit: int = 90) -> str:
    """Quote words, the middle of long ones left out."""
    told = " ".join(words.split())
    return told if len(told) <= limit else f"{told[: limit - 31]} … {told[-28:]}"
