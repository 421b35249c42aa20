"""Days on which nothing happens of which a clause says so."""

from collections.abc import Iterator
from datetime import date

from generator.literals.claims import Claim
from generator.literals.days import DAYS, PARTS_OF_DAY, WEEKDAYS
from generator.literals.ends import dates_of, told_dates
from generator.literals.lexicon import Known
from generator.literals.sense.calendar import Stretch, stretches
from generator.literals.sense.kinds import KIND_NOUNS
from generator.literals.sense.nearness import DATED, items_of, meant_by
from generator.literals.sense.relations import is_begun, is_done
from generator.literals.sense.scenes import Scene
from generator.literals.sense.vocabulary import DOUBTS, PRONOUNS
from generator.patterns import any_of
from generator.scheduling.clock import DAY

_HAPPENING = any_of(
    """
    happens happen takes place take fall falls fallen held comes come lies lie planned due set sets
    occurs occur runs run goes go begin begins start starts open opens end ends finish finishes finished
    done complete completed over ready closed ended begun started through still already morning afternoon
    evening night days week month first last back appointment middle beginning half early late
    completes day hour sunrise sunset dawn dusk dark breakfast lunch supper looks look
    """
)
_MOST_UNKNOWN = 1
_LEAD = 2
_SHORT = 2 * DAY
_COMPARING = ("as", "like", "than")
Span = tuple[date, date]


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield each stretch of days, and each weekday, that no thing fits of which a clause speaks."""
    if not DOUBTS.isdisjoint(scene.clause.spoken):
        return
    told: dict[tuple[int, int], list[Stretch]] = {}
    for said in stretches(scene.clause, scene.reading):
        told.setdefault((said.first, said.last), []).append(said)
    for (first, last), every in told.items():
        spans = _spans(first, last, scene) if every[0].side else {}
        if spans and not any(fits(said, span, scene) for span in spans.values() for said in every):
            item, span = next(iter(spans.items()))
            yield scene.claim("date", first, last, told_dates(item, *span))
    yield from _of_weekdays(scene)


def fits(said: Stretch, span: Span, scene: Scene) -> bool:
    """Tell whether first and last day are on the side of a stretch on which they are said to be."""
    first, last = span
    texts = scene.clause.texts
    is_end = is_done(texts[: said.first]) and not is_begun(texts[: said.first])
    is_start = is_begun(tuple(text for text in texts[: said.first] if text != "first"))
    if said.side == "in":
        begin, end = (last, last) if is_end else (first, first) if is_start else span
        return begin <= said.end and end >= said.begin
    if said.side in ("by", "before"):
        limit = said.end if said.side == "by" else said.begin
        day = last if is_end else first
        return day <= limit if said.side == "by" else day < limit
    if said.side == "after":
        return (last if is_end else first) > said.end or (not is_end and not is_start and last > said.end)
    return said.begin <= last <= said.end or is_start


def _spans(first: int, last: int, scene: Scene) -> dict[str, Span]:
    """First and last day of all that a clause may speak of; nothing where it may be of something else."""
    unknown = scene.unknown(first, last, _HAPPENING)
    if len(unknown) > _MOST_UNKNOWN or scene.is_foreign(first):
        return {}
    meant = _meant(scene)
    is_told = scene.named(*DATED) or scene.has_pronoun or scene.is_of_owner
    is_of_person = bool(scene.named("person")) and not is_told
    if not meant or is_of_person or (unknown and not scene.has_subject(first)):
        return {}
    schedule = scene.reading.facts.schedule
    return {name: span for name in items_of(meant, scene) if (span := dates_of(name, schedule))}


def _meant(scene: Scene) -> tuple[Known, ...]:
    """What a clause surely names; else the text's own entry, where it says "it", a word of its name or nothing."""
    named = [known for thing in scene.things for known in meant_by(thing, scene) if known[0] in DATED]
    owner = scene.owner if scene.owner and scene.owner[0] in DATED else None
    is_own = scene.has_pronoun or scene.is_of_owner or not scene.things_but_people
    is_own = is_own and (not named or scene.clause.texts[0] in PRONOUNS)
    return (owner,) if owner and is_own else tuple(named)


def _of_weekdays(scene: Scene) -> Iterator[Claim]:
    """Judge the weekday, and the part of the day, of what is short."""
    texts = scene.clause.texts
    for index, text in enumerate(texts) if not DAYS.isdisjoint(scene.clause.spoken) else ():
        if (
            text.capitalize() not in WEEKDAYS
            or not index
            or texts[index - 1] not in ("on", "a", "the", "until", "by")
        ):
            continue
        last = index + 1 if texts[index + 1 : index + 2] and texts[index + 1] in PARTS_OF_DAY else index
        if texts[last + 1 : last + 2] and (texts[last + 1] in _COMPARING or texts[last + 1] in KIND_NOUNS):
            continue
        times = _times(index, last, scene)
        part = PARTS_OF_DAY[texts[last]] if last > index else (0, DAY)
        if times and not any(
            _touches(WEEKDAYS.index(text.capitalize()), part, time, scene) for time in times.values()
        ):
            name, (begin, _) = next(iter(times.items()))
            day = WEEKDAYS[scene.reading.facts.schedule.time.day_of_start(begin).weekday]
            yield scene.claim("date", index, last, f'"{name}" is on a {day}')


def _times(first: int, last: int, scene: Scene) -> dict[str, tuple[int, int]]:
    """When all that is meant begins and ends; nothing where one of it takes days, or is something else."""
    is_own = scene.has_subject(first) or first <= _LEAD
    if not is_own or scene.unknown(first, last, _HAPPENING) or scene.is_foreign(first):
        return {}
    if scene.is_led_by_foreign and not scene.has_subject(first):
        return {}
    dates = scene.reading.facts.schedule.dates
    times = {name: (dates[name].early_start, dates[name].early_finish) for name in items_of(_meant(scene), scene)}
    return times if all(end - begin < _SHORT for begin, end in times.values()) else {}


def _touches(weekday: int, part: tuple[int, int], time: tuple[int, int], scene: Scene) -> bool:
    begin, end = time
    for day in range(begin // DAY - 1, end // DAY + 1):
        if scene.reading.facts.schedule.time.day(max(day, 0)).weekday == weekday:
            first, last = (day * DAY + each for each in part)
            if begin <= last and end >= first:
                return True
    return False
