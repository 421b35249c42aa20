"""Thresholds side by side: which figures can be compared, and whether two names mean the same one."""

import re
from dataclasses import dataclass
from decimal import Decimal

from generator.model.monitoring import Alert, Target
from generator.model.notation import time_in_minutes
from generator.model.quantity import Threshold

_WORD = re.compile(r"\w+")
_SHORTEST_PART = 4
"""A shorter word stands inside others by chance: "rate" in "separate" is no rate, "up" is in nearly anything."""
_RATE = re.compile(r"(?P<what>.{0,60}?)(?:\bper\s+|\s*/\s*|\ban?\s+)(?P<period>[a-z]{1,7})")
_LASTING = re.compile(r"\sfor\s")
"""Behind it stands how long a level has to last: "> 55 lux for 10 min", unlike "> 40 ml in 12 h"."""
_DAY = Decimal(24 * 60)
_LOWER, _UPPER = (">", ">="), ("<", "<=")


@dataclass(frozen=True)
class Figure:
    """A bound as a number, and what it counts, in which time: two are comparable where that is the same."""

    amount: Decimal
    counts: tuple[object, ...]

    @property
    def is_time(self) -> bool:
        """Tell whether it counts minutes."""
        return self.counts[0] == "time"


def figure(threshold: Threshold) -> Figure:
    """Read a threshold as a number, times in minutes and rates as so many a day."""
    minutes = time_in_minutes(threshold.amount, threshold.unit)
    if minutes is not None:
        return Figure(minutes, ("time", threshold.of.lower()))
    rate = _RATE.fullmatch(f"{threshold.unit} {threshold.of}".lower().strip())
    period = time_in_minutes(Decimal(1), rate["period"]) if rate else None
    if rate and period:
        return Figure(
            threshold.amount * _DAY / period, (f"{rate['what'].strip()} per time", "", threshold.window_minutes)
        )
    window = None if threshold.unit == "%" or _LASTING.search(threshold.text) else threshold.window_minutes
    return Figure(threshold.amount, (threshold.unit.lower(), threshold.of.lower(), window))


def is_lower_bound(threshold: Threshold) -> bool:
    """Tell whether what lies above the bound is meant."""
    return threshold.operator in _LOWER


def is_upper_bound(threshold: Threshold) -> bool:
    """Tell whether what lies below the bound is meant."""
    return threshold.operator in _UPPER


def words(item: Target | Alert) -> frozenset[str]:
    """The words of a name, in the singular, whatever their order."""
    return singular(*_WORD.findall(item.name.casefold()))


def singular(*of: str) -> frozenset[str]:
    """Words without their last s, so that "failures" and "failure" are one word."""
    return frozenset(word.removesuffix("s") for word in of)


def same_figure(target: Target, alert: Alert) -> bool:
    """Tell whether one name holds all words of the other: "P95 response time" and "Slow response time P95"."""
    return bool(words(target) & words(alert)) and (words(target) <= words(alert) or words(alert) <= words(target))


def akin(target: Target, alert: Alert) -> bool:
    """Tell whether two names share a word, or one's word is part of the other's: "Grid load" and "Overload"."""
    return any(
        mine == other or (min(len(mine), len(other)) >= _SHORTEST_PART and (mine in other or other in mine))
        for mine in words(target)
        for other in words(alert)
    )


def guarded(alerts: dict[str, Alert], targets: dict[str, Target]) -> list[tuple[Alert, Target]]:
    """Pair each alert with the target that it guards."""
    return [(alert, targets[alert.target]) for alert in alerts.values() if alert.target in targets]
