"""A number of parts is told that is not the number of parts there are.

One was added or dropped after the sentence was written; which one, the sentence does not say.

Fails:

```markdown
# A 3-phase plan

## Phase 1: Basics

## Phase 2: Shop
```

Passes:

```markdown
# A 2-phase plan

## Phase 1: Basics

## Phase 2: Shop
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction, as_counted
from generator.audit.understanding.claims import claims_in
from generator.audit.understanding.enumerations import Enumeration, enumerations_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Grid, Phrase, Quote
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.units import LASTING, NOUNS, Unit, kind_of, units_only
from generator.audit.understanding.words import NUMBER_WORD, count_word, key_of, level, tokens_of
from generator.findings import Severity
from generator.formatting import joined

SEVERITY = Severity.ERROR

_NOUNS = "|".join(noun.replace(" ", r"\s") for noun in NOUNS)
_CLAIM = re.compile(
    rf"(?:\b(?P<dash>\d{{1,2}}|[a-z]{{3,6}})-(?P<kind>{_NOUNS})\b"
    rf"|\b(?:all|consists? of|comprises?|total of|(?:split|divided|organi[sz]ed|broken) (?:down )?into"
    rf"|made up of)\s+(?P<count>\d{{1,2}}|[a-z]{{3,6}})\s+(?:[a-z-]+\s)?(?P<kind2>{_NOUNS})s\b)",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"(?:^\W*|\b(?:in|into|with|has|have|of(?:\Wthe)?|over|through|across|comprises|contains|needs|are|all)\W+)"
    rf"(?P<count>\d{{1,2}}|{NUMBER_WORD})\s+(?:[a-z-]+\s)?(?P<what>[a-z][\w-]{{2,20}}s)\b"
    r"(?!\s+(?:per|each|at|of|that|which|before|after|later|early|overlap|run|start|begin"
    r"|are(?! (?:planned|foreseen|scheduled)\W*$)|is|have|do|must)\b)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"^\W*(?:(?:\d{{1,4}}|{NUMBER_WORD})\s(?:[a-z-]+\s){{0,2}}[a-z]+s,\s(?:and\s)?)+"
    rf"(?P<count>\d{{1,2}}|{NUMBER_WORD})\s+(?:[a-z-]+\s)?(?P<what>[a-z][\w-]{{2,20}}s)\b(?=\W*$|[.,;:]\s)",
    re.IGNORECASE,
)
"""A further count of a text that begins with counts: `Four phases, seven streams, 14 weeks.`"""
_BESIDE = re.compile(
    rf"(?:,\s(?:and\s)?|\sand\s)(?P<count>\d{{1,2}}|{NUMBER_WORD})\s+(?P<what>[a-z][\w-]{{2,20}}s)\b",
    re.IGNORECASE,
)
"""What is counted right behind another count: `has four phases and seven lots`."""
_LABEL = re.compile(r"\W*(?:number of )?(?P<what>[A-Za-z][\w-]{2,20}s)\W*:\W*(?P<count>\d{1,2})\W*", re.IGNORECASE)
_NUMBERED = re.compile(r"\W*(?P<noun>[A-Za-z][\w-]{2,20})\s(?P<number>\d{1,2})\b(?![.,:]\d)")
_TOP = re.compile(
    r"\b(?:top|the)\s+(?P<count>\d{1,2}|[a-z]{3,6})\s+(?:[a-z-]+\s)?(?P<what>risks?|threats?)\b", re.IGNORECASE
)
_OF_ALL = re.compile(
    r"\b(?:programme|program|project|plan|roll-?out|strategy|migration|campaign) "
    r"(?:has|is|consists|comprises|contains|runs|takes|needs|goes)\b[^.;]*$",
    re.IGNORECASE,
)
"""What is told of the whole counts all, whatever numbers belong to some of its parts."""
_PARTIAL = re.compile(r"\b(?:first|last|other|next|remaining|per|each|every|same|former|latter)\b", re.IGNORECASE)

_QUALIFIED = re.compile(
    r"\s+(?:(?:in|on|for|with|without|from|by|to|into|under|above|below|near|a|this|last|next) |\()\w", re.IGNORECASE
)
"""Words that tell some of the things from the others."""
_FEWEST = 2
_SLIP = 2
_COMMON = LASTING - {"workstream"}
"""Teams are told of in small numbers for one piece of work, too."""


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each count of numbered parts, and of the risks in a table, that is wrong."""
    counts = [*_claimed(facts), *_plain_counts(facts), *_enumerated(facts)]
    yield from {each.here.place: each for each in reversed(counts)}.values()
    for grid, rows in facts.reading.tables:
        yield from _rows(grid, len([row for row in rows if row.cells[grid.key_column].plain.strip()]))


def _claimed(facts: Facts) -> Iterator[Contradiction]:
    for phrase in facts.reading.phrases:
        for found in _CLAIM.finditer(level(phrase.plain)):
            yield from _counted(facts, phrase, found)


def _plain_counts(facts: Facts) -> Iterator[Contradiction]:
    """An introduction tells how many there are before the first of them is named."""
    numbered, listed, counts = _numbered_things(facts), enumerations_of(facts.reading), _told(facts)
    for phrase in facts.reading.phrases:
        if not phrase.is_spoken:
            continue
        plain = level(phrase.plain)
        label = _LABEL.fullmatch(plain)
        for found in [label] if label else [*_beside(plain), *_further(plain)]:
            kind = kind_of(found["what"].lower().removesuffix("s"))
            there = numbered.get(_noun(found["what"])) or numbered.get(_noun(kind), {})
            told, first = count_word(found["count"]), next(iter(there.values()), None)
            agrees = any(each.count == told for each in listed.get(_noun(found["what"]), []))
            several = len(counts[_noun(found["what"])]) > 1 and not _OF_ALL.search(plain, 0, found.start())
            agrees = agrees or several or bool(_QUALIFIED.match(plain, found.end()))
            if first and told and told != len(there) and not agrees and _introduces(phrase, first, found):
                last = list(there.values())[-1]
                message = f"{told} {found['what'].lower()} are told, there are {len(there)}"
                yield Contradiction(message, phrase.mark(found.start("count"), found.end("what")), (last,))


def _beside(plain: str) -> Iterator["re.Match[str]"]:
    """Each count behind a word that leads to it, with those right behind it."""
    for found in _PLAIN.finditer(plain):
        after: re.Match[str] | None = found
        while after:
            yield after
            after = _BESIDE.match(plain, after.end())


def _further(plain: str) -> Iterator["re.Match[str]"]:
    """Each count behind the first one, the longest run of them first."""
    end = len(plain)
    while found := _NEXT.search(plain[:end]):
        yield found
        end = found.start("count")
        end = len(plain[:end].rstrip(", "))


def _enumerated(facts: Facts) -> Iterator[Contradiction]:
    """What a sentence counts is held against the lists and tables of its kind; one that agrees is enough."""
    kinds, told = enumerations_of(facts.reading), _told(facts)
    for phrase in facts.reading.phrases:
        for claim, firm in claims_in(phrase):
            there = kinds.get(claim.head, [])
            meant = [each for each in there if _is_meant(phrase, each, firm) and _is_near(claim, each)]
            meant = [each for each in meant if _is_named(claim, each)]
            if len(told[claim.head]) > 1 or _QUALIFIED.match(level(phrase.plain), claim.last):
                continue
            if meant and all(claim.value != each.count for each in there):
                message = f"{as_counted(phrase, claim)} are told, {meant[0].count} are listed"
                yield Contradiction(message, phrase.mark(claim.start, claim.last), (meant[0].last,))


def _told(facts: Facts) -> dict[str, set[Decimal]]:
    """How many of each noun are told; where several numbers are, each is one of a part of them."""
    found: dict[str, set[Decimal]] = defaultdict(set)
    for phrase in facts.reading.phrases:
        for each in quantities_in(phrase.plain, comma=phrase.style.comma) if phrase.form != "code" else ():
            if each.noun and not each.unit and each.value > 1:
                found[each.head].add(each.value)
    return found


def _is_named(claim: Quantity, each: Enumeration) -> bool:
    """`Six spare rooms` are counted by a list of spare rooms only."""
    title = key_of(each.under[-1].text.plain) if each.under else frozenset()
    return set(claim.noun[:-1]) <= title


def _is_meant(phrase: Phrase, each: Enumeration, firm: str) -> bool:
    """A sentence before the list introduces it; one below it may look back at it."""
    place, first = phrase.text.place(), each.first.place
    above = phrase.under == each.under[: len(phrase.under)]
    earlier = above and place.file == first.file and place.line < first.line
    same = phrase.under[-1:] == each.under[-1:]
    return earlier or firm == "all" or (firm == "these" and same)


def _is_near(claim: Quantity, each: Enumeration) -> bool:
    """48 sensors at 5 places are no slip."""
    return abs(claim.value - each.count) <= max(_SLIP, each.count // 3)


def _numbered_things(facts: Facts) -> dict[str, dict[int, Quote]]:
    """Collect what is numbered from 1 on without a gap."""
    parts: dict[str, dict[int, Quote]] = {}
    for unit, quote in facts.defined.items():
        if unit not in facts.titles and unit.kind not in _COMMON and _ordinal(unit):
            parts.setdefault(_noun(unit.kind), {})[_ordinal(unit)] = quote
    others: dict[str, dict[int, Quote]] = {}
    for phrase in facts.reading.phrases:
        match = _NUMBERED.match(level(phrase.plain)) if phrase.form in {"heading", "cell", "item"} else None
        noun = _noun(match["noun"]) if match else ""
        if match and noun and kind_of(match["noun"].lower()) not in NOUNS:
            others.setdefault(noun, {}).setdefault(int(match["number"]), phrase.quote())
    found = {noun: each for noun, each in others.items() if len(each) > _FEWEST} | parts
    return {
        noun: dict(sorted(each.items()))
        for noun, each in found.items()
        if len(each) >= _FEWEST and sorted(each) == list(range(1, len(each) + 1))
    }


def _noun(words: str) -> str:
    """Return the last word, stemmed: a quality gate is a gate."""
    stems = tokens_of(words)
    return stems[-1][0] if stems else ""


def _ordinal(unit: Unit) -> int:
    return unit.number or (ord(unit.key) - ord("a") + 1 if len(unit.key) == 1 else 0)


def _introduces(phrase: Phrase, first: Quote, found: "re.Match[str]") -> bool:
    place = phrase.text.place()
    earlier = place.file != first.place.file or place.line < first.place.line
    below = any(units_only(heading.text.plain, labels=phrase.style.labels) for heading in phrase.under[1:])
    return earlier and not below and not _PARTIAL.search(found.group()) and not phrase.units


def _counted(facts: Facts, phrase: Phrase, found: "re.Match[str]") -> Iterator[Contradiction]:
    told = count_word(found["dash"] or found["count"])
    kind = kind_of(found["kind"] or found["kind2"])
    there = [unit for unit in facts.defined if unit.kind == kind and unit not in facts.titles]
    there.sort(key=lambda unit: (unit.number or 0, unit.key))
    if told is None or len(there) < _FEWEST or told == len(there) or _PARTIAL.search(found.group()):
        return
    message = f"{told} {kind}s are told, there are {len(there)} ({joined([str(unit) for unit in there])})"
    yield Contradiction(message, phrase.mark(found.start(), found.end()), (facts.defined[there[-1]],))


def _rows(grid: Grid, count: int) -> Iterator[Contradiction]:
    heading = grid.under[-1].text if grid.under else None
    found = _TOP.search(level(heading.plain)) if heading and "risk" in {grid.first, *grid.sections[:1]} else None
    told = count_word(found["count"]) if found else None
    if heading and found and told and told != count and {"impact", "probability", "mitigation"} & set(grid.meanings):
        quote = Quote(heading.plain, heading.place(found.start("count"), found.end("count")))
        first = grid.header[0]
        yield Contradiction(f"{told} risks are told, the table has {count}", quote, (first.quote(),))
