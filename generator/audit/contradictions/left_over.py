"""A text tells how many are left of all, and the rest is another number.

What is promised to others is not there, or stands empty without need.

Fails:

```markdown
- 24 berths in all.
- The regatta takes 18 berths, so eight are free.
```

Passes:

```markdown
- 24 berths in all.
- The regatta takes 18 berths, so six are free.
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.sentences import sentences_of, within
from generator.audit.understanding.totals import bare_counts, is_total
from generator.audit.understanding.words import ahead, level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_SO = re.compile(r"(?:,|;|\bso|\bleaving|\b(?:which|this|that) leaves)\s(?:that\s)?$", re.IGNORECASE)
_FREE = re.compile(
    r"\s(?:are|is|stay|stays|remain|remains|will be)\s(?:still\s)?"
    r"(?:free|left|over|spare|empty|unused|vacant|available|in reserve)\b|\s(?:remain|stay behind)\b",
    re.IGNORECASE,
)
_ALTOGETHER = re.compile(
    r"(?:^|[.;]\s)(?:altogether|in all|in total)\s(?:there are|we have|it has|we own)\s$", re.IGNORECASE
)
_UNSURE = re.compile(
    r"\b(?:about|around|nearly|almost|only|each|per|every|least|up to|another|if)\b|[~≈]", re.IGNORECASE
)
_MOST = re.compile(r"\bat most\b", re.IGNORECASE)
_NEAR = 3


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each rest that is not what its sentence takes away from the one whole of its section."""
    for phrase in facts.reading.phrases:
        if phrase.is_spoken and _FREE.search(phrase.plain):
            amounts = quantities_in(phrase.plain, comma=phrase.style.comma)
            for start, end in sentences_of(phrase.plain):
                yield from _of_sentence(facts, phrase, within(amounts, start, end), start)


def _of_sentence(facts: Facts, phrase: Phrase, amounts: list[Quantity], start: int) -> Iterator[Contradiction]:
    plain = level(phrase.plain)
    for rest in amounts[1:]:
        before = plain[start : rest.start]
        said = _FREE.match(plain, rest.end) or _FREE.match(plain, rest.last)
        if not said or not _SO.search(before) or _UNSURE.search(_MOST.sub("", before)):
            continue
        taken = [each for each in amounts if each.start < rest.start and each.is_count]
        wholes = [(whole, other) for whole, other in _wholes(facts, phrase) if whole.kind in _kinds(taken, rest)]
        used = [each for each in taken if wholes and each.kind == wholes[0][0].kind]
        if len(wholes) == 1 and len(used) == 1:
            (whole, other), right = wholes[0], wholes[0][0].value - used[0].value
            if right > 0 and rest.value != right and abs(rest.value - right) <= _NEAR:
                message = f"{whole.value:f} less {used[0].value:f} is {right:f}, not {rest.value:f}"
                quote = other.mark(whole.start, whole.last)
                yield Contradiction(message, phrase.mark(rest.start, rest.last), (quote,), f"write {right:f}")


def _kinds(taken: list[Quantity], rest: Quantity) -> set[str]:
    """What is left is of the kind told with it, else of one that is told before."""
    return (
        {rest.kind}
        if rest.kind and rest.is_count and rest.kind in {each.kind for each in taken}
        else {each.kind for each in taken}
    )


def _wholes(facts: Facts, phrase: Phrase) -> list[tuple[Quantity, Phrase]]:
    """Numbers of all in the same section."""
    found: list[tuple[Quantity, Phrase]] = []
    for other in facts.reading.phrases:
        if (
            other.is_spoken
            and other.under == phrase.under
            and other.text.file == phrase.text.file
            and other is not phrase
        ):
            told = quantities_in(other.plain, comma=other.style.comma)
            found += [(each, other) for each in told if each.is_count and _is_all(other, each)]
    return found


def _is_all(phrase: Phrase, each: Quantity) -> bool:
    """Told as all, or in a line of numbers that is no part of an entry above."""
    nested = phrase.item is not None and phrase.item.depth > 0
    told = is_total(phrase.plain, each) or (not nested and bare_counts(phrase.plain, each))
    return told or bool(_ALTOGETHER.search(ahead(level(phrase.plain), each.start)))
