"""A step is named that the numbered steps do not have, or that comes only after the one that needs it.

Steps were added or taken out, and the words that lead to them were left: whoever follows them gets lost.

Fails:

```markdown
1. Take a backup
2. Stop the service
3. Convert the store

If that fails, go back to the backup of step 4.
```

Passes:

```markdown
1. Take a backup
2. Stop the service
3. Convert the store

If that fails, go back to the backup of step 1.
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbered import Numbered, numbered_of
from generator.audit.understanding.phrases import Grid, Phrase, Row
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_STEP = re.compile(
    r"\bsteps?\s(?P<first>\d{1,2}(?:\.\d{1,2})?)(?![\d%]|[.,:]\d)"
    r"(?:(?:,\s|\s(?:and|or|to)\s|-)(?P<next>\d{1,2}(?:\.\d{1,2})?)(?![\d%]|[.,:]\d|\s[a-z]+s\b))?",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\W{0,3}(?:\([^)]*\)\W*)?(?:of|in|from)\s(?:the|our|this|that|an?|section|chapter|appendix|annex|[A-Z])\b"
    r"|\s?(?:%|steps|mm|cm|m\b)"
)
_NEEDS = re.compile(r"(?:steps?\s)?\d{1,2}(?:(?:,\s?|\sand\s|\s?\+\s?)\d{1,2})*", re.IGNORECASE)
_OWN = re.compile(r"\W*step\s\d", re.IGNORECASE)
_FEWEST = 3


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each number of a step above those of every series, and each row that needs a later one."""
    series = numbered_of(facts.reading)
    known = {number for each in series for number in each.entries}
    defined = any(_OWN.match(level(phrase.plain)) for phrase in facts.reading.phrases)
    spoken = [phrase for phrase in facts.reading.phrases if phrase.form in {"paragraph", "item", "cell"}]
    told = {number for phrase in spoken for number in _named(phrase)}
    if series and not defined and len(told - known) == 1 and (told & known or len(told) == 1):
        for phrase in spoken:
            yield from _unknown(phrase, series, known)
    for grid, rows in facts.reading.tables:
        yield from _needed(grid, rows)


def _named(phrase: Phrase) -> set[str]:
    """The numbers of steps that a text names; where several are unknown, the steps are told somewhere else."""
    found = _STEP.finditer(level(phrase.plain))
    return {number for each in found for number in (each["first"], each["next"]) if number}


def _unknown(phrase: Phrase, series: list[Numbered], known: set[str]) -> Iterator[Contradiction]:
    plain = level(phrase.plain)
    for found in _STEP.finditer(plain):
        for name in ("first", "next"):
            number = found[name]
            near = _beside(number, series) if number and number not in known else None
            if near and not _ELSEWHERE.match(plain, found.end()):
                quote = phrase.mark(found.start(name), found.end(name))
                yield Contradiction(f"there is no step {number}", quote, (list(near.entries.values())[-1],))


def _beside(number: str, series: list[Numbered]) -> Numbered | None:
    """The series that it would belong to: one with dots has the same number before the dot."""
    chapter = number.partition(".")[0] if "." in number else ""
    alike = [each for each in series if all(("." in other) == ("." in number) for other in each.entries)]
    near = [each for each in alike if not chapter or any(other.startswith(f"{chapter}.") for other in each.entries)]
    return near[0] if near else None


def _needed(grid: Grid, rows: tuple[Row, ...]) -> Iterator[Contradiction]:
    """Rows in the order of their numbers, each of which tells the numbers that it needs."""
    column = grid.meanings.index("depends") if "depends" in grid.meanings else 0
    own = [level(row.cells[0].plain).strip() for row in rows]
    if not column or len(rows) < _FEWEST or own != [str(number) for number in range(1, len(rows) + 1)]:
        return
    for number, row in enumerate(rows, start=1):
        cell = row.cells[column]
        plain = level(cell.plain).strip()
        needed = [int(each) for each in re.findall(r"\d+", plain)] if _NEEDS.fullmatch(plain) else []
        for each in needed:
            if number <= each <= len(rows):
                message = f"step {number} needs step {each}, which does not come before it"
                yield Contradiction(message, row.mark(cell), (rows[each - 1].mark(rows[each - 1].cells[0]),))
