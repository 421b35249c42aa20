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

from generator.audit.blocks import Under
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.codes import CodeList, CodeRun, code_lists, code_runs, codes_in, series_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Quote
from generator.findings import Severity
from generator.formatting import joined

SEVERITY = Severity.WARNING

_FEWEST, _MOST = 3, 8
_ANSWERS = re.compile(
    r"\b(?:answers?|respon[sd]\w*|mitigat\w+|counter-?measures?|measures|roll-?backs?|fall-?backs?|contingenc\w+"
    r"|back-?outs?|ways? (?:back|out)|controls|safeguards?|precautions?|corrective\w*|reactions?|remed\w+|treatments?"
    r"|what we do|plan b)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:each|every|all (?:the |of the )?\w+|for any)\b", re.IGNORECASE)
_OF_EACH = re.compile(r"(?:^|[.;:]\s+)(?:for |there is \w+ for )?(?:each|every)\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:no|not|none|nothing|without|except|only|unlike|apart|leaves?|left|dropped|withdrawn|merged|needless"
    r"|\w+n't)\b",
    re.IGNORECASE,
)
_SOME = re.compile(r"\b(?:some|selected|top|main|most|highest|extra|further|additional|critical)\b", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each list of answers that has all codes of another list but one."""
    by_series: dict[str, list[CodeList]] = defaultdict(list)
    for each in code_lists(facts.reading):
        by_series[each.letters].append(each)
    told: set[str] = set()
    for lists in by_series.values():
        whole = max(lists, key=lambda each: len(each.codes))
        for answers in lists:
            missing = [code for code in whole.codes if code not in answers.codes]
            strange = set(answers.codes) - set(whole.codes)
            if len(whole.codes) >= _FEWEST and len(missing) == 1 and not strange and _answers(answers.title):
                names = joined([f'"{code}"' for code in answers.codes])
                told.add(missing[0])
                here, there = list(answers.codes.values())[-1], whole.codes[missing[0]]
                yield Contradiction(
                    f'"{missing[0]}" is missing among {names}', here, (there,), f'answer "{missing[0]}" as well'
                )

    for left, right, code in _passed_over(facts):
        if code not in told:
            told.add(code)
            names = joined([f'"{each}"' for each in left.codes])
            here, there = _before(left, code), right.codes[code]
            yield Contradiction(f'"{code}" is missing among {names}', here, (there,), f'add "{code}" here as well')


def _passed_over(facts: Facts) -> Iterator[tuple[CodeRun, CodeRun, str]]:
    """Yield each list whose numbers pass over one, its counterpart that does not, and the code."""
    by_codes: dict[frozenset[str], list[CodeRun]] = defaultdict(list)
    runs = code_runs(facts.reading)
    for each in runs:
        by_codes[frozenset(each.codes)].append(each)
    lone = [each for each in runs if _gap(each)]
    spoken, let_out = (_spoken(facts), _let_out(facts)) if lone else ({}, frozenset[str]())
    for each in lone:
        code = _gap(each)
        others = by_codes.get(frozenset({*each.codes, code}), [])[:_MOST] if code not in let_out else []
        for other in others:
            if _are_counterparts(each, other, spoken.get(each.under, "")):
                yield each, other, code


def _gap(run: CodeRun) -> str:
    """The one code that the numbers of a list pass over."""
    numbers = sorted(series_of(code)[1] for code in run.codes)
    missing = set(range(numbers[0], numbers[-1])) - set(numbers) if numbers[-1] - numbers[0] == len(numbers) else ()
    return f"{run.letters}{next(iter(missing))}" if len(missing) == 1 else ""


def _are_counterparts(run: CodeRun, other: CodeRun, spoken: str) -> bool:
    """One of the two answers the other, or a sentence says that there is one for each."""
    partial = _SOME.search(run.intro)
    answers = bool(_ANSWERS.search(run.intro)) != bool(_ANSWERS.search(other.intro))
    return not partial and (answers or bool(_EACH.search(run.intro) or _OF_EACH.search(spoken)))


def _spoken(facts: Facts) -> dict[Under, str]:
    """Join the paragraphs below each heading."""
    found: dict[Under, list[str]] = defaultdict(list)
    for phrase in facts.reading.phrases:
        if phrase.form == "paragraph" and phrase.under:
            found[phrase.under].append(phrase.plain)
    return {under: ". ".join(texts) for under, texts in found.items()}


def _let_out(facts: Facts) -> frozenset[str]:
    """Collect the codes of which a sentence says what is not so for them."""
    told = [each for each in facts.reading.phrases if each.form == "paragraph" and _NOT.search(each.plain)]
    return frozenset(code for phrase in told for code, _, _ in codes_in(phrase.plain))


def _before(run: CodeRun, code: str) -> Quote:
    """The entry after which the code would stand."""
    earlier = [each for each in run.codes if series_of(each)[1] < series_of(code)[1]]
    return run.codes[earlier[-1]]


def _answers(title: str) -> bool:
    return bool(_ANSWERS.search(title)) and not _SOME.search(title)
