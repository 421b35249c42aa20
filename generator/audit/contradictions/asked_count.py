"""A box to tick asks for another number of things than all else tells of them.

What is ticked is done for the wrong number, and the rest is missing or looked for in vain.

Fails:

```markdown
- hosts train in pairs: 12 hosts, 6 pairs

Ready when:

- [ ] 14 hosts trained
```

Passes:

```markdown
- hosts train in pairs: 12 hosts, 6 pairs

Ready when:

- [ ] 12 hosts trained
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction, as_counted
from generator.audit.understanding.deeds import bare_word
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_LEADS = re.compile(r"\W*(?:\d+ [a-z]+(?:, | and ))?(?:all |the |each of the )*$", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?:at least|at most|up to|more than|fewer than|less than|under|over|below|above|within|per|each|every|about"
    r"|another|other|first|last|of the|some|spare|extra|further|only)\W*(?:\w+\W+)?$",
    re.IGNORECASE,
)
_DONE = frozenset(
    {
        "done",
        "ready",
        "there",
        "available",
        "present",
        "complete",
        "completed",
        "finish",
        "finished",
        "ok",
        "in",
        "place",
    }
)
_TWICE, _REACH, _MOST = 2, 24, 60
_Told = tuple[Phrase, Quantity]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each box that begins with a count no other text has, where all others agree and one is of its deed."""
    told = [(phrase, each) for phrase in facts.reading.phrases if phrase.form != "code" for each in _counts(phrase)]
    by_noun: dict[str, list[_Told]] = defaultdict(list)
    for phrase, each in told:
        by_noun[each.head] += [] if phrase.is_box else [(phrase, each)]
    for phrase, each in told:
        asks = phrase.is_box or (phrase.form == "item" and "criteria" in phrase.sections[:1])
        if asks and _LEADS.fullmatch(level(phrase.plain)[: each.start]):
            others = [other for other in by_noun[each.head][:_MOST] if other[0] is not phrase]
            yield from _off(phrase, each, [other for other in others if _is_like(other[1], each)])


def _is_like(one: Quantity, other: Quantity) -> bool:
    """Beta players are players."""
    size = min(len(one.noun), len(other.noun))
    return one.noun[-size:] == other.noun[-size:]


def _counts(phrase: Phrase) -> list[Quantity]:
    plain = level(phrase.plain)
    found = quantities_in(phrase.plain, comma=phrase.style.comma)
    counts = [each for each in found if each.is_count and each.value > 1]
    return [each for each in counts if not _BOUND.search(plain[max(0, each.start - _REACH) : each.start])]


def _off(phrase: Phrase, each: Quantity, others: list[_Told]) -> Iterator[Contradiction]:
    deeds = _deeds(phrase, each)
    like = [(there, other) for there, other in others if not deeds or deeds & _deeds(there, other)]
    values = {other.value for _, other in like}
    if len(values) != 1 or any(other.value == each.value for _, other in others):
        return
    less, more = sorted((each.value, like[0][1].value))
    if more <= less * _TWICE:
        there, other = like[0]
        message = f"{as_counted(phrase, each)} are asked for, {other.value.normalize():f} are told"
        yield Contradiction(message, phrase.mark(each.start, each.last), (there.mark(other.start, other.last),))


def _deeds(phrase: Phrase, each: Quantity) -> frozenset[str]:
    """What is done with them."""
    stems = {stem for stem, _, _ in tokens_of(phrase.plain) if stem.isalpha()}
    return frozenset(bare_word(stem) for stem in stems - _DONE - {each.head})
