"""A sentence multiplies, and the product is another one.

The figure that is carried on from here is the product; what was ordered by it is too much or too little.

Fails:

```markdown
Three shifts of four people cover the clock, fifteen people altogether.
```

Passes:

```markdown
Three shifts of four people cover the clock, twelve people altogether.
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import is_total as is_total_row
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.phrases import Phrase, Quote, Row
from generator.audit.understanding.quantities import TIMES, Quantity, quantities_in
from generator.audit.understanding.rates import Rate, rates_of
from generator.audit.understanding.reckonings import can_make
from generator.audit.understanding.sentences import amounts_by_sentence
from generator.audit.understanding.totals import is_each, is_slip, is_total
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_EVERY = re.compile(r"\b(?:every|each)\s+(?P<noun>[a-z][a-z-]+)\b", re.IGNORECASE)
_SO = re.compile(r"\b(?:so|hence|thus|therefore|which makes|making|that makes|that is|giving)\b|=", re.IGNORECASE)
_EACH = re.compile(r"\b(?:each|every|per)\b", re.IGNORECASE)
_SO_MANY = re.compile(
    r"(?:\s[a-z]+){0,3}\s*(?:[:=]|,? (?:so|hence|thus|therefore|which (?:is|are|makes?)|that (?:is|are|makes?)"
    r"|making|giving)\b)"
    r"\s*(?:there (?:are|will be)\s)?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:^|[.;]\s|\*)(?P<label>[A-Z][a-z]+(?: [a-z]+)?s)"
    r"(?: (?:appointed|booked|hired|found|ordered|planned|needed))?:\s"
    r"(?=\d[\d,]*(?![\d,]| of))"
)
_SLIP = 6
"""Less than a sixth off is meant for all of them."""
_SPARE = re.compile(r"\b(?:has|have|owns?|only|trained|available)\s$", re.IGNORECASE)
_NEAR = 12
_Counts = dict[str, dict[Decimal, Quote]]
_MOST_BETWEEN = 60
_AT = re.compile(r"\bat\s$")
_FEW = 4
_FACTOR_AND_PRODUCT = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each product in a sentence that its two factors, here or elsewhere, do not make."""
    counts = _counts(facts)
    for phrase in facts.reading.phrases:
        if not phrase.is_spoken:
            continue
        for sentence, amounts in amounts_by_sentence(phrase.plain, comma=phrase.style.comma):
            yield from _multiplied(phrase, amounts)
            every = _EVERY.search(level(phrase.plain), *sentence)
            yield from _for_every(phrase, every, amounts, counts) if every else ()
    yield from _needed(facts)


def _needed(facts: Facts) -> Iterator[Contradiction]:
    """`Every gate has three stewards`, of 14 gates: whoever counts stewards nearly so counts all of them."""
    told = [(phrase, each) for phrase in facts.reading.phrases for each in _counted_in(phrase)]
    told += [counted for _, rows in facts.reading.tables for counted in _column_totals(rows)]
    for rate in rates_of(facts.reading):
        groups = {each.value: (phrase, each) for phrase, each in told if each.head == rate.group and each.value > 1}
        right = {each.value for _, each in told if _is_of(each, rate)}
        agreeing = {number: there for number, there in groups.items() if number * rate.each.value in right}
        whole = {number: there for number, there in groups.items() if there[0].form == "cell"}
        groups = agreeing or whole or groups
        if len(groups) != 1:
            continue
        ((number, (there, group)),) = groups.items()
        product = number * rate.each.value
        for phrase, each in told:
            off = abs(each.value - product)
            spare = _SPARE.search(level(phrase.plain)[max(0, each.start - _NEAR) : each.start])
            beside = any(there is phrase and other.value == product for there, other in told)
            if _is_of(each, rate) and not (spare or beside) and 0 < off * _SLIP <= product:
                yield _told(
                    phrase, each, (number, rate.each.value), (there.mark(group.start, group.last), rate.quote)
                )


def _is_of(each: Quantity, rate: Rate) -> bool:
    return each.noun[-len(rate.each.noun) :] == rate.each.noun


def _column_totals(rows: tuple[Row, ...]) -> Iterator[tuple[Phrase, Quantity]]:
    """The last row of a table counts what its columns are named after."""
    last = rows[-1] if rows and is_total_row(rows[-1]) else None
    for cell, header in zip(last.cells, last.grid.header, strict=True) if last else ():
        band, noun = band_in(cell.plain, comma=cell.style.comma), _stems(header.plain)
        if band and band.high > 1 and not band.unit and len(noun) == 1:
            yield cell, Quantity(band.high, "", noun, 0, len(cell.plain), len(cell.plain))


def _counted_in(phrase: Phrase) -> list[Quantity]:
    """What a text counts; `Clerks: 88` counts clerks."""
    if not phrase.is_spoken:
        return []
    plain, amounts = level(phrase.plain), quantities_in(phrase.plain, comma=phrase.style.comma)
    labels = {match.end(): match["label"] for match in _LABEL.finditer(plain)}
    named = [replace(each, noun=_stems(labels[each.start])) if each.start in labels else each for each in amounts]
    return [each for each in named if each.noun and not each.unit]


def _stems(words: str) -> tuple[str, ...]:
    return tuple(stem for stem, _, _ in tokens_of(words))


def _multiplied(phrase: Phrase, amounts: list[Quantity]) -> Iterator[Contradiction]:
    plain = level(phrase.plain)
    for index, (other, total) in enumerate(pairwise(amounts[1:])):
        before_it = amounts[max(0, index + 1 - _FEW) : index + 1]
        one = next(
            (each for each in reversed(before_it) if each.value > 1 and _may_multiply(each, other, total)),
            amounts[index],
        )
        if one.unit and not (other.unit or total.unit):
            continue
        between, after = plain[one.end : other.start], plain[other.end : total.start]
        before = plain[max(0, one.start - _NEAR) : one.start]
        joined = len(between) <= _MOST_BETWEEN and (
            is_each(between) or (other.is_money and _AT.search(between)) or _EACH.search(f"{before} {after}")
        )
        if not _may_multiply(one, other, total) or _is_told_again(before_it, other):
            continue
        product = (one.value * other.value).normalize()
        made = can_make(total.value, [each.value for each in amounts[: index + 2]])
        if (
            joined
            and _is_product(plain, other, total)
            and not made
            and is_slip(total, product)
            and _fits(one, other, total)
        ):
            yield _told(phrase, total, (one.value, other.value), ())


def _may_multiply(one: Quantity, other: Quantity, total: Quantity) -> bool:
    """Weeks times weeks are nothing, and days are made of days, in whatever other words a time is told again."""
    if one.unit not in {"", total.unit, other.unit} or one.kind == other.kind != "":
        return False
    return total.head not in TIMES or total.head in {one.head, other.head}


def _is_told_again(before_it: list[Quantity], other: Quantity) -> bool:
    """The two before it make the other one: what follows it is the same in another unit."""
    return len(before_it) > 1 and before_it[-1].value > 1 and before_it[-2].value * before_it[-1].value == other.value


def _is_product(plain: str, other: Quantity, total: Quantity) -> bool:
    """Words say that it is a total; or a colon or *so* stand before the same things again."""
    lead = _SO_MANY.fullmatch(plain[other.last : total.start])
    return is_total(plain, total) or bool(lead and total.kind and total.kind == other.kind)


def _fits(one: Quantity, other: Quantity, total: Quantity) -> bool:
    """The product is counted in what one of its factors counts; money stays money."""
    if "%" in {one.unit, other.unit, total.unit}:
        return False
    return total.unit in {one.unit, other.unit} and (bool(total.unit) or total.value > max(one.value, other.value))


def _for_every(
    phrase: Phrase, every: "re.Match[str]", amounts: list[Quantity], counts: _Counts
) -> Iterator[Contradiction]:
    """`Every class makes 7 groups, so there will be 21 posters`, where the classes are counted elsewhere."""
    stems = tokens_of(every["noun"])
    known = counts.get(stems[0][0], {}) if stems else {}
    rest = [each for each in amounts if each.start > every.end()]
    if (
        len(known) != 1
        or len(rest) != _FACTOR_AND_PRODUCT
        or rest[0].head == stems[0][0]
        or not _SO.search(phrase.plain, rest[0].end, rest[1].start)
    ):
        return
    ((number, quote),) = known.items()
    if rest[0].unit == rest[1].unit and is_slip(rest[1], number * rest[0].value):
        yield _told(phrase, rest[1], (number, rest[0].value), (quote,))


def _counts(facts: Facts) -> _Counts:
    """Collect how many there are of each noun, wherever a sentence counts it."""
    found: dict[str, dict[Decimal, Quote]] = defaultdict(dict)
    for phrase in facts.reading.phrases:
        for each in quantities_in(phrase.plain, comma=phrase.style.comma) if phrase.form == "paragraph" else ():
            if each.noun and not each.unit and each.value > 1:
                found[each.head].setdefault(each.value, phrase.mark(each.start, each.last))
    return found


def _told(
    phrase: Phrase, total: Quantity, factors: tuple[Decimal, Decimal], there: tuple[Quote, ...]
) -> Contradiction:
    one, other = (f"{each.normalize():f}" for each in factors)
    product = f"{(factors[0] * factors[1]).normalize():f}"
    message = f"{one} times {other} is {product}, not {total.value.normalize():f}"
    return Contradiction(message, phrase.mark(total.start, total.last), there, f"write {product}, or mend a factor")
