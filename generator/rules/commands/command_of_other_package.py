"""A test passes by what is so in one package, and its command runs another, or leaves one out.

The command was copied and not changed: what is told to be tested is not. Each path in the condition is held against
the packages that the command is told to run.

Fails:

```yaml
title: Example
waves:
  wave-1:
    name: Service
    tasks: {api: {name: API, duration: 4d}}
    tests:
      - level: Unit
        covers: Every function
        passes: "Coverage in `packages/cache` above 80%"
        command: "npm test --workspace=services/core"
```

Passes:

```yaml
title: Example
waves:
  wave-1:
    name: Service
    tasks: {api: {name: API, duration: 4d}}
    tests:
      - level: Unit
        covers: Every function
        passes: "Coverage in `packages/cache` above 80%"
        command: "npm test --workspace=packages/cache"
```
"""

import re
from collections.abc import Iterator, Sequence

from generator.findings import Problem, Severity, Span
from generator.model.breakdown import WaveTest
from generator.model.plan import Plan
from generator.rules.commands._walk import Word, parts_of

SEVERITY = Severity.ERROR
_PATH = re.compile(r"(?<!`)`(?P<path>[\w.@-]+(?:/[\w.@-]+)+)/?`(?!`)")
_OPTION = re.compile(r"(?:--(?:workspace|filter|project|package|module)|-w)(?:=(?P<value>.+))?")


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each test whose condition names packages that its command does not run."""
    for wave in plan.waves.values():
        for test in wave.tests:
            named = [found["path"] for found in _PATH.finditer(test.passes or "")]
            run = list(_packages(test.command or "")) if named else []
            if run and not any(_is_within(path, word.text) for path in named for word in run):
                message = f"runs {run[0].text}, and passes by what is so in {' and '.join(named)}"
                span = Span(run[0].begin, run[0].end)
                yield Problem((*test.pointer, "command"), message, "name the package that is tested", span=span)
            elif run:
                yield from _left_out(test, named, run)


def _left_out(test: WaveTest, named: Sequence[str], run: Sequence[Word]) -> Iterator[Problem]:
    """What a condition names beside packages that are run, and its command does not run."""
    for path in named:
        if not any(_is_within(path, word.text) for word in run):
            message = f"does not run {path}, by which it passes, too"
            span = Span(run[0].begin, run[-1].end)
            yield Problem((*test.pointer, "command"), message, "name every package that is tested", span=span)


def _packages(command: str) -> Iterator[Word]:
    """Yield each package that a command is told to run, without quotes; one that a variable holds may be any."""
    for words in parts_of(command):
        for word, behind in zip(words, (*words[1:], None), strict=True):
            option = _OPTION.fullmatch(word.text)
            if option and option["value"]:
                yield Word(option["value"].strip("'\""), word.begin + option.start("value"), word.end)
            elif option and behind:
                yield Word(behind.text.strip("'\""), behind.begin, behind.end)


def _is_within(path: str, package: str) -> bool:
    """Tell whether one holds the other, or may: by a pattern, a variable, or a name without its folder."""
    one, other = path.strip("/"), package.strip("./")
    if "$" in package or "*" in package or "..." in package or "/" not in other:
        return True
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")
