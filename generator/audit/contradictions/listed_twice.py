"""One thing stands in the lists of two teams or pieces of work, where everything else stands in one.

It is made twice, or each leaves it to the other.

Fails:

```markdown
- **Network** (3 people)
  - egress filter
  - key escrow
- **Endpoints** (5 people)
  - disk encryption
  - key escrow
- **Identity team** (4 people)
  - login page
```

Passes:

```markdown
- **Network** (3 people)
  - egress filter
- **Endpoints** (5 people)
  - disk encryption
  - key escrow
- **Identity team** (4 people)
  - login page
```
"""

import re
from collections import Counter
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.part_members import Part, Parts, members_of
from generator.audit.understanding.phrases import Quote
from generator.findings import Severity

SEVERITY = Severity.WARNING

_MADE = re.compile(
    r"\b(?:deliver(?:s|ed|y|able|ables)?|outputs?|results?|builds?|makes?|produces?|provides?)\b", re.IGNORECASE
)
_MAKERS = re.compile(r"\b(?:teams?|squads?|crews?|groups?|workstreams?|streams?|packages?)\b", re.IGNORECASE)
_LED = re.compile(r"\b(?:led by|lead|people|persons?|staff|developers?|engineers?)\b", re.IGNORECASE)
_OF_ALL = re.compile(
    r"\b(?:reports?|reviews?|meetings?|tests?|testing|documentation|docs|training|support|monitoring|runbooks?|rehearsals?"
    r"|checklists?|hand-?overs?|planning|budget|updates?|stand-?ups?|demos?|retrospectives?|on-?call|checks?|plans?)\b",
    re.IGNORECASE,
)
_FEWEST, _TWICE = 4, 2
_HELP = "leave it to one of the two, or say what each does of it"


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one thing that is listed twice."""
    told: set[Quote] = set()
    for listed in members_of(facts.reading):
        counts = Counter(thing for part in listed.parts for thing in part.things)
        twice = [thing for thing, count in counts.items() if count > 1]
        if len(twice) != 1 or counts[twice[0]] != _TWICE or len(twice[0]) < _TWICE or len(counts) < _FEWEST:
            continue
        one, other = [part for part in listed.parts if twice[0] in part.things]
        is_maker = _MAKERS.match(other.told(twice).strip('"'))
        if _are_makers(listed) and not is_maker and not _OF_ALL.search(other.told(twice)) and other.quote not in told:
            told.add(other.quote)
            yield _told(one, other, other.told(twice))
    yield from _in_boxes(facts)


def _in_boxes(facts: Facts) -> Iterator[Contradiction]:
    """Of what stands below the boxes of one drawing nothing stands below two."""
    for drawing in facts.reading.drawings:
        lines = {line.text.place().line for line in drawing.lines}
        below = [each for each in facts.pieces if each.unit and each.quote.place.line in lines and each.key]
        counts = Counter(each.key for each in below)
        twice = [key for key, count in counts.items() if count > 1]
        if len(twice) == 1 and counts[twice[0]] == _TWICE and len(counts) >= _FEWEST:
            one, other = [each for each in below if each.key == twice[0]]
            if (
                one.unit != other.unit
                and one.quote.place.file == other.quote.place.file
                and not _OF_ALL.search(one.name)
            ):
                message = f'"{other.name}" stands below "{one.unit}", and below "{other.unit}"'
                yield Contradiction(message, other.quote, (one.quote,), _HELP)


def _are_makers(listed: Parts) -> bool:
    """A column or a label says what is made; a list is one of teams, or of what people are told of."""
    titled = _MADE.search(listed.title) or _MAKERS.search(listed.title)
    named = sum(bool(_MAKERS.search(part.called) or _LED.search(part.quote.text)) for part in listed.parts)
    return bool(titled) or named == len(listed.parts)


def _told(one: Part, other: Part, thing: str) -> Contradiction:
    message = f'{thing} is listed under "{one.called}", and under "{other.called}"'
    return Contradiction(message, other.quote, (one.quote,), _HELP)
