"""A sentence gives some of the rows of a table to the holder of a post, and one of them has somebody else.

Both believe that the decision is theirs, or that it is not.

Fails:

```markdown
The head cook is Ada Lind; the steward is Tom Rau.

| Tasting | Chair |
|---|---|
| T1 | Tom Rau |
| T2 | Ada Lind |
| T3 | Tom Rau |

T1 is chaired by the steward, the others by the head cook.
```

Passes:

```markdown
The head cook is Ada Lind; the steward is Tom Rau.

| Tasting | Chair |
|---|---|
| T1 | Tom Rau |
| T2 | Ada Lind |
| T3 | Ada Lind |

T1 is chaired by the steward, the others by the head cook.
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.deeds import deeds_in
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.holders import Held, Holders, Stems, holders_of, named_in, posts_of
from generator.audit.understanding.people import Person, persons_in
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.sentences import sentences_of, within
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_REST = re.compile(
    r"\b(?:(?:the|all|all the|both|every) (?:[a-z]+ )?others?|the rest|the remaining)\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r";\s|,\s(?:and |but |while )?|\s(?:and|but|while) (?=(?:the|all) (?:[a-z]+ )?(?:others?|rest)\b)"
)
_UNSURE = re.compile(r"\b(?:if|unless|when|absent|away|instead|together|also|or|not|except)\b", re.IGNORECASE)
_LONGEST, _MOST = 400, 100
_Claim = tuple[Held, Person]


@dataclass(frozen=True, eq=False)
class _Agents:
    """A text with the people whom it names, and who holds which post."""

    phrase: Phrase
    people: tuple[Person, ...]
    posts: dict[Stems, Person]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one row that has another person than a sentence gives it, where it gives several."""
    holders = [each for each in holders_of(facts.reading) if len(each.held) > 1][:_MOST]
    posts = posts_of(facts.reading) if holders else {}
    for phrase in facts.reading.phrases if holders else ():
        plain = level(phrase.plain)
        if not (phrase.is_spoken and _REST.search(plain)):
            continue
        agents = _Agents(phrase, tuple(persons_in(phrase)), posts)
        for start, end in sentences_of(plain):
            sentence = plain[start:end]
            if len(sentence) <= _LONGEST and _REST.search(sentence) and not _UNSURE.search(sentence):
                yield from _against(agents, (start, end), holders)


def _against(agents: _Agents, stretch: tuple[int, int], holders: list[Holders]) -> Iterator[Contradiction]:
    sentence = level(agents.phrase.plain)[slice(*stretch)]
    deeds = deeds_in(sentence)
    for each in holders:
        if not deeds & deeds_in(each.header):
            continue
        claims = list(_claims(agents, stretch, each))
        wrong = [(held, person) for held, person in claims if not held.person.may_be(person)]
        if len(wrong) == 1 and len(claims) > 1:
            held, person = wrong[0]
            message = f'"{held.called}" has "{held.person.told}" here, and "{person.told}" there'
            yield Contradiction(message, held.quote, (agents.phrase.mark(*stretch),))


def _claims(agents: _Agents, stretch: tuple[int, int], holders: Holders) -> Iterator[_Claim]:
    """What each clause gives to the one whom it names; `the others` are all that no clause names."""
    named: set[Stems] = set()
    for start, end in _clauses(agents.phrase, stretch):
        clause = level(agents.phrase.plain)[start:end]
        words = [stem for stem, _, _ in tokens_of(clause)]
        people = [*within(agents.people, start, end), *(agents.posts[post] for post in named_in(agents.posts, words))]
        told = named_in(holders.by_name, words)
        named |= told
        meant = [held for name in told if (held := holders.of(name))]
        if _REST.search(clause) and named:
            meant = [each for each in holders.held if not named & each.names]
        if len(people) == 1:
            yield from ((held, people[0]) for held in meant)


def _clauses(phrase: Phrase, stretch: tuple[int, int]) -> Iterator[tuple[int, int]]:
    start = stretch[0]
    for found in _CLAUSE.finditer(level(phrase.plain), *stretch):
        yield start, found.start()
        start = found.end()
    yield start, stretch[1]
