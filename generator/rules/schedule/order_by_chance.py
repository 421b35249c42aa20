"""A phase or wave says that one task comes before another, and nothing makes the other wait for it.

Today's dates agree with the words; as soon as the first task slips, they no longer do. An order that the dates
contradict is told as that, and a task with a fixed start is left alone.

Fails:

```yaml
title: Example
phases:
  shell:
    name: Shell
    parallel: Drains run beside the footings, and are tested before the slab covers them.
    tasks:
      drains: {name: Drains, duration: 3d}
      footings: {name: Footings, duration: 5d}
      slab: {name: Slab, duration: 5d, depends_on: footings}
```

Passes:

```yaml
title: Example
phases:
  shell:
    name: Shell
    parallel: Drains run beside the footings, and are tested before the slab covers them.
    tasks:
      drains: {name: Drains, duration: 3d}
      footings: {name: Footings, duration: 5d}
      slab: {name: Slab, duration: 5d, depends_on: [footings, drains]}
```
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape

from generator.findings import Pointer, Problem, Severity
from generator.model.plan import Plan
from generator.prose import Prose
from generator.scheduling.schedule import Schedule

SEVERITY = Severity.WARNING
_KEYS = ("goal", "rationale", "isolation", "parallel")
_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
_RELATION = re.compile(r"(?<!\bnot )\b(before|after)\s+(?:the\s+|all\s+)?(?=\w)", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|all)\s+", re.IGNORECASE)
_LONGEST_NAME = 5
_SHORTEST = 4


def check(plan: Plan, schedule: Schedule, prose: Prose) -> Iterator[Problem]:
    """Yield each such order of two tasks, told of the first and the second by their names."""
    names = _names(schedule)
    for pointer, text in _texts(plan, prose):
        for sentence in _SENTENCE.split(text) if "before" in text or "after" in text else ():
            pair = _told(sentence, names)
            if pair and _is_loose(*pair, schedule):
                message = f'"{pair[0]}" is said to come before "{pair[1]}", which does not wait for it'
                help_text = f'write "{pair[0]}" under the depends_on of "{pair[1]}", or drop the words'
                yield Problem(pointer, message, help_text)


def _texts(plan: Plan, prose: Prose) -> Iterator[tuple[Pointer, str]]:
    for item in (*plan.phases.values(), *plan.waves.values()):
        for key in _KEYS:
            value = getattr(item, key, None) or ()
            single = isinstance(value, str)
            for index in range(1 if single else len(value)):
                pointer = (*item.pointer, key) if single else (*item.pointer, key, index)
                yield pointer, unescape(prose.texts.get(pointer, ""))


def _names(schedule: Schedule) -> Mapping[str, str | None]:
    """Tasks by name and short name; nothing behind one that two of them have."""
    names: dict[str, str | None] = {}
    for task in schedule.breakdown.tasks:
        for name in {task.name.casefold(), (task.short or task.name).casefold()}:
            names[name] = None if name in names else task.id
    return names


def _told(sentence: str, names: Mapping[str, str | None]) -> tuple[str, str] | None:
    """The two tasks of a sentence that begins with one of them, in the order in which it puts them."""
    subject = _named(_ARTICLE.sub("", sentence, count=1) if _ARTICLE.match(sentence) else sentence, names)
    for found in _RELATION.finditer(sentence) if subject else ():
        other = _named(sentence[found.end() :], names)
        if subject and other and other != subject:
            return (subject, other) if found[1].casefold() == "before" else (other, subject)
    return None


def _named(text: str, names: Mapping[str, str | None]) -> str | None:
    words = re.split(r"(?<=\w)\W+", text.casefold(), maxsplit=_LONGEST_NAME)[:_LONGEST_NAME]
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        if len(name) >= _SHORTEST and names.get(name):
            return names[name]
    return None


def _is_loose(first: str, second: str, schedule: Schedule) -> bool:
    """Tell whether two tasks stand in that order by their dates alone."""
    one, other = schedule.dates[first], schedule.dates[second]
    if schedule.network.nodes[second].limits.start_from is not None:
        return False
    if schedule.time.clock.between(one.early_finish, other.early_start) < 0:
        return False
    network = schedule.network
    return first not in {network.nodes[key].item for key in network.before([second])}
