"""Months that documents count from the first one, told as weeks: a plan has no words for months."""

from dataclasses import replace

from generator.audit.first_plan.draft import Entry
from generator.audit.first_plan.retelling import retold
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Reading
from generator.audit.understanding.windows import Found, Window, week_window

_WEEKS, _MONTHS = 52, 12
_MOST = 120
MONTH = 30
"""The grain of such weeks: more than a month of them tells two months."""
_ASSUMED = (
    "Months that are counted from the first one are told in whole weeks, which come near to them.",
    "Write the dates of what is told by months.",
)


def in_weeks_of_months(window: Window) -> Window:
    """Tell months 4 to 6 as weeks 14 to 26, any other stretch as it is."""
    first, last = window.first, window.last
    if window.scale != "month" or max(first or 0, last or 0) > _MOST or min(first or 1, last or 1) < 1:
        return window
    begun = None if first is None else (first - 1) * _WEEKS // _MONTHS + 1
    ended = None if last is None else last * _WEEKS // _MONTHS
    whole = week_window(begun or 1, ended or 1)
    return replace(whole, grain=MONTH, first=whole.first if begun else None, last=whole.last if ended else None)


def months_told(reading: Reading) -> Reading:
    """Let every text tell its counted months as weeks."""
    return retold(reading, _in_weeks)


def _in_weeks(phrase: Phrase) -> list[Found]:
    return [replace(each, window=in_weeks_of_months(each.window)) for each in phrase.windows]


def stays_by_weeks(facts: Facts) -> Facts:
    """Tell when parts are at work in weeks, also below a column of months."""
    return replace(facts, stays=tuple(replace(each, window=in_weeks_of_months(each.window)) for each in facts.stays))


def tells_months(reading: Reading) -> bool:
    """Tell whether any text tells a month by its number."""
    cells = (cell for _, rows in reading.tables for row in rows for cell in row.cells)
    columns = any("month" in grid.meanings for grid, _ in reading.tables)
    return columns or any(
        each.window.scale == "month" for phrase in (*reading.phrases, *cells) for each in phrase.windows
    )


def assumed_months(reading: Reading) -> list[Entry]:
    """Say how months became weeks, where any did."""
    told = {"text": _ASSUMED[0], "check": _ASSUMED[1]}
    return [Entry(("assumptions", "months"), told, frozenset())] if tells_months(reading) else []
