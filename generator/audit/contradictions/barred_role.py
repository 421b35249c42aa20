"""Somebody is named for a role that the role itself is said to exclude.

The rule is there so that nobody judges their own work; whoever reads both will doubt the judgement.

Fails:

```markdown
| Site | Investigator |
|---|---|
| Ghent | Dr. Maes |
| Porto | Dr. Teixeira |

Safety board: Prof. Alder, Dr. Maes. No member may be an investigator.
```

Passes:

```markdown
| Site | Investigator |
|---|---|
| Ghent | Dr. Maes |
| Porto | Dr. Teixeira |

Safety board: Prof. Alder, Dr. Banerjee. No member may be an investigator.
```
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.words import key_of, level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_BARRED = re.compile(
    r"\b(?:no (?:member|one|person|assessor|judge|juror|auditor|reviewer|tester)(?: of \w+ \w+)?|nobody"
    r"|members|they) (?:may|can|must|shall|is to|are to|should)(?: not)?(?: also)? be (?:an? |the )?"
    r"(?P<role>[a-z-]{4,24})",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:Dr|Prof|Mr|Mrs|Ms)\.?\s(?:[A-Z]\.\s?)?(?P<name>[A-Z][\w'-]+)"
    r"|\b(?P<first>[A-Z][a-z'-]+) (?P<last>[A-Z][a-z'-]+)"
)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each name in a text that bars a role, where a column or a line names the same one for that role."""
    for phrase in facts.reading.phrases:
        role = _barred(phrase) if phrase.is_spoken else None
        if role:
            yield from _both(phrase, dict(_holders(facts, role, phrase)))


def _barred(phrase: Phrase) -> frozenset[str]:
    """The role that nobody of these may have: `no member may be`, `members may not be`."""
    found = _BARRED.search(level(phrase.plain))
    said = found.group().lower() if found else ""
    return key_of(found["role"]) if found and (said.startswith("no") or " not " in said) else frozenset()


def _both(phrase: Phrase, holders: dict[str, Quote]) -> Iterator[Contradiction]:
    for match in _NAMED.finditer(level(phrase.plain)):
        name = match["name"] or match["last"]
        if name in holders:
            quote = phrase.mark(match.start(), match.end())
            yield Contradiction(f'"{match.group()}" holds both roles', quote, (holders[name],), "name another one")


def _holders(facts: Facts, role: frozenset[str], claim: Phrase) -> Iterator[tuple[str, Quote]]:
    """Names below a heading of the role, in a table or in lines set like one."""
    for grid, rows in facts.reading.tables:
        for column, header in enumerate(grid.header):
            if key_of(header.plain) == role:
                yield from ((name, row.mark(row.cells[column])) for row in rows for name in _names(row.cells[column]))
    phrases = facts.reading.phrases
    for above, lines in pairwise(phrases):
        headed = any(key_of(word) == role for word in re.split(r"\s{2,}", level(above.plain).strip()))
        if headed and lines is not claim and above.form in {"paragraph", "code"}:
            yield from ((name, lines.quote()) for name in _names(lines))


def _names(phrase: Phrase) -> list[str]:
    return [match["name"] or match["last"] for match in _NAMED.finditer(level(phrase.plain))]
