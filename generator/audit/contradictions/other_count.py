"""A list tells the figures of several parts, and of one of them another figure than the table does.

Who works by the list brings too few, or too many.

Fails:

```markdown
| Batch | Sites | Scanners |
|---|---|---|
| 1 | Porto | 40 |
| 2 | Lille | 230 |
| 3 | Brno | 350 |

- [ ] Batch 1: 40 scanners
- [ ] Batch 2: 230 scanners
- [ ] Batch 3: 340 scanners
```

Passes:

```markdown
| Batch | Sites | Scanners |
|---|---|---|
| 1 | Porto | 40 |
| 2 | Lille | 230 |
| 3 | Brno | 350 |

- [ ] Batch 1: 40 scanners
- [ ] Batch 2: 230 scanners
- [ ] Batch 3: 350 scanners
```
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.part_figures import Figure, Figures, figures_of
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.series import Words
from generator.findings import Severity

SEVERITY = Severity.ERROR

_MOST = 8


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one part of which two places tell another figure, where they agree on the others."""
    having: dict[Words, list[Figures]] = defaultdict(list)
    told: set[Quote] = set()
    for here in figures_of(facts.reading):
        names = [name for told, _ in here.told for name in told]
        others = {id(each): each for name in names for each in having[name][:_MOST]}
        for there in others.values():
            if here.source is not there.source and (here.noun == there.noun or not (here.noun and there.noun)):
                yield from (each for each in _odd(here, there) if each.here not in told)
                told |= {each.here for each in _odd(here, there)}
        for name in names:
            having[name].append(here)


def _odd(here: Figures, there: Figures) -> Iterator[Contradiction]:
    both = _both(here, there)
    agree = [one for one, other in both if one.value == other.value]
    differ = [(one, other) for one, other in both if one.value != other.value]
    sure = 1 if here.noun and there.noun and _is_list(here) != _is_list(there) else 2
    if len(differ) == 1 and len(agree) >= sure and _is_alike(differ[0][0], agree):
        one, other = differ[0]
        message = f'"{one.called}" has {one.value.normalize():f} in one place, and {other.value.normalize():f}'
        yield Contradiction(message, one.quote, (other.quote,))


def _both(here: Figures, there: Figures) -> list[tuple[Figure, Figure]]:
    """What both tell of the same parts."""
    by_name = {name: figure for names, figure in there.told for name in names}
    found = [
        (figure, next((by_name[name] for name in names if name in by_name), None)) for names, figure in here.told
    ]
    return [(one, other) for one, other in found if other]


def _is_list(figures: Figures) -> bool:
    return any(figure.follows is not None for _, figure in figures.told)


def _is_alike(odd: Figure, others: list[Figure]) -> bool:
    """What goes on in other words than the others may count some of them."""
    return odd.follows is None or odd.follows in {each.follows for each in others}
