"""A sentence tells what is left of a capacity, and the total of the table beside it leaves something else.

What is left is given away again; who reckons with too much of it runs out.

Fails:

```markdown
| Tent | Power (kW) |
|---|---|
| Kitchen | 9.5 |
| Stage | 6.5 |
| Bar | 2 |
| Total | 18 |

The generator gives 25 kW, which leaves 8 kW.
```

Passes:

```markdown
| Tent | Power (kW) |
|---|---|
| Kitchen | 9.5 |
| Stage | 6.5 |
| Bar | 2 |
| Total | 18 |

The generator gives 25 kW, which leaves 7 kW.
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.measured import Measured, measured_of
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import Quantity
from generator.audit.understanding.sections import sections_of
from generator.audit.understanding.sentences import amounts_by_sentence
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_LEAVES = re.compile(
    r"\b(?:leav(?:es|ing)|(?:is|are) left)(?: us)?(?: with)?"
    r"(?: (?:a|the) (?:[a-z]+ )?(?:reserve|margin|rest|surplus|remainder)(?: of)?)?(?: (?:still|just|only))? $",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:each|per|about|around|if|would|at (?:least|most)|up to|of (?:these|this|which)|after)\b|[~≈]",
    re.IGNORECASE,
)
_PAIR, _CLOSE, _NEAR = 2, 80, 3
"""A rest that is further off than a third is one of something else."""


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each rest of a whole that none of the totals of its kind in the table leaves."""
    for section in sections_of(facts.reading):
        columns = [each for each in measured_of(section.grid, section.rows) if each.total] if section.texts else []
        for phrase in section.texts if columns else ():
            for (start, end), amounts in amounts_by_sentence(phrase.plain, comma=phrase.style.comma):
                for kind in {each.kind for each in amounts} & {each.kind for each in columns}:
                    told = [each for each in amounts if each.kind == kind]
                    if not _UNSURE.search(level(phrase.plain), start, end):
                        yield from _wrong(phrase, told, [each for each in columns if each.kind == kind])


def _wrong(phrase: Phrase, told: list[Quantity], columns: list[Measured]) -> Iterator[Contradiction]:
    plain = level(phrase.plain)
    if len(told) != _PAIR or not _LEAVES.search(plain, max(0, told[1].start - _CLOSE), told[1].start):
        return
    whole, rest = told
    totals = [each.total for each in columns if each.total]
    rests = [whole.value - total for total, _ in totals]
    near = [(right, quote) for right, (_, quote) in zip(rests, totals, strict=True) if _is_near(right, rest.value)]
    if rest.value not in rests and len(near) == 1:
        right, quote = near[0]
        message = f"what is left is {_figure(rest.value)}, {_figure(whole.value)} less the total are {_figure(right)}"
        help_ = f"write {_figure(right)}, or mend an amount"
        yield Contradiction(message, phrase.mark(rest.start, rest.last), (quote,), help_)


def _is_near(right: Decimal, told: Decimal) -> bool:
    return right > 0 and abs(right - told) * _NEAR < max(right, told)


def _figure(value: Decimal) -> str:
    return f"{value.normalize():,f}"
