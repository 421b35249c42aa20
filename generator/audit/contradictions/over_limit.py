"""More is planned than the limit told beside it allows.

A tank, a licence or an insurance does not give way; the plan has to.

Fails:

```markdown
The tanks hold 290 t. We leave with 300 t.
```

Passes:

```markdown
The tanks hold 290 t. We leave with 280 t.
```
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.blocks import Listing
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import PEOPLE, Quantity, quantities_in
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.totals import is_each
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_LIMIT = re.compile(
    r"\b(?:capacity|holds?|licen[cs]ed|licen[cs]e|room for|rated|limit(?:ed)?|at most|up to|max(?:imum)?"
    r"|no more than|not more than"
    r"|carr(?:y|ies)|takes up|bears?|certified|approved|covers?|allows?|permits?|insured up)\b"
    r"(?:(?!\bweigh)[^.;\d]){0,30}$",
    re.IGNORECASE,
)
_LOAD = re.compile(
    r"\b(?:(?:leave|sail|depart|set off|go|fly|start|travel|load)(?:s|ed)? with|sell|sold|needs?|takes?|booked"
    r"|books|weighs?|weight|loaded"
    r"|carry|carries|comes? to|value|expect(?:ed|s)?|planned|deepest|highest|largest|heaviest|deeper|total"
    r"|registered|invited?|passengers"
    r"|tickets|on board|uses?|draws?|demand)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_NO_LOAD = re.compile(
    r"\b(?:if|when|unless|never|not|no|above|over|beyond|more than|stop|alarm|until|before|were|would|had)\b",
    re.IGNORECASE,
)
_OF_ONE = re.compile(r"\b(?:each|every|per|either|any one|one|no)\s[a-z]+\b", re.IGNORECASE)
_OF_THEM = re.compile(
    r",?\s(?:of|with|for|(?:(?:that|which)\s)?(?:hold|carr|tak|seat|fit|accept|allow|admit|sleep|serv)[a-z]*)\b",
    re.IGNORECASE,
)
_SHORT, _NEAR = 70, 10
_GUESTS = PEOPLE | {
    "ticket",
    "guest",
    "visitor",
    "passenger",
    "pupil",
    "student",
    "patient",
    "seat",
    "place",
    "participant",
}
_Told = tuple[Phrase, Quantity]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each load above the one limit in its sentences."""
    for stretch in _stretches(facts):
        yield from _loaded(stretch)


def _stretches(facts: Facts) -> Iterator[list[_Told]]:
    """Two sentences that follow each other, or two entries of one list."""
    by_place = {(each.text.file, each.text.place().line): each for each in facts.reading.phrases}
    for phrase in facts.reading.phrases:
        if phrase.is_spoken:
            edges = sentences_of(phrase.plain)
            amounts = quantities_in(phrase.plain, comma=phrase.style.comma)
            for start, end in [
                *((one, end) for (one, _), (_, end) in pairwise(edges)),
                *(edges if len(edges) == 1 else ()),
            ]:
                yield [(phrase, each) for each in amounts if start <= each.start < end]
    for document in facts.reading.documents:
        for block in document.blocks:
            items = block.items if isinstance(block, Listing) else ()
            found = [by_place.get((document.file, item.text.place().line)) for item in items]
            for one, other in pairwise(found):
                both = [each for each in (one, other) if each]
                yield [
                    (phrase, each)
                    for phrase in both
                    for each in quantities_in(phrase.plain, comma=phrase.style.comma)
                ]


def _loaded(told: list[_Told]) -> Iterator[Contradiction]:
    limits = [(phrase, each) for phrase, each in told if _LIMIT.search(_before(phrase, each))]
    if len(limits) != 1:
        return
    phrase, limit = limits[0]
    if is_each(level(phrase.plain)[limit.last :][:_NEAR]) or _is_of_one(phrase, limit):
        return
    for other, load in told:
        before = _before(other, load)
        meant = load is not limit and _LOAD.search(before) and not _NO_LOAD.search(before)
        if meant and _is_alike(limit, load) and load.value > limit.value:
            message = f"{_amount(other, load)} is more than the limit of {_amount(phrase, limit)}"
            quote = other.mark(load.start, load.last)
            yield Contradiction(
                message, quote, (phrase.mark(limit.start, limit.end),), "plan less, or raise the limit"
            )


def _is_of_one(phrase: Phrase, limit: Quantity) -> bool:
    """`eight sessions of at most 16 people`, `each lift carries up to 12`: the limit of one of several."""
    before = _before(phrase, limit)
    counted = (each for each in quantities_in(before, comma=phrase.style.comma) if each.is_count and each.value > 1)
    return bool(_OF_ONE.search(before)) or any(_OF_THEM.match(before, each.last) for each in counted)


def _before(phrase: Phrase, each: Quantity) -> str:
    """The words of the same clause, up to the amount."""
    words = level(phrase.plain)[max(0, each.start - _SHORT) : each.start]
    return re.split(r"[.;]\s|,\sof (?:whom|which)\s", words)[-1]


def _is_alike(limit: Quantity, load: Quantity) -> bool:
    if limit.unit or load.unit:
        return limit.unit == load.unit and limit.unit not in {"%", "min", "h", "s", "ms"}
    bare = not limit.noun and not load.noun
    return bare or (limit.head in _GUESTS and load.head in _GUESTS)


def _amount(phrase: Phrase, each: Quantity) -> str:
    return phrase.plain[each.start : each.last].strip()
