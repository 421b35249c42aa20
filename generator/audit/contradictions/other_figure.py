"""A sentence tells a figure of a row, or its multiple, and the table beside it tells another one.

One of the two was changed and the other one stayed.

Fails:

```markdown
| Wave | Lorries |
|---|---|
| 1 | 2 |
| 2 | 3 |

Wave 1 has two lorries, Wave 2 has four lorries.
```

Passes:

```markdown
| Wave | Lorries |
|---|---|
| 1 | 2 |
| 2 | 3 |

Wave 1 has two lorries, Wave 2 has three lorries.
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.blocks import Under
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.comparisons import Column, Figure, columns_of, named_in
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.words import NUMBER_WORD, count_word, level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_EACH = r"(?:(?:each|per|apiece|every|more|fewer|less)\b|a )"
_HAS = re.compile(
    rf"(?:^|[.;,]\s|\b(?:and|but|while)\s)(?P<who>[A-ZÀ-Þ][^.;:,()]{{1,40}}?) (?:has|have|gets?|needs?"
    rf"|takes?|uses?|brings?|counts?"
    rf"|sends?|employs?) (?P<many>{NUMBER_WORD}|\d{{1,5}}) (?P<noun>[a-z]+(?: (?!{_EACH})[a-z]+)?)\b(?! {_EACH})"
)
_TIMES = re.compile(
    r"(?:^|[.;,]\s|\b(?:and|but|while)\s)(?P<who>[A-ZÀ-Þ][^.;:,()]{1,40}?) (?:is|are|has|have|takes?"
    r"|needs?|costs?) (?P<how>twice|half"
    r"|three times|four times) (?:as|the)\b[^.;,]{0,40}?\b(?:as|of) (?P<other>[^.;:,()]{2,40})",
)
_SIZES = {"twice": (2, 1), "half": (1, 2), "three times": (3, 1), "four times": (4, 1)}
_PART_OF = re.compile(
    r"\b(?:first|last|next|another|other|further|more|only|of|about|around|at least|at most|up to|some|remaining"
    r"|(?:than|over|under|below|above)|extra|additional|plus)\s(?:the )?$",
    re.IGNORECASE,
)
_ALL_OF = re.compile(r"\b(?:the|all|all the|its|their|these)\s$", re.IGNORECASE)
_NEAR = 24
_NOT = re.compile(
    r"\b(?:not|never|also|if|unless|or|would|could|may|might|instead|until|before|after)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class _Told:
    """How many a text tells of what one row has in one column."""

    phrase: Phrase
    told: Quantity
    column: Column
    figure: Figure
    all_meant: bool

    def is_sure(self, agreeing: set[tuple[int, str]]) -> bool:
        """All are meant, or others are told in this form; less than the row has may be a part of it."""
        own = (id(self.column), self.figure.called)
        more = self.told.value > self.figure.value
        return self.all_meant or any(each[0] == own[0] and (each != own or more) for each in agreeing)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each figure and each multiple of a row that the one table of its section does not bear out."""
    columns = columns_of(facts.reading)
    yield from _beside(facts, columns)
    for phrase in facts.reading.phrases if columns else ():
        plain = level(phrase.plain)
        near = [each for each in columns if each.grid.under == phrase.under and each.grid.file == phrase.text.file]
        if phrase.form != "paragraph" or not near:
            continue
        for found in (*_HAS.finditer(plain), *_TIMES.finditer(plain)):
            if not _NOT.search(found.group()):
                yield from (
                    _multiple(phrase, found, near) if "how" in found.groupdict() else _figure(phrase, found, near)
                )


def _beside(facts: Facts, columns: list[Column]) -> Iterator[Contradiction]:
    """`14 sugar pallets`, where the row of sugar has another number of pallets, and that of flour has 14.

    A part of a row may be meant: only another row's figure is told in mistake, and only where all of them are
    meant, or the same section tells the figure of a row in the same form.
    """
    for found in _told_by_section(facts, columns).values():
        agreeing = {(id(each.column), each.figure.called) for each in found if each.told.value == each.figure.value}
        for each in found:
            value, right = each.told.value, each.figure.value
            if value != right and any(one.value == value for one in each.column.figures) and each.is_sure(agreeing):
                told = f"{right.normalize():f} in the table, and {value.normalize():f} here"
                here = each.phrase.mark(each.told.start, each.told.last)
                yield Contradiction(f'"{each.figure.called}" has {told}', here, (each.figure.quote,))


def _told_by_section(facts: Facts, columns: list[Column]) -> dict[Under, list[_Told]]:
    by_noun: dict[str, list[Column]] = defaultdict(list)
    for column in columns:
        for stem in column.stems if len(column.stems) == 1 else ():
            by_noun[stem].append(column)
    found: dict[Under, list[_Told]] = defaultdict(list)
    for phrase in facts.reading.phrases if by_noun else ():
        for each in quantities_in(phrase.plain, comma=phrase.style.comma) if phrase.is_spoken else ():
            known = by_noun.get(each.head, []) if len(each.noun) > 1 and not each.unit else []
            meant = [(column, figure) for column in known if (figure := column.of(each.noun[:-1]))]
            before = level(phrase.plain)[max(0, each.start - _NEAR) : each.start]
            if len(meant) == 1 and not _PART_OF.search(before):
                found[phrase.under].append(_Told(phrase, each, *meant[0], bool(_ALL_OF.search(before))))
    return found


def _figure(phrase: Phrase, found: "re.Match[str]", near: list[Column]) -> Iterator[Contradiction]:
    stems = {stem for stem, _, _ in tokens_of(found["noun"])}
    meant = [
        (each, figure)
        for each in near
        if each.stems and each.stems <= stems and (figure := named_in(each, found["who"]))
    ]
    told = count_word(found["many"])
    if (
        len(meant) == 1
        and told is not None
        and meant[0][1].value != told
        and meant[0][1].value == int(meant[0][1].value)
    ):
        figure = meant[0][1]
        message = f'"{found["who"].strip()}" has {figure.value.normalize():f} in the table, and {told} here'
        yield Contradiction(message, phrase.mark(found.start("who"), found.end()), (figure.quote,))


def _multiple(phrase: Phrase, found: "re.Match[str]", near: list[Column]) -> Iterator[Contradiction]:
    more, less = _SIZES[found["how"].lower()]
    other = re.sub(r"^(?:many|much|long|large|big|the)\s", "", found["other"])
    pairs = [
        (one, two)
        for each in near
        if (one := named_in(each, found["who"])) and (two := named_in(each, other)) and one is not two
    ]
    if pairs and all(one.value * less != two.value * more for one, two in pairs):
        one, two = pairs[0]
        message = f"{one.value.normalize():f} is not {found['how'].lower()} {two.value.normalize():f}"
        yield Contradiction(message, phrase.mark(found.start("who"), found.end()), (one.quote, two.quote))
