"""What a check of contradictions yields: what is wrong, where it is said, and what says otherwise."""

from dataclasses import dataclass

from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.quantities import Quantity


@dataclass(frozen=True)
class Contradiction:
    """A statement at `here` that the statements at `there` contradict."""

    message: str
    here: Quote
    there: tuple[Quote, ...] = ()
    help: str = "decide which of the two holds, and change the other"


def as_counted(phrase: Phrase, each: Quantity) -> str:
    """A number and what it counts in the words of its text, as they stand within a sentence."""
    words = phrase.plain[each.start : each.last]
    return words[:1].lower() + words[1:]
