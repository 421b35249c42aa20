"""Slack that an entry does not have, and what is said to be critical, or to be able to wait, and is not."""

from collections.abc import Iterator
from fractions import Fraction

from generator.literals.claims import Claim
from generator.literals.lexicon import Known
from generator.literals.sense.amounts import DAY, Length
from generator.literals.sense.scenes import Scene
from generator.literals.sense.topic import spoken_of, tasks_of
from generator.literals.sense.true_lengths import is_about_between
from generator.patterns import any_of

_KINDS = ("task", "milestone", "wave", "phase")
_DAYS = ("day", "workday")
_FLOAT = frozenset({"float", "slack", "leeway"})
_PATH = frozenset({"path", "chain"})
_NOT = frozenset({"not", "no", "never", "off", "without", "isn't", "aren't", "neither", "nowhere", "hardly"})
_MUCH = any_of("plenty ample much lots generous considerable")
_MOVING = any_of("slip slips slide slides wait waits delay delays delayed lost lose slipped postponed late later")
_HARMLESS = any_of("without moving delaying touching endangering affecting harm harming hurting shifting pushing")
_HARMING = any_of("moves move delays delay shifts shift pushes push postpones postpone costs cost moving delaying")
_END = any_of("end finish plan project deadline whole date everything")
_EACH = frozenset({"any", "every", "each"})
_WEIGHED = any_of("if would should perhaps maybe probably whether unless were may might wish hope hoped")
_TOLD = _FLOAT | _PATH | _MOVING | {"critical"}


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield what a clause says of slack that the schedule contradicts."""
    spoken = scene.clause.spoken
    if _TOLD.isdisjoint(spoken) or not (_WEIGHED - {"may"}).isdisjoint(spoken):
        return
    yield from _of_critical(scene)
    yield from _of_float(scene)
    yield from _of_moving(scene)


def _of_critical(scene: Scene) -> Iterator[Claim]:
    """Judge "it is (not) critical" and "on the critical path", but no "critical choice"."""
    texts = scene.clause.texts
    if "critical" not in texts:
        return
    index = texts.index("critical")
    behind = texts[index + 1 : index + 2]
    is_path = not _PATH.isdisjoint(behind)
    if not is_path and (behind not in ((), ("here",)) or texts[index - 1] in ("a", "an", "the", "most")):
        return
    items = _items(index, scene)
    is_denied = not _NOT.isdisjoint(texts[:index])
    if items and all(_is_critical(each, scene) == is_denied and not _is_close(each, scene) for each in items):
        yield scene.claim("duration", index, index + is_path, _fact(items[0], scene))


def _of_float(scene: Scene) -> Iterator[Claim]:
    """Judge "two weeks of float", "no float" and "plenty of slack"."""
    texts = scene.clause.texts
    index = next((index for index, text in enumerate(texts) if text in _FLOAT), None)
    if index is None or texts[index + 1 : index + 2] in (("glass",), ("valve",)):
        return
    said = next((each for each in scene.lengths if _is_beside(each, index, texts)), None)
    items = _items(min(index, said.amount.first) if said else index, scene)
    if items and all(_is_wrong(said, texts[:index], each, scene) for each in items):
        first = said.amount.first if said else index
        yield scene.claim("duration", min(first, index), max(index, first), _fact(items[0], scene))


def _is_wrong(said: Length | None, before: tuple[str, ...], item: Known, scene: Scene) -> bool:
    if said and _NOT.isdisjoint(before):
        return not (_is_in_days(said, item, scene) if said.unit in _DAYS else _is_between(said, item, scene))
    if not _NOT.isdisjoint(before):
        is_none = not said or (said.amount.bound == "=" and said.minutes <= DAY)
        return is_none and not _is_critical(item, scene) and not _is_close(item, scene)
    is_told = not _MUCH.isdisjoint(before) or "has" in before
    return is_told and _is_critical(item, scene)


def _is_in_days(said: Length, item: Known, scene: Scene) -> bool:
    """Tell whether slack is as many days as is said, counted in days of work or by the calendar."""
    schedule, value = scene.reading.facts.schedule, said.amount.value
    dates = schedule.dates[item[1]]
    room = value / 5 if said.amount.bound == "~" else Fraction(1, 2)
    true = (
        Fraction(dates.total_float, schedule.time.day_minutes),
        Fraction(dates.late_finish - dates.early_finish, DAY),
    )
    is_enough, is_most = value <= max(true) + room, value >= min(true) - room
    return is_enough if said.amount.bound == ">" else is_most if said.amount.bound == "<" else is_enough and is_most


def _is_between(said: Length, item: Known, scene: Scene) -> bool:
    dates = scene.reading.facts.schedule.dates[item[1]]
    return is_about_between(said, dates.early_finish, dates.late_finish, scene.reading)


def _is_beside(said: Length, index: int, texts: tuple[str, ...]) -> bool:
    first, last = said.amount.first, said.amount.last
    return texts[last + 1 : index] in ((), ("of",)) or texts[index + 1 : first] in (("of",), ("is",))


def _of_moving(scene: Scene) -> Iterator[Claim]:
    """Judge "it could slip by a week without moving the end", and "any delay here moves the end"."""
    texts, spoken = scene.clause.texts, scene.clause.spoken
    place = next((index for index, text in enumerate(texts) if text in _MOVING), None)
    if place is None or not _is_of_end(scene):
        return
    is_denied = texts[0] in ("not", "no") or not {"cannot", "can't", "nothing"}.isdisjoint(spoken)
    items = _items(place, scene)
    is_harmless = "without" in spoken and not _HARMLESS.isdisjoint(spoken - {"without"})
    if (is_harmless or _is_until_harm(texts)) and not is_denied:
        said = next(iter(scene.lengths), None)
        wrong = [each for each in items if said and _cannot_wait(said, each, scene)]
    else:
        is_told = is_denied if "without" in spoken else bool(_EACH & spoken and _HARMING & spoken)
        wrong = [each for each in items if is_told and not _is_critical(each, scene) and not _is_close(each, scene)]
    if items and len(wrong) == len(items):
        yield scene.claim("duration", place, place, _fact(items[0], scene))


def _is_until_harm(texts: tuple[str, ...]) -> bool:
    """Tell whether a clause says how long one may wait: "before the finish moves"."""
    after = texts[texts.index("before") + 1 :] if "before" in texts else ()
    return not _HARMING.isdisjoint(after) and not _END.isdisjoint(after)


def _is_of_end(scene: Scene) -> bool:
    """Tell whether the end of the plan is spoken of, or what ends as late."""
    dates, named = scene.reading.facts.schedule.dates, scene.named(*_KINDS)
    return not _END.isdisjoint(scene.clause.spoken) or any(dates[name].critical for _, name in named)


def _cannot_wait(said: Length, item: Known, scene: Scene) -> bool:
    schedule = scene.reading.facts.schedule
    days = schedule.dates[item[1]].total_float / schedule.time.day_minutes
    size = {"week": len(schedule.time.workdays), "fortnight": 2 * len(schedule.time.workdays)}.get(said.unit)
    wanted = said.amount.value * size if size else said.minutes / DAY
    return days < wanted * 9 / 10


def _items(index: int, scene: Scene) -> tuple[Known, ...]:
    """What is spoken of, but for what is the end itself: "any delay here moves the handing over"."""
    texts, owner = scene.clause.texts, scene.owner
    is_own = not {"here", "this", "it"}.isdisjoint(texts) and not spoken_of(scene, index)
    meant = (owner,) if is_own and owner else spoken_of(scene, index)
    return tuple(known for known in meant if known[0] in _KINDS)


def _is_critical(item: Known, scene: Scene) -> bool:
    dates = scene.reading.facts.schedule.dates
    within = tasks_of(item[1], scene) if item[0] in ("wave", "phase") else ()
    return dates[item[1]].critical or any(dates[task.id].critical for task in within)


def _is_close(item: Known, scene: Scene) -> bool:
    """Tell whether less than a day is left: some would call it critical."""
    schedule = scene.reading.facts.schedule
    return 0 < schedule.dates[item[1]].total_float < schedule.time.day_minutes


def _fact(item: Known, scene: Scene) -> str:
    schedule = scene.reading.facts.schedule
    minutes = schedule.dates[item[1]].total_float
    days = round(minutes / schedule.time.day_minutes, 1)
    told = f"{days:g} days" if days >= 1 else f"{max(minutes, 0)} minutes"
    return f'"{item[1]}" is critical' if _is_critical(item, scene) else f'"{item[1]}" has {told} of float'
