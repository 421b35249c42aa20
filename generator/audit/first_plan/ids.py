"""The ids that a first plan has given so far."""

from collections import defaultdict
from dataclasses import dataclass, field

from generator.audit.understanding.phrases import Quote, Row
from generator.audit.understanding.units import OUTER, Unit
from generator.audit.understanding.windows import Window
from generator.findings import Pointer


@dataclass
class Ids:
    """The ids given so far: of parts, and of tasks by the words of their names."""

    units: dict[Unit, str] = field(default_factory=dict)
    tasks: dict[frozenset[str], str] = field(default_factory=dict)
    pointers: dict[frozenset[str], Pointer] = field(default_factory=dict)
    windows: dict[frozenset[str], Window] = field(default_factory=dict)
    """When tasks with a time of their own take place, by the words of their names."""
    rows: dict[Row, list[Pointer]] = field(default_factory=lambda: defaultdict(list))
    """The tasks that each row tells."""
    spoken: dict[tuple[str, int], Pointer] = field(default_factory=dict)
    """The tasks that entries of lists tell, by their lines."""
    needs: dict[Pointer, tuple[str, Quote]] = field(default_factory=dict)
    """What tasks of lists wait for, in the words of the list."""
    phases: dict[str, str] = field(default_factory=dict)
    """The phases that waves belong to."""
    called: dict[str, list[str]] = field(default_factory=dict)
    """Tasks by what they are called without what stands in brackets: `Ring 1` for `Ring 1 (staging)`."""
    within: dict[str, str] = field(default_factory=dict)
    """The parts that tasks stand in, by the ids of the tasks."""
    others: list[str] = field(default_factory=list)

    @property
    def outer(self) -> frozenset[str]:
        """The ids of phases."""
        return frozenset(given for unit, given in self.units.items() if unit.kind in OUTER)

    def taken(self) -> list[str]:
        """All ids of the one namespace that scheduled things share."""
        return [*self.units.values(), *self.tasks.values(), *self.others]
