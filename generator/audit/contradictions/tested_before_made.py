"""A test looks at a thing in a week before the one in which the thing is made.

It is passed without the thing, or held again.

Fails:

```markdown
- Week 1: classrooms emptied, furniture stored
- Week 2: cabling
- Week 3: lamps, data sockets

## Inspections

- Gate 1: week 1, Friday - classrooms emptied
- Gate 2: week 2, Friday - cabling, lamps
```

Passes:

```markdown
- Week 1: classrooms emptied, furniture stored
- Week 2: cabling
- Week 3: lamps, data sockets

## Inspections

- Gate 1: week 1, Friday - classrooms emptied
- Gate 2: week 3, Friday - cabling, lamps
```
"""

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.part_members import Name
from generator.audit.understanding.timed_things import Timed, timed_things
from generator.audit.understanding.units import Unit
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FEWEST = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one test that looks at what is made after it, where tests look at other things that are there."""
    told = timed_things(facts.reading)
    made: dict[Name, list[Timed]] = {}
    for each in told:
        if each.test is None:
            made.setdefault(each.thing, []).append(each)
    known = {name: each[0] for name, each in made.items() if len({one.window for one in each}) == 1}
    tested = [(each, known[each.thing]) for each in told if each.test and each.thing in known]
    early = [pair for pair in tested if _is_early(*pair)]
    tests: set[Unit | None] = {test.test for test, _ in early}
    if len(tests) == 1 and len({test.thing for test, _ in tested}) - len(early) >= _FEWEST:
        test, work = early[0]
        message = f'"{test.test}" ({test.window}) looks at "{test.written}", which is made in {work.window}'
        yield Contradiction(message, test.quote, (work.quote,), "test later, or leave out what is not made by then")


def _is_early(test: Timed, work: Timed) -> bool:
    return test.window.scale == work.window.scale and (test.window.last or 0) < (work.window.first or 0)
