"""All entries of a list say something under a label, and one of them does not.

A risk without its answer looks answered among the others.

Fails:

```markdown
- **Storm** - likely
  - Answer: lower the sails
- **Fire** - rare
- **Leak** - rare
  - Answer: man the pumps
- **Fog** - likely
  - Answer: sound the horn
```

Passes:

```markdown
- **Storm** - likely
  - Answer: lower the sails
- **Fire** - rare
  - Answer: fetch the sand
- **Leak** - rare
  - Answer: man the pumps
- **Fog** - likely
  - Answer: sound the horn
```
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.audit.blocks import Under
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.codes import leading_code
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.WARNING

_LABEL = re.compile(r"(?:^\W*|[.;]\s+)(?P<label>[A-Z][a-z]+(?: [a-z]+){0,2}):\s")
_EXTRA = re.compile(
    r"(?:notes?|examples?|exceptions?|optional\w*|except|see|tip|hint|caution|warning|today|status|also)\b",
    re.IGNORECASE,
)
_LED = re.compile(r"[^.:]{2,80}:\s")
_FEWEST = 3
_Entry = list[Phrase]
_Labels = Counter[str]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one entry that lacks a label which at least three others have, each of them once."""
    lists = [(entries, [Counter(_labels(entry)) for entry in entries]) for entries in _lists(facts)]
    for entries, counts in lists:
        if _is_dated(entries):
            continue
        free = _told_of_some([each for _, each in lists if each is not counts])
        having = Counter(label for count in counts for label in count)
        for label in [each for each, number in having.items() if number == len(entries) - 1 >= _FEWEST]:
            lacking = [entry for entry, count in zip(entries, counts, strict=True) if not count[label]]
            once = all(count[label] <= 1 for count in counts)
            if once and not _EXTRA.match(label) and label not in free and _is_like(lacking[0], entries):
                other = next(entry for entry, count in zip(entries, counts, strict=True) if count[label])
                message = f'"{label}" is told of all others and not of this one'
                help_ = f'add "{label}", or say why there is none'
                yield Contradiction(message, lacking[0][0].quote(), (other[-1].quote(),), help_)


def _told_of_some(lists: list[list[_Labels]]) -> set[str]:
    """Labels that another list tells of one entry and not of another: there is no rule to it."""
    return {label for counts in lists for label in set().union(*counts) if not all(count[label] for count in counts)}


def _is_dated(entries: list[_Entry]) -> bool:
    """What happens on days of its own may have nobody who leads it."""
    return sum(bool(entry[0].windows) for entry in entries) * 2 > len(entries)


def _is_like(entry: _Entry, entries: list[_Entry]) -> bool:
    """Where all others begin with a name and a colon, one that does not is another kind of entry."""
    others = [each for each in entries if each is not entry]
    return bool(_LED.match(level(entry[0].plain))) or not all(_LED.match(level(each[0].plain)) for each in others)


def _lists(facts: Facts) -> Iterator[list[_Entry]]:
    """Entries with what stands below them, and paragraphs that each begin with a code."""
    lists: dict[tuple[str, Under], list[_Entry]] = defaultdict(list)
    coded: dict[tuple[str, Under], list[_Entry]] = defaultdict(list)
    for phrase in facts.reading.phrases:
        place = (phrase.text.file, phrase.under)
        if phrase.form == "item" and phrase.item:
            if phrase.item.depth and lists[place]:
                lists[place][-1].append(phrase)
            else:
                lists[place].append([phrase])
        elif phrase.form == "paragraph" and leading_code(phrase.plain):
            coded[place].append([phrase])
    yield from lists.values()
    yield from coded.values()


def _labels(entry: _Entry) -> Iterator[str]:
    """Labels inside of an entry; the one that it begins with is its name."""
    for index, phrase in enumerate(entry):
        for found in _LABEL.finditer(level(phrase.plain)):
            if index or found.start("label") > len("**"):
                yield found["label"]
