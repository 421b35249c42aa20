"""A task as a row of a table or an entry of a list tells it."""

from dataclasses import dataclass

from generator.audit.first_plan.hours import Hours
from generator.audit.understanding.phrases import Quote, Row
from generator.audit.understanding.units import Unit
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import key_of


@dataclass(frozen=True)
class RowTask:
    """A piece of work of its own name; `unit` is the part that it belongs to."""

    name: str
    unit: Unit | None
    window: Window | None
    quote: Quote
    times: tuple[str, ...] = ()
    """The words that tell its time."""
    rest: str = ""
    """What else its row tells."""
    row: Row | None = None
    group: str = ""
    """What its table calls its rows, or the heading of its list."""
    lasts: str | None = None
    """How long it takes, where told."""
    needs: str = ""
    """What an entry of a list says that it waits for."""
    hours: Hours | None = None
    """When on its first day it begins, and how long it lasts, where it is done by the clock."""

    @property
    def key(self) -> frozenset[str]:
        """The words that tell it from others."""
        return key_of(self.name)
