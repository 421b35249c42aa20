"""Who asks for the figure of a target or an alert, and on which day; which alerts a text names."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.findings import Pointer
from generator.model.monitoring import Alert, Target
from generator.model.plan import Plan
from generator.model.walk import prose
from generator.scheduling.schedule import Schedule
from generator.templates.facts import calls_in

_JUDGED = {"checkpoints": {"covers", "entry", "exit"}, "waves": {"exit", "tests"}}
"""Fields whose texts say what must hold on the day of their item."""


@dataclass(frozen=True)
class Asked:
    """A figure, the item or criterion that states it, and the instant at which it is judged."""

    figure: Target | Alert
    by: str
    at: int


def asked_for(plan: Plan, schedule: Schedule) -> Iterator[Asked]:
    """Yield what criteria, checkpoints and waves ask for, in a field of their own or by a live fact."""
    for criterion in plan.criteria.values():
        target = plan.targets.get(criterion.target or "")
        if target and criterion.items:
            at = max(schedule.dates[item].early_finish for item in criterion.items)
            yield Asked(target, criterion.id, at)
    for pointer, text in prose(plan):
        if "value(" in text and _is_judged(pointer):
            item = str(pointer[1])
            at = schedule.dates[item].early_finish
            yield from (Asked(figure, item, at) for figure in _figures(text, plan))


def alerts_named(text: str | None, plan: Plan) -> tuple[Alert, ...]:
    """The alerts that a text names by live facts, in its order."""
    told = (each for call in calls_in(text) for each in call.arguments if isinstance(each, str))
    names = dict.fromkeys(each.removeprefix("alert:") for each in told)
    return tuple(plan.alerts[each] for each in names if each in plan.alerts)


def _is_judged(pointer: Pointer) -> bool:
    section, _, field, *_ = (*pointer, "", "", "")
    return field in _JUDGED.get(str(section), ())


def _figures(text: str, plan: Plan) -> Iterator[Target | Alert]:
    """The figures that a text states by live facts."""
    for call in calls_in(text, "value"):
        name = str(call.arguments[0]).rpartition(":")[2] if call.arguments else ""
        found = plan.targets.get(name) or plan.alerts.get(name)
        if found:
            yield found
