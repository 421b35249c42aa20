"""A fraction in words is not what the figures beside it make.

Words outlive the figures that they were taken from.

Fails:

```markdown
Of the 126 helpers, three quarters (84) are trained.
```

Passes:

```markdown
Of the 126 helpers, two thirds (84) are trained.
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.fractions import Share, fractions_in, is_exact
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import TIMES, Quantity, quantities_in
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_TELLS = r"(?:\(|,|=|:|-|,? (?:which|that) (?:is|are|makes?)|,? that is,?|,? i\.e\.,?|,? or|,? namely|is|are|makes?)"
_PART = re.compile(
    rf"(?:,?\s(?:of|the|these|those|our|all)\b[^.;:()\d]{{0,40}})?\s*{_TELLS}\s*(?:the )?", re.IGNORECASE
)
_WHOLE = re.compile(r",?\s(?:of )?(?:all |the |our |these |those |its )*", re.IGNORECASE)
_THEM = re.compile(r"\s(?:of (?:them|these|those|which|whom|it)|are|is)\b", re.IGNORECASE)
_OF = re.compile(r"(?:\s[a-z-]+){0,2}?\s(?:out )?of (?:all |the |our |these |its )*", re.IGNORECASE)
_OPENS = re.compile(r"\W*(?:out )?of (?:all |the |our |these |its )*", re.IGNORECASE)
_MOST = 40
"""Fractions in one text; nobody writes more."""
_SO = re.compile(rf"(?:\s[a-z-]+){{0,2}}?\s*{_TELLS}\s*", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each fraction whose part and whole are told beside it and make another one."""
    for phrase in facts.reading.phrases:
        shares = list(fractions_in(phrase.plain)) if phrase.is_spoken else []
        if 0 < len(shares) <= _MOST:
            amounts = quantities_in(phrase.plain, comma=phrase.style.comma)
            for start, end in sentences_of(phrase.plain):
                told = [each for each in amounts if start <= each.start < end and each.unit != "%"]
                for share in (each for each in shares if start <= each.start < end):
                    yield from _held(phrase, share, told, start)


def _held(phrase: Phrase, share: Share, amounts: list[Quantity], start: int) -> Iterator[Contradiction]:
    plain = level(phrase.plain)
    amounts = [each for each in amounts if not share.start <= each.start < share.end and each.head not in TIMES]
    pair = _after(plain, share, amounts, start) or _before(plain, share, amounts)
    if pair is None:
        return
    part, whole = pair
    exact = Fraction(whole.value) * share.value
    rounded = is_exact(plain, part.start) and is_exact(plain, whole.start)
    if rounded and abs(Fraction(part.value) - exact) >= 1 and 0 < part.value < whole.value:
        right = round(Decimal(exact.numerator) / exact.denominator, 1).normalize()
        told = phrase.plain[share.start : share.end]
        message = f"{told} of {whole.value.normalize():f} is {right:f}, not {part.value.normalize():f}"
        yield Contradiction(
            message, phrase.mark(share.start, share.end), (), "mend the fraction or one of the figures"
        )


def _after(plain: str, share: Share, amounts: list[Quantity], start: int) -> tuple[Quantity, Quantity] | None:
    """`Of the 126, two thirds (84)`, `two thirds (84 of 126)`, `two thirds of the 126 helpers, that is 84`."""
    after = [each for each in amounts if each.start >= share.end][:2]
    if not after:
        return None
    first, second = after[0], after[1] if len(after) > 1 else None
    if _WHOLE.fullmatch(plain, share.end, first.start) and second and second.unit == first.unit:
        return (second, first) if _SO.fullmatch(plain, first.end, second.start) else None
    if _PART.fullmatch(plain, share.end, first.start):
        if second and second.unit == first.unit and _OF.fullmatch(plain, first.end, second.start):
            return first, second
        them = bool(_THEM.match(plain, share.end))
        earlier = [each for each in amounts if each.end <= share.start]
        whole = (
            earlier[0]
            if them and len(earlier) == 1
            else next((each for each in amounts if _OPENS.fullmatch(plain, start, each.start)), None)
        )
        return (first, whole) if whole and whole.unit == first.unit and whole.end <= share.start else None
    return None


def _before(plain: str, share: Share, amounts: list[Quantity]) -> tuple[Quantity, Quantity] | None:
    """`84 of the 126 (two thirds)`."""
    before = [each for each in amounts if each.end <= share.start][-2:]
    if len(before) < 2 or before[0].unit != before[1].unit:  # noqa: PLR2004 # a part and its whole
        return None
    part, whole = before
    told = _OF.fullmatch(plain, part.end, whole.start) and _SO.fullmatch(plain, whole.end, share.start)
    return (part, whole) if told else None
