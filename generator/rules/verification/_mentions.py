"""Which items a text names by live facts."""

from collections.abc import Iterable, Iterator

from generator.model.text import ITEM_KINDS
from generator.scheduling.breakdown import Breakdown
from generator.templates.facts import FactCall, FactSyntaxError, parse_facts

_NAMING = frozenset({"name", "short", "label", "names", "scope"})


def named_items(text: str | None, breakdown: Breakdown) -> tuple[str, ...]:
    """The items that a text calls by name, in its order; one that cannot be read names none."""
    try:
        parts = parse_facts(text) if text and "{" in text else []
    except FactSyntaxError:
        return ()
    asked = [item for part in parts if isinstance(part, FactCall) for item in _asked(part)]
    return tuple(item for item in dict.fromkeys(asked) if item in breakdown.items)


def named_in(texts: Iterable[str], breakdown: Breakdown) -> Iterator[tuple[int, str]]:
    """Every item that one of some texts calls by name, with the place of the text among them."""
    for index, text in enumerate(texts):
        yield from ((index, item) for item in named_items(text, breakdown))


def _asked(call: FactCall) -> Iterator[str]:
    for argument in call.arguments if call.name in _NAMING else ():
        for each in (argument,) if isinstance(argument, str) else argument:
            kind, colon, name = each.rpartition(":")
            if not colon or kind in ITEM_KINDS:
                yield name
