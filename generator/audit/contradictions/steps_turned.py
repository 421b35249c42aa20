"""A sentence tells which of two steps comes first, and the steps stand the other way round.

Whoever works by the list does first what was to wait.

Fails:

```markdown
1. Close the valve
2. Empty the tank
3. Open the lid

The tank is emptied only after the lid has been opened.
```

Passes:

```markdown
1. Close the valve
2. Empty the tank
3. Open the lid

The lid is opened only after the tank has been emptied.
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.deeds import Placed, deeds_in
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.sentences import is_cited, sentences_of
from generator.audit.understanding.sequences import Sequence, sequences_of
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_BE = (
    r"(?:comes?|goes|happens?|is|are|was|were|takes? place|starts?|begins?|gets?|must|may|can|has to"
    r"|have to|needs? to|should"
    r"|follows?|ends?|closes?|finish(?:es)?)\b[^.;:,]{0,40}?"
)
_ONE, _OTHER = r"[^.;:,()]{3,60}?", r"[^.;:,()]{3,60}"
_BEFORE = r"(?:before|ahead of|prior to)"
_SHORT = r"(?:[\w'/-]+ ){0,4}[\w'/-]+"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<late>{_ONE}) {_BE} ?\b(?:only )?(?:after|once) (?P<early>{_ONE}) and before (?P<later>{_OTHER})",
        rf"(?P<late>{_ONE}) {_BE} ?\b(?:only )?(?:after|once|when) (?P<early>{_OTHER})",
        rf"(?P<early>{_ONE}) {_BE} ?\b{_BEFORE} (?P<late>{_ONE}) and (?:before|after) {_OTHER}",
        rf"(?P<early>{_ONE}) {_BE} ?\b{_BEFORE} (?P<late>{_OTHER})",
        rf"(?P<early>{_ONE}) (?:always |must )?precedes? (?P<late>{_OTHER})",
        rf"(?P<late>{_ONE}) (?:needs?|requires?) (?P<early>{_ONE}) first\b",
        rf"(?P<late>{_ONE}) (?:waits? for|depends? on) (?P<early>{_OTHER})",
        rf"^\W*(?:always )?(?P<early>{_SHORT}) {_BEFORE} (?P<late>{_SHORT})\W*$",
        rf"(?P<late>{_ONE}) (?:always )?follows (?P<early>{_OTHER})",
        rf"(?P<early>{_ONE}) (?:comes?|goes|is|are) (?:always )?first, (?:and )?then (?P<late>{_OTHER})",
        rf"\bfirst (?:comes? )?(?P<early>{_ONE}),? (?:and )?then (?:comes? )?(?P<late>{_OTHER})",
        rf"\b(?:only )?(?:after|once) (?P<early>{_ONE})(?:,| (?:is|are) done,?) comes? (?P<late>{_OTHER})",
    )
)
_MAY = r"(?:comes?|goes|is|are|gets?|may|must|can|will|shall|should|does|do|has|have)"
_MUST = r"(?:may|must|can|shall|should|will|do|does)"
_NEVER = rf"(?:(?:{_MAY} )?never|{_MUST} not|cannot)"
_NEGATED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<late>{_ONE}) {_NEVER}\b[^.;:,]{{0,30}}? (?:before|until) (?P<early>{_OTHER})",
        rf"\b(?:do not|don't|never) (?P<late>{_ONE}) (?:before|until) (?P<early>{_OTHER})",
        rf"\b(?:no one|nobody|none|no) (?P<late>{_ONE}) (?:before|until) (?P<early>{_OTHER})",
    )
)
_PRONOUN = re.compile(r"\W*(?:so |and |but |therefore )?(?:it|they|this|these|which)\b", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:takes?|is|are|was|were|comes?|needs?|uses?|has|have|must|can|may|will|only|starts?|begins?|happens?)\b"
)
_UNSURE = re.compile(
    r"\b(?:not|never|no|if|unless|usually|each|every|any|would|either|nobody|cannot|without|rather|even"
    r"|(?:\d+|one|two|three|four|five|half an?|an?) (?:hours?|days?|weeks?|minutes?|months?))\b|n't\b",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"\b(?:before|after|once|when|follows|then|until|ahead|prior|precedes?|first|waits?|depends?)\b", re.IGNORECASE
)
_LONGEST, _MOST = 400, 20
_REASON = re.compile(r",? (?:as|because|since|so that|so|otherwise|which|for|unless|at least|within)\b")


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each order of two things that a sentence tells and their places turn round."""
    sequences = sequences_of(facts.reading)
    having: dict[str, list[Sequence]] = defaultdict(list)
    for sequence in sequences:
        for word in sequence.by_word:
            having[word].append(sequence)
    for phrase in facts.reading.phrases if sequences else ():
        plain = level(phrase.plain)
        for start, end in sentences_of(plain) if phrase.is_spoken and _CUE.search(plain) else ():
            if end - start > _LONGEST or not _CUE.search(plain, start, end):
                continue
            for found, said in _told(plain, start, end):
                near = _near(" ".join(each or "" for each in said.values()), having)
                yield from _turned(phrase, found, said, near or sequences[:_MOST])


def _told(plain: str, start: int, end: int) -> Iterator[tuple["re.Match[str]", dict[str, str]]]:
    """What a sentence lets come early and late, and what it lets never come early."""
    found = next((match for each in _PATTERNS if (match := each.search(plain, start, end))), None)
    if found and not _UNSURE.search(found.group()) and not is_cited(plain, *found.span()):
        yield found, found.groupdict()
    barred = next((match for each in _NEGATED if (match := each.search(plain, start, end))), None)
    if barred and not any(_UNSURE.search(each) for each in barred.groups()) and not is_cited(plain, *barred.span()):
        said = barred.groupdict()
        subject = _VERB.split(plain[start:end])[0] if _PRONOUN.match(said["late"]) else said["late"]
        yield barred, {**said, "late": subject}


def _near(text: str, having: dict[str, list[Sequence]]) -> list[Sequence]:
    """The sequences that have one of the words."""
    near = {id(each): each for word in deeds_in(text) for each in having.get(word, [])[:_MOST]}
    return list(near.values())


def _turned(
    phrase: Phrase, found: "re.Match[str]", groups: dict[str, str], sequences: list[Sequence]
) -> Iterator[Contradiction]:
    pairs = [(groups["early"], groups["late"]), (groups["late"], groups.get("later") or "")]
    for sequence in sequences:
        for early, late in pairs:
            one, other = sequence.meant(_REASON.split(early)[0]), sequence.meant(_REASON.split(late)[0])
            if one and other and _are_turned(one, other, phrase):
                quote = phrase.mark(found.start(), found.end())
                message = "told to come first, and stands behind"
                yield Contradiction(message, quote, (one.quote, other.quote), "mend the order, or the sentence")
                return


def _are_turned(early: Placed, late: Placed, phrase: Phrase) -> bool:
    line = phrase.text.place().line
    own = any(each.quote.place.line == line for each in (early, late))
    return early.words != late.words and late.place < early.place and not own
