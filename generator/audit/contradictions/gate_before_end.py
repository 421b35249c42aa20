"""A gate asks for something to be closed that by another place ends only later.

The gate cannot be passed on its day, or is passed without what it stands for.

Fails:

```markdown
## 1. Streams

### 1.1 Soil survey (4 Jan 2027 - 26 Feb 2027)

### 1.2 Water survey (1 Feb 2027 - 28 May 2027)

| Review | Date | Needs |
|---|---|---|
| Soil accepted | 2 March 2027 | stream 1.1 closed |
| Water accepted | 4 May 2027 | stream 1.2 closed |
```

Passes:

```markdown
## 1. Streams

### 1.1 Soil survey (4 Jan 2027 - 26 Feb 2027)

### 1.2 Water survey (1 Feb 2027 - 28 May 2027)

| Review | Date | Needs |
|---|---|---|
| Soil accepted | 2 March 2027 | stream 1.1 closed |
| Water accepted | 1 June 2027 | stream 1.2 closed |
```
"""

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.ends import Condition, Ended, conditions_of, ends_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.windows import Window
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FEWEST = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each condition whose thing ends after the gate; where only an arrow asks for it, the one odd gate."""
    ends = ends_of(facts.reading)
    conditions = conditions_of(facts.reading)
    drawn = [each for each in conditions if not each.spoken and each.thing in ends]
    early = [each for each in drawn if _later(each, ends)]
    odd = early if len(early) == 1 and len(drawn) > _FEWEST else []
    for each in [*(each for each in conditions if each.spoken), *odd]:
        end = _later(each, ends)
        if end:
            message = f'"{each.thing}" is asked for in {each.window}, and ends in {end.window}'
            yield Contradiction(message, each.quote, (end.quote,), "move the gate, or ask for what is there by then")


def _later(each: Condition, ends: dict[str, list[Ended]]) -> Ended | None:
    """Find the end of a thing that is told once, or always later."""
    told = [end for end in ends.get(each.thing, []) if end.window.scale == each.window.scale]
    late = [end for end in told if _ends_after(end.window, each.window)]
    return late[0] if late and len(late) == len(told) else None


def _ends_after(window: Window, at: Window) -> bool:
    grain = max(window.grain, at.grain)
    return (window.coarse(grain).last or 0) > (at.coarse(grain).last or 0)
