"""A share is told with its amount, and the amount is that share of nothing that is told before.

One of the three figures was changed, and those who read another one rely on the old.

Fails:

```markdown
All 54 nurses take the course every year. By the end of October 44 had done it (89 %).
```

Passes:

```markdown
All 54 nurses take the course every year. By the end of October 48 had done it (89 %).
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import FIGURE, band_in, number
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.quantities import TIMES, Quantity, quantities_in
from generator.audit.understanding.sections import Section, sections_of
from generator.audit.understanding.words import ahead, level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_BRACKET = re.compile(r"[^.;:()]{0,24}\(\s*")
_WHICH = re.compile(
    r"(?:\sof [^.;,()\d]{1,30})?\s*(?:,? which (?:is|are|makes?)|,? that is|,? i\.e\.,?|,? or|\(|=|:)\s*"
)
_ALL = re.compile(r"\b(?:all|of|the|our|has|have|are|out of|total)\W*$", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:about|around|nearly|almost|over|under|at (?:least|most)|up to|more|less)\W*$|[~≈<>≤≥]\W*$", re.IGNORECASE
)
_HUNDRED, _HALF, _ONE = Decimal(100), Decimal("0.51"), Decimal("1.01")
_TENTH, _TWENTY = Decimal("0.1"), 20
_POINTS, _PART, _MOST = 12, 10, 80
_SAID = re.compile(
    rf"(?P<part>[A-Z][\w -]{{2,40}}?) (?:are|is|make up|makes up)(?: \w+)? (?P<share>{FIGURE}) ?%"
    r" of (?:all |the |our )*(?P<whole>[\w-]+(?: \w+)?)"
)
_BEGINNING, _SHORT = 6, 3


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each amount told with its share, where no whole in the same text fits and one nearly does."""
    yield from _of_columns(facts)
    for phrase in facts.reading.phrases:
        amounts = (
            quantities_in(phrase.plain, comma=phrase.style.comma) if phrase.is_spoken and "%" in phrase.plain else []
        )
        for index, share in enumerate(amounts if len(amounts) <= _MOST else ()):
            if share.unit == "%" and 0 < share.value < _HUNDRED and not _is_unsure(phrase, share):
                yield from _counted(phrase, amounts[:index], share)
                yield from _amounted(phrase, amounts, index)
                yield from _behind(phrase, amounts[:index], share)


def _of_columns(facts: Facts) -> Iterator[Contradiction]:
    """`Postal voters are 22 % of the electorate`, below a table with the totals of both."""
    for section in sections_of(facts.reading):
        totals = _totals(section)
        for phrase in section.after if len(totals) > 1 else ():
            for found in _SAID.finditer(level(phrase.plain)):
                yield from _against_columns(phrase, found, totals)


def _totals(section: Section) -> list[tuple[frozenset[str], Decimal, Quote]]:
    """The figures of a last row of totals, each with the words of its column."""
    last = section.rows[-1]
    if not is_total(last):
        return []
    told = [
        (header, cell, band_in(cell.plain, comma=cell.style.comma))
        for header, cell in zip(section.grid.header, last.cells, strict=True)
    ]
    return [(_stems(header.plain), band.high, last.mark(cell)) for header, cell, band in told if band and band.high]


def _against_columns(
    phrase: Phrase, found: "re.Match[str]", totals: list[tuple[frozenset[str], Decimal, Quote]]
) -> Iterator[Contradiction]:
    share = number(found["share"], comma=phrase.style.comma)
    part, whole = _stems(found["part"]), _stems(found["whole"])
    pairs = [(one, other) for one in totals for other in totals if one[1] < other[1]]
    exact = [one[1] / other[1] * _HUNDRED for one, other in pairs]
    named = [place for place, (one, other) in enumerate(pairs) if one[0] & part and other[0] & whole]
    if len(named) == 1 and not any(abs(value - share) <= _HALF for value in exact):
        one, other = pairs[named[0]]
        told = f"{one[1].normalize():f} of {other[1].normalize():f} are {round(exact[named[0]], 1).normalize():f} %"
        quote = phrase.mark(found.start("share"), found.end())
        yield Contradiction(f"{told}, not {share.normalize():f} %", quote, (one[2],), "mend one of the figures")


def _stems(words: str) -> frozenset[str]:
    """The beginnings of the words, so that electors are of the electorate."""
    return frozenset(stem[:_BEGINNING] for stem, _, _ in tokens_of(words) if len(stem) > _SHORT)


def _is_unsure(phrase: Phrase, each: Quantity) -> bool:
    return bool(_UNSURE.search(level(phrase.plain)[max(0, each.start - 16) : each.start]))


def _counted(phrase: Phrase, before: list[Quantity], share: Quantity) -> Iterator[Contradiction]:
    """`All 54 nurses ... 44 had done it (89 %)`."""
    plain = level(phrase.plain)
    if len(before) < 2 or before[-1].unit or not _BRACKET.fullmatch(plain, before[-1].end, share.start):  # noqa: PLR2004 # a part and a whole
        return
    part = before[-1]
    wholes = [each for each in before[:-1] if each.value > part.value and not each.unit and each.head not in TIMES]
    exact = [(part.value / each.value * _HUNDRED, each) for each in wholes]
    if any(abs(value - share.value) <= _HALF for value, _ in exact) or _is_unsure(phrase, part):
        return
    near = [
        (v, each) for v, each in exact if abs(v - share.value) <= _POINTS and _ALL.search(ahead(plain, each.start))
    ]
    if len(near) == 1:
        value, whole = near[0]
        told = f"{part.value.normalize():f} of {whole.value.normalize():f} are {round(value, 1).normalize():f} %"
        yield _told(phrase, share, f"{told}, not {share.value.normalize():f} %")


def _amounted(phrase: Phrase, amounts: list[Quantity], index: int) -> Iterator[Contradiction]:
    """`The grant covers 80 %, which is €7,900`."""
    share, after = amounts[index], amounts[index + 1 : index + 2]
    plain = level(phrase.plain)
    if (
        not after
        or not after[0].unit
        or after[0].unit == "%"
        or not _WHICH.fullmatch(plain, share.end, after[0].start)
    ):
        return
    part = after[0]
    others = [each for each in amounts if each.unit == part.unit and each is not part and each.value > part.value]
    yield from _round(phrase, share, part, others)
    exact = [each.value * share.value / _HUNDRED for each in others]
    on_top = [(each.value - part.value) * share.value / _HUNDRED for each in others]
    slack = [max(each.value * _HALF / _HUNDRED, _ONE) for each in others]
    fits = any(abs(value - part.value) <= room for value, room in zip([*exact, *on_top], slack * 2, strict=True))
    near = [value for value in exact if abs(value - part.value) * _PART <= value]
    if len(near) == 1 and not fits and not _is_unsure(phrase, part):
        whole = others[exact.index(near[0])]
        told = f"{share.value.normalize():f} % of {whole.value.normalize():f} are {near[0].normalize():f}"
        yield _told(phrase, part, f"{told}, not {part.value.normalize():f}")


def _behind(phrase: Phrase, before: list[Quantity], share: Quantity) -> Iterator[Contradiction]:
    """`The council gives £10,500, which is 75 %`."""
    part = before[-1] if before else None
    if part and part.unit and part.unit != "%" and _WHICH.fullmatch(level(phrase.plain), part.end, share.start):
        others = [each for each in before[:-1] if each.unit == part.unit and each.value > part.value]
        yield from _round(phrase, share, part, others)


def _round(phrase: Phrase, share: Quantity, part: Quantity, others: list[Quantity]) -> Iterator[Contradiction]:
    """The one whole of which the amount is a whole percentage is meant, where no other fits either."""
    values = sorted({each.value for each in others if each.end <= share.start})
    exact = [part.value / value * _HUNDRED for value in values]
    whole = [value for value, one in zip(values, exact, strict=True) if one == int(one)]
    fits = any(abs(each - share.value) <= _HALF for each in exact)
    near = [value for value in whole if _TENTH < abs(part.value / value * _HUNDRED - share.value) <= _TWENTY]
    far = all(
        abs(value * share.value / _HUNDRED - part.value) * _PART > value * share.value / _HUNDRED for value in values
    )
    sure = share.value == int(share.value) and not (_is_unsure(phrase, part) or _is_unsure(phrase, share))
    if len(whole) == len(near) == 1 and sure and far and not fits:
        right = f"{(part.value / near[0] * _HUNDRED).normalize():f}"
        told = f"{part.value.normalize():f} of {near[0].normalize():f} are {right} %"
        yield _told(phrase, share, f"{told}, not {share.value.normalize():f} %")


def _told(phrase: Phrase, each: Quantity, message: str) -> Contradiction:
    return Contradiction(message, phrase.mark(each.start, each.last), (), "mend one of the figures")
