"""A row or an entry has the command of another one, where all others have their own.

Whoever copies the command from the page does the thing to the wrong part.

Fails:

```markdown
| Gate | Looks at | Run |
|---|---|---|
| A | Ring 0 | `trustctl gate --ring 0` |
| B | Ring 1 | `trustctl gate --ring 1` |
| C | Ring 2 | `trustctl gate --ring 1` |
```

Passes:

```markdown
| Gate | Looks at | Run |
|---|---|---|
| A | Ring 0 | `trustctl gate --ring 0` |
| B | Ring 1 | `trustctl gate --ring 1` |
| C | Ring 2 | `trustctl gate --ring 2` |
```
"""

import re
from collections.abc import Iterator, Sequence

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.called import words_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote, Row
from generator.audit.understanding.series import lists_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_FEWEST, _MOST = 3, 60
_WORD = re.compile(r"[^\W_]+")
Words = frozenset[str]
_Row = tuple[Words, Words, Quote]
"""The words of its name, those of its command, and where it stands."""


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one row or entry whose command names another one's part."""
    for grid, rows in facts.reading.tables:
        commands = [column for column in range(len(grid.header)) if all(_is_code(row.cells[column]) for row in rows)]
        for command in commands:
            parts = [
                [_told(row, part, command) for row in rows]
                for part in range(len(grid.header))
                if part not in commands
            ]
            if not any(_own(each) and not _wrong(each) for each in parts):
                yield from [found for each in parts for found in _odd(each)][:1]
    for entries in lists_of(facts.reading):
        told = [(each, _command(each.phrase)) for each in entries]
        if all(command for _, command in told):
            yield from _odd([(_words(each.label), _words(command), each.quote) for each, command in told])


def _told(row: Row, part: int, command: int) -> _Row:
    return _words(row.cells[part].plain), _words(_command(row.cells[command])), row.mark(row.cells[command])


def _is_code(cell: Phrase) -> bool:
    return bool(cell.plain.strip()) and cell.text.in_code(len(cell.plain) - len(cell.plain.lstrip()))


def _command(phrase: Phrase) -> str:
    return " ".join(phrase.plain[start:end] for start, end in phrase.text.code)


def _words(text: str) -> Words:
    spaced = " ".join(_WORD.findall(text.replace("_", " ")))
    return frozenset(word for word, _, _ in words_of(spaced))


def _own(rows: Sequence[_Row]) -> list[Words]:
    """The words of each name that no other name has; nothing where one has none."""
    if not _FEWEST <= len(rows) <= _MOST:
        return []
    names = [name for name, _, _ in rows]
    own = [name.difference(*(names[:index] + names[index + 1 :])) for index, name in enumerate(names)]
    return own if all(own) else []


def _wrong(rows: Sequence[_Row]) -> list[int]:
    return [index for index, words in enumerate(_own(rows)) if not words & rows[index][1]]


def _odd(rows: Sequence[_Row]) -> Iterator[Contradiction]:
    """All commands but one name their own part, and that one another's."""
    wrong = _wrong(rows)
    if len(wrong) == 1:
        _, command, quote = rows[wrong[0]]
        named = [at for at, words in enumerate(_own(rows)) if at != wrong[0] and words & command]
        if len(named) == 1:
            message = "the command is that of another entry"
            yield Contradiction(message, quote, (rows[named[0]][2],), "write the command of this one")
