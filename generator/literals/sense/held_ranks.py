"""The longest, the last, the one with most people: ranks among their like, told otherwise than the plan has them."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.literals.claims import Claim
from generator.literals.lexicon import Known
from generator.literals.numbers import number_in_words
from generator.literals.sense.scenes import Scene
from generator.literals.sense.topic import kind_of, spoken_of, surely, tasks_of
from generator.literals.sense.vocabulary import PRONOUNS
from generator.model.quantity import Band
from generator.patterns import any_of

_LENGTH = {"longest": True, "lengthiest": True, "shortest": False, "quickest": False, "briefest": False}
_LONGER = {"longer": True, "shorter": False, "quicker": False, "briefer": False, "long": True, "short": False}
_TIME = {"first": False, "earliest": False, "last": True, "latest": True, "final": True}
_SOONER = {"earlier": False, "sooner": False, "later": True, "early": False, "late": True}
_SIZE = {"largest": True, "biggest": True, "smallest": False, "most": True, "fewest": False, "least": False}
_LARGER = {"larger": True, "bigger": True, "smaller": False, "more": True, "fewer": False, "many": True, "few": False}
_PEOPLE = any_of("team teams crew crews people hands staff men")
_DENIED = frozenset({"no", "nothing", "nobody", "none"})
_RANKED = frozenset({*_LENGTH, *_TIME, *_SIZE, *_LONGER, *_SOONER, *_LARGER})
_WEIGHED = any_of("if would should might could perhaps maybe unless were not never half second third next one almost")
_MOVING = any_of("begin begins start starts end ends finish finishes close closes open opens go come comes goes done")
_NARROWING = any_of("that which who whose where when while during")
_WHOLE = any_of("plan project programme site all whole")
LEADING = frozenset({"of", "among", "amongst", "in"})
_SCOPED = frozenset({"of", "among", "in"})
_TAKING = any_of("takes take lasts last runs run needs is")
_ENDED = any_of("ends end finishes finish finished ended done over closes complete ready")
_BEGUN = any_of("begins begin starts start opens begun started")
_FILLING = (
    _PEOPLE
    | _MOVING
    | _WHOLE
    | _ENDED
    | _BEGUN
    | any_of("task tasks job jobs far any other others every else time needs takes than has with , lasts")
)
_KINDS = ("task", "wave", "phase")
_Size = Callable[[str], float]


class _Rank(NamedTuple):
    """Which words tell it, by what it is measured, whether it is the most, and of what."""

    first: int
    last: int
    measure: str
    is_most: bool
    items: tuple[Known, ...]


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield each rank that another one of the same kind and place has."""
    if _RANKED.isdisjoint(scene.clause.spoken) or not _WEIGHED.isdisjoint(scene.clause.spoken):
        return
    rank = _rank(scene)
    items = tuple(known for known in rank.items if known[0] in _KINDS) if rank else ()
    if rank is None or len(items) != 1 or scene.unknown(rank.first, rank.last, _FILLING):
        return
    if not _NARROWING.isdisjoint(scene.clause.texts[rank.last :]) or _is_of_other_kind(rank, items[0], scene):
        return
    better = [_better(group, items[0], rank, scene) for group in _groups(rank, items[0], scene)]
    if better and all(better):
        yield scene.claim("order", rank.first, rank.last, _fact(better[0], items[0][1], rank))


def _is_of_other_kind(rank: _Rank, item: Known, scene: Scene) -> bool:
    """Tell whether "part of the last phase" ranks the phase, and not the task that is part of it."""
    behind = scene.clause.words[rank.last + 1 : rank.last + 2]
    kind = kind_of(behind[0], scene) if behind and rank.measure not in ("tasks", "people") else None
    return scene.clause.texts[rank.first] == "the" and kind in _KINDS and kind != item[0]


def _rank(scene: Scene) -> _Rank | None:
    texts = scene.clause.texts
    begin = _begin(texts)
    for index, text in enumerate(texts):
        told = _adverb(index, scene) if begin or not _SCOPED.isdisjoint(texts[index:]) else None
        if told:
            return _Rank(index, index, *told, _subject(begin, index, scene))
        told = _measure(index, text, scene, (_LENGTH, _TIME, _SIZE))
        if told and index and texts[index - 1] == "the":
            subject = _subject(begin, index, scene) if begin else spoken_of(scene, index - 1)
            return _Rank(index - 1, index, *told, subject)
        told = _measure(index, text, scene, (_LONGER, _SOONER, _LARGER))
        if told and not _DENIED.isdisjoint(texts[:index]) and texts[0] in _DENIED and _is_compared(index, scene):
            return _Rank(0, index, *told, _compared(index, scene))
        if (
            told
            and texts[index + 1 : index + 2] == ("than",)
            and not {"any", "all", "every"}.isdisjoint(texts[index:])
        ):
            return _Rank(index, index + 1, *told, spoken_of(scene, index))
    return None


def _begin(texts: tuple[str, ...]) -> int:
    """Where the statement begins behind "of all its tasks," and "among the tasks of this wave,"."""
    is_led = texts[0] in LEADING and "," in texts
    return texts.index(",") + 1 if is_led else 0


def _adverb(index: int, scene: Scene) -> tuple[str, bool] | None:
    """Read "takes longest", "is finished last", "begins first"."""
    text, before = scene.clause.texts[index], scene.clause.texts[max(0, index - 3) : index]
    if text in _LENGTH and not _TAKING.isdisjoint(before):
        return "length", _LENGTH[text]
    if text in _TIME and before and (not _ENDED.isdisjoint(before) or not _BEGUN.isdisjoint(before)):
        return ("finish" if not _ENDED.isdisjoint(before) else "start"), _TIME[text]
    return None


def _subject(begin: int, index: int, scene: Scene) -> tuple[Known, ...]:
    """What stands between the lead and the rank; the text's own entry where it is a pronoun."""
    things = [thing for thing in scene.things_but_people if begin <= thing.first and thing.last < index]
    if things:
        return surely(things[0], scene)
    is_own = not PRONOUNS.isdisjoint(scene.clause.texts[begin:index])
    return (scene.owner,) if scene.owner and is_own else ()


def _measure(index: int, text: str, scene: Scene, words: tuple[dict[str, bool], ...]) -> tuple[str, bool] | None:
    """By what a word ranks: lengths, times, or numbers of people or tasks, which the next word tells."""
    length, time, size = words
    behind = scene.clause.words[index + 1 : index + 2]
    if text in length:
        return "length", length[text]
    if text in time and _is_of_time(index, scene):
        return ("finish" if time[text] else "start"), time[text]
    if text in size and behind and behind[0].text in _PEOPLE:
        return "people", size[text]
    if text in size and behind and kind_of(behind[0], scene) == "task" and behind[0].text.endswith("s"):
        return "tasks", size[text]
    return None


def _is_of_time(index: int, scene: Scene) -> bool:
    """Tell whether "first" and "last" rank something: "the last task", "the first to begin"."""
    behind = scene.clause.words[index + 1 : index + 2]
    is_verb = behind and behind[0].text == "to" and scene.clause.texts[index + 2 : index + 3] != ()
    is_denied = scene.clause.texts[0] in _DENIED
    return bool(is_verb or is_denied or (behind and kind_of(behind[0], scene) in _KINDS))


def _is_compared(index: int, scene: Scene) -> bool:
    """Tell whether "no other takes as long" and "nothing takes longer" compare at all, rather than count."""
    text, before = scene.clause.texts[index], scene.clause.texts[index - 1]
    is_positive = text in ("long", "short", "early", "late", "many", "few")
    behind = scene.clause.texts[index + 1 :]
    than = behind.index("than") + 1 if "than" in behind else len(behind)
    is_limit = than < len(behind) and number_in_words(behind[than]) is not None
    is_of_amount = is_limit or ("than" in behind and not (scene.things_but_people or {"it", "this"} & set(behind)))
    return (before in ("as", "so")) == is_positive and not is_of_amount


def _compared(index: int, scene: Scene) -> tuple[Known, ...]:
    """What nothing else exceeds: named behind "than" or "as", else the text's own entry."""
    behind = [thing for thing in scene.things_but_people if thing.first > index and not thing.of("wave", "phase")]
    if behind:
        return surely(behind[0], scene)
    return (scene.owner,) if scene.owner else ()


def _groups(rank: _Rank, item: Known, scene: Scene) -> Iterator[list[str]]:
    """Yield all among which the rank may be meant: like-named ones, those of the wave or phase, those of the plan."""
    breakdown, words = scene.reading.facts.schedule.breakdown, scene.clause.words
    every = list(scene.reading.facts.index.by_kind[item[0]])
    if item[0] != "task":
        yield every
        return
    named = {word.bare for index, word in enumerate(words) if index > rank.last and not kind_of(word, scene)}
    like = [name for name in every if named & scene.reading.topics.words["task", name]]
    if len(like) > 1:
        yield like
        return
    kinds = {kind_of(word, scene) for index, word in enumerate(words) if index > rank.first}
    scopes = [name for _, name in scene.named("wave", "phase")]
    if scopes:
        yield from ([task.id for task in tasks_of(name, scene)] for name in scopes)
        return
    wave, phase = breakdown.wave_of(item[1]), breakdown.phase_of(item[1])
    inside = wave if "wave" in kinds else phase if "phase" in kinds else None
    if inside:
        yield [task.id for task in tasks_of(inside.id, scene)]
    elif _WHOLE.isdisjoint(scene.clause.texts[rank.last :]):
        yield from ([task.id for task in tasks_of(each.id, scene)] for each in (wave, phase) if each)
    if not inside:
        yield every


def _better(group: list[str], item: Known, rank: _Rank, scene: Scene) -> str | None:
    """One that exceeds an item by whatever it is measured."""
    sizes, sign = _sizes(rank.measure, item[0], scene), 1 if rank.is_most else -1
    others = [each for each in group if each != item[1]]
    for other in others:
        if all((size(other) - size(item[1])) * sign > 0 for size in sizes):
            return other
    return None


def _sizes(measure: str, kind: str, scene: Scene) -> tuple[_Size, ...]:
    schedule = scene.reading.facts.schedule
    dates, time = schedule.dates, schedule.time
    if measure == "start":
        return (lambda name: dates[name].early_start, lambda name: dates[name].early_finish)
    if measure == "finish":
        return (lambda name: dates[name].early_finish, lambda name: dates[name].early_start)
    if measure == "tasks":
        return (lambda name: len(tasks_of(name, scene)),)
    if measure == "people":
        return (
            lambda name: _people(kind, name, scene, high=True),
            lambda name: _people(kind, name, scene, high=False),
        )

    def work(name: str) -> float:
        if kind != "task":
            return time.workdays_between(dates[name].early_start, dates[name].early_finish)
        return float(schedule.estimate(name).likely.minutes(time.day_minutes, time.week_minutes))

    return (work, lambda name: dates[name].early_finish - dates[name].early_start)


def _people(kind: str, name: str, scene: Scene, *, high: bool) -> int:
    item = scene.reading.facts.index.by_kind[kind][name]
    bands: list[Band] = list((getattr(item, "needs", None) or getattr(item, "team", None) or {}).values())
    return sum(band.high if high else band.low for band in bands)


def _fact(better: str | None, item: str, rank: _Rank) -> str:
    told = {
        "length": ("takes longer", "takes less long"),
        "start": ("begins later", "begins earlier"),
        "finish": ("ends later", "ends earlier"),
        "people": ("has more people", "has fewer people"),
        "tasks": ("has more tasks", "has fewer tasks"),
    }
    return f'"{better}" {told[rank.measure][0 if rank.is_most else 1]} than "{item}"'
