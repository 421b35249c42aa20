"""Which of two tasks is longer, told otherwise than the plan has it."""

from collections.abc import Iterator

from generator.literals.claims import Claim
from generator.literals.lexicon import Known
from generator.literals.sense.scenes import Scene

_MORE = {"longer": True, "shorter": False, "quicker": False, "briefer": False}
_TURN = {"first": "second", "second": "first", "last": "first"}


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield each comparison of two lengths that the schedule contradicts."""
    for index, text in enumerate(scene.clause.texts) if scene.is_sure else ():
        if text in _MORE:
            yield from _of_two(index, scene)


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
