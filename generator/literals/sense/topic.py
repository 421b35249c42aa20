"""What a clause says something of, which kinds its nouns count, and what a wave, a phase or the plan consists of."""

from collections.abc import Iterator

from generator.literals.lexicon import Known
from generator.literals.sense.nearness import DATED, is_definite, items_of, meant_by
from generator.literals.sense.scenes import Scene
from generator.literals.sense.things import Thing
from generator.literals.sense.vocabulary import EMPTY, GENERIC, PRONOUNS
from generator.literals.sense.words import Word
from generator.model.breakdown import Task
from generator.model.text import ITEM_KINDS

_NOUNS = {
    "task": "task", "tasks": "task", "job": "task", "jobs": "task", "wave": "wave", "waves": "wave",
    "phase": "phase", "phases": "phase", "role": "role", "roles": "role", "trade": "role", "trades": "role",
    "milestone": "milestone", "milestones": "milestone", "checkpoint": "checkpoint", "checkpoints": "checkpoint",
    "deliverable": "deliverable", "deliverables": "deliverable", "step": "step", "steps": "step",
}  # fmt: skip
_HERE = frozenset({"here", "this"})
_WHOLE = frozenset({"plan", "project", "programme", "site", "all", "whole"})


def spoken_of(scene: Scene, before: int) -> tuple[Known, ...]:
    """What stands before a word as its subject; the text's own entry where it is "it" or left out."""
    things = [thing for thing in scene.things_but_people if thing.last < before]
    if things:
        return surely(things[0], scene)
    texts = scene.clause.texts[:before]
    is_own = all(text in EMPTY | GENERIC or _is_head(text, scene) for text in texts) or not PRONOUNS.isdisjoint(texts)
    owner = scene.owner
    return (owner,) if owner and is_own and not scene.has_people_before(before) else ()


def surely(thing: Thing, scene: Scene) -> tuple[Known, ...]:
    """The entries that a thing means: those near the text's own, or the only one that has days and its word."""
    meant = tuple(known for known in meant_by(thing, scene) if known[0] in DATED)
    if meant or not thing.by_word:
        return meant
    dated = thing.of(*DATED)
    return dated if len(set(items_of(dated, scene))) == 1 and is_definite(thing, scene) else ()


def kind_of(word: Word, scene: Scene) -> str | None:
    """The kind that a noun counts: its own name, or what the labels of the plan call it."""
    return _NOUNS.get(word.text) or scene.reading.topics.heads.get(word.bare)


def _is_head(text: str, scene: Scene) -> bool:
    return any(word.text == text and kind_of(word, scene) for word in scene.clause.words)


def scopes(scene: Scene) -> Iterator[str | None]:
    """Yield what a clause may count within: a wave or phase that it names, else the text's own; None is the plan."""
    named = [known for thing in scene.things for known in thing.of("wave", "phase")]
    if named:
        yield from (name for _, name in named)
        return
    breakdown, owner = scene.reading.facts.schedule.breakdown, scene.owner
    if owner and owner[0] in ("wave", "phase"):
        yield owner[1]
    elif owner and owner[0] in ITEM_KINDS:
        parent = breakdown.parent(owner[1])
        while parent is not None:
            yield parent.id
            parent = breakdown.parent(parent.id)
    if owner is None or owner[0] not in ("wave", "phase") or not _WHOLE.isdisjoint(scene.clause.spoken):
        yield None


def tasks_of(scope: str | None, scene: Scene) -> tuple[Task, ...]:
    """The tasks of a wave, a phase or the whole plan."""
    breakdown = scene.reading.facts.schedule.breakdown
    return breakdown.tasks if scope is None else tuple(breakdown.tasks_within(scope))
