"""A name or a path that the plan writes again and again is written with one letter wrong, once.

`packages/cahce` beside three times `packages/cache`, Fernaway beside a dozen times Fernway: the path leads nowhere,
and nobody who searches for the name finds that text. A name counts where it is always written with a capital, amid
sentences too, and stands three times at least; a path where it stands twice.

Fails:

```yaml
title: Fernway
subtitle: The opening of Fernaway
tasks:
  build: {name: Build, duration: 2d, description: The last build of Fernway.}
  open: {name: Opening, duration: 2d, depends_on: build, description: Every shop can use Fernway.}
```

Passes:

```yaml
title: Fernway
subtitle: The opening of Fernway
tasks:
  build: {name: Build, duration: 2d, description: The last build of Fernway.}
  open: {name: Opening, duration: 2d, depends_on: build, description: Every shop can use Fernway.}
```
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from generator.findings import Pointer, Problem, Severity, Span
from generator.literals.strange import differs_by_one
from generator.model.plan import Plan
from generator.model.walk import prose

SEVERITY = Severity.WARNING
_CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_NAME = re.compile(r"(?<![\w./@'-])[A-Z][a-z]{5,30}(?![\w/@-]|\.\w)")
_AMID = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{5,30}\b")
_SMALL = re.compile(r"(?<![\w])[a-z]{6,31}(?!\w)")
_PATH = re.compile(r"(?<!`)`(?P<path>[\w.@-]+(?:/[\w.@-]+)+)/?`(?!`)")
_OFTEN, _OFTEN_A_PATH = 3, 2
_LONG = 5
_Found = tuple[str, Pointer, Span]


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each word that stands once and is one letter off a name or path of the plan."""
    texts = [(("title",), plan.title), (("subtitle",), plan.subtitle or ""), *prose(plan)]
    small = {word for _, text in texts for word in _SMALL.findall(text)}
    names = [each for each in _names(texts) if each[0].lower() not in small]
    amid = {word for _, text in texts for word in _AMID.findall(text)}
    people = _words_of_names(plan)
    misspelt = (each for each in _off(names, _OFTEN) if each[0] not in people and each[-1] in amid)
    for said, pointer, span, right in (*misspelt, *_off(_paths(texts), _OFTEN_A_PATH)):
        message = f'"{said}" stands nowhere else, and "{right}" often'
        yield Problem(pointer, message, f'did you mean "{right}"?', span=span)


def _off(found: Iterable[_Found], often: int) -> Iterator[tuple[str, Pointer, Span, str]]:
    """Yield what stands once, beside the one that stands often and is a letter off."""
    every = list(found)
    counts = Counter(said for said, _, _ in every)
    for said, pointer, span in every:
        near = _near(said, counts, often) if counts[said] == 1 else []
        if len(near) == 1:
            yield said, pointer, span, near[0]


def _near(said: str, counts: Mapping[str, int], often: int) -> list[str]:
    return [other for other, count in counts.items() if count >= often and _is_off(said, other)]


def _is_off(said: str, other: str) -> bool:
    """Tell whether one longer word of a name or path is a letter off, and all else is the same."""
    if abs(len(said) - len(other)) > 1 or said.count("/") != other.count("/"):
        return False
    pairs = [pair for pair in zip(said.split("/"), other.split("/"), strict=True) if pair[0] != pair[1]]
    return (
        len(pairs) == 1
        and all(each.isalpha() and len(each) >= _LONG for each in pairs[0])
        and differs_by_one(*pairs[0])
    )


def _words_of_names(plan: Plan) -> frozenset[str]:
    """The words of the names of people, of whom two may be called nearly alike."""
    return frozenset(word for person in plan.people.values() for word in re.findall(r"\w+", person.name))


def _names(texts: Iterable[tuple[Pointer, str]]) -> Iterator[_Found]:
    for pointer, text in texts:
        calls = [each.span() for each in _CALL.finditer(text)] if "{{" in text else []
        for found in _NAME.finditer(text):
            if not any(begin <= found.start() < end for begin, end in calls):
                yield found.group(), pointer, Span(*found.span())


def _paths(texts: Iterable[tuple[Pointer, str]]) -> Iterator[_Found]:
    for pointer, text in texts:
        for found in _PATH.finditer(text) if "`" in text else ():
            yield found["path"], pointer, Span(*found.span("path"))
