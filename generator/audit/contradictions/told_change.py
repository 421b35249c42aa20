"""A sentence tells by how much rows change from one column to the next, and for one of them the columns do not.

Whoever reads the sentence alone plans with a change that there is not.

Fails:

```markdown
| Subject | Year 9 | Year 10 |
|---|---|---|
| Languages | 3 | 2 |
| Arts | 3 | 2 |
| Sports | 2 | 2 |

Languages and sports lose one each.
```

Passes:

```markdown
| Subject | Year 9 | Year 10 |
|---|---|---|
| Languages | 3 | 2 |
| Arts | 3 | 2 |
| Sports | 2 | 2 |

Languages and arts lose one each.
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.comparisons import Column, Figure, columns_of, named_in
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.words import NUMBER_WORD, count_word, level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_N = rf"(?:\d{{1,6}}|{NUMBER_WORD})"
_CHANGES = re.compile(
    rf"(?:^|[.;]\s)(?P<who>[^.;:()]{{2,120}}?) (?P<how>loses?|lost|drops?|gives? up|falls? by|shrinks? by|sinks? by"
    r"|is cut by|are cut by"
    r"|gains?|wins?|grows? by|rises? by|increases? by|gets?) "
    rf"(?P<many>{_N})(?: (?:more|fewer|less))?(?: [a-z]+)? each\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    rf"(?:^|[.;,]\s|\band )(?P<who>[^.;:(),]{{2,60}}?) (?:goes|go|grows?|falls?|rises?|drops?|shrinks?|changes?"
    rf"|is (?:cut|raised|reduced)) from (?P<one>{_N}) to (?P<other>{_N})\b",
    re.IGNORECASE,
)
_AND = re.compile(r",\s(?:and\s)?|\sand\s|\s&\s")
_DOWN = re.compile(r"los|drop|give|fall|shrink|sink|is cut|are cut", re.IGNORECASE)
_PAIR = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each row that a sentence lets change as others do, and that does not."""
    columns = columns_of(facts.reading)
    for phrase in facts.reading.phrases if columns else ():
        plain = level(phrase.plain)
        near = _pair(phrase, columns) if phrase.form == "paragraph" else None
        for found in _CHANGES.finditer(plain) if near else ():
            yield from _each(phrase, found, *near) if near else ()
        for found in _FROM_TO.finditer(plain) if near else ():
            yield from _from_to(phrase, found, *near) if near else ()


def _pair(phrase: Phrase, columns: list[Column]) -> tuple[Column, Column] | None:
    """The two columns of figures of the one table of the section."""
    near = [each for each in columns if each.grid.under == phrase.under and each.grid.file == phrase.text.file]
    grids = {id(each.grid) for each in near}
    return (near[0], near[1]) if len(near) == _PAIR and len(grids) == 1 else None


def _each(phrase: Phrase, found: "re.Match[str]", one: Column, other: Column) -> Iterator[Contradiction]:
    change = (count_word(found["many"]) or 0) * (-1 if _DOWN.match(found["how"]) else 1)
    rows: list[tuple[str, Figure, Figure]] = []
    for name in _AND.split(found["who"]):
        left, right = named_in(one, name), named_in(other, name)
        if left and right:
            rows.append((name, left, right))
    wrong = [each for each in rows if each[2].value - each[1].value != change]
    if len(rows) >= _PAIR and len(wrong) == 1:
        name, left, right = wrong[0]
        message = f'"{name.strip()}" goes {_way(left, right)}, and is told to change by {change}'
        here = phrase.mark(found.start("who"), found.end())
        yield Contradiction(message, here, (left.quote,), "name another one, or mend the figures")


def _from_to(phrase: Phrase, found: "re.Match[str]", one: Column, other: Column) -> Iterator[Contradiction]:
    left, right = named_in(one, found["who"]), named_in(other, found["who"])
    told = (count_word(found["one"]), count_word(found["other"]))
    if left and right and (left.value == told[0]) != (right.value == told[1]):
        message = f'"{found["who"].strip()}" goes {_way(left, right)} in the table'
        here = phrase.mark(found.start("one"), found.end())
        yield Contradiction(message, here, (left.quote,), "mend the sentence, or the figures")


def _way(left: Figure, right: Figure) -> str:
    return f"from {left.value.normalize():f} to {right.value.normalize():f}"
