"""The same thing stands among what is left out and among what is included.

Some bring or build it and some do not, and both can show where it is written.

Fails:

```markdown
## In scope

- Payments
- Exports of orders

## Out of scope

- Exports of orders
- Reports
```

Passes:

```markdown
## In scope

- Payments
- Exports of orders

## Out of scope

- Reports
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.words import key_of, level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_OUT = (
    r"out of scope|not (?:in scope|included|covered|part of (?:this|the) \w+)|excluded|left at home"
    r"|(?:please )?(?:do not|don't|never) (?:bring|pack)|not to (?:bring|pack)|leave at home"
)
_IN = r"in scope|included|(?:what to|to|please) (?:pack|bring)|packing list|kit list|you (?:need|bring)"
_LABEL = re.compile(rf"\W*(?:(?P<out>{_OUT})|(?P<into>{_IN}))\W*:\s(?P<list>.+?)\.?\s*", re.IGNORECASE)
_TITLE = re.compile(rf"\W*(?:(?P<out>{_OUT})|(?P<into>{_IN}))\W*", re.IGNORECASE)
_BARRED = re.compile(
    r"\W*(?P<name>[A-Z][a-z]+(?:\s[a-z]+)?):\s(?:\w+\s){0,2}"
    r"(?:do not|don't|must not|may not|never) bring (?:them|it|any)\b"
)
_SPLIT = re.compile(r"[,;]\s(?:and\s|or\s)?|\s(?:and|or)\s(?=[\w\s-]+$)")
_BRACKETS = re.compile(r"\([^()]*\)")
_ADDED = re.compile(
    r"\s(?:for|with|without|over|under|in|on|of|from|to" r"|which|that|except|unless|but|only)\b.*", re.IGNORECASE
)
_LIMITED = re.compile(r"\b(?:except|unless|other than|but|over|more than|beyond|further|only)\b", re.IGNORECASE)
_LONGEST = 4


@dataclass(frozen=True)
class _Thing:
    """One thing that is named: its words without what is added to them."""

    words: frozenset[str]
    out: bool
    quote: Quote
    whole: frozenset[str] = frozenset()
    """Its words with what is added."""


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each thing that is named as included though it is named as left out."""
    things = [thing for phrase in facts.reading.phrases for thing in _things(phrase)]
    for thing in (each for each in things if not each.out):
        other = next((each for each in things if each.out and _are_same(each, thing)), None)
        if other:
            yield Contradiction("is included here, and left out there", thing.quote, (other.quote,))


def _are_same(out: _Thing, into: _Thing) -> bool:
    """`phones` are brought with `a charged phone`; `furniture of the cafe` is not all furniture."""
    short = len(out.words) == 1 and out.words <= into.words and len(into.words) <= len(out.words) + 1
    return bool(out.words) and (out.words in {into.words, into.whole} or short)


def _things(phrase: Phrase) -> Iterator[_Thing]:
    plain = level(phrase.plain)
    barred = _BARRED.match(plain)
    if barred and phrase.is_spoken:
        yield _Thing(key_of(barred["name"]), out=True, quote=phrase.quote())
        return
    label = _LABEL.fullmatch(plain) if phrase.is_spoken else None
    title = _TITLE.fullmatch(level(phrase.under[-1].text.plain)) if phrase.under else None
    if label:
        yield from _listed(_BRACKETS.sub("", label["list"]), phrase, out=bool(label["out"]))
    elif title and phrase.form == "item" and not (phrase.item and phrase.item.depth):
        yield from _entry(phrase, plain, out=bool(title["out"]))
    elif title and phrase.form == "paragraph" and "," in plain:
        yield from _listed(_BRACKETS.sub("", plain).rstrip(". "), phrase, out=bool(title["out"]))


def _listed(words: str, phrase: Phrase, *, out: bool) -> Iterator[_Thing]:
    for part in _SPLIT.split(words):
        if not (out and _LIMITED.search(part)):
            yield from _thing(part, phrase, out=out)


def _entry(phrase: Phrase, plain: str, *, out: bool) -> Iterator[_Thing]:
    if not (out and _LIMITED.search(plain)):
        yield from _thing(_BRACKETS.sub("", plain), phrase, out=out)


def _thing(words: str, phrase: Phrase, *, out: bool) -> Iterator[_Thing]:
    """Left out is all that is named; what is added to an included thing tells more of it."""
    core = key_of(words if out else _ADDED.sub("", words.strip()))
    if 0 < len(core) <= _LONGEST:
        yield _Thing(core, out, phrase.quote(), key_of(words))
