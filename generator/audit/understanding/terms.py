"""The amounts of a text as terms of a reckoning: brackets told apart, `four of 1,000 l` multiplied."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import CURRENCIES, Quantity, quantities_in
from generator.audit.understanding.words import level

_GROUPS = re.compile(r"\s*(?:of|at|à|with|x|×)\s+(?:the\s)?", re.IGNORECASE)
_MOST = 80
_SIZED = re.compile(r"\s+of\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Term:
    """A value of one kind: a unit, or the noun that is counted."""

    value: Decimal
    kind: str
    start: int
    end: int
    """Where its figure and unit end."""
    last: int
    """Where the words for it end."""
    bracketed: bool
    factors: int = 1


def terms_of(phrase: Phrase) -> list[Term]:
    """Return all terms of a text in their order; a text of figures alone has none."""
    plain = level(phrase.plain)
    amounts = quantities_in(phrase.plain, comma=phrase.style.comma)
    return list(_inherited(_multiplied(plain, amounts))) if len(amounts) <= _MOST else []


def are_alike(part: Term, total: Term) -> bool:
    """Tell whether a part can be one of a total; figures without a word belong to any sum of money or things."""
    return part.kind == total.kind or (not part.kind and (total.kind in CURRENCIES or total.kind.isalpha()))


def _multiplied(plain: str, amounts: list[Quantity]) -> Iterator[Term]:
    """`Four of 1,000 l` and `nine rooms of four beds`; `eight of twelve` is a part of a whole."""
    taken = -1
    for one, other in pairwise([*amounts, None]):
        if one is None or one.start < taken:
            continue
        if other and _are_factors(plain, one, other):
            taken = other.last
            yield Term(one.value * other.value, other.kind, one.start, other.end, other.last, _inside(plain, one), 2)
        else:
            yield Term(one.value, one.kind, one.start, one.end, one.last, _inside(plain, one))


def _are_factors(plain: str, one: Quantity, other: Quantity) -> bool:
    between = plain[one.last : other.start]
    sized = bool(one.noun) and _SIZED.fullmatch(between) is not None and not other.unit
    return not one.unit and (sized or (bool(other.unit) and other.unit != "%" and bool(_GROUPS.fullmatch(between))))


def _inside(plain: str, each: Quantity) -> bool:
    return plain.count("(", 0, each.start) > plain.count(")", 0, each.start)


def _inherited(terms: Iterator[Term]) -> Iterator[Term]:
    """`Nine rooms of four beds and four rooms of two` are all beds."""
    kind = ""
    for each in terms:
        inherits = each.factors > 1 and not each.kind and kind
        told = Term(each.value, kind, each.start, each.end, each.last, each.bracketed, 2) if inherits else each
        kind = told.kind if told.factors > 1 else kind
        yield told
