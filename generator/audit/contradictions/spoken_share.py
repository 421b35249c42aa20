"""A sentence tells a share, a percentage or a rest that its own figures do not make.

The figure is quoted alone later, and nobody works it out again.

Fails:

```markdown
13,500 of 68,400 electors are 15 %.
```

Passes:

```markdown
10,260 of 68,400 electors are 15 %.
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.reckonings import can_make
from generator.audit.understanding.sentences import amounts_by_sentence
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_OF = re.compile(r"(?:\s[a-z-]+){0,2}\s*(?:out )?of (?:the |our |all |these )*", re.IGNORECASE)
_IS = re.compile(
    r"(?:[^.;:\d]{0,40}?)(?:\b(?:is|are|equals?|makes?|or|comes? to|which (?:is|are)|that is)\b|[=:(])\s*\(?",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:about|around|roughly|some|nearly|almost|just (?:under|over)|approximately|approx\.?|ca\.?|circa|over|under"
    r"|more than|less than|at (?:least|most)|up to)\W*$|[~≈<>≤≥]\W*$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"(?:\sof [^.;\d]{1,40}?)?\s*(?:\(|,|=|:|-)\s*(?:that is |or |i\.e\. |about )?$", re.IGNORECASE)
_PART_OF = re.compile(r"\sof (?:the |our |this )?(?P<what>[a-z]+(?: [a-z]+)?)\b", re.IGNORECASE)
_REST_AFTER = re.compile(
    r"(?:\s[a-z-]+){0,2}?\s(?:(?:are|is|still)\s)?(?:left|remain\w*|to spare|unused|spare|over)\b", re.IGNORECASE
)
_REST_BEFORE = re.compile(
    r"\b(?:leav(?:es|ing)|remaining|(?:remains?|left(?: over)?|rest)(?: is| are|:)?|the (?:rest"
    r"|remainder),?)\W*$",
    re.IGNORECASE,
)
_EACH = re.compile(r"\s(?:[a-z]+ )?(?:per|each|a piece|apiece|for every)\b", re.IGNORECASE)
_HUNDRED = Decimal(100)
_HALF, _ONE = Decimal("0.5"), Decimal("1.5")
_REACH, _NEAR = 80, 40
_FAR = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each percentage and each rest that is not what the figures beside it make."""
    for phrase in facts.reading.phrases:
        if not phrase.is_spoken:
            continue
        for _, inside in amounts_by_sentence(phrase.plain, comma=phrase.style.comma):
            yield from _percentages(facts, phrase, inside)
        yield from _rests(phrase, quantities_in(phrase.plain, comma=phrase.style.comma))


def _percentages(facts: Facts, phrase: Phrase, amounts: list[Quantity]) -> Iterator[Contradiction]:
    for index, share in enumerate(amounts):
        if share.unit == "%":
            yield from _part_given(phrase, amounts[:index], share)
            yield from _whole_given(facts, phrase, amounts, index)


def _part_given(phrase: Phrase, before: list[Quantity], share: Quantity) -> Iterator[Contradiction]:
    """`13,500 of 68,400 are 15 %`."""
    if len(before) < _FAR or not before[-1].value or not _are_part_and_whole(phrase, before[-2], before[-1]):
        return
    part, whole = before[-2:]
    plain = level(phrase.plain)
    if _is_said(plain, whole, share):
        exact = part.value / whole.value * _HUNDRED
        if abs(exact - share.value) > _tolerance(plain, share):
            yield _told(phrase, share, f"{_short(part.value)} of {_short(whole.value)} are {_short(exact)} %")


def _is_said(plain: str, whole: Quantity, share: Quantity) -> bool:
    """Words such as *just under* stand before the percentage."""
    between = plain[whole.end : share.start]
    return len(between) <= _REACH and _IS.fullmatch(_ABOUT.sub("", between)) is not None


def _are_part_and_whole(phrase: Phrase, part: Quantity, whole: Quantity) -> bool:
    between = level(phrase.plain)[part.end : whole.start]
    return _OF.fullmatch(between) is not None and part.unit == whole.unit and part.value <= whole.value


def _whole_given(facts: Facts, phrase: Phrase, amounts: list[Quantity], index: int) -> Iterator[Contradiction]:
    """`18 % of 2,400 are 432`, and `of £60,000, 15 % (£9,000)`."""
    plain, share, after = level(phrase.plain), amounts[index], amounts[index + 1 :]
    if len(after) > 1 and _OF.fullmatch(plain[share.end : after[0].start]):
        if _IS.fullmatch(plain[after[0].end : after[1].start]) and after[0].unit == after[1].unit:
            yield from _held(phrase, share, after[0].value, after[1])
    elif after and after[0].unit and _BRACKET.search(plain[share.end : after[0].start]):
        wholes = [each for each in amounts[:index] if each.unit == after[0].unit]
        if len(wholes) == 1:
            yield from _held(phrase, share, wholes[0].value, after[0])
        elif not wholes:
            yield from _of_named(facts, phrase, share, after[0])


def _of_named(facts: Facts, phrase: Phrase, share: Quantity, part: Quantity) -> Iterator[Contradiction]:
    """`10 % of the budget, €8,400`, where one entry tells the budget."""
    named = _PART_OF.match(level(phrase.plain), share.end)
    label = tuple(stem for stem, _, _ in tokens_of(named["what"])) if named else ()
    values = {
        each.value
        for other in facts.reading.phrases
        if label and other.is_spoken
        for each in quantities_in(other.plain, comma=other.style.comma)
        if each.unit == part.unit and _label(other, each) == label
    }
    if len(values) == 1:
        yield from _held(phrase, share, values.pop(), part)


def _label(phrase: Phrase, each: Quantity) -> tuple[str, ...]:
    before, colon, between = level(phrase.plain)[: each.start].rpartition(":")
    return tuple(stem for stem, _, _ in tokens_of(before)) if colon and not between.strip() else ()


def _held(phrase: Phrase, share: Quantity, whole: Decimal, part: Quantity) -> Iterator[Contradiction]:
    exact = whole * share.value / _HUNDRED
    slack = whole * _tolerance(level(phrase.plain), part, share) / _HUNDRED
    if part.unit != "%" and abs(exact - part.value) > slack and part.value < whole:
        yield _told(phrase, part, f"{_short(share.value)} % of {_short(whole)} are {_short(exact)}")


def _tolerance(plain: str, *amounts: Quantity) -> Decimal:
    """Percentages are rounded to their last digit; what is told as about so much may be farther off."""
    about = any(_ABOUT.search(_leading(plain, each)) for each in amounts)
    return _ONE if about else _HALF + Decimal("0.01")


def _rests(phrase: Phrase, amounts: list[Quantity]) -> Iterator[Contradiction]:
    """`We own 40 tents; 26 are in use, which leaves 14`."""
    plain = level(phrase.plain)
    for index, (whole, part, rest) in enumerate(zip(amounts, amounts[1:], amounts[2:], strict=False)):
        right = whole.value - part.value
        single = len({whole.unit, part.unit, rest.unit}) == 1 and whole.unit != "%"
        near = right > 0 and rest.value < whole.value and 0 < abs(rest.value - right) * _FAR <= right
        if (
            single
            and near
            and rest.start - whole.end <= 2 * _REACH
            and _is_rest(plain, rest)
            and _are_of_one(plain, whole, part, rest)
            and not can_make(rest.value, [each.value for each in amounts[: index + 2]])
        ):
            yield _told(phrase, rest, f"{_short(whole.value)} less {_short(part.value)} are {_short(right)}")


def _are_of_one(plain: str, whole: Quantity, part: Quantity, rest: Quantity) -> bool:
    """`4 wardens, one per precinct; two spare scanners stay`: nothing is left of the wardens."""
    other = whole.head and rest.head and rest.head not in {whole.head, part.head}
    return not other and not _EACH.match(plain, part.end)


def _is_rest(plain: str, rest: Quantity) -> bool:
    before = _leading(plain, rest)
    after = _REST_AFTER.match(plain, rest.last) or _REST_AFTER.match(plain, rest.end)
    return bool(after or _REST_BEFORE.search(before)) and not _ABOUT.search(before)


def _leading(plain: str, each: Quantity) -> str:
    return plain[max(0, each.start - _NEAR) : each.start]


def _short(value: Decimal) -> str:
    return f"{round(value, 1).normalize():f}"


def _told(phrase: Phrase, each: Quantity, message: str) -> Contradiction:
    told = f"{message}, not {_short(each.value)}"
    return Contradiction(told, phrase.mark(each.start, each.last), (), "mend one of the figures")
