"""Entries say the like of all rows of a table but one, or a box to tick names all of them but one.

What is not on the list is not done, and nobody notices: all boxes are ticked.

Fails:

```markdown
| Boat | Berth |
|---|---|
| Gull | 1 |
| Tern | 2 |
| Skua | 3 |
| Knot | 4 |

- 2 March: engine test of Gull
- 3 March: engine test of Tern
- 5 March: engine test of Knot
- 6 March: Gull sails
- 7 March: Tern sails
- 8 March: Skua sails
- 9 March: Knot sails
```

Passes:

```markdown
| Boat | Berth |
|---|---|
| Gull | 1 |
| Tern | 2 |
| Skua | 3 |
| Knot | 4 |

- 2 March: engine test of Gull
- 3 March: engine test of Tern
- 4 March: engine test of Skua
- 5 March: engine test of Knot
- 6 March: Gull sails
- 7 March: Tern sails
- 8 March: Skua sails
- 9 March: Knot sails
```
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.blocks import Under
from generator.audit.calendar import NAMES
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.holders import Stems, named_in
from generator.audit.understanding.phrases import Phrase, Quote, Reading
from generator.audit.understanding.words import tokens_of
from generator.findings import Severity

SEVERITY = Severity.WARNING

_FEWEST, _MOST_ROWS, _MOST_TABLES, _MOST_WORDS = 4, 40, 12, 120


@dataclass(frozen=True, eq=False)
class _Names:
    """What the rows of a table are called."""

    quotes: dict[Stems, Quote]


@dataclass(frozen=True)
class _Entry:
    """An entry with the names that it tells of, and the words besides."""

    phrase: Phrase
    names: frozenset[Stems]
    besides: frozenset[str]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one row that entries of one wording, or a box of a checklist, leave out."""
    having: dict[str, list[_Names]] = defaultdict(list)
    for table in _tables(facts.reading):
        for word in {name[0] for name in table.quotes}:
            having[word].append(table)
    lists: dict[tuple[str, Under], list[Phrase]] = defaultdict(list)
    for phrase in facts.reading.phrases if having else ():
        if phrase.form == "item":
            lists[phrase.text.file, phrase.under].append(phrase)
    for items in lists.values():
        yield from _left_out(items, having)


def _tables(reading: Reading) -> Iterator[_Names]:
    for grid, rows in reading.tables:
        cells = [row.cells[grid.key_column] for row in rows if not is_total(row)]
        named = {tuple(stem for stem, _, _ in tokens_of(cell.plain)): cell.quote() for cell in cells}
        if _FEWEST <= len(cells) == len(named) <= _MOST_ROWS and all(_is_name(name) for name in named):
            yield _Names(named)


def _is_name(name: Stems) -> bool:
    return 0 < len(name) <= len("abc") and len(name[0]) > len("ab") and not name[0][0].isdigit()


def _left_out(items: list[Phrase], having: dict[str, list[_Names]]) -> Iterator[Contradiction]:
    words = [[stem for stem, _, _ in tokens_of(item.plain)][:_MOST_WORDS] for item in items]
    near = {id(each): each for told in words for word in told for each in having.get(word, [])[:_MOST_TABLES]}
    for table in list(near.values())[:_MOST_TABLES]:
        told = [_entry(item, stems, table) for item, stems in zip(items, words, strict=True)]
        named = frozenset[Stems]().union(*(each.names for each in told))
        yield from _in_boxes(told, named, table)
        yield from _in_frames(told, table)


def _entry(item: Phrase, words: list[str], table: _Names) -> _Entry:
    names = frozenset(named_in(table.quotes, words))
    besides = {word for word in words if word not in NAMES and not word[0].isdigit()}
    return _Entry(item, names, frozenset(besides.difference(*names)))


def _in_boxes(told: list[_Entry], named: frozenset[Stems], table: _Names) -> Iterator[Contradiction]:
    """`- [ ] Leeds, York and Hull moved`, and nothing of Bath in the whole checklist."""
    missing = [name for name in table.quotes if name not in named]
    for each in told if len(missing) == 1 else ():
        boxed = each.phrase.is_box
        if boxed and len(each.names) == len(table.quotes) - 1:
            yield _told(each.phrase, table, missing[0])


def _in_frames(told: list[_Entry], table: _Names) -> Iterator[Contradiction]:
    """Entries of like words, one for each row but one, beside others with one for each."""
    frames: dict[frozenset[str], list[_Entry]] = defaultdict(list)
    for each in told:
        if len(each.names) == 1 and each.besides:
            frames[each.besides].append(each)
    counts = {frame: {name for each in entries for name in each.names} for frame, entries in frames.items()}
    if not any(len(names) == len(table.quotes) for names in counts.values()):
        return
    for frame, names in counts.items():
        missing = [name for name in table.quotes if name not in names]
        if len(missing) == 1:
            yield _told(frames[frame][-1].phrase, table, missing[0])


def _told(phrase: Phrase, table: _Names, missing: Stems) -> Contradiction:
    called = table.quotes[missing].text.strip()
    message = f'"{called}" is left out here, where all others are named'
    return Contradiction(
        message, phrase.quote(), (table.quotes[missing],), f'add "{called}", or say why it is not there'
    )
