"""Every item in a few words: what it is, when, who answers for it, how far it is, one sentence of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.commonmark import words_of
from generator.formatting import counted
from generator.model.breakdown import Phase, Task, Wave
from generator.model.communication import Coordination, Meeting
from generator.model.monitoring import Alert, Target
from generator.model.risk import Risk
from generator.model.rollback import Rollback
from generator.model.shapes import marked_fields
from generator.model.team import Person
from generator.model.text import ITEM_KINDS, Item, Markup
from generator.snapshot import Snapshot
from generator.views import meeting_times
from generator.views._mention import mentioned, owner
from generator.views._once import once
from generator.views._progress import share_done
from generator.views._when import span_words, week_words
from generator.views.uses import named

_LONGEST = 180
_OWNERS = ("owner", "lead", "chair", "by")


@dataclass(frozen=True)
class ItemFacts:
    """An item in plain text; what the plan does not tell is empty."""

    kind: str
    name: str
    when: str
    owner: str
    state: str
    says: str


@once
def view(snapshot: Snapshot) -> Mapping[str, ItemFacts]:
    """Tell of every item, by the anchor of its entry."""
    return {
        f"{kind}-{item.id}": _facts(kind, item, snapshot)
        for kind, items in snapshot.index.by_kind.items()
        for item in items.values()
    }


def _facts(kind: str, item: Item, snapshot: Snapshot) -> ItemFacts:
    found = named(mentioned(item.id, snapshot, (kind,)), snapshot)
    name, says = found.words if found else item.id, _sentence(item)
    return ItemFacts(
        kind=kind.capitalize(),
        name=name,
        when=_when(kind, item, snapshot),
        owner=_owner(item, snapshot),
        state=", ".join(_state(kind, item, snapshot)),
        says=says if not name.startswith(says) else "",
    )


def _when(kind: str, item: Item, snapshot: Snapshot) -> str:
    if isinstance(item, Meeting):
        return meeting_times.view(snapshot, item.id)
    if isinstance(item, Coordination):
        return week_words(item.week, snapshot)
    is_empty = isinstance(item, Phase | Wave) and not snapshot.schedule.breakdown.members.get(item.id)
    return span_words(item.id, snapshot) if kind in ITEM_KINDS and not is_empty else ""


def _owner(item: Item, snapshot: Snapshot) -> str:
    """Whoever leads, chairs or decided answers for it as well; a person is told by how to be reached."""
    named = next(filter(None, (getattr(item, key) for key in _owners(type(item)))), None)
    found = owner(named, snapshot)
    return found.words if found else ""


@cache
def _owners(model: type[Item]) -> tuple[str, ...]:
    return tuple(key for key in _OWNERS if key in model.model_fields)


def _state(kind: str, item: Item, snapshot: Snapshot) -> Iterator[str]:
    if isinstance(item, Task | Wave | Phase):
        percent = share_done(tuple(snapshot.schedule.breakdown.tasks_within(item.id)), snapshot)
        yield from () if percent is None else (f"{percent}% done",)
    if kind in ITEM_KINDS and kind != "checkpoint" and snapshot.schedule.dates[item.id].critical:
        yield "critical"
    if hasattr(item, "done"):
        yield "done" if item.done else "open"
    yield from _own_state(kind, item, snapshot)


def _own_state(kind: str, item: Item, snapshot: Snapshot) -> Iterator[str]:
    if isinstance(item, Risk):
        yield f"{item.impact.value} impact, {item.probability.value} probability"
    if isinstance(item, Target | Alert):
        yield str(item.threshold)
    if isinstance(item, Rollback) and item.within:
        yield f"within {item.within}"
    if isinstance(item, Person):
        yield from filter(None, (snapshot.names[("role", item.role)].name, item.contact))
    if kind == "role":
        people = sum(person.role == item.id for person in snapshot.plan.people.values())
        yield from (counted(people, "person", "people"),) if people else ()


def _sentence(item: Item) -> str:
    """The first sentence of the first text that the item has."""
    fields = [(name, shape) for name, shape in marked_fields(type(item)) if isinstance(shape.mark, Markup)]
    text = words_of(next(filter(None, (getattr(item, name) for name, _ in fields)), ""))
    first = text.partition(". ")
    sentence = f"{first[0]}." if first[1] else text
    return sentence if len(sentence) <= _LONGEST else f"{sentence[:_LONGEST].rsplit(' ', 1)[0]} …"
