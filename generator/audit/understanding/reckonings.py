"""What the amounts of a sentence can make: `twelve tables of ten and one of eight` are 128 seats."""

from collections.abc import Sequence
from decimal import Decimal

_MOST = 6
_ZERO = Decimal(0)


def can_make(total: Decimal, amounts: Sequence[Decimal]) -> bool:
    """Tell whether some of the last amounts in their order, multiplied, added or taken off, make a total."""
    made: set[tuple[Decimal, Decimal]] = {(_ZERO, _ZERO)}
    for each in amounts[-_MOST:]:
        made |= {state for done, term in made for state in _next(done, term, each)}
    return any(done + term == total for done, term in made)


def _next(done: Decimal, term: Decimal, each: Decimal) -> list[tuple[Decimal, Decimal]]:
    """Go on with a term that the amount multiplies, or with a new one that is added or taken off."""
    return [(done + term, each), (done + term, -each), (done, term * each)]
