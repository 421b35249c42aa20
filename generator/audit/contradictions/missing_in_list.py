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

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.columns import section_meanings
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.stays import row_units
from generator.audit.understanding.units import OUTER, TESTS, Unit, units_in
from generator.audit.understanding.words import level
from generator.findings import Severity
from generator.formatting import joined

SEVERITY = Severity.WARNING

_FEWEST = 3
Lists = dict[tuple[str, str, str], dict[Unit, Quote]]
_WHOLE = frozenset({"criteria", "timeline", "resource"})


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
    for phrase in facts.reading.phrases:
        units = [each for each in phrase.units if each.unit.kind == kind]
        if units and phrase.form == "item" and _leads(phrase, units[0].start):
            _add(found, facts, phrase, "item", [each.unit for each in units if each.start == units[0].start])
    for grid, rows in facts.reading.tables:
        for row in rows:
            for mention, cell in row_units(row):
                if mention.unit.kind == kind and (
                    cell is row.cells[grid.key_column] or grid.first in {"week", "when", "day", "month"}
                ):
                    _add(found, facts, cell, "cell", [mention.unit])
    return found


def _add(found: Lists, facts: Facts, phrase: Phrase, form: str, units: list[Unit]) -> None:
    if any(each.unit.kind not in OUTER for heading in phrase.under[:2] for each in units_in(heading.text.plain)):
        return
    top = [heading.text.plain for heading in phrase.under if heading not in facts.reading.titles][:1] or [""]
    entries = found.setdefault((phrase.text.file, top[0], form), {})
    for unit in units:
        entries.setdefault(unit, phrase.quote())


def _leads(phrase: Phrase, start: int) -> bool:
    return len(level(phrase.plain)[:start].split()) <= 1


def _told(
    facts: Facts, missing: Unit, section: tuple[str, str, str], found: list[tuple[Unit, Quote]]
) -> Iterator[Contradiction]:
    numbers = [unit.number or 0 for unit, _ in found]
    inside = min(numbers) < (missing.number or 0) < max(numbers)
    complete = set(section_meanings([section[1]])) & _WHOLE
    if missing not in facts.titles and (inside or complete or missing.kind in TESTS):
        message = f'"{missing}" is missing among {joined([str(unit) for unit, _ in found])}'
        yield Contradiction(
            message, found[-1][1], (facts.defined[missing],), f'add "{missing}", or say why it is left out'
        )
