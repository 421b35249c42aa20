"""Somebody is told to have a part that the list of parts gives to somebody else.

Both prepare for it, or neither does what only the other place tells.

Fails:

```markdown
| Lot | Firm | Crew |
|---|---|---|
| Lot 1 | Nordvolt | 8 |
| Lot 2 | Brick & Sons | 12 |
| Lot 3 | Nordvolt | 12 |
| Lot 4 | Salamander | 7 |

Nordvolt has two lots, Lot 1 and Lot 4.
```

Passes:

```markdown
| Lot | Firm | Crew |
|---|---|---|
| Lot 1 | Nordvolt | 8 |
| Lot 2 | Brick & Sons | 12 |
| Lot 3 | Nordvolt | 12 |
| Lot 4 | Salamander | 7 |

Nordvolt has two lots, Lot 1 and Lot 3.
```
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.accounts import Account, Attribute, accounts_in
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.having import Having, havings_of
from generator.audit.understanding.part_members import name_of
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.series import Words
from generator.audit.understanding.units import Unit
from generator.findings import Severity

SEVERITY = Severity.ERROR

_SINGLE = frozenset({"names", "person"})
_FEWEST, _MOST = 3, 120
_Owners = dict[Words, Attribute]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one part of a holder's that another place gives to another holder, where they agree on the rest."""
    decks = facts.decks
    sources: dict[object, list[Having]] = defaultdict(list)
    for having in havings_of(facts.reading, decks):
        sources[having.source].append(having)
    forward = [owners for account in accounts_in(decks)[:_MOST] if (owners := _owners(account))]
    told = set()
    for source, havings in list(sources.items())[:_MOST] if forward else ():
        for owners in forward:
            odd = _odd(owners, havings, least=1 if isinstance(source, Phrase) else _FEWEST)
            if odd and odd[0].quote not in told:
                told.add(odd[0].quote)
                yield _told(*odd)


def _owners(account: Account) -> _Owners:
    """Parts with the one holder of each; no holder for each part of its own."""
    if account.kind not in _SINGLE:
        return {}
    single = {name: account.told[card] for name, card in account.by_name.items() if _is_one(account.told[card])}
    holders = {name_of(each.written) for each in single.values()}
    return single if len(single) >= _FEWEST and len(holders) > 1 else {}


def _is_one(attribute: Attribute) -> bool:
    return attribute.kind == "person" or (isinstance(attribute.value, frozenset) and len(attribute.value) == 1)


def _odd(owners: _Owners, havings: list[Having], *, least: int) -> tuple[Having, Unit, Attribute] | None:
    known = {name_of(each.written) for each in owners.values()}
    pairs = [
        (having, unit, owners.get((*unit.kind.split(), unit.key)))
        for having in havings
        if having.holder in known
        for unit in sorted(having.units)
    ]
    right = [unit for having, unit, owner in pairs if owner and _holds(having, owner)]
    wrong = [(having, unit, owner) for having, unit, owner in pairs if owner and not _holds(having, owner)]
    return wrong[0] if len(wrong) == 1 and len(right) >= least else None


def _holds(having: Having, owner: Attribute) -> bool:
    return name_of(owner.written) == having.holder


def _told(having: Having, unit: Unit, owner: Attribute) -> Contradiction:
    message = f'"{unit}" is told for "{having.called}", and belongs to "{owner.written}"'
    return Contradiction(message, having.quote, (owner.quote,), "name the parts that it has")
