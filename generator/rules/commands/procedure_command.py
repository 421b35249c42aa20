"""The procedure of a rollback in one line names a command that none of its steps runs.

Under pressure the one line is what is typed. A command there may be shortened, but not in the middle of an option and
its value.

Fails:

```yaml
title: Example
roles:
  dba: {name: DBA}
rollbacks:
  restore:
    name: Migration fails
    within: "< 30 min"
    procedure: "`db restore --backup`, then tell everybody"
    trigger: A migration ends with an error
    owner: dba
    steps: [{do: Restore the backup, command: db restore --backup latest, takes: 20m}]
    verify: [{do: Count the rows}]
```

Passes:

```yaml
title: Example
roles:
  dba: {name: DBA}
rollbacks:
  restore:
    name: Migration fails
    within: "< 30 min"
    procedure: "`db restore --backup latest`, then tell everybody"
    trigger: A migration ends with an error
    owner: dba
    steps: [{do: Restore the backup, command: db restore --backup latest, takes: 20m}]
    verify: [{do: Count the rows}]
```
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.model.rollback import Rollback

SEVERITY = Severity.ERROR
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?P<code>.+?)(?<!`)\1(?!`)", re.DOTALL)
_BREAK = re.compile(r"\n|&&|\|\||;")


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each command in a procedure whose first word some step has, but which no step runs."""
    for rollback in plan.rollbacks.values():
        run = [line.split() for line in _lines(rollback)]
        for command in (found["code"].split() for found in _CODE.finditer(rollback.procedure)):
            near = [words for words in run if words[0] == command[0]]
            if len(command) > 1 and near and not any(_shortens(command, words) for words in near):
                told = f'the procedure of "{rollback.id}" says "{" ".join(command)}", which no step runs'
                nearest = max(near, key=lambda words: _shared(command, words))
                help_text = f'a step runs "{" ".join(nearest)}"'
                yield Problem((*rollback.pointer, "procedure"), told, help_text)


def _lines(rollback: Rollback) -> Iterator[str]:
    for step in (*rollback.steps, *rollback.verify):
        yield from (line for line in _BREAK.split(step.command or "") if line.strip())


def _shared(command: list[str], other: list[str]) -> tuple[int, int]:
    """How much two commands have in common: the words with which both begin, and all words."""
    begin = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(command, other, strict=False)))
    return begin, len({*command} & {*other})


def _shortens(command: list[str], whole: list[str]) -> bool:
    """Tell whether a command is another or its beginning, cut before an option or after its value."""
    if command != whole[: len(command)]:
        return False
    rest = whole[len(command) :]
    return not (rest and command[-1].startswith("-") and "=" not in command[-1] and not rest[0].startswith("-"))
