"""A text refers to a code that its series does not have.

The reader looks for an entry that is not there, or believes that the list is old.

Fails:

```markdown
| ID | Review | Date |
|---|---|---|
| DR1 | Concept | 4 May 2026 |
| DR2 | Design | 1 June 2026 |
| DR3 | Release | 6 July 2026 |

The file is looked through at DR1, DR2 and DR4.
```

Passes:

```markdown
| ID | Review | Date |
|---|---|---|
| DR1 | Concept | 4 May 2026 |
| DR2 | Design | 1 June 2026 |
| DR3 | Release | 6 July 2026 |

The file is looked through at DR1, DR2 and DR3.
```
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.codes import codes_in, leading_code, series_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote, Row
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FEWEST, _FEWEST_OF_A_NAME = 3, 2
_ELSEWHERE = re.compile(
    r"\b(?:future|later|next|previous|earlier|former|old|last year|out of scope|dropped|withdrawn|merged"
    r"|was|were)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:plan|procedure|fall-?back|measure|option|risk|check|gate|step|test|milestone|action|inspection"
    r"|order)\s$",
    re.IGNORECASE,
)
_SINGLE = re.compile(r"[A-Z]{1,5}-?\d{1,5}")
_Listed = dict[str, dict[str, Quote]]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each code named in one text alone, of a series that is listed without a gap and without it."""
    listed, kinds = _listed(facts), {unit.kind for unit in facts.defined}
    beside = _series_of_columns(facts)
    texts = Counter(code for phrase in facts.reading.phrases for code in {each[0] for each in codes_in(phrase.plain)})
    for phrase in facts.reading.phrases:
        for code, start, end in codes_in(phrase.plain) if listed and phrase.form != "code" else ():
            known = listed.get(series_of(code)[0], {})
            written = level(phrase.plain)[start:end]
            alone = known and code not in known and texts[code] == 1 and _SINGLE.fullmatch(written)
            parts = {each.unit.kind for each in phrase.units if each.start <= start < each.end}
            listed_so = phrase in beside and series_of(code)[0] in beside[phrase]
            timed = any(each.start <= start < each.end for each in phrase.windows)
            if (
                alone
                and not timed
                and parts.isdisjoint(kinds)
                and (listed_so or _is_meant(phrase, code, known, written))
            ):
                last = list(known.values())[-1]
                yield Contradiction(
                    f'there is no "{written}"', phrase.mark(start, end), (last,), "name one that is listed"
                )


def _listed(facts: Facts) -> _Listed:
    """What rows, entries, headings and bold words begin with, of each series that has no gap."""
    found, beside = defaultdict[str, dict[str, Quote]](dict), defaultdict[str, dict[str, Quote]](dict)
    leading = {row.cells[column] for _, rows in facts.reading.tables for row in rows for column in _names(row)}
    for phrase in facts.reading.phrases:
        code = leading_code(phrase.plain) if phrase.form in {"cell", "item", "heading", "paragraph"} else ""
        if code and (phrase.form != "paragraph" or _is_bold(phrase)):
            into = beside if phrase.form == "cell" and phrase not in leading else found
            into[series_of(code)[0]].setdefault(code, phrase.quote())
    series = {**beside, **found}
    return {letters: known for letters, known in series.items() if _is_enough(letters, known) and _is_whole(known)}


def _series_of_columns(facts: Facts) -> dict[Phrase, frozenset[str]]:
    """Map each cell to the series of codes that the other cells of its column are."""
    found: dict[Phrase, frozenset[str]] = {}
    for grid, rows in facts.reading.tables:
        for column in range(grid.key_column + 1, len(grid.header)):
            cells = [row.cells[column] for row in rows]
            codes = {cell: leading_code(cell.plain) for cell in cells if _SINGLE.fullmatch(cell.plain.strip())}
            for cell in cells:
                found[cell] = frozenset(
                    series_of(code)[0] for each, code in codes.items() if code and each is not cell
                )
    return found


def _is_bold(phrase: Phrase) -> bool:
    return bool(phrase.text.strong) and not phrase.text.strong[0][0]


def _names(row: Row) -> range:
    return range(min(row.grid.key_column + 1, len(row.cells)))


def _is_enough(letters: str, known: dict[str, Quote]) -> bool:
    return len(known) >= (_FEWEST_OF_A_NAME if len(letters) > 1 else _FEWEST)


def _is_whole(known: dict[str, Quote]) -> bool:
    """One after the other, or in steps of ten."""
    numbers = sorted(series_of(code)[1] for code in known)
    steps = {right - left for left, right in pairwise(numbers)}
    return steps == {1} or (len(steps) == 1 and len(numbers) >= _FEWEST and steps <= {5, 10, 100})


def _is_meant(phrase: Phrase, code: str, known: dict[str, Quote], written: str) -> bool:
    """A series of one letter is meant where the text names another of it, or with a hyphen: A4 may be paper."""
    others = {each for each, _, _ in codes_in(phrase.plain)} & set(known)
    start = level(phrase.plain).find(written)
    called = _CALLED.search(level(phrase.plain)[:start])
    clear = others or called or "-" in written or len(series_of(code)[0]) > 1
    return not _ELSEWHERE.search(phrase.plain) and bool(clear)
