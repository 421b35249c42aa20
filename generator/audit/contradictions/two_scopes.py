"""A checkpoint tests different things in two places.

What one reader believes tested, another has left out.

Fails:

```markdown
| Checkpoint | When | Scope |
|---|---|---|
| Checkpoint 1 | Week 2 | Accounts + Basket |

## Checklist

- [ ] Checkpoint 1: Accounts + Payment tests pass
```

Passes:

```markdown
| Checkpoint | When | Scope |
|---|---|---|
| Checkpoint 1 | Week 2 | Accounts + Basket |

## Checklist

- [ ] Checkpoint 1: Basket + Accounts tests pass
```
"""

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.scopes import Scope, scopes_of
from generator.audit.understanding.units import Unit
from generator.findings import Severity

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each scope that names other things than the first one told for the checkpoint."""
    first: dict[Unit, Scope] = {}
    for scope in scopes_of(facts.reading):
        other = first.setdefault(scope.unit, scope)
        if other is not scope and _differ(scope, other):
            message = f'"{scope.unit}" tests "{scope.text.strip()}", and "{other.text.strip()}"'
            yield Contradiction(message, scope.quote, (other.quote,))


def _differ(one: Scope, other: Scope) -> bool:
    """Two lists differ where one of them names a thing that no entry of the other stands for."""
    left, right = one.cores, other.cores
    if not left or not right or (len(left) < _LIST and len(right) < _LIST):
        return (
            bool(left and right)
            and not _related(left, right)
            and len(one.text.split()) <= _SHORT >= len(other.text.split())
        )
    if len(left) < _LIST or len(right) < _LIST:
        return not _related(left, right)
    return not (_covered(left, right) and _covered(right, left))


def _covered(left: list[frozenset[str]], right: list[frozenset[str]]) -> bool:
    return all(any(each & other for other in right) for each in left)


def _related(left: list[frozenset[str]], right: list[frozenset[str]]) -> bool:
    return any(each & other for each in left for other in right)


_LIST = 2
_SHORT = 4
