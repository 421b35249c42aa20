"""Two places tell the same of several parts, and of one part alone something else.

A list, a section, a drawing and a table are kept by hand; whoever reads the one that was forgotten works by it.

Fails:

```markdown
| Tranche | First day | Last day | Meters | Foreman |
|---|---|---|---|---|
| 1 | 1 Feb 2027 | 26 Feb 2027 | 600 | Bert Olsen |
| 2 | 1 Mar 2027 | 26 Mar 2027 | 2,400 | Bert Olsen |
| 3 | 29 Mar 2027 | 23 Apr 2027 | 2,000 | Ines Roth |

## Tranche 1: Harbour

- From 2027-02-01 to 2027-02-26
- Foreman: Bert Olsen

## Tranche 2: Old Town

- From 2027-03-01 to 2027-03-26
- Foreman: Dana Petrov

## Tranche 3: Hillside

- From 2027-03-29 to 2027-04-23
- Foreman: Ines Roth
```

Passes:

```markdown
| Tranche | First day | Last day | Meters | Foreman |
|---|---|---|---|---|
| 1 | 1 Feb 2027 | 26 Feb 2027 | 600 | Bert Olsen |
| 2 | 1 Mar 2027 | 26 Mar 2027 | 2,400 | Dana Petrov |
| 3 | 29 Mar 2027 | 23 Apr 2027 | 2,000 | Ines Roth |

## Tranche 1: Harbour

- From 2027-02-01 to 2027-02-26
- Foreman: Bert Olsen

## Tranche 2: Old Town

- From 2027-03-01 to 2027-03-26
- Foreman: Dana Petrov

## Tranche 3: Hillside

- From 2027-03-29 to 2027-04-23
- Foreman: Ines Roth
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from generator.audit.contradictions._said import Contradiction
from generator.audit.contradictions._windows import within
from generator.audit.understanding.accounts import Account, Attribute, accounts_in
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Grid
from generator.audit.understanding.windows import Window
from generator.findings import Severity

SEVERITY = Severity.ERROR

_VERSIONS = re.compile(
    r"\b(?:planned|actual|forecast|baseline|old|new|before|after|now|previous|revised|original|current|min\w*|max\w*"
    r"|scenario|option|variant|best|worst|case|at least|at most|earliest|latest|first|last|deputy|stand-in|backup"
    r"|second|until|today|done|so far|left|open|spent|remaining|next|extra|spare)\b",
    re.IGNORECASE,
)
"""Words that tell one of several figures for the same thing."""
_FEWEST, _MOST = 2, 240
_Pair = tuple[Attribute, Attribute]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one part of which two places differ, where they agree on two others at least."""
    by_kind: dict[str, list[Account]] = defaultdict(list)
    for account in accounts_in(facts.decks)[:_MOST]:
        by_kind[account.kind].append(account)
    told: set[frozenset[tuple[str, int]]] = set()
    for accounts in by_kind.values():
        for one, other in combinations(accounts, 2):
            found = _odd(one, other) if _are_of_one_thing(one, other) else None
            lines = frozenset((each.quote.place.file, each.quote.place.line) for each in found[1:]) if found else None
            if found and lines not in told and lines is not None and len(lines) > 1:
                told.add(lines)
                called, here, there = found
                message = f'"{called}" has "{here.written}" here, "{there.written}" there'
                yield Contradiction(message, here.quote, (there.quote,), "decide which of the two holds")


def _are_of_one_thing(one: Account, other: Account) -> bool:
    """Labels are the same, or one place has none; tables of one form tell of different cases."""
    if one.deck is other.deck or _versions(one) != _versions(other) or _are_of_one_form(one, other):
        return False
    labelled = [each.label for each in (one, other) if each.label and not _is_place(each)]
    if one.kind == "figure":
        return len(set(labelled)) < _FEWEST
    alike = len(labelled) < _FEWEST or labelled[0] <= labelled[1] or labelled[1] <= labelled[0]
    return alike or one.kind == "time"


def _odd(one: Account, other: Account) -> tuple[str, Attribute, Attribute] | None:
    pairs = _shared(one, other)
    agree = [(here, there) for _, here, there in pairs if _agrees(here.value, there.value)]
    differ = [(called, here, there) for called, here, there in pairs if not _agrees(here.value, there.value)]
    free = not one.label or one.label != other.label
    varied = len({str(here.value) for here, _ in agree}) > 1 or not free
    if len(differ) != 1 or len(agree) < _FEWEST or not varied:
        return None
    _, here, there = differ[0]
    if one.kind == "time" and one.label != other.label and _is_part(here.value, there.value):
        return None
    if one.kind == "names" and not _is_mistaken(here, there, agree):
        return None
    return None if one.kind == "names" and free and not _is_known(here, there, (one, other)) else differ[0]


def _is_part(one: object, other: object) -> bool:
    """Under a label of its own, such as *Training*, a stretch may lie within that of the whole."""
    if not (isinstance(one, Window) and isinstance(other, Window)):
        return False
    return within(one, other) or within(other, one)


def _shared(one: Account, other: Account) -> list[tuple[str, Attribute, Attribute]]:
    there = other.by_name
    found = []
    for card, attribute in one.told.items():
        meant = {id(there[name]): there[name] for name in card.names if name in there and name in one.by_name}
        if len(meant) == 1:
            (same,) = meant.values()
            found.append((card.called, attribute, other.told[same]))
    return found


def _agrees(one: object, other: object) -> bool:
    """The same value; times at the coarser of their grains, on one scale."""
    if not (isinstance(one, Window) and isinstance(other, Window)):
        return one == other
    grain = max(one.grain, other.grain)
    left, right = one.coarse(grain), other.coarse(grain)
    return one.scale != other.scale or (left.first, left.last) == (right.first, right.last)


def _things(told: Attribute, *besides: Attribute) -> frozenset[object]:
    return told.value if isinstance(told.value, frozenset) and told not in besides else frozenset()


def _is_mistaken(here: Attribute, there: Attribute, agree: list[_Pair]) -> bool:
    """Lists of as many things, and of another part both tell several."""
    several = any(len(_things(each)) > 1 for each, _ in agree) or len(agree) > _FEWEST
    left, right = _things(here), _things(there)
    return several and len(left) == len(right) and left != right


def _is_known(here: Attribute, there: Attribute, accounts: tuple[Account, ...]) -> bool:
    """Without one label in both places, what differs has to belong to another part."""
    told = (each for account in accounts for each in account.told.values())
    known = {thing for each in told for thing in _things(each, here, there)}
    return bool((_things(here) ^ _things(there)) & known)


def _versions(account: Account) -> frozenset[str]:
    text = f"{account.deck.title} {' '.join(sorted(account.label))}"
    return frozenset(each.lower() for each in _VERSIONS.findall(text))


def _is_place(account: Account) -> bool:
    return any(each.startswith("#") for each in account.label)


def _are_of_one_form(one: Account, other: Account) -> bool:
    left, right = one.deck.source, other.deck.source
    if not (isinstance(left, Grid) and isinstance(right, Grid)):
        return False
    heads = [[cell.plain.strip().lower() for cell in each.header] for each in (left, right)]
    return heads[0] == heads[1]
