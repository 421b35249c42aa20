"""A number of things is told, and the line that names them names more or fewer.

Either one is forgotten, or one is named that is gone; the number does not say which.

Fails:

```markdown
We sample 4 habitats with 6 plots each.

Habitats: heath, pasture, spruce.
```

Passes:

```markdown
We sample 4 habitats with 6 plots each.

Habitats: heath, pasture, spruce, alder carr.
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction, as_counted
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_LABELLED = re.compile(
    r"\W*(?:the |our )?(?P<noun>[A-Za-z][a-z-]{2,20}s)\s?:\s(?P<list>[^:;.]{5,400}?)\.?\s*", re.IGNORECASE
)
_SPLIT = re.compile(r",\s(?:and\s)?|\sand\s")
_ENTRY = re.compile(r"[\w][\w'-]*(?:\s[\w'-]+){0,3}")
_SOME = re.compile(
    r"\b(?:such as|including|like|e\.g|etc|other|others|more|mainly|see|from|to|or|no|none)\b", re.IGNORECASE
)
_PART = re.compile(
    r"\b(?:first|last|other|of the|per|each|every|least|most|up to|about|some|any|more than|another|only)\W*$",
    re.IGNORECASE,
)
_FEWEST, _SLIP, _REACH = 3, 2, 16


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each number told of things that one line names, where it is the only number told of them."""
    spoken = [phrase for phrase in facts.reading.phrases if phrase.is_spoken]
    told: dict[str, list[tuple[Phrase, Quantity]]] = defaultdict(list)
    for phrase in spoken:
        for each in quantities_in(phrase.plain, comma=phrase.style.comma):
            if each.is_count:
                told[each.head].append((phrase, each))
    for phrase in spoken:
        noun, count = _named(phrase)
        claims = told.get(noun, [])
        if count >= _FEWEST and len({each.value for _, each in claims}) == 1:
            yield from _wrong(phrase, count, *claims[0])


def _named(phrase: Phrase) -> tuple[str, int]:
    """The noun of the label, and how many entries it has."""
    found = _LABELLED.fullmatch(level(phrase.plain))
    entries = _SPLIT.split(found["list"]) if found else []
    if not found or _SOME.search(found["list"]) or not all(_ENTRY.fullmatch(entry) for entry in entries):
        return "", 0
    stems = tokens_of(found["noun"])
    whole = len(entries) == len(set(entries)) and not any(entry[0].isdigit() for entry in entries)
    return (stems[-1][0], len(entries)) if stems and whole else ("", 0)


def _wrong(phrase: Phrase, count: int, there: Phrase, each: Quantity) -> Iterator[Contradiction]:
    before = level(there.plain)[max(0, each.start - _REACH) : each.start]
    slip = 0 < abs(each.value - count) <= _SLIP
    if slip and len(each.noun) == 1 and not _PART.search(before) and there is not phrase:
        message = f"{as_counted(there, each)} are told, {count} are named"
        quote = there.mark(each.start, each.last)
        yield Contradiction(message, quote, (phrase.quote(),), "mend the number, or name all of them")
