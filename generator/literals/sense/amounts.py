"""Numbers and lengths of time as words tell them: "two months", "half an hour", "a week and a half", "barely ten"."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.literals.numbers import FRACTIONS, LARGE, number_in_words
from generator.literals.sense.words import Clause
from generator.patterns import any_of

MINUTE, HOUR, DAY = Fraction(1), Fraction(60), Fraction(1440)
UNITS = {
    "second": Fraction(1, 60), "minute": MINUTE, "hour": HOUR, "day": DAY, "workday": DAY, "night": DAY,
    "morning": DAY, "afternoon": DAY,
    "evening": DAY, "week": 7 * DAY,
    "fortnight": 14 * DAY, "month": Fraction(304, 10) * DAY, "year": 365 * DAY,
}  # fmt: skip
_LARGE = {**LARGE, "dozen": 12}
_ONE = (("a",), ("an",), ("the",))
_SETS = {"pair": 2, "couple": 2, "dozen": 12, "single": 1, "lone": 1}
_ABOUT = any_of("about around roughly nearly almost some approximately barely scarcely hardly just little")
_MORE = any_of("over more least beyond exceeding minimum")
_LESS = any_of("under less most within up maximum below fewer inside")
_FITTING = any_of("full whole working calendar elapsed mere long short good of short-lived")
_OF_WORK = any_of("work working business calendar school trading")
_BESIDE = any_of("than to at a of the an good mere only full whole single")


@dataclass(frozen=True)
class Amount:
    """A number: which words tell it, and whether it is exact (`=`), about (`~`), at least (`>`) or at most (`<`)."""

    value: Fraction
    first: int
    last: int
    bound: str = "="


@dataclass(frozen=True)
class Length:
    """A length of time: how many of which unit."""

    amount: Amount
    unit: str

    @property
    def minutes(self) -> Fraction:
        """By the clock."""
        return self.amount.value * UNITS[self.unit]


def amounts(clause: Clause) -> Iterator[Amount]:
    """Yield each number, from left to right."""
    index = 0
    while index < len(clause.texts):
        found = _number_at(clause.texts, index)
        if found:
            value, after = found
            yield Amount(value, index, after - 1, _bound(clause.texts, index))
            index = after
        else:
            index += 1


def lengths(clause: Clause) -> Iterator[Length]:
    """Yield each length of time, from left to right."""
    texts, after = clause.texts, 0
    for index, text in enumerate(texts):
        is_place = texts[index + 1 : index + 2] and texts[index + 1].isdecimal()
        unit = None if is_place or index < after else _unit(text)
        before = _before_unit(texts, index) if unit else None
        if unit and before:
            amount, last = _and_more(texts, index, before, unit)
            after = last + 1
            yield Length(Amount(amount.value, amount.first, last, _bound(texts, amount.first)), unit)


def _before_unit(texts: tuple[str, ...], index: int) -> Amount | None:
    """Read the number that ends before a unit, with a word between them at most."""
    for first in range(max(0, index - 5), index):
        found = _number_at(texts, first)
        if found and _is_range(texts, first):
            return None
        if found and found[1] in (index, index - 1) and (found[1] == index or texts[index - 1] in _FITTING):
            return Amount(found[0], first, index)
    if index and texts[index - 1] in ("a", "an", "the", "whole", "full", "mere"):
        is_told = texts[index - 1] in ("a", "an") or (index > 1 and texts[index - 2] in ("within", "a"))
        return Amount(Fraction(1), index - 1, index) if is_told else None
    return None


def _is_range(texts: tuple[str, ...], first: int) -> bool:
    """Tell whether a number is the second of two: "5-6", "two or three"."""
    before = texts[first - 2 : first] if first > 1 else texts[:first]
    return any(
        number_in_words(text)
        for text in before
        if before[-1:] != ("of",) and (text == before[-1] or before[-1] in ("or", "to"))
    )


def _and_more(texts: tuple[str, ...], index: int, amount: Amount, unit: str) -> tuple[Amount, int]:
    """Add what stands behind a unit and an "and": a half, three quarters, ten minutes."""
    if texts[index + 1 : index + 2] != ("and",) or amount.value.denominator != 1:
        return amount, index
    times, at = (3, index + 3) if texts[index + 2 : index + 3] == ("three",) else (1, index + 3)
    part = FRACTIONS.get(texts[at].removesuffix("s")) if at < len(texts) else None
    if part and texts[at - 1] in ("a", "one", "three"):
        return Amount(amount.value + times * part, amount.first, at), at
    added = _smaller(texts, index + 2, unit)
    return (Amount(amount.value + added[0], amount.first, added[1]), added[1]) if added else (amount, index)


def _smaller(texts: tuple[str, ...], first: int, unit: str) -> tuple[Fraction, int] | None:
    """Read a number of a smaller unit, in terms of a larger one: an hour and "ten minutes"."""
    found = _number_at(texts, first) if first < len(texts) else None
    behind = _unit(texts[found[1]]) if found and found[1] < len(texts) else None
    if found is None or behind is None or UNITS[behind] >= UNITS[unit]:
        return None
    return found[0] * UNITS[behind] / UNITS[unit], found[1]


def _unit(text: str) -> str | None:
    """Read a unit, also behind its number or with what it is of; so many of somebody's days are no length."""
    of, _, whole = text.rpartition("-")
    if of and of not in _OF_WORK and number_in_words(of) is None:
        return None
    return whole if whole in UNITS else whole[:-1] if whole.endswith("s") and whole[:-1] in UNITS else None


def _number_at(texts: tuple[str, ...], index: int) -> tuple[Fraction, int] | None:
    """Read a number that begins at a word; tell where it ends."""
    first, rest = texts[index], texts[index + 1 : index + 5]
    if first in ("a", "an", "the") and rest and rest[0] in _SETS:
        return Fraction(_SETS[rest[0]]), index + (3 if rest[1:2] == ("of",) else 2)
    if (first, *rest[:2]) == ("half", "a", "dozen"):
        return Fraction(6), index + 3
    part = _part_at(first, rest)
    if part:
        return part[0], index + part[1] + (1 if texts[index + part[1] : index + part[1] + 1] in _ONE else 0)
    number = number_in_words(first)
    if number is None:
        return None
    if rest[:2] == ("and", "a") and rest[2:3] in (("half",), ("quarter",)):
        return number + FRACTIONS[rest[2]], index + 4
    times = _LARGE.get(rest[0]) if rest else None
    return (number * times, index + 2) if times else (number, index + 1)


def _part_at(first: str, rest: tuple[str, ...]) -> tuple[Fraction, int] | None:
    """Read "half a", "a quarter of an", "three quarters of an"; tell how many words it is before the last."""
    if first in ("half", "quarter") and rest and rest[0] in ("a", "an", "of"):
        return FRACTIONS[first], (1 if rest[0] in ("a", "an") else 2)
    if first in ("a", "three") and rest[1:2] == ("of",) and rest[0].removesuffix("s") in FRACTIONS:
        return FRACTIONS[rest[0].removesuffix("s")] * (3 if first == "three" else 1), 3
    return None


def _bound(texts: tuple[str, ...], first: int) -> str:
    """Tell how the words before a number limit it."""
    near: list[str] = []
    for text in reversed(texts[max(0, first - 4) : first]):
        near.append(text)
        if text not in _BESIDE and text not in _ABOUT:
            break
    if "little" in near and ("more" in near or "over" in near):
        return "~"
    if not _ABOUT.isdisjoint(near):
        return "~"
    if not _MORE.isdisjoint(near):
        return ">"
    return "<" if not (_LESS - {"up"}).isdisjoint(near) or ("up" in near and "to" in near) else "="
