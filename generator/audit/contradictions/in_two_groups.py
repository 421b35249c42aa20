"""A thing is listed in one group and assigned to another one.

It is done twice, at two times or by two teams, or by none.

Fails:

```markdown
- Week 1: kitchen, pantry, cellar
- Week 2: parlour, stairs
- Week 3: attic

| Room | Week | Paint |
|---|---|---|
| Kitchen | 1 | white |
| Cellar | 3 | grey |
| Parlour | 2 | green |
```

Passes:

```markdown
- Week 1: kitchen, pantry, cellar
- Week 2: parlour, stairs
- Week 3: attic

| Room | Week | Paint |
|---|---|---|
| Kitchen | 1 | white |
| Cellar | 1 | grey |
| Parlour | 2 | green |
```
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.groups import Grouping, Key, groupings_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_AGREE, _MOST = 2, 6


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one thing that two places group differently, where they agree on the others."""
    having: dict[Key, list[Grouping]] = defaultdict(list)
    seen: set[tuple[int, int]] = set()
    for grouping in groupings_of(facts.reading):
        others = {id(each): each for key in grouping.members for each in having[key][:_MOST]}
        for other in others.values():
            pair = (id(other), id(grouping))
            if pair not in seen and (grouping.listed or other.listed):
                seen.add(pair)
                yield from _odd(grouping, other)
        for key in grouping.members:
            having[key].append(grouping)


def _odd(here: Grouping, there: Grouping) -> Iterator[Contradiction]:
    shared = [key for key in here.members if key in there.members]
    agree = [key for key in shared if here.members[key].group == there.members[key].group]
    differ = [key for key in shared if here.members[key].group != there.members[key].group]
    if len(agree) < _AGREE or len(differ) != 1:
        return
    one, other = here.members[differ[0]], there.members[differ[0]]
    if one.group in there.groups or other.group in here.groups:
        message = f'"{one.thing}" belongs to "{one.told}", and to "{other.told}"'
        yield Contradiction(message, one.quote, (other.quote,))
