"""A single fault: the plan's text with it, and what must be found where."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.findings import Finding
from generator.scheduling.schedule import Schedule
from generator.snapshot import Outcome, examine
from generator.sources.plan_files import parse_plan
from tests.mutation.plan_text import PlanText, Pointer

AT_VALUE, AT_KEY = "value", "key"


@dataclass(frozen=True)
class Aim:
    """A rule, and the place at which it must speak.

    By convention a finding stands at a value that is text, else at the key of a mapping or list, else at the start of
    an entry of a list. `part` says otherwise: `AT_KEY` at the key, any other words at those words inside the value.
    """

    rule: str
    pointer: Pointer = ()
    part: str = AT_VALUE
    offset: int | None = None

    def position(self, text: PlanText) -> tuple[int, int]:
        """Line and column in the faulty text; 0:0 where there is no such place."""
        if self.offset is not None:
            return text.position(self.offset)
        spot = text.spots.get(self.pointer)
        if spot is None:
            return 0, 0
        if self.part not in (AT_VALUE, AT_KEY):
            at = text.text.find(self.part, spot.value[0], spot.value[1])
            return text.position(at) if at >= 0 else (0, 0)
        at_key = spot.key and (self.part == AT_KEY or not spot.is_scalar)
        return text.position((spot.key if at_key and spot.key else spot.value)[0])


@dataclass(frozen=True)
class Fault:
    """A plan with one thing wrong; one of the aims must be met."""

    told: str
    text: str
    aims: tuple[Aim, ...]

    def met_by(self, findings: tuple[Finding, ...]) -> bool:
        """Tell whether a rule meant for it speaks at the exact line and column."""
        text = PlanText(self.text)
        found = {(finding.rule, finding.place.line, finding.place.column) for finding in findings}
        return any((aim.rule, *aim.position(text)) in found for aim in self.aims)


@dataclass(frozen=True)
class Good:
    """A sound plan that faults are put into."""

    name: str
    text: PlanText

    @cached_property
    def outcome(self) -> Outcome:
        """What the project makes of the sound plan."""
        return examined(self.text.text)

    @property
    def schedule(self) -> Schedule:
        """Its dates, so that a fault can be told from a change that does no harm."""
        assert self.outcome.snapshot
        return self.outcome.snapshot.schedule

    @property
    def data(self) -> Any:
        """Its raw values."""
        return self.text.data

    def entries(self, *sections: str) -> Iterator[tuple[Pointer, Any]]:
        """Yield every entry of some sections, by pointer; `tasks` are found wherever they stand."""
        for section in sections:
            for name, entry in (self.data.get(section) or {}).items():
                yield (section, name), entry
        if "tasks" in sections:
            for outer in ("phases", "waves"):
                for above, entry in self.entries(outer):
                    yield from (((*above, "tasks", name), task) for name, task in (entry.get("tasks") or {}).items())

    def fault(self, told: str, text: str, *aims: Aim) -> Fault:
        """Make a fault of this plan."""
        return Fault(f"{self.name}: {told}", text, aims)


Kind = Callable[[Good], Iterator[Fault]]
"""One kind of fault: yields each place of a plan at which it can be made."""


def examined(text: str) -> Outcome:
    """Check a plan that is given as text."""
    return examine(parse_plan(text.encode(), "plan.yaml"))


def spoken(pointer: Pointer) -> str:
    """A pointer in words."""
    return ".".join(map(str, pointer))
