"""Something waits for an entry whose code is listed nowhere.

A mistyped number points to nothing, or to somebody else's work.

Fails:

```markdown
| Ticket | Title |
|---|---|
| SHOP-10 | Address form |
| SHOP-11 | Import |
| SHOP-12 | Checks |

SHOP-11 depends on SHOP-19.
```

Passes:

```markdown
| Ticket | Title |
|---|---|
| SHOP-10 | Address form |
| SHOP-11 | Import |
| SHOP-12 | Checks |

SHOP-11 depends on SHOP-10.
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.words import level
from generator.findings import Severity
from generator.formatting import did_you_mean

SEVERITY = Severity.ERROR

_CODE = re.compile(r"\b(?P<letters>[A-Z]{2,6})-(?P<number>\d{1,5})\b")
_NEEDS = re.compile(r"\b(?:depends? on|blocked by|requires|needs|waits for|after|follows)\W+$", re.IGNORECASE)
_FEWEST = 3
_REACH = 40


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each code that something waits for, of a kind that is listed without it."""
    needed = frozenset(cell for _, rows in facts.reading.tables for row in rows if (cell := row.cell("depends")))
    listed: dict[str, dict[str, Quote]] = {}
    for phrase in facts.reading.phrases:
        found = _CODE.match(level(phrase.plain)) if phrase.form in {"cell", "item", "heading"} else None
        if found and phrase not in needed:
            listed.setdefault(found["letters"], {}).setdefault(found.group(), phrase.quote())
    full = {letters: known for letters, known in listed.items() if len(known) >= _FEWEST}
    for phrase in facts.reading.phrases if full else ():
        yield from _unknown(phrase, full, waits=phrase in needed)


def _unknown(phrase: Phrase, listed: dict[str, dict[str, Quote]], *, waits: bool) -> Iterator[Contradiction]:
    plain, told = level(phrase.plain), set[str]()
    for found in _CODE.finditer(plain):
        known = listed.get(found["letters"], {})
        if not known or found.group() in told or found.group() in known:
            continue
        if waits or _NEEDS.search(plain[max(0, found.start() - _REACH) : found.start()]):
            told.add(found.group())
            help_ = did_you_mean(found.group(), sorted(known)) or "name one that is listed"
            quote = phrase.mark(found.start(), found.end())
            yield Contradiction(f'"{found.group()}" is listed nowhere', quote, (list(known.values())[-1],), help_)
