"""Names of items that are typed into prose, though a live fact would print them."""

import re
from collections.abc import Iterator

from generator.literals.claims import Claim, Reading, live_fact
from generator.patterns import Pattern

NAMED = ("phase", "wave", "task", "milestone", "checkpoint", "person")
"""What is called by its name in prose, as others are by ordinary words."""
LABEL = re.compile(r"(?P<stem>[^\W\d]+) (?P<number>\d{1,4})")
BEHIND = Pattern(
    r"(?:'s|’s)?[*_]{0,2}(?:\s*(?:[^\w\s]|$)|\s+(?:is|are|has|have|was|will|must|can|may|does|and|or|but|to|in|on|at|by|with"
    r"|for|from|of|before|after|until|as|which|that|whose|then|than|so|when|while|needs?|starts?|begins?|ends?|finish\w*|runs?"
    r"|takes?|waits?|reads|writes|uses|owns|adds|makes|builds|works|brings|gets|holds|hands|follows|leads|gives|goes|comes"
    r"|opens|closes|passes|passed|covers?|tests?|completes?|delivers?|depends?|begun|[A-Z]\w*)\b)"
)
"""What may follow a label that is a name; "Phase 3 trials" are something else."""
SMALL_WORDS = ("and", "of", "the", "for", "to", "in", "on", "with", "at", "by", "or", "a", "an")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each name that is typed though a live fact would print it, where it is no ordinary word."""
    plain = reading.passage.plain
    for mention in reading.named:
        items = mention.of(*NAMED)
        said = plain[mention.begin : mention.end]
        if mention.live or len(mention.items) != 1 or not items or not is_proper(said):
            continue
        if LABEL.fullmatch(said) and not BEHIND.match(plain, mention.end):
            continue
        live = next(
            filter(None, (live_fact(reading.facts, said, call, items[0]) for call in ("label", "name", "short"))),
            None,
        )
        fact = f'"{said}" is the {items[0][0]} "{items[0][1]}"'
        yield reading.claim("name", (mention.begin, mention.end), fact, agrees=True, live=live)


def is_proper(said: str) -> bool:
    """Tell a name from an ordinary word: it counts, or all its words, several, are capitalised."""
    words = [word for word in said.split() if word.lower() not in SMALL_WORDS]
    return LABEL.fullmatch(said) is not None or (len(words) > 1 and all(word[0].isupper() for word in words))
