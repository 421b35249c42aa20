"""A list of answers leaves out one of the coded things that it answers.

For this one nobody has thought of what to do, or the answer was lost.

Fails:

```markdown
## Dangers

- **R1** Frost in the pipes
- **R2** Pump fails
- **R3** Key lost

## Answers

- R1: heat the pipes
- R2: take the second pump
```

Passes:

```markdown
## Dangers

- **R1** Frost in the pipes
- **R2** Pump fails
- **R3** Key lost

## Answers

- R1: heat the pipes
- R2: take the second pump
- R3: call the locksmith
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.codes import CodeList, code_lists
from generator.audit.understanding.facts import Facts
from generator.findings import Severity
from generator.formatting import joined

SEVERITY = Severity.WARNING

_FEWEST = 3
_ANSWERS = re.compile(
    r"\b(?:answers?|respon[sd]\w*|mitigat\w+|counter-?measures?|measures|roll-?backs?|fall-?backs?|contingenc\w+"
    r"|back-?outs?|controls|safeguards?|precautions?|corrective\w*|reactions?|remed\w+|treatments?"
    r"|what we do|plan b)\b",
    re.IGNORECASE,
)
_SOME = re.compile(r"\b(?:some|selected|top|main|most|highest|extra|further|additional|critical)\b", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each list of answers that has all codes of another list but one."""
    by_series: dict[str, list[CodeList]] = defaultdict(list)
    for each in code_lists(facts.reading):
        by_series[each.letters].append(each)
    for lists in by_series.values():
        whole = max(lists, key=lambda each: len(each.codes))
        for answers in lists:
            missing = [code for code in whole.codes if code not in answers.codes]
            strange = set(answers.codes) - set(whole.codes)
            if len(whole.codes) >= _FEWEST and len(missing) == 1 and not strange and _answers(answers.title):
                names = joined([f'"{code}"' for code in answers.codes])
                here, there = list(answers.codes.values())[-1], whole.codes[missing[0]]
                yield Contradiction(
                    f'"{missing[0]}" is missing among {names}', here, (there,), f'answer "{missing[0]}" as well'
                )


def _answers(title: str) -> bool:
    return bool(_ANSWERS.search(title)) and not _SOME.search(title)
