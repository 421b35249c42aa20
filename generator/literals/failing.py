"""What is to wait, begin or be given up when a checkpoint fails, and is over by then or has begun."""

from collections.abc import Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.lexicon import Known
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern, any_of

_WAITS = Pattern(
    r"[*_]{0,2}\s+(?:(?P<begins>starts?|begins?)|waits?|stays?|moves?|(?:is|are)\s+(?:given\s+up|put\s+off|postponed|cut|shortened|dropped|moved))\b",
    words=(any_of("starts start begins begin waits wait stays stay moves move is are"),),
)
_REPLACES = Pattern(
    r"\b(?:replaces?|takes\s+the\s+place\s+of|instead\s+of|in\s+place\s+of)\s+[*_]{0,2}$",
    words=(any_of("replace replaces place instead"),),
)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each item that cannot wait any more, or cannot begin then, as the checkpoint's own text says."""
    passage, owner = reading.passage, reading.context.owner
    if passage.pointer[-1] != "on_failure" or owner is None or owner[0] != "checkpoint":
        return
    for mention in reading.named:
        items = mention.of(*ITEM_KINDS)
        waits = _WAITS.match(passage.plain, mention.end, passage.end) if len(items) == 1 else None
        is_replaced = len(items) == 1 and _REPLACES.search(passage.plain[: mention.begin], passage.begin)
        if waits or is_replaced:
            fact = _past(items[0], owner, reading, is_begun=bool(waits and waits["begins"]))
            if fact:
                yield reading.claim("order", (mention.begin, mention.end), fact, agrees=False)


def _past(item: Known, checkpoint: Known, reading: Reading, *, is_begun: bool) -> str | None:
    """Say that an item is over when the checkpoint takes place, or has begun by then."""
    dates = reading.facts.schedule.dates
    own, then = dates[item[1]], dates[checkpoint[1]].early_start
    if own.early_finish <= then:
        return f'"{item[1]}" is finished when "{checkpoint[1]}" takes place'
    is_under_way = is_begun and own.early_start < then
    return f'"{item[1]}" has begun when "{checkpoint[1]}" takes place' if is_under_way else None
