"""Each of a kind is said to have one, and the list of them leaves one out.

What was promised for all is missing for this one, and nobody has decided so.

Fails:

```markdown
| Room | Seats |
|---|---|
| Blue | 20 |
| Green | 30 |
| Red | 12 |

Every room has a warden:

- Blue: Ada
- Red: Tom
```

Passes:

```markdown
| Room | Seats |
|---|---|
| Blue | 20 |
| Green | 30 |
| Red | 12 |

Every room has a warden:

- Blue: Ada
- Green: Eva
- Red: Tom
```
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.keyed import Key, Keyed, keyed_of
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.words import NUMBER_WORD, level, tokens_of
from generator.findings import Severity
from generator.formatting import joined

SEVERITY = Severity.WARNING

_EACH = re.compile(
    rf"\b(?:each|every|per|none without|all (?:of )?(?:the |these |our )?(?:{NUMBER_WORD}|\d+)?)"
    r"(?: of (?:the|them|these))?"
    rf"(?: (?:{NUMBER_WORD}|\d+))?\b(?: (?P<noun>[a-z-]+))?",
    re.IGNORECASE,
)
_THEY = frozenset({"", "has", "have", "one", "get", "need", "is", "are", "with", "must", "wa", "ha", "i"})
_BUT = re.compile(
    r"\b(?:except|unless|apart from|other than|but not|not (?:all|each|every)|without one|besides|some|most|only"
    r"|where (?:needed|necessary)|if (?:needed|necessary)|selected)\b",
    re.IGNORECASE,
)
_FEWEST, _MOST = 3, 5
_LITTLE = frozenset({"list", "table", "plan", "no", "name", "what", "who", "when", "where", "number", "how"})


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each list with all names of another list but one, where words around promise one for each."""
    lists = keyed_of(facts.reading)
    having: dict[Key, list[Keyed]] = defaultdict(list)
    for each in lists:
        for key in each.keys:
            having[key].append(each)
    for part in lists:
        first = next(iter(part.keys))
        wholes = [each for each in having[first] if len(having[first]) <= _MOST and _lacks_one(each, part)]
        whole = next((each for each in wholes if _is_promised(each, part)), None)
        if whole:
            yield _told(whole, part)


def _lacks_one(whole: Keyed, part: Keyed) -> bool:
    return (
        len(whole.keys) >= _FEWEST and len(whole.keys) == len(part.keys) + 1 and part.keys.keys() < whole.keys.keys()
    )


def _is_promised(whole: Keyed, part: Keyed) -> bool:
    """Words that lead to the list speak of each; so may those around the whole, where they name what the list has."""
    missing = next(key for key in whole.keys if key not in part.keys)
    common = frozenset.intersection(*part.keys)
    if common and not common & missing:
        return False
    near = [*(level(text) for text in part.lead), part.title]
    if any(missing <= _stems(text) or _BUT.search(text) for text in near):
        return False
    kind = _stems(" ".join([whole.title, *whole.header[:2], *whole.lead])) | _letters(whole)
    listed = _stems(" ".join([part.title, *part.header])) - _LITTLE - _stems(whole.title)
    return any(_speaks_of_each(text, kind) for text in near) or any(
        _speaks_of_each(sentence, kind) for sentence in _sentences(whole.lead) if listed & _stems(sentence)
    )


def _sentences(texts: Iterable[str]) -> Iterator[str]:
    yield from (
        text[start:end] for text in texts for start, end in sentences_of(text) if not _BUT.search(text[start:end])
    )


def _speaks_of_each(text: str, kind: frozenset[str]) -> bool:
    for found in _EACH.finditer(text):
        stems = _stems(found["noun"] or "")
        if stems & kind or not stems - _THEY:
            return True
    return False


def _letters(whole: Keyed) -> frozenset[str]:
    """The letters of codes are what they are called by: `CCP2` is a CCP."""
    letters = {word.rstrip("0123456789").lower() for key in whole.keys for word in key if word[-1:].isdigit()}
    return frozenset(letters - {""})


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem for stem, _, _ in tokens_of(text))


def _told(whole: Keyed, part: Keyed) -> Contradiction:
    missing = next(key for key in whole.keys if key not in part.keys)
    names = joined([f'"{name}"' for name in part.names.values()])
    last = list(part.keys.values())[-1]
    message = f'"{whole.names[missing]}" is missing among {names}'
    return Contradiction(
        message, last, (whole.keys[missing],), f'add "{whole.names[missing]}", or say why it has none'
    )
