"""What is told to be first is dated after what is told to come then, or what is last before it.

The words and the days cannot both be kept; those who go by the words are there on the wrong day.

Fails:

```markdown
- night shows first, from day 14
- then daytime shows, from day 13
- breakfast show last, on day 15
```

Passes:

```markdown
- night shows first, from day 11
- then daytime shows, from day 13
- breakfast show last, on day 15
```
"""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_WORD = re.compile(
    r"\b(?:(?P<first>first(?! (?:week|day|month|half|part|time|of\b))|to begin with)"
    r"|(?P<then>then|next(?! (?:week|day|month))|after that|afterwards|second(?!s?\b \w+ly))"
    r"|(?P<last>last(?! (?:week|day|month|half|part|time|year|of\b))|finally|in the end))\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|if|unless|until|by|before|latest|every|each|at first|last but)\b", re.IGNORECASE)
_RANKS = {"first": 0, "then": 1, "last": 2}
_Told = tuple[int, Window, Phrase, int, int]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each two neighbours of a list or a sentence whose words and times are the other way round."""
    spoken = [phrase for phrase in facts.reading.phrases if phrase.is_spoken]
    for _, group in groupby(spoken, key=_place):
        entries = list(group)
        yield from _turned([told for phrase in entries if (told := _of_entry(phrase))])
    for phrase in spoken:
        plain = level(phrase.plain)
        for start, end in sentences_of(plain) if len(phrase.windows) > 1 else ():
            yield from _turned(list(_in_sentence(phrase, start, end)))


def _place(phrase: Phrase) -> object:
    """Entries of one list that stand beside each other; a paragraph is alone."""
    item = phrase.item
    beside = (phrase.text.file, phrase.under, item.above, item.depth) if item else None
    return beside or (phrase.text.file, phrase.text.spot)


def _of_entry(phrase: Phrase) -> _Told | None:
    words = list(_WORD.finditer(phrase.plain)) if phrase.form == "item" and len(phrase.windows) == 1 else []
    if len(words) != 1 or _NOT.search(phrase.plain):
        return None
    found = phrase.windows[0]
    return _RANKS[str(words[0].lastgroup)], found.window, phrase, found.start, found.end


def _in_sentence(phrase: Phrase, start: int, end: int) -> Iterator[_Told]:
    """`Night shows first, from day 11, then daytime shows from day 13`: each time belongs to the word before it."""
    plain, since = level(phrase.plain), start
    windows = [each for each in phrase.windows if start <= each.start < end]
    for found in windows if not _NOT.search(plain, start, end) else ():
        words = list(_WORD.finditer(plain, since, found.start))
        since = found.end
        if len(words) == 1:
            yield _RANKS[str(words[0].lastgroup)], found.window, phrase, found.start, found.end


def _turned(told: list[_Told]) -> Iterator[Contradiction]:
    for (rank, at, phrase, start, end), (after, then, other, *there) in pairwise(told):
        ordered = rank < after or rank == after == 1
        one, two = at.first if at.first is not None else at.last, then.first if then.first is not None else then.last
        if ordered and at.scale == then.scale and one is not None and two is not None and two < one:
            quotes = (other.mark(*there),)
            yield Contradiction(
                "told to come first, and dated later", phrase.mark(start, end), quotes, "mend the words or the days"
            )
