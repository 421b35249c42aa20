"""A sentence sends its reader to a section that the document does not have.

Sections were numbered anew, and what the sentence leans on is somewhere else or gone.

Fails:

```markdown
## 1 Purpose

## 2 Budget

## 3 Risks

The reserve is used as section 7 says.
```

Passes:

```markdown
## 1 Purpose

## 2 Budget

## 3 Risks

The reserve is used as section 2 says.
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_HEADED = re.compile(r"\W*(?:section |chapter )?(?P<number>\d{1,2}(?:\.\d{1,2})*)[.)]?\s+\D", re.IGNORECASE)
_ASKED = re.compile(
    r"(?:\b(?:see |in )?(?:section|chapter)|§)\s?(?P<number>\d{1,2}(?:\.\d{1,2})*)(?!\w)", re.IGNORECASE
)
_ELSEWHERE = re.compile(r"\s*(?:of|in)\s+(?!this\b)|\s*(?:GDPR|Act|Code|BGB)\b")
_ANNEX = re.compile(
    r"\b(?P<noun>annex|appendix|attachment|enclosure)\s(?P<key>[A-Z]|\d{1,2})(?![\w.]\d|\w)", re.IGNORECASE
)
_FEWEST = 3


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each number of a section that no heading of the document has, where its headings are numbered from 1."""
    numbered: dict[str, dict[str, Quote]] = defaultdict(dict)
    for phrase in facts.reading.headings:
        found = _HEADED.match(level(phrase.plain))
        if found:
            numbered[phrase.text.file].setdefault(found["number"], phrase.quote())
    yield from _annexes(facts)
    for phrase in facts.reading.phrases:
        known = numbered.get(phrase.text.file, {})
        for asked in _ASKED.finditer(level(phrase.plain)) if len(known) >= _FEWEST and "1" in known else ():
            deep = "." in asked["number"] and not any("." in each for each in known)
            if asked["number"] not in known and not deep and not _ELSEWHERE.match(level(phrase.plain), asked.end()):
                message = f"there is no section {asked['number']}"
                last = list(known.values())[-1]
                yield Contradiction(message, phrase.mark(*asked.span()), (last,), "name the section that is meant")


def _annexes(facts: Facts) -> Iterator[Contradiction]:
    """`Annex C`, where headings begin with Annex A and B and none with C."""
    known: dict[tuple[str, str], dict[str, Quote]] = defaultdict(dict)
    for phrase in facts.reading.headings:
        found = _ANNEX.match(level(phrase.plain).lstrip("# *"))
        if found:
            known[phrase.text.file, found["noun"].lower()].setdefault(found["key"].upper(), phrase.quote())
    for phrase in facts.reading.phrases if known else ():
        for asked in _ANNEX.finditer(level(phrase.plain)):
            listed = known.get((phrase.text.file, asked["noun"].lower()), {})
            if (
                len(listed) > 1
                and asked["key"].upper() not in listed
                and not _ELSEWHERE.match(phrase.plain, asked.end())
            ):
                message = f"there is no {asked['noun'].lower()} {asked['key']}"
                yield Contradiction(
                    message, phrase.mark(*asked.span()), (list(listed.values())[-1],), "name the one that is meant"
                )
