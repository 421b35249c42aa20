"""The live facts that prose may ask for: what each tells, from plan and schedule."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape

from generator.errors import BadValueError
from generator.formatting import counted, did_you_mean, escape_markdown, joined, numbered
from generator.model.communication import Meeting
from generator.model.index import SECTIONS, Index
from generator.model.monitoring import Alert, Target
from generator.model.naming import Called
from generator.model.plan import Plan
from generator.model.quantity import Unit
from generator.model.rollback import Rollback
from generator.model.team import Quota, Role
from generator.model.text import ITEM_KINDS
from generator.model.verification import Checkpoint
from generator.scheduling.resource_load import team_total
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import full_date, week_and_day
from generator.templates.facts import FactCall, parse_facts

Argument = str | tuple[str, ...]
_UNITS = {Unit.MINUTE: "minute", Unit.HOUR: "hour", Unit.DAY: "day", Unit.WEEK: "week"}


class UnknownNameError(BadValueError):
    """A fact asks for a name that there is not; `known` are those there are."""

    def __init__(self, message: str, *, name: str, known: Iterable[str], help: str | None = None) -> None:
        """Suggest the nearest of those there are."""
        self.name, self.known = name, tuple(known)
        super().__init__(message, help=did_you_mean(name, self.known) or help)


@dataclass(frozen=True)
class Facts:
    """What live facts are computed from."""

    plan: Plan
    index: Index
    names: Mapping[tuple[str, str], Called]
    schedule: Schedule
    asked: tuple[str, ...] = field(default=())


def tell(facts: Facts, name: str, *arguments: Argument) -> str:
    """Tell one fact, as Markdown text; one that cannot be told is a `BadValueError`."""
    fact = FACTS.get(name)
    if fact is None:
        raise UnknownNameError(f'unknown fact "{name}"', name=name, known=FACTS, help=HELP)
    parameters = fact.__code__.co_argcount - 1
    if len(arguments) != parameters:
        wanted = counted(parameters, "argument") if parameters else "no argument"
        raise BadValueError(f'"{name}" takes {wanted}, not {len(arguments)}', help=HELP)
    return fact(facts, *arguments)


def filled(parts: Iterable[str | FactCall], facts: Facts) -> str:
    """Facts are escaped as Markdown text, except inside a code span, where nothing is markup."""
    told = ""
    for part in parts:
        if isinstance(part, str):
            told += part
        else:
            fact = tell(facts, part.name, *part.arguments)
            told += unescape(fact).replace("`", "'") if told.count("`") % 2 else fact
    return told


def _found(facts: Facts, reference: Argument, kinds: tuple[str, ...] = tuple(SECTIONS)) -> tuple[str, str]:
    """Kind and id of what a fact asks about."""
    if not isinstance(reference, str):
        raise BadValueError("expected one id, found a list", help=HELP)
    found = facts.index.find(reference, kinds)
    if found:
        return found[0], found[1].id
    several = [kind for kind in facts.index.kinds_of(reference) if kind in kinds]
    if several:
        options = " or ".join(f'"{kind}:{reference}"' for kind in several)
        raise BadValueError(f'"{reference}" is ambiguous', help=f"write {options}")
    elsewhere, known = facts.index.kinds_of(reference), facts.index.known(kinds)
    if elsewhere:
        told = f'"{reference}" is a {joined(elsewhere, "and a")}, of which this fact tells nothing'
        wanted = "a task, wave, phase, milestone or checkpoint" if kinds == ITEM_KINDS else f"a {joined(kinds, 'or')}"
        raise UnknownNameError(told, name=reference, known=(), help=f"name {wanted}")
    near = did_you_mean(reference, known)
    raise UnknownNameError(f'unknown id "{reference}"', name=reference, known=known, help=near)


def _dates(facts: Facts, reference: Argument) -> tuple[int, int]:
    _, item = _found(facts, reference, ITEM_KINDS)
    dates = facts.schedule.dates[item]
    return dates.early_start, dates.early_finish


def _start(facts: Facts, item: Argument) -> str:
    return week_and_day(facts.schedule.time.day_of_start(_dates(facts, item)[0]))


def _finish(facts: Facts, item: Argument) -> str:
    return week_and_day(facts.schedule.time.day_of_finish(_dates(facts, item)[1]))


def _date(facts: Facts, item: Argument) -> str:
    return full_date(facts.schedule.time.day_of_finish(_dates(facts, item)[1]))


def _first_day(facts: Facts, item: Argument) -> str:
    return full_date(facts.schedule.time.day_of_start(_dates(facts, item)[0]))


def _duration(facts: Facts, task: Argument) -> str:
    duration = facts.schedule.estimate(_found(facts, task, ("task",))[1]).likely
    noun = _UNITS[duration.unit]
    unit = noun if duration.amount == 1 else f"{noun}s"
    return f"{duration.amount} elapsed {unit}" if duration.elapsed else f"{duration.amount} {unit}"


def _length(facts: Facts, unit: Argument) -> str:
    """How many calendar weeks, or days of work, the plan takes."""
    time, begin, end = facts.schedule.time, facts.schedule.start, facts.schedule.finish
    if unit == "days":
        return str(time.workdays_between(begin, end))
    if unit != "weeks":
        raise UnknownNameError(f'unknown unit "{unit}"', name=str(unit), known=("weeks", "days"))
    return str(time.day_of_finish(end).week - time.day_of_start(begin).week + 1)


def _weeks(facts: Facts, item: Argument) -> str:
    return str(facts.schedule.weeks(_found(facts, item, ITEM_KINDS)[1]))


def _called(facts: Facts, item: Argument) -> Called:
    return facts.names[_found(facts, item)]


def _name(facts: Facts, item: Argument) -> str:
    return escape_markdown(_called(facts, item).name)


def _label(facts: Facts, item: Argument) -> str:
    return escape_markdown(_called(facts, item).label)


def _short(facts: Facts, item: Argument) -> str:
    return escape_markdown(_called(facts, item).short)


def _names(facts: Facts, items: Argument) -> str:
    each = (items,) if isinstance(items, str) else items
    return escape_markdown(numbered([_called(facts, item).label for item in each]))


def _value(facts: Facts, figure: Argument) -> str:
    kind, item = _found(facts, figure, ("target", "alert"))
    found = facts.index.by_kind[kind][item]
    return escape_markdown(str(found.threshold)) if isinstance(found, Target | Alert) else ""


def _within(facts: Facts, rollback: Argument) -> str:
    kind, item = _found(facts, rollback, ("rollback",))
    found = facts.index.by_kind[kind][item]
    limit = found.within if isinstance(found, Rollback) else None
    if limit is None:
        raise BadValueError(f'rollback "{item}" has no time limit', help='give it "within"')
    return escape_markdown(str(limit))


def _share(facts: Facts, quota: Argument, item: Argument) -> str:
    kind, name = _found(facts, quota, ("quota",))
    found = facts.index.by_kind[kind][name]
    shares = found.shares if isinstance(found, Quota) else {}
    if item not in shares:
        raise UnknownNameError(f'quota "{name}" has no share for "{item}"', name=str(item), known=shares)
    return f"{shares[str(item)]}%"


def _total(facts: Facts, phase: Argument, role: Argument) -> str:
    within, of = _found(facts, phase, ("phase",))[1], _found(facts, role, ("role",))[1]
    return str(team_total(facts.plan, facts.schedule, within, of))


def _team(facts: Facts, wave: Argument, role: Argument) -> str:
    kind, name = _found(facts, wave, ("wave", "phase"))
    team = getattr(facts.index.by_kind[kind][name], "team", {})
    if role not in team:
        raise UnknownNameError(f'the team of "{name}" has no "{role}"', name=str(role), known=team)
    return str(team[str(role)])


def _headcount(facts: Facts, role: Argument) -> str:
    kind, name = _found(facts, role, ("role",))
    found = facts.index.by_kind[kind][name]
    count = found.count if isinstance(found, Role) else None
    if count is None:
        raise BadValueError(f'role "{name}" has no count', help='give it "count"')
    return str(count)


def _time(facts: Facts, meeting: Argument) -> str:
    kind, name = _found(facts, meeting, ("meeting",))
    found = facts.index.by_kind[kind][name]
    at = found.at if isinstance(found, Meeting) else None
    if at is None:
        raise BadValueError(f'meeting "{name}" has no time of day', help='give it "at"')
    return str(at)


def _version(facts: Facts) -> str:
    return escape_markdown(facts.plan.version)


def _scope(facts: Facts, checkpoint: Argument) -> str:
    name = _found(facts, checkpoint, ("checkpoint",))[1]
    if name in facts.asked:
        raise BadValueError(f'the scope of "{name}" is told by itself')
    found = facts.index.by_kind["checkpoint"][name]
    told = found.scope_name if isinstance(found, Checkpoint) else None
    deeper = Facts(facts.plan, facts.index, facts.names, facts.schedule, (*facts.asked, name))
    return (
        filled(parse_facts(told), deeper)
        if told
        else " + ".join(_short(facts, each) for each in getattr(found, "scope", ()))
    )


def _count(facts: Facts, section: Argument) -> str:
    kind = next((kind for kind, name in SECTIONS.items() if name == section), None)
    if kind is None:
        raise UnknownNameError(f'unknown section "{section}"', name=str(section), known=SECTIONS.values())
    return str(len(facts.index.by_kind[kind]))


FACTS: Mapping[str, Callable[..., str]] = {
    "start": _start,
    "finish": _finish,
    "first_day": _first_day,
    "date": _date,
    "duration": _duration,
    "length": _length,
    "weeks": _weeks,
    "name": _name,
    "label": _label,
    "short": _short,
    "names": _names,
    "value": _value,
    "within": _within,
    "share": _share,
    "total": _total,
    "team": _team,
    "headcount": _headcount,
    "time": _time,
    "version": _version,
    "scope": _scope,
    "count": _count,
}
"""The live facts that prose may ask for, by name."""
HELP = f"facts are {', '.join(FACTS)}: {{{{ finish('db-setup') }}}}"
