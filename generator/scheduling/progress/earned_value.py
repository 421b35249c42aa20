"""Earned value: three sums in one unit (people's days, money), and what follows from them (PMBOK Guide).

An index is nothing where what it divides by is zero.
"""


def schedule_variance(earned: float, planned: float) -> float:
    """SV: how much more is done than was to be done by now."""
    return earned - planned


def cost_variance(earned: float, actual: float) -> float:
    """CV: how much more is done than was spent on it."""
    return earned - actual


def schedule_index(earned: float, planned: float) -> float | None:
    """SPI: what is done for each unit that was to be done; it ends at 1 however late the end is."""
    return earned / planned if planned else None


def cost_index(earned: float, actual: float) -> float | None:
    """CPI: what is done for each unit spent."""
    return earned / actual if actual else None


def estimate_at_rate(budget: float, index: float) -> float:
    """EAC where the rest costs as what is done did: BAC / CPI."""
    return budget / index


def estimate_as_planned(budget: float, *, earned: float, actual: float) -> float:
    """EAC where the rest costs what was planned: AC + (BAC - EV)."""
    return actual + budget - earned


def estimate_at_both_rates(budget: float, *, earned: float, actual: float, planned: float) -> float | None:
    """EAC where cost and pace both go on as they are: AC + (BAC - EV) / (CPI x SPI)."""
    cost, pace = cost_index(earned, actual), schedule_index(earned, planned)
    return actual + (budget - earned) / (cost * pace) if cost and pace else None


def variance_at_completion(budget: float, estimate: float) -> float:
    """VAC: what is left of the budget at the end."""
    return budget - estimate
