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

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.codes import codes_in, leading_code, series_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FEWEST = 3
_ELSEWHERE = re.compile(
    r"\b(?:future|later|next|previous|earlier|former|old|last year|out of scope|dropped|withdrawn|merged|was|were)\b",
    re.IGNORECASE,
)
_Listed = dict[str, dict[str, Quote]]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each code named in one text alone, of a series that is listed without a gap and without it."""
    listed = _listed(facts)
    texts = Counter(code for phrase in facts.reading.phrases for code in {each[0] for each in codes_in(phrase.plain)})
    for phrase in facts.reading.phrases:
        for code, start, end in codes_in(phrase.plain) if listed and phrase.form != "code" else ():
            known = listed.get(series_of(code)[0], {})
            alone = known and code not in known and texts[code] == 1 and "-" not in phrase.plain[start:end]
            if alone and _is_meant(phrase, code, known):
                last = list(known.values())[-1]
                yield Contradiction(
                    f'there is no "{code}"', phrase.mark(start, end), (last,), "name one that is listed"
                )


def _listed(facts: Facts) -> _Listed:
    """What rows, entries and headings begin with, of each series that has no gap."""
    found: _Listed = defaultdict(dict)
    for phrase in facts.reading.phrases:
        code = leading_code(phrase.plain) if phrase.form in {"cell", "item", "heading"} else ""
        if code:
            found[series_of(code)[0]].setdefault(code, phrase.quote())
    return {letters: known for letters, known in found.items() if len(known) >= _FEWEST and _is_whole(known)}


def _is_whole(known: dict[str, Quote]) -> bool:
    numbers = [series_of(code)[1] for code in known]
    return max(numbers) - min(numbers) + 1 == len(numbers)


def _is_meant(phrase: Phrase, code: str, known: dict[str, Quote]) -> bool:
    """A series of one letter is meant where the text names another of it: A4 may be paper."""
    others = {each for each, _, _ in codes_in(phrase.plain)} & set(known)
    parts = any(phrase.plain[each.start : each.end].replace("-", "").endswith(code) for each in phrase.units)
    return not parts and not _ELSEWHERE.search(phrase.plain) and bool(others or len(series_of(code)[0]) > 1)
