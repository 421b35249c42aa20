"""A criterion asks for less than the test of the work that it speaks of, or for another length of time.

The test passes only when all do, and ninety per cent tick the criterion; or pipes stand under pressure for a day in
the one and for an hour in the other.

Fails:

```yaml
title: Example
waves:
  pipes:
    name: Pipes
    tests: [{level: Pressure, covers: All pipes under pressure for a day, passes: No loss}]
    tasks: {laying: {name: Laying, duration: 3d}}
criteria:
  tight: {text: Pipes have held their pressure for an hour, items: pipes}
```

Passes:

```yaml
title: Example
waves:
  pipes:
    name: Pipes
    tests: [{level: Pressure, covers: All pipes under pressure for a day, passes: No loss}]
    tasks: {laying: {name: Laying, duration: 3d}}
criteria:
  tight: {text: Pipes have held their pressure for a day, items: pipes}
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.literals.numbers import NUMBER, number_of
from generator.literals.stems import stem, stems
from generator.model.breakdown import WaveTest
from generator.model.plan import Plan
from generator.model.verification import Criterion
from generator.patterns import any_of
from generator.rules._above import above
from generator.scheduling.breakdown import Breakdown

SEVERITY = Severity.WARNING
_UNIT = r"(?P<unit>second|minute|hour|day|night|week|month)s?"
_FOR = re.compile(rf"\b(?:for|over)\s+(?P<amount>{NUMBER}|an?)\s+(?:full\s+|whole\s+)?{_UNIT}\b", re.IGNORECASE)
_SHARE = re.compile(
    r"\b(?P<share>\d{1,2}(?:\.\d+)?)\s*(?:%|per\s?cent)\s+(?:of\s+[\w ]{1,30}\s)?(?:pass|succeed|hold|work)",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"(?:all|every|each|none|no)\b(?!\s+more\b)[^.;]{0,60}?\b(?:pass|passes|succeed|succeeds|hold|holds|works?|fails?)\b",
    re.IGNORECASE,
)
_UNITS = frozenset(stem(unit) for unit in any_of("second minute hour day night week month full whole"))
_FEWEST_WORDS = 2


def check(plan: Plan, breakdown: Breakdown) -> Iterator[Problem]:
    """Yield each text of a criterion that a test of its items contradicts."""
    tests = {wave.id: wave.tests for wave in plan.waves.values() if wave.tests}
    for criterion in plan.criteria.values() if tests else ():
        waves = dict.fromkeys(wave for item in criterion.items for wave in (item, *above(item, breakdown)))
        of_items = [test for wave in waves for test in tests.get(wave, ())]
        told = next((told for test in of_items if (told := _contradicts(criterion, test, breakdown))), None)
        if told:
            yield Problem(
                (*criterion.pointer, "text"), f'criterion "{criterion.id}" says {told}', "let both say the same"
            )


def _contradicts(criterion: Criterion, test: WaveTest, breakdown: Breakdown) -> str | None:
    share = _SHARE.search(criterion.text)
    if share and test.passes and _ALL.match(test.passes) and _is_of(criterion, test, breakdown):
        return f'"{share[0]}", its test "{test.passes}"'
    mine, others = _length(criterion.text), _length(test.covers) or _length(test.passes or "")
    if mine and others and mine[1:] != others[1:] and _are_alike(criterion.text, test):
        return f'"{mine[0]}", its test "{others[0]}"'
    return None


def _length(text: str) -> tuple[str, int, str] | None:
    """The only length of time for which something holds: its words, number and unit."""
    found = list(_FOR.finditer(text))
    if len(found) != 1:
        return None
    amount = found[0]["amount"].lower()
    return found[0][0], 1 if amount in ("a", "an") else number_of(amount), found[0]["unit"].lower()


def _are_alike(text: str, test: WaveTest) -> bool:
    words = stems(f"{test.level} {test.covers} {test.passes or ''}")
    return len((stems(text) & words) - _UNITS) >= _FEWEST_WORDS


def _is_of(criterion: Criterion, test: WaveTest, breakdown: Breakdown) -> bool:
    """Tell whether a test's level stands in the name of an item, or in the text."""
    level = stems(test.level)
    told = [stems(criterion.text), *(stems(breakdown.items[item].name or "") for item in criterion.items)]
    return bool(level) and any(level <= words for words in told)
