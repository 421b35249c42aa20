"""The longest or shortest of its kind, and what is longer than what, told otherwise than the plan has it."""

from collections.abc import Iterator

from generator.literals.claims import Claim
from generator.literals.lexicon import Known
from generator.literals.sense.scenes import Scene
from generator.literals.sense.vocabulary import EMPTY, GENERIC

_MOST = {"longest": True, "lengthiest": True, "shortest": False, "quickest": False, "briefest": False}
_MORE = {"longer": True, "shorter": False, "quicker": False, "briefer": False}
_TURN = {"first": "second", "second": "first", "last": "first"}
_ENOUGH = 3


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield each rank among its like, and each comparison of two lengths, that the schedule contradicts."""
    for index, text in enumerate(scene.clause.texts) if scene.is_sure else ():
        if text in _MOST and scene.clause.texts[index - 1] == "the":
            yield from _of_rank(index, scene)
        elif text in _MORE:
            yield from _of_two(index, scene)


def _of_rank(index: int, scene: Scene) -> Iterator[Claim]:
    """A thing is not the longest of a group in whose shorter half it is."""
    texts, meant = scene.clause.texts, scene.owner if scene.clause.texts[0] in ("it", "this", "that") else None
    before = [known for thing in scene.things_before(index) for known in thing.of("task")]
    item = meant[1] if meant and meant[0] == "task" else before[0][1] if len(before) == 1 else None
    if item is None or (scene.unknown(index, len(texts), {"far", "among", "these"}) and not meant):
        return
    group = _group(item, index, scene)
    longer = [each for each in group if _length(each, scene) > _length(item, scene)]
    shorter = [each for each in group if _length(each, scene) < _length(item, scene)]
    worse = longer if _MOST[texts[index]] else shorter
    if len(worse) * 2 > len(group) or (worse and len(group) < _ENOUGH):
        yield scene.claim(
            "order", index - 1, index, f'"{worse[0]}" is {"longer" if worse is longer else "shorter"} than "{item}"'
        )


def _group(item: str, index: int, scene: Scene) -> list[str]:
    """Tasks whose names have the word behind "of the", or else those of the same wave."""
    breakdown = scene.reading.facts.schedule.breakdown
    stems = {word.bare for word in scene.clause.words[index + 1 :]}
    like = [task.id for task in breakdown.tasks if stems & scene.reading.topics.words["task", task.id]]
    if len(like) > 1:
        return [each for each in like if each != item]
    if any(word.text not in EMPTY | GENERIC for word in scene.clause.words[index + 1 :]):
        return []
    return [
        each
        for each in breakdown.members.get(breakdown.parents.get(item, ""), ())
        if each != item and hasattr(breakdown.items[each], "duration")
    ]


def _of_two(index: int, scene: Scene) -> Iterator[Claim]:
    """A text's own task and another one, named or told by its place: "as the first, only longer"."""
    owner = scene.owner
    if not owner or owner[0] != "task":
        return
    named = [known for known in scene.named("task") if known != owner]
    words = scene.reading.passage.plain[scene.reading.passage.begin : scene.reading.passage.end].lower().split()
    other = named[0] if len(named) == 1 and "than" in scene.clause.texts[index:] else None
    other = other or next((found for word in words if (found := _in_turn(word.strip(",.;"), owner, scene))), None)
    if (
        other
        and not scene.unknown(index, index, {"by", "far", "bit"})
        and _length(owner[1], scene) != _length(other[1], scene)
    ):
        is_longer = _length(owner[1], scene) > _length(other[1], scene)
        if is_longer != _MORE[scene.clause.texts[index]]:
            yield scene.claim(
                "order", index, index, f'"{owner[1]}" is {"longer" if is_longer else "shorter"} than "{other[1]}"'
            )


def _in_turn(word: str, owner: Known, scene: Scene) -> Known | None:
    """The task that has the same name but for its number."""
    words = scene.reading.topics.words
    own = words[owner]
    if word not in _TURN or not {"first", "second"} & own:
        return None
    wanted = (own - {"first", "second"}) | {word}
    like = [known for known, each in words.items() if known[0] == "task" and known != owner and word in each]
    return next((known for known in like if len(wanted & words[known]) >= len(wanted) - 1), None)


def _length(item: str, scene: Scene) -> int:
    schedule = scene.reading.facts.schedule
    duration = schedule.estimate(item).likely
    return duration.minutes(schedule.time.day_minutes, schedule.time.week_minutes)
