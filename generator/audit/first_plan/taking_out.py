"""What of a first plan goes when something in it is refused: an entry, or a key or an item that it can do without."""

from dataclasses import replace

from generator.audit.first_plan.draft import Entry
from generator.findings import Pointer

_WHOLE = frozenset({"name", "title", "text", "at", "start", "duration", "threshold", "scope", "procedure"})
"""Keys without which an entry says too little, or another day."""


def taken_out(entries: list[Entry], refused: list[Pointer]) -> list[Entry]:
    """Leave out what is refused: of an entry one key, of a list one item, where it can do without it."""
    left = list(entries)
    for pointer in sorted(refused, key=lambda each: str(each[-1]).zfill(len("999")), reverse=True):
        found = concerned(left, pointer)
        parted = [_without_part(each, pointer[len(each.pointer) :]) for each in found]
        if len(found) == 1 and parted[0] is not None:
            left = [parted[0] if each is found[0] else each for each in left]
        else:
            left = without(left, found)
    return left


def concerned(entries: list[Entry], refused: Pointer) -> list[Entry]:
    """Return the entries that go when something is refused: those in it, else the smallest that it stands in."""
    below = [each for each in entries if each.pointer[: len(refused)] == refused]
    around = [each for each in entries if refused[: len(each.pointer)] == each.pointer]
    smallest = max((len(each.pointer) for each in around), default=0)
    found = below or [each for each in around if len(each.pointer) == smallest]
    return [each for each in found if each.pointer not in {("title",), ("start",)}]


def without(entries: list[Entry], gone: list[Entry]) -> list[Entry]:
    """Leave entries out with all that stands in them: an owner alone is no task."""
    things = [each.pointer for each in gone if isinstance(each.value, dict)]
    ids = {id(each) for each in gone}
    inside = (any(each.pointer[: len(thing)] == thing for thing in things) for each in entries)
    return [each for each, is_inside in zip(entries, inside, strict=True) if not (is_inside or id(each) in ids)]


def _without_part(each: Entry, way: Pointer) -> Entry | None:
    value, step = each.value, way[0] if way else None
    if isinstance(value, dict) and step in value and step not in _WHOLE and len(value) > 1:
        return replace(each, value={key: told for key, told in value.items() if key != step}, translated="")
    if isinstance(value, list) and isinstance(step, int) and step < len(value) > 1:
        return replace(each, value=[told for index, told in enumerate(value) if index != step])
    return None
