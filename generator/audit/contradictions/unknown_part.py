"""A part of the plan is named that is introduced nowhere.

Either a part was dropped and its mention was not, or a number is wrong.

Fails:

```markdown
## Wave 1: Accounts (Weeks 1-2)

## Wave 2: Shop (Weeks 3-4)

Wave 3 takes over in week 5.
```

Passes:

```markdown
## Wave 1: Accounts (Weeks 1-2)

## Wave 2: Shop (Weeks 3-4)

Wave 2 takes over in week 3.
```
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.row_times import row_units
from generator.audit.understanding.units import Mention, Unit
from generator.audit.understanding.words import level
from generator.findings import Severity
from generator.formatting import joined

SEVERITY = Severity.ERROR

_FEWEST = 2
_BOLD = re.compile(r"\s*(?:\*\*|__)\w")
_TITLE = re.compile(r"\s*(?:-{1,2}\s|[:.(])")
_TITLED = re.compile(r" [A-Z][a-z]+ [A-Z][a-z]+")
_AFTERWARDS = re.compile(
    r"\b(?:future|later|next|previous|earlier|following|planned for|out of scope|not part|last year|was|had"
    r"|upcoming|beyond)\b",
    re.IGNORECASE,
)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the first mention of each part that is not among those of its kind which are introduced."""
    introduced = _introduced(facts)
    introduced |= _run_in(facts, set(introduced))
    known: dict[str, list[Unit]] = {}
    for unit in introduced:
        known.setdefault(unit.kind, []).append(unit)
    told = set(introduced) | facts.titles
    for phrase in facts.reading.phrases:
        for mention in phrase.units:
            others = known.get(mention.unit.kind, [])
            if mention.unit not in told and len(others) >= _FEWEST and _is_meant(phrase, mention, others[0]):
                told.add(mention.unit)
                names = joined([str(each) for each in sorted(others, key=lambda each: (each.number or 0, each.key))])
                message = f'"{mention.unit}" is introduced nowhere; there are {names}'
                here, there = phrase.mark(mention.start, mention.end), introduced[others[-1]]
                yield Contradiction(message, here, (there,), "introduce it, or name the one that is meant")


def _is_meant(phrase: Phrase, mention: Mention, other: Unit) -> bool:
    """Leave out what is to come or is past, numbers beside letters, and the names of other documents."""
    same_form = mention.unit.key.isdecimal() == other.key.isdecimal()
    titled = _TITLED.match(level(phrase.plain), mention.end)
    return same_form and not titled and not _AFTERWARDS.search(phrase.plain)


def _run_in(facts: Facts, introduced: set[Unit]) -> dict[Unit, Quote]:
    """Parts that head their text in bold, as others of their kind do: `**Stage D - Closing.** The doors are shut`."""
    lines = {document.file: document.lines for document in facts.reading.documents}
    led: dict[str, dict[Unit, Quote]] = {}
    for phrase in facts.reading.phrases if introduced else ():
        if phrase.form == "paragraph" and phrase.units and _heads(phrase, lines):
            mention = phrase.units[0]
            led.setdefault(mention.unit.kind, {}).setdefault(mention.unit, phrase.mark(mention.start, mention.end))
    several = [found for found in led.values() if len(introduced & found.keys()) >= _FEWEST]
    return {unit: quote for found in several for unit, quote in found.items() if unit not in introduced}


def _heads(phrase: Phrase, lines: Mapping[str, Sequence[str]]) -> bool:
    place, first = phrase.text.place(), phrase.units[0]
    bold = not first.start and _BOLD.match(lines[place.file][place.line - 1])
    return bool(bold and _TITLE.match(level(phrase.plain), first.end))


def _introduced(facts: Facts) -> dict[Unit, Quote]:
    """Rows that list several parts of a kind in passing introduce none where another place introduces their kind."""
    headed = {each.unit for phrase in facts.reading.headings for each in phrase.units} - facts.titles
    named = {named.unit for named in facts.names}
    led = {
        mention.unit: None
        for grid, rows in facts.reading.tables
        for row in rows
        for mention, cell in row_units(row)
        if cell is row.cells[grid.key_column]
    }
    strong = headed | named | set(led)
    kinds = {unit.kind for unit in strong}
    return {unit: quote for unit, quote in facts.defined.items() if unit in strong or unit.kind not in kinds}
