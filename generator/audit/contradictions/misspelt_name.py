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
from itertools import combinations

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.holders import holders_of
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
_SHORTEST, _LONGEST = 4, 30
_Name = tuple[str, str]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the rarer of two names that differ in a letter, or in the order of two, and never stand in one text."""
    told: dict[_Name, list[Quote]] = defaultdict(list)
    called: set[_Name] = set()
    for phrase in facts.reading.phrases:
        for found in _NAME.finditer(level(phrase.plain)) if phrase.form != "heading" else ():
            name = (found["first"].rstrip("."), found["last"])
            told[name].append(phrase.mark(*found.span()))
            if _CALLED.search(level(phrase.plain), max(0, found.start() - _REACH), found.start()):
                called.add(name)
    listed = _listed(facts)
    for one, other in _pairs(told):
        spelt = _is_slip(one[1], other[1]) and _is_known({one, other}, called, facts)
        here, there = listed.get(one, set()), listed.get(other, set())
        near = not spelt and not here & there and bool(here or there)
        if (spelt or (near and _are_near(one, other))) and not _stand_together(told[one], told[other]):
            rare, usual = (one, other) if len(told[one]) < len(told[other]) else (other, one)
            message = f'"{" ".join(rare)}" is written "{" ".join(usual)}" elsewhere'
            yield Contradiction(message, told[rare][0], (told[usual][0],), "write the name in one way")


def _pairs(told: dict[_Name, list[Quote]]) -> Iterator[tuple[_Name, _Name]]:
    """Names with the same first or the same last word."""
    for part in (0, 1):
        groups: dict[str, list[_Name]] = defaultdict(list)
        for name in told:
            groups[name[part]].append(name)
        for group in groups.values():
            yield from combinations(group[:_MOST], 2)


def _listed(facts: Facts) -> dict[_Name, set[int]]:
    """The columns and lists of people in which a name stands."""
    found: dict[_Name, set[int]] = defaultdict(set)
    for holders in holders_of(facts.reading):
        for held in holders.held:
            found[held.person.given, held.person.family].add(id(holders.source))
    return found


def _is_known(names: set[_Name], called: set[_Name], facts: Facts) -> bool:
    if len({first for first, _ in names}) > 1:
        return False
    keys = {key_of(" ".join(name)) for name in names}
    return any(first in _TITLES for first, _ in names) or bool(keys & facts.entries.people or names & called)


def _stand_together(here: list[Quote], there: list[Quote]) -> bool:
    return bool({each.text for each in here} & {each.text for each in there})


def _are_near(one: _Name, other: _Name) -> bool:
    """No more than two letters are others, more or less, in the one word that differs."""
    left, right = next(((a, b) for a, b in zip(one, other, strict=True) if a != b), ("", ""))
    shorter = min(len(left), len(right))
    return (
        _SHORTEST <= shorter <= _LONGEST
        and abs(len(left) - len(right)) <= _FEW
        and _distance(left.lower(), right.lower()) <= _FEW
    )


def _distance(one: str, other: str) -> int:
    """How many letters have to be put in, taken out or changed (Levenshtein)."""
    row = list(range(len(other) + 1))
    for index, letter in enumerate(one, start=1):
        previous, row[0] = row[0], index
        for column, char in enumerate(other, start=1):
            previous, row[column] = (
                row[column],
                min(row[column] + 1, row[column - 1] + 1, previous + (letter != char)),
            )
    return row[-1]


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
