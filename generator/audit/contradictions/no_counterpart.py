"""A risk has no rollback, or a rollback no risk, where the document has both.

The two lists are one promise: for what may happen, what is done. Where a name stands in one alone, it is not kept.

Fails:

```markdown
| Risk | Impact | Probability |
|---|---|---|
| Data loss | High | Low |
| Supplier outage | High | Medium |

| Scenario | Time to rollback |
|---|---|
| Data loss | < 30 min |
```

Passes:

```markdown
| Risk | Impact | Probability |
|---|---|---|
| Data loss | High | Low |
| Supplier outage | High | Medium |

| Scenario | Time to rollback |
|---|---|
| Data loss | < 30 min |
| Outage of the supplier | < 5 min |
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Grid, Quote
from generator.audit.understanding.words import key_of
from generator.findings import Severity

SEVERITY = Severity.WARNING
_LINKS = {
    "risk": re.compile(r"roll ?-?back|fall-?back|scenario", re.IGNORECASE),
    "rollback": re.compile(r"\brisks?\b", re.IGNORECASE),
}


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each entry without a counterpart; lists that share no entry at all speak of different things."""
    risks, rollbacks = listed(facts, "risk"), listed(facts, "rollback")
    if _linked(facts, risks, rollbacks) or not any(_same(risk, rollback) for risk in risks for rollback in rollbacks):
        return
    for kind, entries, others, lack in (
        ("risk", risks, rollbacks, "rollback"),
        ("rollback", rollbacks, risks, "risk"),
    ):
        for entry in entries:
            if not any(_same(entry, other) for other in others):
                near = f"the {lack}s begin"
                message = f'{kind} "{entry.text}" has no {lack} of its name'
                yield Contradiction(
                    f"{message} ({near} in line {others[0].place.line})",
                    entry,
                    (),
                    f"add the {lack}, or name the one that answers it",
                )


def listed(facts: Facts, kind: str) -> list[Quote]:
    """Return the names in the tables of risks or of rollbacks."""
    return [
        row.cells[grid.key_column].quote()
        for grid, rows in facts.reading.tables
        if kind == table_kind(grid)
        for row in rows
        if row.cells[grid.key_column].plain.strip()
    ]


def _linked(facts: Facts, risks: list[Quote], rollbacks: list[Quote]) -> bool:
    """Tell whether the document says in other ways which risk goes with which rollback: then names need not."""
    for grid, _ in facts.reading.tables:
        header = " ".join(cell.plain for cell in grid.header[1:])
        if table_kind(grid) and _LINKS[table_kind(grid)].search(header):
            return True
    names = {key_of(risk.text) for risk in risks}
    below = [
        phrase
        for phrase in facts.reading.phrases
        if phrase.under and key_of(phrase.under[-1].text.plain) & names_words(names)
    ]
    detailed = [
        phrase.plain for phrase in below if any(name <= key_of(phrase.under[-1].text.plain) for name in names)
    ]
    return any(rollback.text.strip() in plain for plain in detailed for rollback in rollbacks)


def names_words(names: set[frozenset[str]]) -> frozenset[str]:
    """Every word of some names."""
    return frozenset(word for name in names for word in name)


def table_kind(grid: Grid) -> str:
    """Tell a table of risks from one of rollbacks by its columns, then by the heading above."""
    meanings = set(grid.meanings)
    if "rollback time" in meanings or (grid.sections[:1] == ["rollback"] and meanings & {"procedure", "scenario"}):
        return "rollback"
    return (
        "risk" if {"impact", "probability"} <= meanings or (grid.first == "risk" and "mitigation" in meanings) else ""
    )


def _same(one: Quote, other: Quote) -> bool:
    left, right = key_of(one.text), key_of(other.text)
    return left == right or bool(
        left and right and (left <= right or right <= left) and min(len(left), len(right)) > 1
    )
