"""A decision does what was said before.

It tells what an earlier text said and what the plan does instead. Where both are one, nothing was decided, or one of
the two was written from the other.

Fails:

```yaml
title: Example
decisions:
  first: {title: Which place first, said: The harbour first, does: The harbour first, why: The boats stay till June}
```

Passes:

```yaml
title: Example
decisions:
  first: {title: Which place first, said: The harbour first, does: The lighthouse first, why: Its lamp is repaired}
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.literals.sense.vocabulary import EMPTY
from generator.literals.stems import stem, stems
from generator.model.plan import Decision, Plan

SEVERITY = Severity.WARNING
_EITHER = re.compile(r"(?P<one>[^,;?]{3,40})\s+or\s+(?P<other>[^,;?]{3,40})\??", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:.]")
_SEVERAL = re.compile(r"[;/]|\b(?:and|or|but|while)\b")
_FEWEST = 2


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each decision whose two texts have the same words."""
    for decision in plan.decisions.values():
        if _is_the_same(decision) or _is_turned_down(decision):
            message = f'decision "{decision.id}" does what was said before'
            yield Problem((*decision.pointer, "does"), message, "write what the plan does instead, or leave it out")


def _is_the_same(decision: Decision) -> bool:
    """Tell whether both texts have the same words, or their first clauses those that mean anything."""
    said, does = (text.casefold().strip(" .") for text in (decision.said, decision.does))
    if said.split() == does.split():
        return True
    first = [frozenset(_meaning(_CLAUSE_END.split(text)[0])) for text in (said, does)]
    return first[0] == first[1] and len(first[0]) >= _FEWEST and not _SEVERAL.search(said)


def _is_turned_down(decision: Decision) -> bool:
    """Tell whether of "gas or a pump" the earlier text tells one alone, and the decision the same one alone."""
    found = _EITHER.fullmatch(decision.title.strip())
    said, does = stems(decision.said), stems(decision.does)
    for one, other in (("one", "other"), ("other", "one")) if found else ():
        this, that = (
            (stems(found[part]) - {stem(word) for word in EMPTY} for part in (one, other))
            if found
            else (set(), set())
        )
        if this and that and this <= said and this <= does and that.isdisjoint(said) and not that <= does:
            return True
    return False


def _meaning(text: str) -> set[str]:
    words = text.replace("'", " ").split()
    return {stem(word) for word in words if word not in EMPTY or word in ("no", "not", "never", "without")}
