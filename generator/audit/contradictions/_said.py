"""What a check of contradictions yields: what is wrong, where it is said, and what says otherwise."""

from dataclasses import dataclass

from generator.audit.understanding.phrases import Quote


@dataclass(frozen=True)
class Contradiction:
    """A statement at `here` that the statements at `there` contradict."""

    message: str
    here: Quote
    there: tuple[Quote, ...] = ()
    help: str = "decide which of the two holds, and change the other"
