"""The command of a test looks at another length of time than the work that it tests has recorded.

Fourteen days were captured, the month end included; a comparison of four days says that all is well because it did
not look.

Fails:

```yaml
title: Example
waves:
  survey:
    name: Survey
    tests: [{level: Whole, covers: Flows on the firewalls, passes: All have an owner, command: flowdiff --days 4}]
    tasks: {capture: {name: Flow Capture, duration: 14ed, description: Fourteen days on both firewalls.}}
```

Passes:

```yaml
title: Example
waves:
  survey:
    name: Survey
    tests: [{level: Whole, covers: Flows on the firewalls, passes: All have an owner, command: flowdiff --days 14}]
    tasks: {capture: {name: Flow Capture, duration: 14ed, description: Fourteen days on both firewalls.}}
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity, Span
from generator.literals.numbers import ONE_WORD, whole_number
from generator.literals.stems import stems
from generator.model.breakdown import Task, Wave, WaveTest
from generator.model.plan import Plan
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.WARNING
_OPTION = re.compile(r"--(?P<unit>second|minute|hour|day|week)s?[=\s]+(?P<amount>\d{1,4})\b")
_FEWEST_WORDS = 2


def check(plan: Plan, breakdown: Breakdown) -> Iterator[Problem]:
    """Yield each option of a test's command that tells a length, where one task like it tells another."""
    for wave in plan.waves.values():
        for test in wave.tests:
            option = _OPTION.search(test.command or "")
            task = _other(option, test, wave, breakdown) if option else None
            if option and task:
                told = f'the command says {option["amount"]} {option["unit"]}s, "{task.id}" says "{task.description}"'
                yield Problem(
                    (*test.pointer, "command"), told, "let both say the same", span=Span(*option.span("amount"))
                )


def _other(option: re.Match[str], test: WaveTest, wave: Wave, breakdown: Breakdown) -> Task | None:
    """The only task of the wave like the test that tells a length in the option's unit, where that is another one."""
    words = stems(f"{test.level} {test.covers}")
    akin = [task for task in breakdown.tasks_within(wave.id) if len(_words(task) & words) >= _FEWEST_WORDS]
    told = [(task, numbers) for task in akin if (numbers := _lengths(task.description or "", option["unit"]))]
    is_other = len(told) == 1 and int(option["amount"]) not in told[0][1] and len(told[0][1]) == 1
    return told[0][0] if is_other else None


def _words(task: Task) -> frozenset[str]:
    return stems(f"{task.name} {task.description or ''}")


def _lengths(text: str, unit: str) -> set[int]:
    found = re.finditer(rf"\b({ONE_WORD})\s+{unit}s?\b", text)
    return {number for each in found if (number := whole_number(each[1]))}
