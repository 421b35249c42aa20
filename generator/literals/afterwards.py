"""What can be done only after something: mending what a checkpoint has found, completing what another began."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.lexicon import Mention
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern, any_of
from generator.scheduling.schedule import Dates


class _Form(NamedTuple):
    """What stands before a name, what behind it, of which kinds it is, and when the plan says otherwise."""

    before: Pattern
    behind: Pattern | None
    kinds: tuple[str, ...]
    told: str
    is_false: Callable[[Dates, Dates], bool]


_FORMS = (
    _Form(
        Pattern(
            r"\b(?i:defects|faults|findings|remarks|open\s+points)\s+(?:of|from)\s+(?:the\s+)?[*_]{0,2}$",
            words=(any_of("defects faults findings remarks points"), any_of("of from")),
        ),
        None,
        ("checkpoint",),
        "takes place after the end of",
        lambda own, other: own.early_finish <= other.early_start,
    ),
    _Form(
        Pattern(r"\b(?:completes|continues|finishes)\s+what\s+(?:the\s+)?[*_]{0,2}$", words=(any_of("what"),)),
        Pattern(r"[*_]{0,2}\s+(?:began|begins|has\s+begun|started|starts|has\s+started)\b"),
        ITEM_KINDS,
        "begins after",
        lambda own, other: own.early_start < other.early_start,
    ),
    _Form(
        Pattern(r"\b[Ii]ts\s+first\s+day\s+follows\s+(?:the\s+)?[*_]{0,2}$", words=(any_of("follows"),)),
        None,
        ITEM_KINDS,
        "ends after the begin of",
        lambda own, other: own.early_start < other.early_finish,
    ),
    _Form(
        Pattern(r"\b[Ii]ts\s+last\s+day\s+follows\s+(?:the\s+)?[*_]{0,2}$", words=(any_of("follows"),)),
        None,
        ITEM_KINDS,
        "ends no earlier than",
        lambda own, other: own.early_finish <= other.early_finish,
    ),
)
_RELIES = Pattern(
    r"[*_]{0,2}\s+(?:(?:may|can|will)\s+)?(?:relies|rely|builds|build|stands|stand|leans|lean)\s+on\s+(?:it|them|this)\b",
    words=(any_of("relies rely builds build stands stand leans lean"), any_of("it them this")),
)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each item that comes too late for what is done with it, or too early for what relies on it."""
    owner, passage = reading.context.owner, reading.passage
    if owner is None or owner[0] not in ITEM_KINDS or passage.pointer[-1] in ("on_failure", "said"):
        return
    for mention in reading.mentions:
        for form in _FORMS:
            is_told = form.before.search(passage.plain[: mention.begin], passage.begin) and (
                form.behind is None or form.behind.match(passage.plain, mention.end, passage.end)
            )
            if is_told and mention.of(*form.kinds):
                yield from _judged(form, owner[1], mention, reading)
        if _RELIES.match(passage.plain, mention.end, passage.end):
            yield from _relying(owner[1], mention, reading)


def _judged(form: _Form, own: str, mention: Mention, reading: Reading) -> Iterator[Claim]:
    dates = reading.facts.schedule.dates
    others = [name for _, name in mention.of(*form.kinds) if name != own]
    if others and all(form.is_false(dates[own], dates[name]) for name in others):
        fact = f'"{others[0]}" {form.told} "{own}"'
        yield reading.claim("order", (mention.begin, mention.end), fact, agrees=False)


def _relying(own: str, mention: Mention, reading: Reading) -> Iterator[Claim]:
    """Nothing relies on what comes when it is over itself."""
    dates = reading.facts.schedule.dates
    others = [name for _, name in mention.of(*ITEM_KINDS) if name != own]
    is_over = others and all(dates[name].early_finish <= dates[own].early_finish for name in others)
    if is_over and is_sure(reading, mention.begin, mention.end, doubts=False):
        fact = f'"{others[0]}" is over before "{own}"'
        yield reading.claim("order", (mention.begin, mention.end), fact, agrees=False)
