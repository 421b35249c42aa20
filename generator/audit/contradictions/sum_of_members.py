"""A part has another figure than those that belong to it have together, where the other parts fit.

One of the two tables was mended alone.

Fails:

```markdown
| Batch | Departments | People |
|---|---|---|
| Batch A | Finance, Personnel | 25 |
| Batch B | Sales, Marketing | 44 |

| Department | People |
|---|---|
| Finance | 18 |
| Personnel | 7 |
| Sales | 26 |
| Marketing | 16 |
```

Passes:

```markdown
| Batch | Departments | People |
|---|---|---|
| Batch A | Finance, Personnel | 25 |
| Batch B | Sales, Marketing | 42 |

| Department | People |
|---|---|
| Finance | 18 |
| Personnel | 7 |
| Sales | 26 |
| Marketing | 16 |
```
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.part_figures import Figure, Figures, figures_of
from generator.audit.understanding.part_members import Part, Parts, members_of, name_of
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.series import Words
from generator.findings import Severity

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one part whose figure its things do not make."""
    figures, told = figures_of(facts.reading), set[Quote]()
    for whole in members_of(facts.reading):
        if len(whole.things) != sum(len(part.things) for part in whole.parts):
            continue
        outers = [each for each in figures if each.noun and not each.names.isdisjoint(whole.names)]
        inners = [each for each in figures if each.noun and not whole.things.isdisjoint(map(_thing, each.names))]
        for outer in outers:
            for inner in (each for each in inners if each is not outer and each.noun == outer.noun):
                for each in _odd(whole, outer, inner):
                    if each.here not in told:
                        told.add(each.here)
                        yield each


def _odd(whole: Parts, outer: Figures, inner: Figures) -> Iterator[Contradiction]:
    sums = _sums(whole, inner)
    by_name = {name: figure for names, figure in outer.told for name in names}
    found = [
        (figure, added, quote)
        for part, added, quote in sums
        if (figure := next((by_name[name] for name in part.names if name in by_name), None))
    ]
    wrong = [each for each in found if each[0].value != each[1]]
    if len(wrong) == 1 and len(found) > 1 and len(found) == len(whole.parts):
        figure, added, quote = wrong[0]
        message = f'"{figure.called}" has {figure.value.normalize():f}, what belongs to it {added.normalize():f}'
        yield Contradiction(message, figure.quote, (quote,), "mend the figure, or one of those that make it")


def _sums(whole: Parts, inner: Figures) -> list[tuple[Part, Decimal, Quote]]:
    """What the things of each part come to; nothing where one of them has no figure, or all parts have one thing."""
    figures = {_thing(name): figure for names, figure in inner.told for name in names}
    told = [(part, _figures(part, figures)) for part in whole.parts]
    if not all(told for _, told in told) or all(len(part.things) == 1 for part in whole.parts):
        return []
    return [(part, sum((each.value for each in found), Decimal(0)), found[-1].quote) for part, found in told]


def _figures(part: Part, figures: dict[tuple[str, ...], Figure]) -> list[Figure]:
    found = [figures[thing] for thing in part.things if thing in figures]
    return found if len(found) == len(part.things) else []


@cache
def _thing(name: Words) -> tuple[str, ...]:
    return name_of(" ".join(name))
