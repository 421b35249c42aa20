"""The names of weekdays and months, as people write them."""

from functools import cache

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
MONTH = (
    r"(?:jan(?:uary?)?|feb(?:ruary?)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|jun[ei]?|jul[yi]?|aug(?:ust)?|sept?(?:ember)?"
    r"|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)"
)
"""Whole or short, also in German; whoever looks for one tells what may follow."""
_GERMAN = {"mär": "mar", "mai": "may", "okt": "oct", "dez": "dec"}
_SHORT = len("mon")
NAMES = frozenset(name.lower()[:length] for name in (*WEEKDAYS, *MONTHS) for length in (None, _SHORT)) | {"sept"}
"""Each of them whole and short, in English and in small letters."""


def weekday_number(name: str) -> int:
    """Return which day of the week a name means, Monday the first and 0."""
    return _place(name, WEEKDAYS)


def month_number(name: str) -> int:
    """Return which month of the year a name means, January the first and 1."""
    return _place(name, MONTHS) + 1


@cache
def _place(name: str, names: tuple[str, ...]) -> int:
    short = name.lower()[:_SHORT]
    return [each.lower()[:_SHORT] for each in names].index(_GERMAN.get(short, short))
