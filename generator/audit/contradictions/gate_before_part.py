"""A gate lies before the part that it looks at has ended, where the gates beside it close theirs.

What is not done by then cannot be looked at; the gate is passed without it, or held twice.

Fails:

```markdown
| Ring | Weeks | Servers |
|---|---|---|
| Ring 0 | 1-2 | 12 |
| Ring 1 | 3-4 | 60 |
| Ring 2 | 5-6 | 240 |

| Gate | When | What has to hold |
|---|---|---|
| G1 | Week 2, Friday | Ring 0 on the new release |
| G2 | Week 3, Friday | Ring 1 on the new release |
| G3 | Week 6, Friday | Ring 2 on the new release |
```

Passes:

```markdown
| Ring | Weeks | Servers |
|---|---|---|
| Ring 0 | 1-2 | 12 |
| Ring 1 | 3-4 | 60 |
| Ring 2 | 5-6 | 240 |

| Gate | When | What has to hold |
|---|---|---|
| G1 | Week 2, Friday | Ring 0 on the new release |
| G2 | Week 4, Friday | Ring 1 on the new release |
| G3 | Week 6, Friday | Ring 2 on the new release |
```
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.gatherings import Gate, gates_of
from generator.audit.understanding.mentions import Mentioned, all_named_in, mentioned_in, named_in
from generator.audit.understanding.part_series import Part, Series
from generator.audit.understanding.phrases import Grid, Quote
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_NEAR = {"date": 3, "day": 1, "week": 2}
"""Days by which a gate may lie behind the end of its part and still close it."""
_FEWEST = 2


@dataclass(frozen=True)
class _Pair:
    """A gate and the part that it looks at, the last one to end of several."""

    gate: Gate
    part: Part
    window: Window
    quote: Quote
    own: bool

    @property
    def late(self) -> int:
        """Days from the end of the part to the gate; less than none where the gate comes first."""
        grain = max(self.window.grain, self.gate.window.grain)
        return (self.gate.window.coarse(grain).last or 0) - (self.window.coarse(grain).last or 0)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the odd gate before its part's end, where others close theirs."""
    gates = gates_of(facts.reading)
    series = facts.series if gates else ()
    for group in gates:
        named = {id(gate): any(_own(gate, each) for each in series) for gate in group}
        told = [[pair for gate in group if (pair := _pair(gate, each, named=named[id(gate)]))] for each in series]
        closing = {id(pair.gate) for pairs in told for pair in pairs if pair.late >= 0}
        early = [pair for pairs in _together(series, told) for pair in _early(pairs) if id(pair.gate) not in closing]
        first = {id(pair.gate): pair for pair in reversed(early)}
        yield from (_told(pair) for pair in first.values())


def _together(series: Iterable[Series], told: list[list[_Pair]]) -> Iterator[list[_Pair]]:
    """Those of each series, and those of all tables with the same columns as of one."""
    alike: dict[tuple[str, ...], list[_Pair]] = defaultdict(list)
    for each, pairs in zip(series, told, strict=True):
        yield pairs
        if isinstance(each.under, Grid):
            alike[tuple(level(cell.plain).strip().lower() for cell in each.under.header)] += pairs
    yield from alike.values()


def _meant(text: str, series: Series) -> list[Mentioned]:
    return named_in(text, series) or all_named_in(text, series) or mentioned_in(text, series)


def _own(gate: Gate, series: Series) -> list[Mentioned]:
    return [each for text in gate.texts for each in named_in(text, series) or all_named_in(text, series)]


def _pair(gate: Gate, series: Series, *, named: bool) -> _Pair | None:
    """What names a part of any series by its own name tells nothing of what others consist of."""
    spoken = [(text, each) for text in gate.texts for each in _meant(text, series) if each.own or not named]
    if gate.is_early(text[each.start : each.end] for text, each in spoken):
        return None
    found = [each for _, each in spoken]
    timed = [(each.part, at) for each in found if (at := each.part.at(gate.window.scale))]
    if not timed or len(timed) < len(found):
        return None
    part, (window, quote) = max(timed, key=lambda each: each[1][0].last or 0)
    return None if quote.place == gate.quote.place else _Pair(gate, part, window, quote, named)


def _early(pairs: list[_Pair]) -> list[_Pair]:
    """A gate before the end is a slip where others close theirs, and no second gate does it for its own."""
    gates = Counter(id(pair.part) for pair in pairs)
    early = [pair for pair in pairs if pair.late < 0 and gates[id(pair.part)] == 1]
    closing = [pair for pair in pairs if 0 <= pair.late <= _NEAR.get(pair.window.scale, 0)]
    own = all(pair.own and not pair.gate.opening for pair in pairs)
    if own:
        return early if len(early) <= len(closing) else []
    return early if len(early) == 1 and len(closing) >= _FEWEST else []


def _told(pair: _Pair) -> Contradiction:
    message = (
        f'"{pair.gate.name}" ({pair.gate.window}) looks at "{pair.part.text}" ({pair.window}), not finished by then'
    )
    return Contradiction(message, pair.gate.quote, (pair.quote,), "look at it later, or finish earlier")
