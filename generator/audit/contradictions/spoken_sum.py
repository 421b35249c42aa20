"""A sentence tells a total and its parts, and they do not add up.

Whoever plans with the total has too much or too little, and nobody knows which part is wrong.

Fails:

```markdown
The school sends 84 pupils: 28 from class A, 29 from class B and 25 from class C.
```

Passes:

```markdown
The school sends 82 pupils: 28 from class A, 29 from class B and 25 from class C.
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.bounds import side_after
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import TIMES, Quantity, quantities_in
from generator.audit.understanding.reckonings import can_make
from generator.audit.understanding.runs import bracketed, chained, run_of
from generator.audit.understanding.sentences import Stretch, amounts_by_sentence, sentences_of
from generator.audit.understanding.totals import alike, is_each, is_rounded, is_slip, is_total
from generator.audit.understanding.words import level
from generator.findings import Severity
from generator.formatting import counted

SEVERITY = Severity.ERROR

_OPENS = re.compile(
    r":\W*\s|;\s|\bof (?:which|whom|them)\b|(?P<these>\bof th[eo]se\b(?! [a-z]+s\b))"
    r"|\bmade up of\b|\b(?:split|divided) into\b|\("
)
_SPLIT = re.compile(r"\s*[,;]\s+(?:and\s)?|\s+(?:and|plus)\s+|\s\+\s")
_LIMIT = re.compile(
    r"[<>≤≥]|\b(?:at least|at most|up to|less than|more than|below|above|between|until|after)\b", re.IGNORECASE
)
_BARGAIN = re.compile(r"\bcosts?\b[^;]*\btogether\W*$", re.IGNORECASE)
"""Things are cheaper together."""
_CLOSES = re.compile(r"\s(?:in all|in total|altogether|together|all told)\b|\s*(?:[.;,)]|$)", re.IGNORECASE)
"""A bare total ends its clause; *21 on duty* is one of something else."""
_PLUS = re.compile(r"\s*(?:\+|plus)\s*")
_EQUALS = re.compile(r"\s*(?:=|is|are|makes?|gives?|comes? to|equals?)\s*")
_OF = re.compile(
    r"\W*Of (?:(?P<them>(?:them|these|those|whom|which)\b(?! \w+s\b))|(?:(?:the|these|those|our"
    r"|all) )*)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\s,:]*")
_PART_OF = re.compile(r"\s+of (?:them|these|those|the \w+)\b", re.IGNORECASE)
"""What is so many of them is itself a part; what follows a semicolon is another one."""
_NAMED = re.compile(
    r"\b(?P<noun>(?!(?:and|or|plus|with|of|in|at|for|the|a|to|on|by|are|is|has|have)\b)[a-z]+)\s$", re.IGNORECASE
)
_REACH = 24
_CLOSE = 10
"""Parts that come within a tenth of their total are all of them."""
_FEWEST = 2
_MANY = 12
_MOST = 6
"""Colons in one sentence; nobody writes more."""


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each total in a sentence that its parts, after or before it, do not make up."""
    for phrase in facts.reading.phrases:
        if not phrase.is_spoken:
            continue
        for sentence, inside in amounts_by_sentence(phrase.plain, comma=phrase.style.comma):
            amounts = chained(phrase, inside)
            found = _parts_after(phrase, inside, sentence) or _parts_before(phrase, amounts) or _added(phrase, inside)
            if found and not is_rounded(phrase.plain, *found):
                yield _wrong(phrase, *found)
        yield from (_wrong(phrase, *found) for found in _of_them(phrase))


def _wrong(phrase: Phrase, total: Quantity, added: Decimal, parts: int) -> Contradiction:
    told = f"the total is {total.value.normalize():f}, its {counted(parts, 'part')} add up to {added:f}"
    quote = phrase.mark(total.start, total.last)
    return Contradiction(told, quote, (), f"write {added:f}, or mend the part that is wrong")


_Found = tuple[Quantity, Decimal, int] | None


def _parts_after(phrase: Phrase, amounts: list[Quantity], sentence: Stretch) -> _Found:
    """`84 pupils: 28 in A, 29 in B`; the number of the parts themselves is told beside their total."""
    plain = level(phrase.plain)
    for opening in islice(_OPENS.finditer(plain, *sentence), _MOST):
        closed = plain.find(")", opening.end()) if opening.group() == "(" else -1
        end = closed if closed >= 0 else sentence[1]
        told = [each for each in amounts if each.end <= opening.start() and not side_after(plain, each.last)]
        if opening.group().startswith(";"):
            told = [each for each in told if not _PART_OF.match(plain, each.last)]
        parts = _listed(plain, amounts, opening.end(), end)
        between = plain[parts[0].start : parts[-1].start] if parts else ""
        grouped = len([each for each in amounts if opening.end() <= each.start < end]) > len(parts)
        if (
            not told
            or len(parts) < _FEWEST
            or (is_each(between) and not grouped)
            or _LIMIT.search(plain, opening.end(), end)
        ):
            continue
        added = sum((each.value for each in parts), Decimal(0)).normalize()
        told = told[-1:] if opening["these"] else told
        totals = [each for each in told if _may_be_total(each, parts)]
        right = any(each.value == added for each in told)
        if right and opening.group() == "(":
            return None
        over = not opening["these"] or (totals and added > totals[0].value)
        slip = len(totals) == 1 and not right and over and is_slip(totals[0], added)
        if slip and not _is_nested(totals[0], added, parts):
            return totals[0], added, len(parts)
    return None


def _is_nested(total: Quantity, added: Decimal, parts: list[Quantity]) -> bool:
    """`30 workers (26 at tables, 4 wardens, one per house)`: some of them make the total, the others are within."""
    sums = {Decimal(0)}
    for part in parts[:_MANY]:
        sums |= {each + part.value for each in sums}
    return added > total.value and total.value in sums


def _may_be_total(each: Quantity, parts: list[Quantity]) -> bool:
    largest = max(part.value for part in parts)
    return each.unit == parts[0].unit and each.value > largest and each.value != len(parts) and each.head not in TIMES


def _listed(plain: str, amounts: list[Quantity], start: int, end: int) -> list[Quantity]:
    """Return the one amount of each entry of a list; nothing where an entry has none or several."""
    edges = [(found.start(), found.end()) for found in _SPLIT.finditer(plain, start, end)]
    starts, ends = [start, *(last for _, last in edges)], [*(first for first, _ in edges), end]
    found = [[each for each in amounts if one <= each.start < other] for one, other in zip(starts, ends, strict=True)]
    single = all(len(each) == 1 or _is_grouped(plain, each) for each in found)
    parts = [each[0] for each in found] if single else []
    if len({_label(plain, each) for each in parts} - {""}) == 1 and all(_label(plain, each) for each in parts):
        return []
    return parts if len({(each.unit, each.head if each.head in TIMES else "") for each in parts}) == 1 else []


def _label(plain: str, each: Quantity) -> str:
    """`risk 1 and risk 3`: the word that bare numbers follow; they are names, not amounts."""
    found = _NAMED.search(plain, max(0, each.start - _REACH), each.start)
    return found["noun"].lower() if found and not each.kind and not each.spelled else ""


def _is_grouped(plain: str, amounts: list[Quantity]) -> bool:
    """`Eighteen in three bays of six`."""
    if len(amounts) != len("abc"):
        return False
    told, groups, size = amounts
    within = re.fullmatch(r"\s(?:in|on|as|at|by)\s", plain[told.last : groups.start])
    return bool(within and groups.noun and re.fullmatch(r"\sof\s", plain[groups.last : size.start]))


def _added(phrase: Phrase, amounts: list[Quantity]) -> _Found:
    """`4 + 7 + 6 is 17`."""
    plain = level(phrase.plain)
    for index, total in enumerate(amounts):
        parts = [*_summands(plain, amounts[:index], total)]
        added = sum((each.value for each in parts), Decimal(0)).normalize()
        if len(parts) >= _FEWEST and added != total.value:
            return total, added, len(parts)
    return None


def _summands(plain: str, amounts: list[Quantity], total: Quantity) -> Iterator[Quantity]:
    """Go back from an equals sign over one plus after the other."""
    pattern, after = _EQUALS, total
    for each in reversed(amounts):
        if not pattern.fullmatch(plain[each.last : after.start]) and not pattern.fullmatch(
            plain[each.end : after.start]
        ):
            return
        yield each
        pattern, after = _PLUS, each


def _of_them(phrase: Phrase) -> Iterator[tuple[Quantity, Decimal, int]]:
    """`Of the 64 crates 22 go up, 18 go down and 24 stay`; too few may be meant, too many never."""
    plain, amounts = level(phrase.plain), quantities_in(phrase.plain, comma=phrase.style.comma)
    for start, end in sentences_of(plain):
        opening = _OF.match(plain, start, end)
        total = _counted_of(opening, amounts) if opening else None
        if opening is None or total is None:
            continue
        first = _WORD.match(plain, max(opening.end(), total.last)).end()  # type: ignore[union-attr] # matches nothing, too
        parts = _listed(plain, amounts, first, end)
        added = sum((each.value for each in parts), Decimal(0)).normalize()
        close = added < total.value and len(parts) > _FEWEST and (total.value - added) * _CLOSE <= total.value
        nested = can_make(total.value, [each.value for each in parts])
        if len(parts) < _FEWEST or nested or _LIMIT.search(plain, first, end):
            continue
        if added > total.value or close:
            yield total, added, len(parts)


def _counted_of(opening: "re.Match[str]", amounts: list[Quantity]) -> Quantity | None:
    """`Of the 64 crates`, or `21 patients. Of them`."""
    if opening["them"]:
        before = [each for each in amounts if each.end <= opening.start()]
        return before[-1] if before and before[-1].unit != "%" else None
    return next((each for each in amounts if each.start == opening.end() and each.noun), None)


def _parts_before(phrase: Phrase, amounts: list[Quantity]) -> _Found:
    """`8 in the north, 6 in the south, 15 in all`."""
    for index, total in enumerate(amounts):
        if not is_total(phrase.plain, total):
            continue
        like = [each for each in amounts[:index] if each.kind == total.kind and alike(each, total)]
        closes = _CLOSES.match(level(phrase.plain), total.end)
        parts = like if total.kind else run_of(level(phrase.plain), amounts[:index]) if closes else []
        parts = parts or bracketed(level(phrase.plain), amounts[:index])
        between = level(phrase.plain)[parts[0].start : total.start] if parts else ""
        others = [each for each in amounts[:index] if parts and each.start > parts[0].start and each not in parts]
        before = [each.value for each in amounts[:index]]
        reckoned = len(before) > len(parts) and can_make(total.value, before)
        if len(parts) < _FEWEST or is_each(between) or others or reckoned:
            continue
        added = sum((each.value for each in parts), Decimal(0)).normalize()
        smaller = all(each.value < total.value for each in parts) and not _LIMIT.search(between)
        bargain = total.value < added and _BARGAIN.search(level(phrase.plain)[: total.start])
        if smaller and is_slip(total, added) and not bargain:
            return total, added, len(parts)
    return None
