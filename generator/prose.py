"""Prose: the plan's texts with their live facts filled in from plan and schedule."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from generator.errors import BadValueError
from generator.findings import Pointer, Problem
from generator.formatting import counted, did_you_mean, escape_markdown, numbered
from generator.model.index import SECTIONS, Index
from generator.model.monitoring import Alert, Target
from generator.model.naming import Called
from generator.model.plan import Plan
from generator.model.rollback import Rollback
from generator.model.team import Quota
from generator.model.text import ITEM_KINDS
from generator.model.verification import Checkpoint
from generator.model.walk import prose, rewrite
from generator.scheduling.resource_load import team_total
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import full_date, week_and_day
from generator.templates import FactCall, FactSyntaxError, parse_facts

Argument = str | tuple[str, ...]


@dataclass(frozen=True)
class Prose:
    """Every prose text as it reads, by its place, and what could not be filled in."""

    texts: Mapping[Pointer, str]
    problems: tuple[Problem, ...]

    def filled(self, plan: Plan) -> Plan:
        """The plan as a reader meets it: live facts filled in."""
        return rewrite(plan, self.texts.get)


@dataclass(frozen=True)
class Facts:
    """What live facts are computed from."""

    plan: Plan
    index: Index
    names: Mapping[tuple[str, str], Called]
    schedule: Schedule
    asked: tuple[str, ...] = field(default=())


def resolve(facts: Facts) -> Prose:
    """Fill in every prose text; an unknown name is a problem at the text that uses it."""
    texts: dict[Pointer, str] = {}
    problems: list[Problem] = []
    for pointer, text in prose(facts.plan):
        if "{" not in text:
            texts[pointer] = text
            continue
        try:
            texts[pointer] = _filled(text, facts)
        except FactSyntaxError as error:
            problems.append(Problem(pointer, f"not a live fact: {error}", _HELP))
        except BadValueError:
            problems += _faults(pointer, text, facts)
    return Prose(texts, tuple(problems))


def _faults(pointer: Pointer, text: str, facts: Facts) -> Iterator[Problem]:
    """Every fact of a text that cannot be told, not the first alone."""
    for part in parse_facts(text):
        try:
            if isinstance(part, FactCall):
                _told(part, facts)
        except FactSyntaxError as error:
            yield Problem(pointer, f"not a live fact: {error}", _HELP)
        except BadValueError as error:
            yield Problem(pointer, error.message, error.help)


def _filled(text: str, facts: Facts) -> str:
    """Facts are escaped as Markdown text, except inside a code span, where nothing is markup."""
    filled = ""
    for part in parse_facts(text):
        if isinstance(part, str):
            filled += part
        else:
            told = _told(part, facts)
            filled += unescape(told).replace("`", "'") if filled.count("`") % 2 else told
    return filled


def _told(call: FactCall, facts: Facts) -> str:
    tell = FACTS.get(call.name)
    if tell is None:
        raise BadValueError(f'unknown fact "{call.name}"', help=did_you_mean(call.name, FACTS) or _HELP)
    parameters = tell.__code__.co_argcount - 1
    if len(call.arguments) != parameters:
        wanted = counted(parameters, "argument")
        raise BadValueError(f'"{call.name}" takes {wanted}, not {len(call.arguments)}', help=_HELP)
    return tell(facts, *call.arguments)


def _found(facts: Facts, reference: Argument, kinds: tuple[str, ...] = tuple(SECTIONS)) -> tuple[str, str]:
    """Kind and id of what a fact asks about."""
    if not isinstance(reference, str):
        raise BadValueError("expected one id, found a list", help=_HELP)
    found = facts.index.find(reference, kinds)
    if found:
        return found[0], found[1].id
    several = [kind for kind in facts.index.kinds_of(reference) if kind in kinds]
    if several:
        options = " or ".join(f'"{kind}:{reference}"' for kind in several)
        raise BadValueError(f'"{reference}" is ambiguous', help=f"write {options}")
    known = facts.index.known(kinds)
    raise BadValueError(f'unknown id "{reference}"', help=did_you_mean(reference, known))


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
        raise BadValueError(f'quota "{name}" has no share for "{item}"', help=did_you_mean(str(item), shares))
    return f"{shares[str(item)]}%"


def _total(facts: Facts, phase: Argument, role: Argument) -> str:
    within, of = _found(facts, phase, ("phase",))[1], _found(facts, role, ("role",))[1]
    return str(team_total(facts.plan, facts.schedule, within, of))


def _scope(facts: Facts, checkpoint: Argument) -> str:
    name = _found(facts, checkpoint, ("checkpoint",))[1]
    if name in facts.asked:
        raise BadValueError(f'the scope of "{name}" is told by itself')
    found = facts.index.by_kind["checkpoint"][name]
    told = found.scope_name if isinstance(found, Checkpoint) else None
    deeper = Facts(facts.plan, facts.index, facts.names, facts.schedule, (*facts.asked, name))
    return _filled(told, deeper) if told else " + ".join(_short(facts, each) for each in getattr(found, "scope", ()))


def _count(facts: Facts, section: Argument) -> str:
    kind = next((kind for kind, name in SECTIONS.items() if name == section), None)
    if kind is None:
        raise BadValueError(f'unknown section "{section}"', help=did_you_mean(str(section), SECTIONS.values()))
    return str(len(facts.index.by_kind[kind]))


FACTS: Mapping[str, Callable[..., str]] = {
    "start": _start,
    "finish": _finish,
    "date": _date,
    "weeks": _weeks,
    "name": _name,
    "label": _label,
    "short": _short,
    "names": _names,
    "value": _value,
    "within": _within,
    "share": _share,
    "total": _total,
    "scope": _scope,
    "count": _count,
}
"""The live facts that prose may ask for, by name."""
_HELP = f"facts are {', '.join(FACTS)}: {{{{ finish('db-setup') }}}}"
