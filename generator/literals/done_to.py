"""What is done to a thing that an entry is only called by: "before the oven is lit" is not before the oven's task."""

from generator.literals.claims import Reading
from generator.literals.lexicon import Mention
from generator.literals.stems import stem
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern

_THEN = Pattern(r"[*_]{0,2}\s+(?:is|are|has|have)\s+(?:been\s+|all\s+|both\s+)?(?P<verb>[a-z]{2,14})\b")
_OF_WORK = frozenset(
    {"over", "done", "finished", "ready", "begun", "started", "ended", "complete", "completed", "through", "closed"}
    | {"passed", "accepted", "off", "in", "on", "at", "not", "under", "built", "made", "laid", "there", "open"}
)


def is_of_a_thing(other: Mention, reading: Reading) -> bool:
    """Tell whether something else happens to what is called by a part of a name: "before the oven is lit"."""
    then = _THEN.match(reading.passage.plain, other.end, reading.passage.end) if other.partial else None
    if then is None or then["verb"] in _OF_WORK:
        return False
    return not any(stem(then["verb"]) in reading.topics.words[known] for known in other.of(*ITEM_KINDS))
