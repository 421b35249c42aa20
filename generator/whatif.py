"""What would be if some values of the plan were others: the plan itself stays untouched."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.errors import PlanpressError
from generator.findings import Pointer
from generator.formatting import did_you_mean
from generator.model.index import SECTIONS, index_of
from generator.model.plan import Plan
from generator.scheduling.clock import DAY
from generator.scheduling.schedule import Schedule
from generator.snapshot import Snapshot
from generator.sources.plan_files import parse_plan
from generator.sources.source import Source, with_values
from generator.validation import validate

_HELP = 'write "tasks.auth.duration=8d"'


@dataclass(frozen=True)
class Move:
    """An item whose dates are others: start and finish before and after, and the minutes worked between the finishes.

    The instants are those of each plan's own axis, which begin on two days where the plan's start is another.
    """

    item: str
    before: tuple[int, int]
    after: tuple[int, int]
    later: int


def supposed(snapshot: Snapshot, settings: Iterable[str]) -> Source:
    """The source with settings such as `tasks.auth.duration=8d`; an item is found by its id, wherever it stands."""
    read = [(setting, *_change(setting, snapshot)) for setting in settings]
    changes = {pointer: value for _, pointer, value in read}
    source = replace(snapshot.source, data=with_values(snapshot.source.data, changes))
    for finding in validate(source).findings:
        setting = next((text for text, pointer, _ in read if finding.pointer[: len(pointer)] == pointer), None)
        if setting:
            raise PlanpressError(f"--set {setting}: {finding.message}", help=finding.help)
    return source


def moves(before: Schedule, after: Schedule) -> tuple[Move, ...]:
    """Every item whose start or finish is another."""
    behind = days_behind(before, after)
    first, second = max(0, -behind) * DAY, max(0, behind) * DAY
    clock = (before if behind >= 0 else after).time.clock
    spans = ((item, _span(before, item), _span(after, item)) for item in before.dates if item in after.dates)
    return tuple(
        Move(item, old, new, clock.between(old[1] + first, new[1] + second))
        for item, old, new in spans
        if (old[0] + first, old[1] + first) != (new[0] + second, new[1] + second)
    )


def days_behind(before: Schedule, after: Schedule) -> int:
    """By how many days one axis begins after another; none where one of them has no dates."""
    old, new = before.time.start_date, after.time.start_date
    return (new - old).days if old and new else 0


def _span(schedule: Schedule, item: str) -> tuple[int, int]:
    dates = schedule.dates[item]
    return dates.early_start, dates.early_finish


def _change(setting: str, snapshot: Snapshot) -> tuple[Pointer, object]:
    key, equals, value = setting.partition("=")
    steps = tuple(step.strip() for step in key.split("."))
    if not equals or not all(steps):
        raise PlanpressError(f'"{setting}" is no setting', help=_HELP)
    return _pointer(steps, snapshot), _value(value)


def _pointer(steps: tuple[str, ...], snapshot: Snapshot) -> Pointer:
    """Find where a setting belongs: a section, the id of an item in it, a key; or a key of the plan itself."""
    kind = next((kind for kind, section in SECTIONS.items() if section == steps[0]), None)
    if kind is None and len(steps) > 1 and steps[0] not in Plan.model_fields:
        _refuse_no_section(steps, snapshot)
    if kind is None or len(steps) == 1:
        return steps
    items = index_of(snapshot.plan).by_kind[kind]
    if steps[1] not in items:
        raise PlanpressError(f'there is no {kind} "{steps[1]}"', help=did_you_mean(steps[1], items) or _HELP)
    return (*items[steps[1]].pointer, *steps[2:])


def _refuse_no_section(steps: tuple[str, ...], snapshot: Snapshot) -> None:
    """Tell where an item stands whose section was left out, or which section may be meant."""
    kinds = index_of(snapshot.plan).kinds_of(steps[0])
    whole = ".".join((SECTIONS[kinds[0]], *steps)) if kinds else ""
    help_text = f'write "{whole}=…"' if whole else did_you_mean(steps[0], Plan.model_fields) or _HELP
    raise PlanpressError(f'the plan has no section "{steps[0]}"', help=help_text)


def _value(text: str) -> object:
    """Read a value as the plan file would."""
    read = parse_plan(f"value: {text}".encode(), "--set")
    if read.findings or not isinstance(read.data, dict):
        raise PlanpressError(f'"{text}" cannot be read as a value: {read.findings[0].message}', help=_HELP)
    return read.data.get("value")
