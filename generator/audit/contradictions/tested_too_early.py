"""A check is dated before the end of the work that it looks at, where all others of its table come after theirs.

What is not finished cannot be passed; the check is held twice.

Fails:

```markdown
| Job | Content | Start | End |
|---|---|---|---|
| J1 | Ledger schema | 5 Jan 2026 | 16 Jan 2026 |
| J2 | Refund engine | 19 Jan 2026 | 6 Feb 2026 |
| J3 | Merchant console | 9 Feb 2026 | 17 Feb 2026 |
| J4 | Load tests | 18 Feb 2026 | 20 Feb 2026 |

| Check | Date | What is tested |
|---|---|---|
| A | 16 Jan 2026 | Schema migrated |
| B | 30 Jan 2026 | Refund from end to end |
| C | 17 Feb 2026 | Console against staging |
| D | 20 Feb 2026 | Load at three times the peak |
```

Passes:

```markdown
| Job | Content | Start | End |
|---|---|---|---|
| J1 | Ledger schema | 5 Jan 2026 | 16 Jan 2026 |
| J2 | Refund engine | 19 Jan 2026 | 6 Feb 2026 |
| J3 | Merchant console | 9 Feb 2026 | 17 Feb 2026 |
| J4 | Load tests | 18 Feb 2026 | 20 Feb 2026 |

| Check | Date | What is tested |
|---|---|---|
| A | 16 Jan 2026 | Schema migrated |
| B | 6 Feb 2026 | Refund from end to end |
| C | 17 Feb 2026 | Console against staging |
| D | 20 Feb 2026 | Load at three times the peak |
```
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote, Reading, Row
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_CHECKS = re.compile(
    r"\W*(?:check(?:point)?s?|tests?|gates?|reviews?|inspections?|hold points?|hp|audits?|acceptances?|approvals?"
    r"|milestones?|id|no\.?|#|code)\W*",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"\W*(?:what is (?:tested|checked|inspected|looked at)|tested|checked|inspected|subject|scope"
    r"|questions?|topic|criteri(?:on|a)"
    r"|what|test|check|covers?|content|requirement|passes when|passed when)\W*",
    re.IGNORECASE,
)
_FEWEST, _LETTERS = 3, 4


@dataclass(frozen=True)
class _Job:
    """Work with its days, by a word that no other work of its table has."""

    window: Window
    quote: Quote


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one check of a table that is dated before its work ends, where three others are not."""
    jobs = _jobs(facts.reading)
    for grid, rows in facts.reading.tables if jobs else ():
        scope = next(
            (index for index, each in enumerate(grid.header) if index and _SCOPE.fullmatch(each.plain)), None
        )
        if scope is None or not _CHECKS.fullmatch(grid.header[0].plain):
            continue
        pairs = [(row, day, job) for row in rows for day, job in _tested(row, scope, jobs)]
        early = [pair for pair in pairs if (pair[1].window.last or 0) < (pair[2].window.last or 0)]
        if len(early) == 1 and len(pairs) - 1 >= _FEWEST:
            _, day, job = early[0]
            message = f"looks on {day.window} at what is done by {job.window}"
            yield Contradiction(message, day.quote, (job.quote,), "check it later, or finish earlier")


def _jobs(reading: Reading) -> dict[str, _Job]:
    found: dict[str, _Job] = {}
    for _, rows in reading.tables:
        work = [(row, told[0]) for row in rows if not is_total(row) and (told := _stretch(row))]
        words = Counter(stem for row, _ in work for stem in _words(row))
        for row, window in work if len(work) >= _FEWEST else ():
            for stem in _words(row):
                if words[stem] == 1:
                    found.setdefault(stem, _Job(window, row.mark(row.cells[0])))
    return found


def _stretch(row: Row) -> tuple[Window, Phrase] | None:
    """The days of a row that tells both a start and an end."""
    both = row.cell("start") and row.cell("end")
    found = row_window(row) if both else None
    return found if found and found[0].is_whole else None


def _words(row: Row) -> frozenset[str]:
    """The stems of the cell that names the work: the first one with words."""
    named = (cell for cell in row.cells if not cell.windows and re.search(r"[a-z]{3,}", cell.plain))
    cell = next(named, None)
    return _stems(cell.plain) if cell else frozenset()


def _tested(row: Row, scope: int, jobs: dict[str, _Job]) -> Iterator[tuple[_Job, _Job]]:
    days = [cell for cell in row.cells if len(cell.windows) == 1]
    day = days[0].windows[0].window if len(days) == 1 else None
    if day is None or day.first != day.last:
        return
    told = {id(jobs[stem]): jobs[stem] for stem in sorted(_stems(row.cells[scope].plain)) if stem in jobs}
    for job in told.values():
        if job.window.scale == day.scale and job.quote.place.line != row.cells[0].text.place().line:
            yield _Job(day, row.mark(days[0])), job


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem for stem, _, _ in tokens_of(level(text)) if len(stem) >= _LETTERS and stem.isalpha())
