"""A text tells a total, and nothing that it tells before makes that total.

The parts may stand in the same sentence or in those before it, each with a figure of its own or with two that
multiply. Where any of them make the total, it is right.

Fails:

```markdown
Tank 1 holds 20 t at 2 °C. Tank 2 holds 15 t at 4 °C. Tank 3 holds 8 t. Together they hold 46 t.
```

Passes:

```markdown
Tank 1 holds 20 t at 2 °C. Tank 2 holds 15 t at 4 °C. Tank 3 holds 8 t. Together they hold 43 t.
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.terms import Term, are_alike, terms_of
from generator.audit.understanding.totals import is_rounded
from generator.audit.understanding.words import level
from generator.findings import Severity
from generator.formatting import counted

SEVERITY = Severity.ERROR

_LEADS = re.compile(
    r"\W*(?:(?:all|taken|added) (?:in all|together)|together|altogether|in all|in total|that makes|this makes"
    r"|th(?:at|is|ese) (?:is|are)|the total|total)\b,?(?:\s[a-z]+){0,3}\s*:?\s*",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:together|altogether|in all|in total|a total of|all told|sum of|that makes)\W*$", re.IGNORECASE
)
_AFTER = re.compile(
    r"(?:\s(?:a|per) (?:day|week|month|year|head))?[\s,)]*(?:(?:are|is)\s)?(?:in all|in total|altogether|together)\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:each|per|every|about|around|roughly|up to|at (?:least|most)|more than|less than|last year|or|either"
    r"|instead|both|from|to|between|than|rate|average|max\w*|min\w*|if|unless)\b|[~≈<>≤≥%/]",
    re.IGNORECASE,
)
_MARK = re.compile(r"\b(?:all|altogether|together|total|sum|makes|these are|th(?:at|is) is)\b|:", re.IGNORECASE)
_FEWEST, _MOST, _NEAR = 2, 12, 3
"""A slip is off by less than a third, as what is farther off may be a sum of something else."""


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each total that neither its own sentence nor those before it make up."""
    for phrase in facts.reading.phrases:
        if phrase.is_spoken and _MARK.search(phrase.plain):
            terms = terms_of(phrase)
            for start, end in sentences_of(phrase.plain) if len(terms) > _FEWEST else ():
                yield from _of_sentence(phrase, terms, start, end)


def _of_sentence(phrase: Phrase, terms: list[Term], start: int, end: int) -> Iterator[Contradiction]:
    plain = level(phrase.plain)
    for index, total in enumerate(terms):
        if not start <= total.start < end or total.bracketed or total.factors > 1 or not total.kind:
            continue
        leads = _LEADS.fullmatch(plain, start, total.start) is not None
        colon = plain[: total.start].rstrip().endswith(":") and sum(each.factors > 1 for each in terms[:index]) > 1
        closes = (
            colon
            or _AFTER.match(plain, total.last)
            or _AFTER.match(plain, total.end)
            or _BEFORE.search(plain[start : total.start])
        )
        if leads or closes:
            before = [each for each in terms[:index] if leads or each.start >= start]
            yield from _wrong(phrase, before[-_MOST:], total)


def _wrong(phrase: Phrase, before: list[Term], total: Term) -> Iterator[Contradiction]:
    named = [each for each in before if each.kind == total.kind and not each.bracketed]
    parts = named or [each for each in before if are_alike(each, total) and not each.bracketed]
    parts = [each for index, each in enumerate(parts) if not _is_again(parts[:index], each)]
    if (
        len(parts) < _FEWEST
        or _made(before, parts, total)
        or _UNSURE.search(level(phrase.plain), parts[0].start, total.start)
    ):
        return
    added = sum((each.value for each in parts), Decimal(0))
    largest = max(each.value for each in parts)
    near = largest < total.value and 0 < abs(added - total.value) * _NEAR < added
    if near and not is_rounded(phrase.plain, total, added, len(parts)):
        told = f"{added.normalize():f}"
        message = f"the total is {total.value.normalize():f}, the {counted(len(parts), 'part')} before it make {told}"
        yield Contradiction(message, phrase.mark(total.start, total.last), (), f"write {told}, or mend a part")


def _is_again(before: list[Term], each: Term) -> bool:
    """`£2,200 for two days at £1,100` is told once as it is and once as it is made."""
    return bool(before) and each.factors > 1 and each.value == before[-1].value


def _made(before: list[Term], parts: list[Term], total: Term) -> bool:
    """Tell whether any run of the terms makes the total, brackets in or out, or any two multiply to it."""
    values = [each.value for each in before]
    pairs = {one * other for place, one in enumerate(values) for other in values[place + 1 :]}
    alike = [each for each in before if each.kind == total.kind]
    runs = [parts, alike, [each for each in alike if each.bracketed]]
    return total.value in pairs or any(_runs_to(run, total.value) for run in runs)


def _runs_to(run: list[Term], value: Decimal) -> bool:
    for first in range(len(run)):
        added = Decimal(0)
        for each in run[first:]:
            added += each.value
            if added == value:
                return True
    return False
