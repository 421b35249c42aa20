"""Which items a text names by live facts."""

from collections.abc import Iterable, Iterator

from generator.model.text import ITEM_KINDS
from generator.scheduling.breakdown import Breakdown
from generator.templates.facts import FactCall, calls_in

_NAMING = ("name", "short", "label", "names", "scope")


def named_items(text: str | None, breakdown: Breakdown) -> tuple[str, ...]:
    """The items that a text calls by name, in its order; one that cannot be read names none."""
    asked = [item for call in calls_in(text, *_NAMING) for item in _asked(call)]
    return tuple(item for item in dict.fromkeys(asked) if item in breakdown.items)


def named_in(texts: Iterable[str], breakdown: Breakdown) -> Iterator[tuple[int, str]]:
    """Every item that one of some texts calls by name, with the place of the text among them."""
    for index, text in enumerate(texts):
        yield from ((index, item) for item in named_items(text, breakdown))


def _asked(call: FactCall) -> Iterator[str]:
    for argument in call.arguments:
        for each in (argument,) if isinstance(argument, str) else argument:
            kind, colon, name = each.rpartition(":")
            if not colon or kind in ITEM_KINDS:
                yield name
