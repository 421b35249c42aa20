"""A list names all parts of a kind but one.

What is forgotten in a list of all is forgotten in the work that follows the list.

Fails:

```markdown
| Checkpoint | When |
|---|---|
| Checkpoint 1 | Week 1 |
| Checkpoint 2 | Week 2 |
| Checkpoint 3 | Week 3 |

## Done when

- [ ] Checkpoint 1: tests pass
- [ ] Checkpoint 3: tests pass
```

Passes:

```markdown
| Checkpoint | When |
|---|---|
| Checkpoint 1 | Week 1 |
| Checkpoint 2 | Week 2 |
| Checkpoint 3 | Week 3 |

## Done when

- [ ] Checkpoint 1: tests pass
- [ ] Checkpoints 2-3: tests pass
```
"""

import re
from collections import Counter
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.columns import section_meanings
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.row_times import row_units
from generator.audit.understanding.units import OUTER, TESTS, Unit, units_in
from generator.audit.understanding.words import level
from generator.findings import Severity
from generator.formatting import joined

SEVERITY = Severity.WARNING

_FEWEST = 3
Section = tuple[str, str, str]
Lists = dict[Section, dict[Unit, Quote]]
_WHOLE = frozenset({"criteria", "timeline", "resource"})
_RULE = re.compile(
    r"\b(?:must|may|can|cannot|can't|will|would|should|shall|needs?|has to|have to|before|after|until|unless|if|when"
    r"|whenever|once|as soon as|only|depends?|opens?|closes?|starts?|begins?|waits?|follows?|releases?|blocks?"
    r"|unlocks?|frees?|decides?|allows?|requires?|stops?|means)\b|\b(?:fail(?:s|ed)?|late|missed)\s*:",
    re.IGNORECASE,
)
"""What says how parts hang together, or what follows from one of them, and enumerates none."""
_NARROWED = re.compile(
    r"\b(?:extra|additional|exceptions?|special|open|late|delayed|changed?|changes|without|only|some|failed|failing"
    r"|missed|remaining|next|what if|other|worries|notes?|unlock\w*|opens?|release\w*|lead(?:s|ing) to|follows?"
    r"|payment|paid|fees?|not|no)\b",
    re.IGNORECASE,
)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one part that a section's entries and rows leave out."""
    kinds = {unit.kind for unit in facts.defined if unit.number is not None}
    for kind in sorted(kinds):
        known = {unit for unit in facts.defined if unit.kind == kind and unit.number is not None}
        for section, found in enumerations(facts, kind).items():
            missing = known - set(found)
            if len(known) >= _FEWEST and len(missing) == 1 and len(found) >= _FEWEST - 1:
                yield from _told(facts, missing.pop(), section, list(found.items()))


def enumerations(facts: Facts, kind: str) -> Lists:
    """Collect by section and form what entries of lists, or rows of tables, begin with."""
    found: Lists = {}
    rules: Counter[Section | None] = Counter()
    for phrase in facts.reading.phrases:
        units = [each for each in phrase.units if each.unit.kind == kind]
        if units and phrase.form == "item" and _leads(phrase, units[0].start):
            leading = [each.unit for each in units if each.start == units[0].start]
            section = _add(found, facts, phrase, "item", leading)
            rules[section] += _is_rule(phrase, units[0].end)
    for grid, rows in facts.reading.tables:
        for row in rows:
            for mention, cell in row_units(row):
                if mention.unit.kind == kind and (
                    cell is row.cells[grid.key_column] or grid.first in {"week", "when", "day", "month"}
                ):
                    _add(found, facts, cell, "cell", [mention.unit])
    return {section: units for section, units in found.items() if rules[section] * 2 <= len(units)}


def _add(found: Lists, facts: Facts, phrase: Phrase, form: str, units: list[Unit]) -> Section | None:
    if any(
        each.unit.kind not in OUTER
        for heading in phrase.under[:2]
        for each in units_in(heading.text.plain, phrase.style.labels)
    ):
        return None
    top = [heading.text.plain for heading in phrase.under if heading not in facts.reading.titles][:1] or [""]
    section = (phrase.text.file, top[0], form)
    entries = found.setdefault(section, {})
    for unit in units:
        entries.setdefault(unit, phrase.quote())
    return section


def _is_rule(phrase: Phrase, end: int) -> bool:
    return not phrase.is_box and bool(_RULE.search(level(phrase.plain), end))


def _leads(phrase: Phrase, start: int) -> bool:
    return len(level(phrase.plain)[:start].split()) <= 1


def _told(
    facts: Facts, missing: Unit, section: tuple[str, str, str], found: list[tuple[Unit, Quote]]
) -> Iterator[Contradiction]:
    numbers = [unit.number or 0 for unit, _ in found]
    inside = min(numbers) < (missing.number or 0) < max(numbers)
    complete = set(section_meanings([section[1]])) & _WHOLE
    named = re.search(rf"\b{missing.kind}s\b", section[1], re.IGNORECASE)
    narrowed = _NARROWED.search(level(section[1])) and not named
    if missing not in facts.titles and not narrowed and (inside or complete or missing.kind in TESTS):
        message = f'"{missing}" is missing among {joined([str(unit) for unit, _ in found])}'
        yield Contradiction(
            message, found[-1][1], (facts.defined[missing],), f'add "{missing}", or say why it is left out'
        )
