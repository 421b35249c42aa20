"""The things of a part are listed, and they are not as many as its figure says.

One of them is forgotten in the list, or gone from the plan and still counted.

Fails:

```markdown
| Ring | Clusters |
|---|---|
| Ring 0 | 2 |
| Ring 1 | 4 |

Which cluster is where:

- Ring 0: sandbox, build
- Ring 1: docs, tools, mail
```

Passes:

```markdown
| Ring | Clusters |
|---|---|
| Ring 0 | 2 |
| Ring 1 | 3 |

Which cluster is where:

- Ring 0: sandbox, build
- Ring 1: docs, tools, mail
```
"""

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.part_figures import Figure, Figures, figures_of
from generator.audit.understanding.part_members import Part, Parts, members_of
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.words import tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_SLIP, _MANY, _TWO = 2, 5, 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one part whose things are not as many as told, where those of the others are."""
    figures, told = figures_of(facts.reading), set[Quote]()
    for there in members_of(facts.reading):
        found = [(here, _both(here, there)) for here in figures if not here.names.isdisjoint(there.names)]
        right = {id(here.source) for here, both in found if len(both) > 1 and all(_is_right(*each) for each in both)}
        for here, both in found:
            if id(here.source) not in right and _is_meant(here, there, both):
                for part, figure in both:
                    if not _is_right(part, figure) and part.quote not in told:
                        told.add(part.quote)
                        yield _told(part, figure)


def _told(part: Part, figure: Figure) -> Contradiction:
    message = f'"{part.called}" is told to have {figure.value.normalize():f}, and {len(part.things)} are listed'
    return Contradiction(message, part.quote, (figure.quote,), "mend the figure, or the list")


def _both(here: Figures, there: Parts) -> list[tuple[Part, Figure]]:
    by_name = {name: figure for names, figure in here.told for name in names}
    found = [(part, next((by_name[name] for name in part.names if name in by_name), None)) for part in there.parts]
    return [(part, figure) for part, figure in found if figure]


def _is_right(part: Part, figure: Figure) -> bool:
    return figure.value == len(part.things)


def _is_meant(here: Figures, there: Parts, both: list[tuple[Part, Figure]]) -> bool:
    """The list is called by what is counted, or agrees too often to do so by chance."""
    agree = [part for part, figure in both if _is_right(part, figure)]
    differ = [(part, figure) for part, figure in both if not _is_right(part, figure)]
    if len(differ) != 1 or not agree or abs(differ[0][1].value - len(differ[0][0].things)) > _SLIP:
        return False
    titled = here.noun and here.noun in {stem for stem, _, _ in tokens_of(there.title)}
    sizes = {len(part.things) for part in agree}
    return bool(titled) or (len(agree) >= _TWO and len(sizes) > 1 and max(sizes) >= _MANY)
