"""What every task of a wave, a phase or the plan is said to have, or none, where one of them is otherwise."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from generator.literals.claims import Claim
from generator.literals.ends import dates_of, dates_of_plan
from generator.literals.numbers import number_in_words
from generator.literals.sense.amounts import DAY, Length
from generator.literals.sense.calendar import Stretch, stretches
from generator.literals.sense.held_days import fits
from generator.literals.sense.people import Agent, agents
from generator.literals.sense.scenes import Scene
from generator.literals.sense.topic import kind_of, scopes, tasks_of
from generator.literals.sense.vocabulary import ENDING, STARTING
from generator.model.breakdown import Task
from generator.patterns import any_of
from generator.scheduling.clock import DAY as MINUTES

_ALL = frozenset({"all", "every", "each"})
_NONE = frozenset({"none", "no"})
_LASTING = any_of("takes take lasts last runs run needs need longer shorter")
_LONGER = frozenset({"longer", "more", "over", "beyond", "exceeds"})
_SHORTER = frozenset({"shorter", "less", "under", "within", "most"})
_BELONGING = any_of("belongs belong owned owner owns hands has have lies lie rests rest is are answers answer by led")
_NEEDING = any_of("needs need requires require occupies uses use")
_WORKING = any_of("work works working are is needed here involved at busy")
_WEIGHED = any_of("if would should might could perhaps maybe unless were not never almost nearly")
_FILLING = (
    _LASTING
    | _BELONGING
    | _NEEDING
    | _LONGER
    | _SHORTER
    | _ALL
    | _NONE
    | STARTING
    | ENDING
    | any_of("of its their the single than")
)
_Property = Callable[[Task], bool | None]
"""Whether a task has it; nothing where it cannot be told."""


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield each statement about all tasks, or all but some, or none, that the tasks contradict."""
    spoken = scene.clause.spoken
    if not _WEIGHED.isdisjoint(spoken):
        return
    yield from _of_only(scene)
    told = _quantity(scene) if (_ALL | _NONE) & spoken else None
    if told is None:
        return
    place, but = told
    for first, last, holds in _properties(place, scene):
        if not scene.unknown(first, last, _FILLING):
            yield from _judged((0, place), but, holds, scene)


def _judged(places: tuple[int, int], but: int | None, holds: _Property, scene: Scene) -> Iterator[Claim]:
    """Every scope that may be meant must contradict it."""
    wrong = []
    for scope in scopes(scene):
        each = {task.id: holds(task) for task in tasks_of(scope, scene)}
        odd = [name for name, has in each.items() if has is (but is None)]
        is_wrong = bool(odd) if not but else len(odd) != but and None not in each.values()
        if len(each) < 2 or not is_wrong:  # noqa: PLR2004 - all of one is no statement about many
            return
        wrong.append(odd[0] if odd else next(iter(each)))
    if wrong:
        yield scene.claim("count", *places, f'"{wrong[0]}" is otherwise' if not but else _told(scene, holds))


def _told(scene: Scene, holds: _Property) -> str:
    odd = [task.id for task in tasks_of(next(scopes(scene)), scene) if holds(task) is False]
    return f"{len(odd)} of the tasks are otherwise"


def _quantity(scene: Scene) -> tuple[int, int | None] | None:
    """Where the counted noun stands; how many are left out of all, nothing where it is none."""
    texts, words = scene.clause.texts, scene.clause.words
    place = next((index for index, word in enumerate(words) if kind_of(word, scene) == "task"), None)
    if place is None or place > 5:  # noqa: PLR2004 - "all but one of its tasks"
        return None
    before = texts[:place]
    if before[:2] == ("all", "but") and (number := number_in_words(before[2])) is not None:
        return place, int(number)
    if any(number_in_words(text) is not None for text in before) and "not" not in before:
        return None
    if texts[0] in _ALL:
        return place, 0
    return (place, None) if texts[0] in _NONE else None


def _properties(place: int, scene: Scene) -> Iterator[tuple[int, int, _Property]]:
    """Yield what is said of the tasks: how long they take, whose they are, whom they need."""
    texts = scene.clause.texts
    said = next(iter(scene.lengths), None)
    if said and said.amount.first > place and not _LASTING.isdisjoint(texts[place:]):
        yield said.amount.first, said.amount.last, _lasting(said, texts[place : said.amount.first], scene)
    when = tuple(_within_plan(scene))
    if when and not (STARTING | ENDING).isdisjoint(texts[place:]):
        yield when[0].first, when[0].last, _dated(when, scene)
    for agent in agents(scene):
        if agent.people and agent.first > place and not said:
            yield agent.first, agent.last, _owned(agent)
        elif agent.roles and agent.first > place and not _NEEDING.isdisjoint(texts[place : agent.first]):
            yield agent.first, agent.last, _needing(agent)


def _needing(agent: Agent) -> _Property:
    return lambda task: not agent.roles.isdisjoint(task.needs)


def _within_plan(scene: Scene) -> Iterator[Stretch]:
    """Stretches of days in the years of the plan."""
    ends = dates_of_plan(scene.reading.facts.schedule)
    for each in stretches(scene.clause, scene.reading) if ends else ():
        if ends and each.side and each.begin <= ends[1] and each.end >= ends[0]:
            yield each


def _lasting(said: Length, before: tuple[str, ...], scene: Scene) -> _Property:
    """How long a task takes, of which the work and the days by the calendar must agree."""
    schedule = scene.reading.facts.schedule

    def holds(task: Task) -> bool | None:
        likely, dates = schedule.estimate(task.id).likely, schedule.dates[task.id]
        work = Fraction(likely.minutes(schedule.time.day_minutes, schedule.time.week_minutes))
        per_day = MINUTES if likely.elapsed else schedule.time.day_minutes
        days = (
            len(schedule.time.workdays) if said.unit not in ("day", "workday", "night") and not likely.elapsed else 7
        )
        size = said.minutes / DAY * Fraction(days, 7) * per_day if said.minutes >= DAY else said.minutes
        passed = Fraction(dates.early_finish - dates.early_start)
        told = {_compared(work, size, before), _compared(passed, said.minutes, before)}
        return told.pop() if len(told) == 1 else None

    return holds


def _compared(true: Fraction, said: Fraction, before: tuple[str, ...]) -> bool | None:
    if not _LONGER.isdisjoint(before):
        return true > said
    if not _SHORTER.isdisjoint(before):
        return true <= said
    return None


def _owned(agent: Agent) -> _Property:
    return lambda task: bool(agent.people & {task.owner, *task.people}) if task.owner else None


def _dated(said: tuple[Stretch, ...], scene: Scene) -> _Property:
    """When a task begins or ends; a month counts in each year in which it may be meant."""

    def holds(task: Task) -> bool | None:
        span = dates_of(task.id, scene.reading.facts.schedule)
        told = {fits(each, span, scene) for each in said} if span else set()
        return told.pop() if len(told) == 1 else None

    return holds


def _of_only(scene: Scene) -> Iterator[Claim]:
    """Judge "only carpenters work here" in the text of a wave or phase."""
    texts, owner = scene.clause.texts, scene.owner
    if texts[0] != "only" or not owner or owner[0] not in ("wave", "phase"):
        return
    agent = next(iter(agents(scene)), None)
    if (
        agent is None
        or not agent.roles
        or agent.first != 1 + (agent.first > 1)
        or scene.unknown(0, agent.last, _WORKING)
    ):
        return
    if not {"here", "in"} & set(texts[agent.last + 1 :]) or _WORKING.isdisjoint(texts[agent.last + 1 :]):
        return
    roles = scene.reading.facts.plan.roles
    others = {role for task in tasks_of(owner[1], scene) for role in task.needs} - agent.roles
    others -= {each.id for each in roles.values() if each.counts_as in agent.roles}
    if others:
        yield scene.claim("count", 0, agent.last, f'"{owner[1]}" needs "{min(others)}", too')
