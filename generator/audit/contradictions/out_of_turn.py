"""A part is told to come after another, and by their days they overlap or are the other way round.

The order and the days cannot both be kept; those who come second stand and wait, or get in the way.

Fails:

```markdown
| Batch | Sites | Days |
|---|---|---|
| 1 | Porto | Day 1-2 |
| 2 | Lille, Ghent | Day 3-7 |
| 3 | Brno | Day 7-12 |

Batch 3 starts only after the check of batch 2 has passed.
```

Passes:

```markdown
| Batch | Sites | Days |
|---|---|---|
| 1 | Porto | Day 1-2 |
| 2 | Lille, Ghent | Day 3-6 |
| 3 | Brno | Day 7-12 |

Batch 3 starts only after the check of batch 2 has passed.
```
"""

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.part_series import Part, Series
from generator.audit.understanding.turns import Turn, said_in, turns_of
from generator.audit.understanding.windows import Window
from generator.findings import Severity

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each order of two parts that their days do not allow; of what columns tell, the odd one."""
    told: set[tuple[int, int]] = set()
    said = said_in(facts.reading) if facts.series else []
    for series in facts.series:
        turns = list(turns_of(said, series))
        needed = [turn for turn in turns if not turn.spoken]
        odd = sum(_against(turn, series) is not None for turn in needed) == 1 < len(needed)
        for turn in turns if odd else [turn for turn in turns if turn.spoken]:
            pair = (id(turn.before), id(turn.after))
            if pair not in told and (found := _against(turn, series)):
                told.add(pair)
                yield found


def _against(turn: Turn, series: Series) -> Contradiction | None:
    for scale in ("week", "day", "date"):
        one, other = turn.before.at(scale), turn.after.at(scale)
        if one and other and _is_wrong(one[0], other[0], scale, series):
            message = f'"{turn.after.text}" ({other[0]}) is told to come after "{turn.before.text}" ({one[0]})'
            return Contradiction(message, turn.quote, (one[1], other[1]), "mend the order or the days")
    return None


def _is_wrong(before: Window, after: Window, scale: str, series: Series) -> bool:
    """One day or week may be shared, unless no other two parts of the series share any."""
    grain = max(before.grain, after.grain)
    if (after.first or 0) < (before.first or 0):
        return True
    shared = _shared(before, after)
    return shared > grain or (shared == grain and _is_odd(scale, series))


def _shared(before: Window, after: Window) -> int:
    return (before.last or 0) - (after.first or 0) + 1


def _is_odd(scale: str, series: Series) -> bool:
    links = [_overlap(one, other, scale) for one, other in series.links(scale)]
    return sum(each > 0 for each in links) == 1 and len(links) > 1


def _overlap(one: Part, other: Part, scale: str) -> int:
    left, right = one.at(scale), other.at(scale)
    return _shared(left[0], right[0]) if left and right else 0
