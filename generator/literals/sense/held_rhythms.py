"""How often a meeting is held, told otherwise than the plan has it."""

from collections.abc import Iterator
from fractions import Fraction

from generator.literals.claims import Claim
from generator.literals.days import DAYS, WEEKDAYS
from generator.literals.lexicon import Known
from generator.literals.numbers import WORDS, number_in_words
from generator.literals.sense.scenes import Scene
from generator.patterns import any_of

_PERIODS = {
    "day": Fraction(1, 7), "workday": Fraction(1, 7), "morning": Fraction(1, 7), "afternoon": Fraction(1, 7),
    "evening": Fraction(1, 7), "week": Fraction(1), "fortnight": Fraction(2), "month": Fraction(4),
    "quarter": Fraction(13), "year": Fraction(52),
}  # fmt: skip
_ADVERBS = {"daily": "day", "weekly": "week", "fortnightly": "fortnight", "monthly": "month", "quarterly": "quarter"}
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_NTH = {"second": 2, "other": 2, "third": 3, "fourth": 4}
_EACH = frozenset({"every", "each", "per", "a"})
_HOLDING = any_of(
    """
    meet meets met held hold holds sit sits gather gathers place happens happen comes come see sees hears
    hear takes take runs one single sitting session sittings sessions meeting meetings call round group
    before after lunch noon morning afternoon evening night breakfast work early late days day week weeks
    month months fortnight fortnights other second third weekly daily monthly fortnightly regular regularly
    enough suffices need needs needed first
    """
)
_MOST_UNKNOWN = 1


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield each rhythm that no meeting has of which a clause speaks."""
    told = _rhythm(scene) if scene.is_sure else None
    meetings = (scene.meant("meeting") or _told_before(scene)) if told else ()
    if told is None or not meetings:
        return
    first, last, weeks, weekday = told
    if _is_of_other(first, scene):
        return
    is_subject = scene.things and scene.things[0].of("meeting") and scene.owner != meetings[0]
    allowed = _MOST_UNKNOWN if is_subject else 0
    if len(scene.unknown(first, last, _HOLDING)) > allowed:
        return
    if not any(_agrees(known, weeks, weekday, scene) for known in meetings):
        yield scene.claim("date", first, last, _fact(meetings[0], scene))


def _is_of_other(first: int, scene: Scene) -> bool:
    """Tell whether something that is no meeting stands before a rhythm, and no meeting does."""
    before = scene.things_before(first)
    return bool(before) and not any(thing.of("meeting") for thing in before)


def _told_before(scene: Scene) -> tuple[Known, ...]:
    """The only meeting that the whole sentence names, where a clause speaks of it by "its"."""
    named = {known for mention in scene.reading.mentions for known in mention.of("meeting")}
    return tuple(named) if len(named) == 1 and "its" in scene.clause.spoken else ()


_Rhythm = tuple[int, int, Fraction | None, int | None]
"""First and last word, weeks from one time to the next, weekday."""


def _rhythm(scene: Scene) -> _Rhythm | None:
    texts = scene.clause.texts
    for index, text in enumerate(texts):
        found = _every(texts, index) if text in _EACH else None
        if found:
            return found
        if text in DAYS and text.endswith("s") and _is_alone(texts, index):
            return index, index, None, WEEKDAYS.index(text.removesuffix("s").capitalize())
        if text in _ADVERBS and scene.clause.words[index].text not in _names(scene):
            return index, index, _PERIODS[_ADVERBS[text]], None
    return None


def _is_alone(texts: tuple[str, ...], index: int) -> bool:
    """Tell whether a weekday is told as the only one."""
    return "only" in texts or (index > 0 and texts[index - 1] == "on")


def _every(texts: tuple[str, ...], index: int) -> _Rhythm | None:
    """Read "every second Friday", "twice a week", "one sitting per month"."""
    step, at = (
        (_NTH[texts[index + 1]], index + 2)
        if texts[index + 1 : index + 2] and texts[index + 1] in _NTH
        else (1, index + 1)
    )
    number = number_in_words(texts[at]) if at < len(texts) and texts[index] in ("every", "each") else None
    step, at = (int(number), at + 1) if number and number.denominator == 1 else (step, at)
    unit = texts[at] if at < len(texts) else ""
    if texts[index] in ("every", "each") and unit.capitalize() in WEEKDAYS:
        return index, at, Fraction(step), WEEKDAYS.index(unit.capitalize())
    size = _PERIODS.get(unit) or (_PERIODS.get(unit.removesuffix("s")) if step > 1 else None)
    if size is None:
        return None
    if texts[index] in ("every", "each"):
        return index, at, size * step, None
    times, first = _times_before(texts, index)
    return (first, at, size / times, None) if times else None


def _times_before(texts: tuple[str, ...], index: int) -> tuple[int, int]:
    """Read "once", "three times" or "one sitting" before "a week"."""
    for back in (1, 2):
        at = index - back
        if at < 0:
            break
        if texts[at] in _TIMES:
            return _TIMES[texts[at]], at
        if back > 1 and texts[at] in (*WORDS, "single") and texts[at + 1] in ("times", "time", *_HOLDING):
            return (WORDS.index(texts[at]) + 1 if texts[at] in WORDS else 1), at
    return 0, index


def _names(scene: Scene) -> frozenset[str]:
    return frozenset(
        scene.clause.texts[index] for thing in scene.things for index in range(thing.first, thing.last + 1)
    )


def _agrees(known: Known, weeks: Fraction | None, weekday: int | None, scene: Scene) -> bool:
    meeting = scene.reading.facts.plan.meetings[known[1]]
    days = {day.number for day in meeting.on} or set(range(5))
    if weekday is not None and (weekday not in days or ("only" in scene.clause.spoken and len(days) > 1)):
        return False
    if weeks is None:
        return True
    held = Fraction(1, 7) if meeting.is_daily else Fraction(1, len(days))
    is_per_day = weekday is not None and weeks == 1
    return is_per_day or abs(weeks - held) < Fraction(1, 20) or (meeting.is_daily and weeks == Fraction(1, 5))


def _fact(known: Known, scene: Scene) -> str:
    meeting = scene.reading.facts.plan.meetings[known[1]]
    days = " and ".join(WEEKDAYS[day.number] for day in meeting.on)
    return f'"{known[1]}" is held every {days or "workday"}'
