"""The names of weekdays and months, as people write them."""

from functools import cache

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""Whole or short; whoever looks for one tells what may follow."""
_SHORT = len("mon")
NAMES = frozenset(name.lower()[:length] for name in (*WEEKDAYS, *MONTHS) for length in (None, _SHORT)) | {"sept"}
"""Each of them whole and short, in small letters."""


def weekday_number(name: str) -> int:
    """Return which day of the week a name means, Monday the first and 0."""
    return _place(name, WEEKDAYS)


def month_number(name: str) -> int:
    """Return which month of the year a name means, January the first and 1."""
    return _place(name, MONTHS) + 1


@cache
def _place(name: str, names: tuple[str, ...]) -> int:
    return [each.lower()[:_SHORT] for each in names].index(name.lower()[:_SHORT])
