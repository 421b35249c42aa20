"""The card that a link shows says something else of its item than the plan.

It is read without going to the entry itself, so nobody sees the two side by side.

Fails: the card of "DB Setup" has it finish on Friday the 9th in a plan that finishes it on the 8th.

Passes: it has the 8th.
"""

import re
from collections.abc import Iterator

from generator.audit.rendered.dated import days_of
from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.items import Told, ref_of, told_items
from generator.audit.rendered.published import ITEMS, Published
from generator.audit.rendered.truth import Ref, Truth, plain
from generator.findings import Place, Severity
from generator.model.risk import Risk
from generator.model.rollback import Rollback
from generator.model.team import Person, Role

SEVERITY = Severity.ERROR
_OWNERS = ("owner", "lead", "chair", "by")
_PERCENT = re.compile(r"(\d+)% done")


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield what is told of an item and is not so."""
    for name in filter(published.contents.__contains__, ITEMS):
        content = published.contents[name]
        for anchor, told in told_items(content):
            for message in _wrong(anchor, told, truth):
                yield Disagreement(message, _place(anchor, content.decode(errors="replace"), published.place(name)))


def _wrong(anchor: str, told: Told, truth: Truth) -> Iterator[str]:
    ref = ref_of(anchor, truth)
    if ref:
        yield from _faults(ref, told, truth)
    else:
        yield f'the plan has no "{short(anchor)}"' if anchor else "not a list of items"


def _place(anchor: str, content: str, file: str) -> Place:
    column = max(content.find(f'"{anchor}":'), 0) + 1
    return Place(file, 1, column, 1, column + len(anchor) + 2)


def _faults(ref: Ref, told: Told, truth: Truth) -> Iterator[str]:
    name = truth.name(ref)
    if plain(told.get("name", "")) not in map(plain, truth.names_of(ref)):
        yield f'"{name}" is called "{short(told.get("name", ""))}" here'
    if told.get("kind", "").lower() != ref.kind:
        yield f'"{name}" is a {ref.kind} in the plan, a "{short(told.get("kind", ""))}" here'
    if told.get("owner", "") != _owner(ref, truth):
        true, said = _owner(ref, truth) or "nobody", short(told.get("owner", "")) or "nobody"
        yield f'who answers for "{name}" is "{true}" in the plan, "{said}" here'
    yield from _days(ref, told, truth)
    yield from _state(ref, told, truth)
    said = plain(told.get("says", "").removesuffix(" …"))
    if said and not any(said in text for text in truth.texts_below(truth.item(ref).pointer)):
        yield f'the plan does not say "{short(said)}" of "{name}"'


def _own_state(ref: Ref, truth: Truth) -> Iterator[str]:
    """What is told of people, roles, risks and ways back alone."""
    item, plan = truth.item(ref), truth.snapshot.plan
    if isinstance(item, Person):
        yield from filter(None, (truth.snapshot.names["role", item.role].name, item.contact))
    if isinstance(item, Role):
        count = sum(person.role == item.id for person in plan.people.values())
        yield from (f"{count} {'person' if count == 1 else 'people'}",) if count else ()
    if isinstance(item, Risk):
        yield f"{item.impact.value} impact, {item.probability.value} probability"
    if isinstance(item, Rollback) and item.within:
        yield f"within {item.within}"


def _owner(ref: Ref, truth: Truth) -> str:
    item, index = truth.item(ref), truth.snapshot.index
    named = next(filter(None, (getattr(item, key, None) for key in _OWNERS)), None)
    found = index.find(named, ("person", "role")) if named else None
    return truth.snapshot.names[(found[0], found[1].id)].name if found else ""


def _days(ref: Ref, told: Told, truth: Truth) -> Iterator[str]:
    days = days_of(ref, truth)
    if days is None or not told.get("when"):
        return
    wanted = [*dict.fromkeys(days)]
    for by_date in (False, True):
        found = [*dict.fromkeys(each.index for each in truth.days(told["when"]) if each.by_date is by_date)]
        if found and found != wanted:
            yield f'"{truth.name(ref)}" is not done "{short(told["when"])}"'
            return


def _state(ref: Ref, told: Told, truth: Truth) -> Iterator[str]:
    state, dates, item = told.get("state", ""), truth.dates(ref), truth.item(ref)
    is_critical = bool(dates and dates.critical and ref.kind != "checkpoint")
    if ref.kind != "risk" and ("critical" in state.split(", ")) != is_critical:
        yield f'"{truth.name(ref)}" is {"" if is_critical else "not "}critical in the plan'
    if hasattr(item, "done") and ("done" in state.split(", ")) != item.done:
        yield f'"{truth.name(ref)}" is {"done" if item.done else "open"} in the plan'
    if hasattr(item, "threshold") and str(item.threshold) not in state:
        yield f'"{truth.name(ref)}" is {item.threshold} in the plan, not "{short(state)}"'
    for true in _own_state(ref, truth):
        if f", {true}, " not in f", {state}, ":
            yield f'"{truth.name(ref)}" is "{true}" in the plan, but "{short(state)}" here'
    percent = _PERCENT.search(state)
    if ref.kind == "task" and percent and int(percent[1]) != int(getattr(item, "percent_complete", None) or 0):
        yield f'"{truth.name(ref)}" is not "{percent[0]}" in the plan'
