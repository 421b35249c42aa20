"""What waits for what in a first plan, as arrows, columns and sentences tell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from generator.audit.first_plan.draft import Entry, lines_of
from generator.audit.first_plan.ids import Ids
from generator.audit.first_plan.owners import Owners
from generator.audit.first_plan.part_labels import labelled_orders
from generator.audit.first_plan.records import Record
from generator.audit.first_plan.sequences import assumed_order, lengths_in_order, sequence_orders
from generator.audit.first_plan.wording import Stretch
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.orders import orders_of
from generator.audit.understanding.row_times import row_units
from generator.audit.understanding.units import OUTER, TESTS, Unit
from generator.audit.understanding.words import key_of
from generator.findings import Pointer

_Thing = TypeVar("_Thing")
_HELD = {(section,) for section in ("tasks", "risks", "rollbacks", "milestones", "checkpoints")}


def link_entries(facts: Facts, ids: Ids) -> Iterator[Entry]:
    """Yield for each part what it depends on."""
    needed: dict[Unit, list[Unit]] = {}
    lines: dict[Unit, frozenset[tuple[str, int]]] = {}
    labelled = list(labelled_orders(facts))
    words = {order.after: told for order, told in labelled}
    told = [*orders_of(facts), *sequence_orders(facts, ids), *(order for order, _ in labelled)]
    numbered = lengths_in_order(facts, ids, [each for order in told for each in (order.before, order.after)])
    yield from assumed_order(numbered)
    for order in (*told, *numbered):
        known = order.before in ids.units and order.after in ids.units and order.before.kind == order.after.kind
        if known and not reaches(needed, order.before, order.after):
            needed.setdefault(order.after, []).append(order.before)
            lines[order.after] = lines.get(order.after, frozenset()) | lines_of(order.quote)
    for unit, before in needed.items():
        section = "phases" if unit.kind in OUTER else "waves"
        pointer: Pointer = (section, ids.units[unit], "depends_on")
        after = [ids.units[each] for each in dict.fromkeys(before)]
        yield Entry(pointer, after, lines[unit], words.get(unit, ""))


def holder_entries(entries: Sequence[Entry], records: Iterable[Record], owners: Owners) -> Iterator[Entry]:
    """Yield who has what is placed already, as an entry elsewhere tells: `Kiln: Ada Lind`."""
    named = {
        key_of(each.value["name"]): each for each in entries if each.pointer[-2:-1] in _HELD and "name" in each.value
    }
    for record in records:
        told = record.told.get("holder")
        placed = named.get(key_of(told.label)) if told else None
        given = owners.of(told) if told else None
        if placed and given and "owner" not in placed.value:
            yield Entry((*placed.pointer, "owner"), given, lines_of(*record.quotes))


def owner_entries(ids: Ids, records: Iterable[Record], owners: Owners) -> Iterator[Entry]:
    """Yield who leads each part and who has each task, as columns and labels tell."""
    led: set[Pointer] = set()
    for record in records:
        told = record.get("owner")
        for pointer, given in _owned(ids, record, owners, told) if told else ():
            if pointer not in led:
                led.add(pointer)
                yield Entry(pointer, given, lines_of(*record.quotes))


def _owned(ids: Ids, record: Record, owners: Owners, told: Stretch) -> Iterator[tuple[Pointer, str]]:
    person, tasks = owners.person(told), _tasks(ids, record)
    units = [each.unit for each, cell in row_units(record.row) if cell is record.phrase] if record.row else []
    if person and len(units) == 1 and units[0] in ids.units and units[0].kind not in OUTER | TESTS:
        yield ("waves", ids.units[units[0]], "lead"), person.id
    given = owners.of(told)
    if given and len(units) == 1 and units[0] in ids.units and units[0].kind in TESTS:
        yield ("checkpoints", ids.units[units[0]], "owner"), given
    yield from (((*task, "owner"), given) for task in tasks if given)


def _tasks(ids: Ids, record: Record) -> list[Pointer]:
    """The tasks that a row tells, else the one that an entry names."""
    place = record.phrase.text.place()
    task = ids.pointers.get(key_of(record.name)) or ids.spoken.get((place.file, place.line))
    return (ids.rows.get(record.row, []) if record.row else []) or ([task] if task else [])


def reaches(needed: Mapping[_Thing, Sequence[_Thing]], start: _Thing, goal: _Thing) -> bool:
    """Tell whether one thing already waits for another, by whatever way: a circle would refuse the plan."""
    open_, seen = [start], set[_Thing]()
    while open_:
        thing = open_.pop()
        if thing == goal:
            return True
        if thing not in seen:
            seen.add(thing)
            open_ += needed.get(thing, ())
    return False
