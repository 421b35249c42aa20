"""What items are called: names, labels that count them, short names."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.index import Index
from generator.model.text import Item

_NUMBERED = {"phase": "Phase", "wave": "Wave", "checkpoint": "Checkpoint"}


@dataclass(frozen=True)
class Called:
    """An item's name, its label ("Wave 1") and its short name; each falls back on another."""

    name: str
    label: str
    short: str


def names_of(index: Index) -> Mapping[tuple[str, str], Called]:
    """Name every item, by kind and id."""
    return {
        (kind, item.id): _called(kind, item, number)
        for kind, items in index.by_kind.items()
        for number, item in enumerate(items.values(), 1)
    }


def _called(kind: str, item: Item, number: int) -> Called:
    count = f"{_NUMBERED[kind]} {number}" if kind in _NUMBERED else None
    own = next((text for text in (getattr(item, key, None) for key in ("name", "title", "topic")) if text), None)
    name = own or count or item.id
    label = getattr(item, "label", None) if kind in ("phase", "wave") else None
    return Called(
        name, label or (count if kind in ("phase", "wave") else None) or name, getattr(item, "short", None) or name
    )
