"""Where the plan refers to an item: by its id in some field, by a live fact, or by its name in a text.

Nothing here knows a field by name: what refers to something is told by the types of the model.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from generator.commonmark import words_of
from generator.findings import Pointer
from generator.literals.lexicon import lexicon_of
from generator.literals.names import is_proper
from generator.literals.passages import passages
from generator.model.index import SECTIONS
from generator.model.walk import prose, references
from generator.prose import Facts
from generator.snapshot import Snapshot
from generator.templates.facts import calls_in
from generator.views._mention import Mention, mentioned
from generator.views._once import once

Known = tuple[str, str]
_PLAN = ("plan", "")
_MENTIONS = "mentions"
_MOST = 30
"""So many entries of one sort are listed; a role that a thousand tasks need tells the number of the others."""


@dataclass(frozen=True)
class UseGroup:
    """Entries of one section that refer to an item in the same way: "Tasks, depends on"; `more` are left out."""

    label: str
    items: tuple[Mention, ...]
    more: int = 0


@once
def view(snapshot: Snapshot) -> Mapping[Known, tuple[UseGroup, ...]]:
    """Tell of every item that is referred to by what, in the order of the plan."""
    found: dict[Known, dict[str, dict[Known, str]]] = {}
    places = {item.pointer: (kind, item.id) for kind, of in snapshot.index.by_kind.items() for item in of.values()}
    for pointer, target, how in (*_by_id(snapshot), *_by_text(snapshot)):
        source, steps = _source(pointer, places)
        if source != target:
            words = steps[0] if source == _PLAN else ""
            groups = found.setdefault(target, {})
            groups.setdefault(_label(source, how or _field(steps, target)), {}).setdefault(source, words)
    return {target: tuple(_group(*each, snapshot) for each in groups.items()) for target, groups in found.items()}


def named(mention: Mention | None, snapshot: Snapshot) -> Mention | None:
    """Tell what has no name by what it states, rather than by its id."""
    text = getattr(snapshot.index.by_kind[mention.kind][mention.id], "text", None) if mention else None
    if mention is None or not text or mention.words != mention.id:
        return mention
    return Mention(mention.kind, mention.id, words_of(text))


def _by_id(snapshot: Snapshot) -> Iterator[tuple[Pointer, Known, str]]:
    for pointer, reference, kinds in references(snapshot.plan):
        target = snapshot.index.find(reference, kinds)
        if target:
            yield pointer, (target[0], target[1].id), ""


def _by_text(snapshot: Snapshot) -> Iterator[tuple[Pointer, Known, str]]:
    """Read texts as written for the facts they ask for, and as filled in for the names they hold."""
    lexicon = lexicon_of(Facts(snapshot.plan, snapshot.index, snapshot.names, snapshot.schedule))
    for pointer, text in prose(snapshot.plan):
        yield from ((pointer, each, _MENTIONS) for each in _asked(_written(snapshot.source.data, pointer), snapshot))
        for passage in passages(pointer, text):
            for mention in lexicon.mentions(passage):
                if len(mention.items) == 1 and is_proper(passage.plain[mention.begin : mention.end]):
                    yield pointer, mention.items[0], _MENTIONS


def _asked(text: object, snapshot: Snapshot) -> Iterator[Known]:
    for call in calls_in(text) if isinstance(text, str) else ():
        for argument in call.arguments:
            for each in (argument,) if isinstance(argument, str) else argument:
                found = snapshot.index.find(each)
                if found:
                    yield found[0], found[1].id


def _written(data: object, pointer: Pointer) -> object:
    """A value as its author wrote it; a list of one may be written as its only text."""
    for step in pointer:
        if isinstance(data, dict):
            data = data.get(str(step))
        elif isinstance(data, list):
            data = data[int(step)] if str(step).isdigit() and int(step) < len(data) else None
    return data


def _source(pointer: Pointer, places: Mapping[Pointer, Known]) -> tuple[Known, list[str]]:
    """The item in which a place lies, and the names of the fields that lead from it to the place."""
    for length in range(len(pointer), 0, -1):
        if pointer[:length] in places:
            return places[pointer[:length]], [step for step in pointer[length:] if isinstance(step, str)]
    return _PLAN, [step for step in pointer if isinstance(step, str)]


def _field(steps: list[str], target: Known) -> str:
    """A mapping's key is the reference itself, not the name of a field."""
    named = steps[:-1] if len(steps) > 1 and steps[-1].rpartition(":")[2] == target[1] else steps
    return ", ".join(each.replace("_", " ") for each in named)


def _label(source: Known, how: str) -> str:
    section = SECTIONS.get(source[0], "the plan").replace("_", " ")
    return f"{section[0].upper()}{section[1:]}, {how}"


def _group(label: str, sources: Mapping[Known, str], snapshot: Snapshot) -> UseGroup:
    listed = (_user(snapshot, source, words) for source, words in islice(sources.items(), _MOST))
    return UseGroup(label, tuple(each for each in listed if each), max(len(sources) - _MOST, 0))


@once
def _user(snapshot: Snapshot, source: Known, words: str) -> Mention | None:
    if source == _PLAN:
        return Mention(*_PLAN, words.replace("_", " "))
    return named(mentioned(source[1], snapshot, (source[0],)), snapshot)
