"""A limit is told once more, in other words and with another value.

Who watches by the one lets pass what the other forbids.

Fails:

```markdown
| What | Limit |
|---|---|
| Wind at main stage | 60 km/h |

When wind at the main stage reaches 70 km/h the show is stopped.
```

Passes:

```markdown
| What | Limit |
|---|---|
| Wind at main stage | 60 km/h |

When wind at the main stage reaches 60 km/h the show is stopped.
```
"""

from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.contradictions._steps import are_steps
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.limits import Limit, limits_of
from generator.audit.understanding.moments import Moments
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_MOST = 40
"""A word that more limits share names nothing."""

_TWICE = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each limit whose name is part of another one's, where none of that place's values is the same."""
    limits = limits_of(facts.reading)
    known: dict[tuple[str, int], set[tuple[frozenset[str], str]]] = defaultdict(set)
    for measure in facts.measures:
        known[measure.quote.place.file, measure.quote.place.line].add((measure.key, measure.bound.side))
    groups: dict[int, list[Limit]] = defaultdict(list)
    index: dict[tuple[str, str], list[Limit]] = defaultdict(list)
    for limit in limits:
        groups[limit.group].append(limit)
        for word in limit.bare:
            index[limit.unit, word].append(limit)
    told: set[frozenset[int]] = set()
    moments = Moments(facts.reading)
    tables = _tables(facts)
    for limit in limits:
        for other in _others(limit, index):
            pair = frozenset({limit.group, other.group})
            graded = limit.side and tables.get(_line(limit), -1) == tables.get(_line(other), -2)
            same = graded or known[_line(limit)] & known[_line(other)]
            if pair in told or same or moments.are_apart(limit.quote, other.quote):
                continue
            if _differs(limit, other, groups) or _asks_again(limit, other, index):
                told.add(pair)
                message = f'"{_name(limit, other)}" is limited to {_value(limit)}, and to {_value(other)}'
                yield Contradiction(message, limit.quote, (other.quote,))


def _tables(facts: Facts) -> dict[tuple[str, int], int]:
    """Number the table of each line: the rows of one tell the levels of an alarm."""
    rows = ((index, row) for index, (_, rows) in enumerate(facts.reading.tables) for row in rows)
    return {(row.cells[0].text.file, row.cells[0].text.spot[0]): index for index, row in rows}


def _line(limit: Limit) -> tuple[str, int]:
    return limit.quote.place.file, limit.quote.place.line


def _others(limit: Limit, index: dict[tuple[str, str], list[Limit]]) -> list[Limit]:
    lists = [index[limit.unit, word] for word in limit.bare]
    return (
        [each for each in min(lists, key=len) if each.group != limit.group] if min(map(len, lists)) <= _MOST else []
    )


def _differs(limit: Limit, other: Limit, groups: dict[int, list[Limit]]) -> bool:
    """Alerts may differ from targets, and a row may tell several values; one that agrees is enough."""
    named = limit.bare <= other.bare and (len(limit.bare) > 1 or (limit.bare == other.bare and limit.unit))
    sides = not (limit.side and other.side) or limit.side == other.side
    roles = _are_of_a_level(limit, other) if limit.graded or other.graded else _may_be_one(limit.role, other.role)
    steps = bool(limit.side) and limit.side == other.side and are_steps(limit.quote, other.quote)
    place, there = limit.quote.place, other.quote.place
    beside = (place.file, place.line) == (there.file, there.line)
    if not (named and sides and roles) or _leave_a_gap(limit, other) or limit.value == other.value or steps or beside:
        return False
    here = [each for each in groups[limit.group] if each.unit == limit.unit and each.bare == limit.bare]
    others = [each for each in groups[other.group] if each.unit == limit.unit and limit.bare <= each.bare]
    others = [each for each in others if not (limit.side and each.side) or limit.side == each.side]
    values = {each.value for each in others}
    if len(here) > 1 and len(others) > 1:
        return limit.value not in values and len({each.value for each in here} - values) == 1
    return not values & {each.value for each in here}


def _asks_again(limit: Limit, other: Limit, index: dict[tuple[str, str], list[Limit]]) -> bool:
    """One word names the only other limit that has it, in a box to tick or below a heading with its other words."""
    if len(limit.bare) != 1 or not limit.unit or not limit.bare < other.bare or other.boxed:
        return False
    headed = other.bare <= limit.bare | limit.above
    sharing = index[limit.unit, next(iter(limit.bare))]
    less, more = sorted((abs(limit.value), abs(other.value)))
    alone = {each.group for each in sharing} == {limit.group, other.group}
    alone = alone and all(each.value != limit.value for each in sharing if each.group == other.group)
    sides = limit.side and limit.side == other.side and other.way in {"", limit.way}
    return bool((limit.boxed or headed) and alone and sides and less < more <= less * _TWICE)


def _leave_a_gap(limit: Limit, other: Limit) -> bool:
    """Alarm above 5 %, less than 2 % promised: neither forbids what the other asks for."""
    less, more = sorted((limit, other), key=lambda each: each.value)
    return (less.way, more.way) == ("below", "above")


def _are_of_a_level(limit: Limit, other: Limit) -> bool:
    """Levels of one alarm differ on purpose; the target among them is told again elsewhere, on the same side."""
    spoken, row = (limit, other) if other.graded else (other, limit)
    again = not spoken.graded and not spoken.role and row.role == "target"
    return limit.role == other.role or (again and bool(limit.side) and limit.side == other.side)


def _may_be_one(role: str, other: str) -> bool:
    return role == other or not (role and other)


def _name(limit: Limit, other: Limit) -> str:
    """What both are about, as the first of them writes it."""
    shared = limit.words & other.words
    told = [(start, end) for stem, start, end in tokens_of(limit.quote.text) if stem in shared]
    text = level(limit.quote.text)[told[0][0] : told[-1][1]] if told else ""
    return text if text and len(tokens_of(text)) <= len(shared) + 1 else " ".join(sorted(shared))


def _value(limit: Limit) -> str:
    return f"{limit.value.normalize():f} {limit.unit}".replace(" %", "%").strip()
