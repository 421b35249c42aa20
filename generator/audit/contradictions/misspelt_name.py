"""One person is written in two ways.

Lists of who does what no longer find all that belongs to one of them.

Fails:

```markdown
| Task | Lead |
|---|---|
| Training | Liis Tamm |
| Support | Ada Roy |

The desk is led by Liis Tamme.
```

Passes:

```markdown
| Task | Lead |
|---|---|
| Training | Liis Tamm |
| Support | Ada Roy |

The desk is led by Liis Tamm.
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.words import key_of, level
from generator.findings import Severity

SEVERITY = Severity.WARNING

_NAME = re.compile(
    r"(?<![\w-])(?P<first>(?:Mr|Ms|Mrs|Dr|Prof)\.?|[A-Z][a-zà-ÿ]{2,})\s(?P<last>[A-ZÀ-Þ][a-zà-ÿ]{3,})(?![\w-]|\s[A-Z])"
)
_CALLED = re.compile(
    r"\b(?:owner|lead|leader|manager|director|contact|responsible|head|chair|coordinator|by)\W{1,4}$", re.IGNORECASE
)
_TITLES = frozenset({"Mr", "Ms", "Mrs", "Dr", "Prof"})
_REACH = 24
_MOST = 12
_ALIKE, _FEW = 6, 2
_Named = tuple[str, Quote]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the rarer of two names that differ in a letter, or in the order of two, and never stand in one text."""
    by_first: dict[str, dict[str, list[Quote]]] = defaultdict(lambda: defaultdict(list))
    called: set[tuple[str, str]] = set()
    for phrase in facts.reading.phrases:
        for found in _NAME.finditer(level(phrase.plain)) if phrase.form != "heading" else ():
            by_first[found["first"].rstrip(".")][found["last"]].append(phrase.mark(*found.span()))
            if _CALLED.search(level(phrase.plain), max(0, found.start() - _REACH), found.start()):
                called.add((found["first"], found["last"]))
    for first, surnames in by_first.items():
        names = list(surnames.items())[:_MOST]
        for index, (one, here) in enumerate(names):
            for other, there in names[index + 1 :]:
                known = (
                    first in _TITLES
                    or {key_of(f"{first} {last}") for last in (one, other)} & facts.entries.people
                    or (first, one) in called
                    or (first, other) in called
                )
                if (
                    known
                    and _is_slip(one, other)
                    and not {each.text for each in here} & {each.text for each in there}
                ):
                    rare, usual = (here, there) if len(here) < len(there) else (there, here)
                    message = f'"{first} {one}" is written "{first} {other}" elsewhere'
                    yield Contradiction(message, rare[0], (usual[0],), "write the name in one way")


def _is_slip(one: str, other: str) -> bool:
    """Another end, one letter more, less or another, or two that changed places."""
    if min(len(one), len(other)) >= _ALIKE and one[:_ALIKE] == other[:_ALIKE] and abs(len(one) - len(other)) <= _FEW:
        return True
    if abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    start = next(
        (index for index, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )
    left, right = one[start:], other[start:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return swapped or left[1:] == right[1:] or left[1:] == right or left == right[1:]
