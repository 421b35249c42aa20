"""Steps of a procedure, with the time gone by when each is done."""

import re
from dataclasses import dataclass
from decimal import Decimal

from generator.formatting import counted
from generator.model.quantity import Duration, Unit
from generator.model.rollback import Step

_SECONDS = {Unit.MINUTE: 60, Unit.HOUR: 3600, Unit.DAY: 86400, Unit.WEEK: 604800}
_READS = re.compile(r"\$\{?([A-Z][A-Z0-9_]*)")
_SETS = re.compile(r"(?:^|[\s;&])(?:export\s+)?([A-Z][A-Z0-9_]*)=", re.MULTILINE)


@dataclass(frozen=True)
class TimedStep:
    """One step; `takes` its own time, `gone` that of all steps so far; nothing where the plan gives none."""

    do: str
    command: str
    takes: str
    gone: str


def timed(steps: tuple[Step, ...]) -> tuple[TimedStep, ...]:
    """Tell each step with the time it takes and the time gone by."""
    return tuple(_timed(step, steps[: number + 1]) for number, step in enumerate(steps))


def total_seconds(steps: tuple[Step, ...]) -> Decimal:
    """Add up the time of all steps that have one, by the clock."""
    return sum((_seconds(step.takes) for step in steps if step.takes), Decimal(0))


def clock_words(seconds: Decimal) -> str:
    """45 seconds, 2 minutes, 1 minute 30 seconds, 1 hour 5 minutes."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    parts = [(hours, "hour"), (minutes, "minute"), (rest, "second")]
    return " ".join(counted(count, noun) for count, noun in parts if count) or "no time"


def unset_variables(steps: tuple[Step, ...]) -> tuple[str, ...]:
    """Name the shell variables that commands read and none of them sets."""
    commands = "\n".join(step.command for step in steps if step.command)
    set_here = frozenset(_SETS.findall(commands))
    return tuple(f"${name}" for name in dict.fromkeys(_READS.findall(commands)) if name not in set_here)


def _timed(step: Step, so_far: tuple[Step, ...]) -> TimedStep:
    takes = clock_words(_seconds(step.takes)) if step.takes else ""
    gone = clock_words(total_seconds(so_far)) if step.takes and len(so_far) > 1 else ""
    return TimedStep(step.do, step.command or "", takes, gone)


def _seconds(duration: Duration) -> Decimal:
    return duration.amount * _SECONDS[duration.unit]
