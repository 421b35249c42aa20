"""How many there are of what the plan calls by a word: lots, weekend windows, commands."""

from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.numbers import NUMBER, number_of
from generator.literals.shared_out import is_shared_out
from generator.literals.stems import stem
from generator.patterns import Pattern

_COUNTED = Pattern(
    rf"(?P<all>\b(?:[Aa]ll|(?:[Ee]ach|[Aa]ll|[Nn]one|[Oo]ne|{NUMBER})\s+of\s+the|[Bb]oth\s+of\s+the)\s+)?"
    rf"(?<![\w.,:/-])(?P<said>{NUMBER})\s+(?:[a-z]{{3,20}}\s+)?(?P<noun>[a-z]{{3,20}}s)\b(?![-\w]|\s+(?:of\s+the|a\s|each|per)\b)"
)
_SOME = Pattern(r"\b(?:first|last|next|other|more|further|than|of|every|these|those)\s+$")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each number of what names and labels count: more than there are, or all of another number."""
    passage, numbers = reading.passage, reading.topics.numbers
    if not reading.tells_number or reading.words.isdisjoint(numbers):
        return
    for found in _COUNTED.finditer(passage.plain, passage.begin, passage.end):
        true, said = numbers.get(stem(found["noun"])), number_of(found["said"])
        is_some = not found["all"] and _SOME.search(passage.plain[: found.start("said")], passage.begin)
        if not true or is_some or said in true:
            continue
        if said == 1 or (said < max(true) and not found["all"]) or is_shared_out(passage, *found.span()):
            continue
        if is_sure(reading, *found.span("said")):
            told = " or ".join(map(str, sorted(true)))
            fact = f"the plan has {told} {found['noun']}{_of_which(true, found['noun'])}"
            yield reading.claim("count", found.span("said"), fact, agrees=False)


def _of_which(true: frozenset[int], noun: str) -> str:
    """Of commands there are those of checkpoints, those of tests, and all."""
    return " (of checkpoints, of tests, or of both)" if noun == "commands" and len(true) > 1 else ""
