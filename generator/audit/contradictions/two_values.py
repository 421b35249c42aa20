"""Two places tell the same thing with different values.

A limit, a time of day, a date, a release or a person: those who read the one place do something else than those who
read the other. What two statements are about is told by the words that they share and few others have.

Fails:

```markdown
The ramp call is every morning at 09:15, led by Shreya Iyer.

- Ramp call: every morning 08:45 from week 8
```

Passes:

```markdown
The ramp call is every morning at 08:45, led by Shreya Iyer.

- Ramp call: every morning 08:45 from week 8
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.audit.blocks import Under
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.likeness import Pair, pairs_of, set_apart
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import CURRENCIES, quantities_in
from generator.audit.understanding.sheets import Sheets
from generator.audit.understanding.tellings import Telling, tellings_of
from generator.audit.understanding.values import Value
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_PART = 0.45
_PART_OF_PERSON = 0.65
_SAME_WORDS = 0.9
_AS_LIKE = 0.8
_DAYS_APART = 300
_TIMES = 6
_FAR, _TWICE = 20, 2
_FEW = 2
_NEAR = 24
_MUCH = 3
"""Sums further apart are no slip."""
_CHANGE = re.compile(
    r"\b(?:rais\w*|ris(?:es?|ing)|rose|increas\w*|reduc\w*|lower(?:s|ed)|cut (?:to|from|by)|instead of|previous\w*"
    r"|formerly|last year|no longer|used to|until now|changed? (?:from|to)|moved? (?:from|to)|over by|left over"
    r"|remain\w*|leaves?|under by|difference)\b|\bby (?:about |around |up to )?[~≈]?\d+(?:\.\d+)? ?%",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"\b(?:next|previous|last|first|second|third|final|following|another|again|further|continued|resum\w+|repeat\w*"
    r"|follow-?up|return|original\w*|rescheduled|postponed)\b"
    r"|^\W*(?:held|met|visited|taken|written|date|minutes)\b",
    re.IGNORECASE,
)
"""Which of several meetings or visits it is; without a subject it is the one that the document is about."""
_LABEL = re.compile(r"(?:^|[.;]\s)\W*(?P<label>[A-Z][a-z]+(?: [a-z]+)?):\s*$")
"""`Duration: ` right before a value: below each of several headings it is told of that one's part."""
_DUE = re.compile(
    r"\W*\b(?:by|until|due|deadline|no later than|before|latest)\b\W*(?:when|date|on)?\W*", re.IGNORECASE
)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each pair of values told of the same."""
    pairs = pairs_of(tellings_of(facts.reading))
    graded = {_grade(each, each.value) for pair in pairs for each in (pair.left, pair.right)}
    series, due = _series(pairs), _due_cells(facts)
    repeated, sheets = _repeated(pairs), Sheets(facts.reading)
    for pair in pairs:
        left, right = pair.left, pair.right
        clear = series.isdisjoint((left, right)) and not _is_borne_out(pair, repeated) and not _is_changed(pair)
        clear = clear and _tells_due(left, due) == _tells_due(right, due)
        clear = clear and not sheets.are_apart(left.phrase, right.phrase)
        levels = {_grade(left, right.value), _grade(right, left.value)} & graded
        clear = clear and not _is_multiple(pair) and not levels and not _are_two_occasions(pair)
        if clear and _differ(left.value, right.value) and _is_same_thing(pair):
            yield Contradiction(f'"{right.told}" here, "{left.told}" there', right.quote, (left.quote,))


def _is_borne_out(pair: Pair, repeated: dict[Telling, float]) -> bool:
    """Tell whether both values are told in like words elsewhere, or one of them in liker words."""
    less, more = sorted((repeated[pair.left], repeated[pair.right]))
    return less >= pair.likeness * _AS_LIKE or more > pair.likeness


def _differ(one: Value, other: Value) -> bool:
    """Values that are far apart, or limits to different sides, are told of different things."""
    if one.key == other.key or one.side != other.side or one.ranged != other.ranged:
        return False
    if one.kind == "date":
        return abs(one.size - other.size) < _DAYS_APART
    if one.kind in CURRENCIES:
        return max(one.size, other.size) < _MUCH * min(one.size, other.size)
    most = _TIMES if one.kind == "time" else _FAR
    return one.kind == "clock" or max(one.size, other.size) <= most * min(one.size, other.size)


def _is_same_thing(pair: Pair) -> bool:
    part = _PART_OF_PERSON if pair.left.value.kind == "person" else _PART
    return pair.weight >= 1 and pair.part >= part and not _are_siblings(pair) and not set_apart(pair.left, pair.right)


def _grade(telling: Telling, value: Value) -> tuple[object, ...]:
    """A value as a row or an entry of the same section tells it: levels of one alarm differ on purpose."""
    phrase = telling.phrase
    listed = (phrase.text.file, phrase.under) if phrase.form == "cell" else phrase
    return (listed, value.kind, value.side, str(value.key))


def _are_two_occasions(pair: Pair) -> bool:
    """`Next meeting: 18 January` tells of another meeting than `Held on 5 January`."""
    if pair.left.value.kind not in {"date", "clock"}:
        return False
    one, other = (
        {found.group().lower().strip() for found in _OCCASION.finditer(_said(each))}
        for each in (pair.left, pair.right)
    )
    return one != other


def _said(telling: Telling) -> str:
    return level(telling.phrase.plain[slice(*telling.sentence)])


def _is_multiple(pair: Pair) -> bool:
    """`A tray holds 12 kg`, and `five trays (60 kg)`: the one place says how many times the other it is."""
    less, more = sorted((pair.left, pair.right), key=lambda each: each.value.size)
    times = more.value.size / less.value.size if less.value.size else 0
    if times < _TWICE or times % 1 or more.value.kind in {"clock", "date"}:
        return False
    phrase = more.phrase
    return any(each.value == times for each in quantities_in(phrase.plain, comma=phrase.style.comma))


def _are_siblings(pair: Pair) -> bool:
    """Rows and entries of one section tell different things, and so do those of two sections in the same words."""
    one, other = pair.left.phrase, pair.right.phrase
    labels = [_LABEL.search(level(each.phrase.plain)[: each.value.start]) for each in (pair.left, pair.right)]
    names = {found["label"].lower() for found in labels if found}
    if all(labels) and len(names) == 1 and one.under != other.under and one.under[:-1] == other.under[:-1]:
        return True
    if one.form != other.form or one.form not in {"cell", "item"} or one.text.file != other.text.file:
        return False
    if one.is_box != other.is_box:  # a box to tick asks again for what another list has asked
        return one.under == other.under
    return one.under == other.under or (pair.part > _SAME_WORDS and one.under[:-1] == other.under[:-1])


def _is_changed(pair: Pair) -> bool:
    """Tell whether one of the two says that its value is new, past or a difference."""
    sides = (pair.left, pair.right)
    spoken = [each.phrase.plain[slice(*each.sentence)] for each in sides if each.phrase.form != "cell"]
    return any(_CHANGE.search(each) for each in spoken)


def _due_cells(facts: Facts) -> set[Phrase]:
    """Cells that tell until when something is to be done, which is not when it is."""
    return {
        row.cells[column]
        for grid, rows in facts.reading.tables
        for column, header in enumerate(grid.header)
        if _DUE.fullmatch(level(header.plain))
        for row in rows
    }


def _tells_due(telling: Telling, due: set[Phrase]) -> bool:
    before = level(telling.phrase.plain)[max(0, telling.value.start - _NEAR) : telling.value.start]
    return telling.value.kind == "date" and (telling.phrase in due or bool(_DUE.search(before)))


def _series(pairs: list[Pair]) -> set[Telling]:
    """Where many places, or several rows of one column, say the like with a value each, each tells its own."""
    others: dict[Telling, set[str]] = defaultdict(set)
    columns: dict[tuple[Telling, Under, frozenset[str]], set[str]] = defaultdict(set)
    for pair in pairs:
        if pair.part >= _PART and pair.left.value.key != pair.right.value.key:
            for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
                others[one].add(str(other.value.key))
                if other.phrase.form == "cell":
                    columns[one, other.phrase.under, other.column].add(str(other.value.key))
    several = {telling for (telling, _, _), values in columns.items() if len(values) >= _FEW}
    return several | {each for each, values in others.items() if len(values) > _FEW}


def _repeated(pairs: list[Pair]) -> dict[Telling, float]:
    """How like the most alike other place is that tells the same value."""
    found: dict[Telling, float] = defaultdict(float)
    for pair in pairs:
        if pair.left.value.key == pair.right.value.key:
            for each in (pair.left, pair.right):
                found[each] = max(found[each], pair.likeness)
    return found
