"""A sentence tells an order, and the dates of what it names are the other way round.

Whoever plans by the sentence and whoever plans by the table meet on the wrong day.

Fails:

```markdown
| Depot | Week |
|---|---|
| Ulm | 3 |
| Bonn | 5 |
| Kiel | 7 |

The depots are converted in this order: Ulm, Kiel, Bonn.
```

Passes:

```markdown
| Depot | Week |
|---|---|
| Ulm | 3 |
| Bonn | 5 |
| Kiel | 7 |

The depots are converted in this order: Ulm, Bonn, Kiel.
```
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.sentences import is_cited, sentences_of
from generator.audit.understanding.timed import Spoken, Timed, Timeline, timeline_of
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_CUE = re.compile(r"\b(?:order|sequence|first|before|after|once|until|ahead of|prior to)\b", re.IGNORECASE)
_IN_ORDER = re.compile(
    r"\b(?:in (?:the|this) (?:order|sequence)|the (?:order|sequence) is)\b\W*(?:is|of)?", re.IGNORECASE
)
_IN_THAT_ORDER = re.compile(r"\W*\bin (?:this|that) (?:order|sequence)\b", re.IGNORECASE)
_LISTED = re.compile(r"\W*(?:and|then|and then)?\W*(?:the )?", re.IGNORECASE)
_FIRST = re.compile(r"\bfirst\b", re.IGNORECASE)
_THEN = re.compile(r"\b(?:and )?(?:then|followed by|next|finally)\b", re.IGNORECASE)
_AFTER_THEM = re.compile(r"\b(?:after (?:them|it|that|this|these|those)|afterwards|later|second)\b", re.IGNORECASE)
_BEFORE = re.compile(r"(?P<deed>[^.;:,()]{0,50}?)\b(?:before|ahead of|prior to)\s(?:the )?$", re.IGNORECASE)
_AFTER = re.compile(
    r"(?P<deed>[^.;:,()]{0,50}?\b(?:not|never|cannot)\b[^.;:,()]{0,25}?(?= (?:before|until))|[^.;:,()]{0,50}?)"
    r"\b ?(?:only (?:after|once|when)|after|once|before|until)\s(?:the )?$",
    re.IGNORECASE,
)
_NOT_YET = re.compile(r"\b(?:not|never|cannot)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:no|not|never|nobody|cannot)\b|n't\b", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:if|unless|usually|each|every|any|would|either|rather|even|instead|last year|originally|swap\w*|revers\w+"
    r"|half|alphabetical|(?:days?|weeks?|hours?|minutes?|months?) (?:before|after|ahead))\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\b(?:starts?|begins?|opens?|kicks? off)\b", re.IGNORECASE)
_IS_DONE = re.compile(
    r"\b(?:pass\w*|complet\w+|done|finish\w*|over|ends?|ended|clos\w+|signed|approved|reached|held)\b", re.IGNORECASE
)
_DEED = (
    r"(?:comes?|go(?:es)?|pass(?:es|ed)?|starts?|started|begins?|opens?|closes?|closed|ends?|ended|finish(?:es|ed)?"
    r"|completed?|done|over|happens?|takes? place|runs?|follows?|reached|held|ready|move[ds]?|converted|migrated"
    r"|upgraded|switched|replaced|changed|treated|handled|taken|rolled out|due|approved|signed|tested|worked on|built"
    r"|installed|renewed|rebuilt|visited|taught)"
)
_HELP = (
    r"(?:is|are|be|been|has|have|to|must|may|can|will|shall|should|needs?|only|always|all|both|strictly|not|does|do)"
)
_HAPPENS = re.compile(
    rf"\W*(?:{_HELP}\s)*(?:{_DEED}|{_HELP})?(?:\s(?:only|always|right|well|shortly|just))?\W*", re.IGNORECASE
)
"""What is done to a thing at its time, and no more than that; of other deeds its dates tell nothing."""
_LEADS = re.compile(r"\W*(?:(?:the|all|only|both|so|and|but|here|as agreed|therefore)\b\W*)*", re.IGNORECASE)
_GOES = re.compile(rf"\b{_DEED}\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\W*$|\s*[.;,)]|\s(?:opens?|starts?|begins?|is|are|has|have|does|do|can|may|ends?|closes?|comes?|goes)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:was|were|had|in (?:19|20)\d\d)\b", re.IGNORECASE)
_REST = 40


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each order of named things that their dates turn round."""
    told = [phrase for phrase in facts.reading.phrases if phrase.is_spoken and _CUE.search(phrase.plain)]
    timeline = timeline_of(facts.reading) if told else Timeline({}, frozenset())
    for phrase in told if timeline.by_name else ():
        plain, spoken = level(phrase.plain), timeline.spoken_in(phrase.plain)
        for start, end in sentences_of(plain) if len(spoken) > 1 else ():
            named = [each for each in spoken if start <= each.start < end]
            sure = not _UNSURE.search(plain, start, end) and not _PAST.search(plain, start, end)
            if len(named) > 1 and sure and not is_cited(plain, start, end):
                yield from _turned(phrase, (start, end), named)


def _turned(phrase: Phrase, sentence: tuple[int, int], named: list[Spoken]) -> Iterator[Contradiction]:
    plain = level(phrase.plain)
    for groups in (_series(plain, sentence, named), _first_and_then(plain, sentence, named)):
        for earlier, later in pairwise(groups):
            one = max(earlier, key=lambda each: each.thing.first)
            other = min(later, key=lambda each: each.thing.first)
            if _is_later(one.thing, one.thing.first, other.thing, other.thing.first):
                yield _told(phrase, one, other, one.thing, other.thing)
                return
    yield from _pair(phrase, sentence, named)


def _told(phrase: Phrase, one: Spoken, other: Spoken, early: Timed, late: Timed) -> Contradiction:
    quote = phrase.mark(min(one.start, other.start), max(one.end, other.end))
    message = f"told to come before what is dated for {late.window}, and dated for {early.window}"
    return Contradiction(message, quote, (early.quote, late.quote), "mend the order or the dates")


def _is_later(early: Timed, day: int, late: Timed, other: int) -> bool:
    """Days are compared with days; a week may be shared."""
    if early.window.scale != late.window.scale or early.quote == late.quote:
        return False
    return day > other + max(early.window.grain, late.window.grain) - 1


def _series(plain: str, sentence: tuple[int, int], named: list[Spoken]) -> list[list[Spoken]]:
    """`in the order A, B, C`, and `A, B and C, in this order`."""
    behind = _IN_ORDER.search(plain, *sentence)
    listed = _run([each for each in named if behind and each.start >= behind.end()], plain)
    goes = behind and _GOES.search(plain, sentence[0], behind.start())
    if behind and goes and listed and len(plain[behind.end() : listed[0].start]) <= _REST and len(listed) > 1:
        return [[each] for each in listed]
    run = _run(named, plain)
    closed = _IN_THAT_ORDER.match(plain, run[-1].end, sentence[1]) if run else None
    alone = closed and not plain[closed.end() : sentence[1]].strip(" .!*")
    return [[each] for each in run] if alone and len(run) > 1 else []


def _run(named: list[Spoken], plain: str) -> list[Spoken]:
    """The first things that stand beside each other in one list."""
    run = named[:1]
    for each in named[1:]:
        if not _LISTED.fullmatch(plain[run[-1].end : each.start]):
            break
        run.append(each)
    return run


def _first_and_then(plain: str, sentence: tuple[int, int], named: list[Spoken]) -> list[list[Spoken]]:
    """`A and B are done first, C after them`, and `A comes first, followed by B and then C`."""
    first = _FIRST.search(plain, *sentence)
    leading = [each for each in named if first and each.end <= first.start()]
    if not first or not leading or not _LEADS.fullmatch(plain[sentence[0] : leading[0].start]):
        return []
    if not _HAPPENS.fullmatch(plain[leading[-1].end : first.start()]):
        return []
    cuts = [match.start() for match in _THEN.finditer(plain, first.end(), sentence[1])]
    if not cuts and not _AFTER_THEM.search(plain, first.end(), sentence[1]):
        return []
    edges = [sentence[0], first.start(), *cuts, sentence[1]]
    groups = [[each for each in named if left <= each.start < right] for left, right in pairwise(edges)]
    return [group for group in groups if group]


def _pair(phrase: Phrase, sentence: tuple[int, int], named: list[Spoken]) -> Iterator[Contradiction]:
    """`A must pass before B opens`, `B opens only after A has passed`."""
    plain = level(phrase.plain)
    for one, other in pairwise(named):
        between, rest = plain[one.end : other.start], plain[other.end : min(sentence[1], other.end + _REST)]
        if not _LEADS.fullmatch(plain[sentence[0] : one.start]) or not _GOES_ON.match(rest):
            return
        before, after = _BEFORE.fullmatch(between), _AFTER.fullmatch(between)
        before = None if _NOT_YET.search(between) else before
        after = None if before else after
        said = before or after
        if not said or not _HAPPENS.fullmatch(_NOT_YET.sub(" ", said["deed"])):
            return
        if before and not _NOT.search(plain, sentence[0], other.start):
            yield from _against(phrase, one, other, before["deed"], rest)
        elif after and not _NOT.search(plain, sentence[0], one.start):
            yield from _against(phrase, other, one, rest, after["deed"])
        return


def _against(phrase: Phrase, early: Spoken, late: Spoken, done: str, begun: str) -> Iterator[Contradiction]:
    """What is to be done is held by its last day, against the first one of the other, or against its end."""
    whole = _IS_DONE.search(done) and not _BEGINS.search(done)
    day = early.thing.last if whole else early.thing.first
    ends = _IS_DONE.search(begun) and not _BEGINS.search(begun)
    other = late.thing.last if ends else late.thing.first
    if _is_later(early.thing, day, late.thing, other):
        yield _told(phrase, early, late, early.thing, late.thing)
