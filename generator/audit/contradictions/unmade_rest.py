"""A text tells what is left, and no way to add and take away what it tells before leads there.

The rest is spent or given away by those who read it, and is not there.

Fails:

```markdown
Balance in January: £3,410. Income since then £620 (rents £540, sales £80). Spent £385. Balance today £3,745.
```

Passes:

```markdown
Balance in January: £3,410. Income since then £620 (rents £540, sales £80). Spent £385. Balance today £3,645.
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.quantities import quantities_in
from generator.audit.understanding.terms import Term, terms_of
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_BEFORE = re.compile(
    r"\b(?:what (?:is|remains)(?: left| over)?|leav(?:es|ing)|left over|the remaining"
    r"|the (?:rest|remainder)(?: is| are)?"
    r"|(?:new |closing )?balance(?: today| now| then| is| of)*|(?:a |the )?(?:surplus|deficit|profit|shortfall|gap)"
    r"(?: is| of)?)(?: of)?[,:]?\s$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s(?:(?:is|are) )?(?:left|over|unspent|remain(?:s|ing)?)\b", re.IGNORECASE)
_FORMULA = re.compile(r"\s*[×x*=]")
_UNSURE = re.compile(
    r"\b(?:each|per|about|around|last year|if|would|limit|at (?:least|most)|up to)\b|[~≈]", re.IGNORECASE
)
_TOTAL = re.compile(
    r"\W*(?:(?:the|our|a)\s)?(?:(?:total|whole|overall|approved|project|production|in all)\s)?"
    r"(?:budget|costs?|total|price|sum|grant|target)(?:\sof)?(?:\s(?:is|are))?\s?:?\s",
    re.IGNORECASE,
)
_CURRENCY = re.compile(r"[€$£]|\b(?:EUR|USD|GBP|CHF)\b")
_SO_FAR = re.compile(
    r"\b(?:so far|to date|already|by (?:now|today|[A-Z][a-z]+)|until now|paid|spent|committed|raised"
    r"|collected|invoiced)\b"
)
_OWN = re.compile(r"\b(?:his|her|their|whose|last year)\b|'s\s", re.IGNORECASE)
_OF = re.compile(
    r"\s(?:out\s)?of\s(?:the\s|our\s|a\s)?(?:(?:total|budget|whole|budgeted|agreed)\s)?(?:of\s)?", re.IGNORECASE
)
_CLOSE = 80
_FEWEST, _MOST, _NEAR = 2, 6, 6


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each rest that is near what the amounts before it leave, and is none of what they can leave."""
    wholes = _wholes(facts)
    for phrase in facts.reading.phrases:
        terms = terms_of(phrase) if phrase.is_spoken else []
        for index, rest in enumerate(terms):
            if _is_rest(phrase, rest):
                yield from _wrong(phrase, terms[:index], rest)
                yield from _of_whole(phrase, terms, index, wholes)


def _wholes(facts: Facts) -> dict[str, dict[Decimal, Quote]]:
    """Sums of money told as totals: in last rows, and behind labels such as `Total budget:`."""
    found: dict[str, dict[Decimal, Quote]] = {}
    for grid, rows in facts.reading.tables:
        last = rows[-1] if rows and is_total(rows[-1]) else None
        for cell, header in zip(last.cells, grid.header, strict=True) if last else ():
            amounts = quantities_in(cell.plain, comma=cell.style.comma)
            sign = next((each.kind for each in amounts if each.is_money), _sign(header.plain))
            if last and len(amounts) == 1 and sign:
                found.setdefault(sign, {}).setdefault(amounts[0].value, last.mark(cell))
    for phrase in facts.reading.phrases:
        label = _TOTAL.match(level(phrase.plain)) if phrase.is_spoken else None
        amounts = quantities_in(phrase.plain, comma=phrase.style.comma) if label else []
        if label and amounts and amounts[0].is_money and amounts[0].start == label.end():
            quote = phrase.mark(amounts[0].start, amounts[0].end)
            found.setdefault(amounts[0].kind, {}).setdefault(amounts[0].value, quote)
    return found


def _sign(header: str) -> str:
    found = _CURRENCY.search(level(header))
    return {"EUR": "€", "USD": "$", "GBP": "£"}.get(found.group(), found.group().lower()) if found else ""


def _of_whole(
    phrase: Phrase, terms: list[Term], index: int, wholes: dict[str, dict[Decimal, Quote]]
) -> Iterator[Contradiction]:
    """`Paid so far: £7,100, which leaves £11,300`, of the whole told behind it or as the total of the document."""
    plain, rest = level(phrase.plain), terms[index]
    part = terms[index - 1] if index else None
    if not part or part.kind != rest.kind or len(plain[part.last : rest.start]) > _CLOSE or part.bracketed:
        return
    behind = next((each for each in terms[index + 1 :] if _OF.fullmatch(plain, rest.last, each.start)), None)
    if behind and behind.kind == rest.kind:
        told = {behind.value: phrase.mark(behind.start, behind.last)}
    else:
        general = _SO_FAR.search(plain, max(0, part.start - _CLOSE), rest.start) and len(terms) <= _MOST
        told = wholes.get(rest.kind, {}) if general and not _OWN.search(plain, 0, part.start) else {}
    added = part.value + rest.value
    earlier = {each.value for each in terms[:index]}
    near = [whole for whole in told if abs(whole - added) * _NEAR < whole and whole > part.value]
    if (
        len(near) == 1
        and added not in told
        and added not in earlier
        and not _UNSURE.search(plain, part.start, rest.start)
    ):
        right = f"{near[0] - part.value:f}"
        message = (
            f"what is left is {rest.value.normalize():f}, {near[0]:f} less {part.value.normalize():f} are {right}"
        )
        yield Contradiction(
            message, phrase.mark(rest.start, rest.last), (told[near[0]],), f"write {right}, or mend an amount"
        )


def _is_rest(phrase: Phrase, each: Term) -> bool:
    plain = level(phrase.plain)
    said = _BEFORE.search(plain, max(0, each.start - 40), each.start)
    return bool(each.kind) and not each.bracketed and bool(said or _AFTER.match(plain, each.last))


def _wrong(phrase: Phrase, before: list[Term], rest: Term) -> Iterator[Contradiction]:
    plain = level(phrase.plain)
    parts = [each for each in before if each.kind == rest.kind and not each.bracketed]
    parts = [each for each in parts if not _FORMULA.match(plain, each.last)]
    if not _FEWEST <= len(parts) <= _MOST or _UNSURE.search(plain, parts[0].start, rest.start):
        return
    alike = [each.value for each in before if each.kind == rest.kind]
    some = _signed(alike if len(alike) <= _MOST else [each.value for each in parts], (0, 1, -1))
    every = _signed([each.value for each in parts], (1, -1))
    nearest = min(
        (value for value in every if value > 0), key=lambda value: abs(value - rest.value), default=Decimal(0)
    )
    if rest.value not in some and abs(nearest - rest.value) * _NEAR < nearest:
        told = f"{nearest.normalize():f}"
        message = f"what is left is {rest.value.normalize():f}, the {len(parts)} amounts before it leave {told}"
        yield Contradiction(message, phrase.mark(rest.start, rest.last), (), f"write {told}, or mend an amount")


def _signed(values: list[Decimal], signs: tuple[int, ...]) -> set[Decimal]:
    """All that the values come to, each added or taken away, or left out where 0 is a sign."""
    found = {Decimal(0)}
    for value in values:
        found = {each + sign * value for each in found for sign in signs}
    return found
