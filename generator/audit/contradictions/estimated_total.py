"""The estimates of all pieces of work add up to another stretch than the one told in total.

The total is what was promised; the pieces are what is worked by.

Fails:

```markdown
| Task | Effort |
|---|---|
| Ticker | 1 hour |
| Pages | 2-3 hours |
| Review | 4-6 hours |

**Total effort:** 5-7 hours
```

Passes:

```markdown
| Task | Effort |
|---|---|
| Ticker | 1 hour |
| Pages | 2-3 hours |
| Review | 4-6 hours |

**Total effort:** 7-10 hours
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit.blocks import Block, Document, Heading, Listing, Paragraph, Table, Text
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.efforts import (
    EFFORT,
    Effort,
    cell_effort,
    columns_of,
    effort_at,
    entry_effort,
    titles_with_efforts,
    told,
)
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.totals import like_total
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_TOTAL = re.compile(
    r"\W*(?:(?:grand|overall|estimated)\s)*(?:total|overall|sum)"
    r"(?:\s(?:estimated|estimate|project|planned|implementation|development|work|time|effort|duration|hours|days))*"
    rf"\W*(?::|=|\||\bis\b)\W*{EFFORT}",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:buffers?|contingency|contingencies|incl(?:\.|udes|uding|uded)?|excl(?:\.|udes|uding|uded)?|plus|without"
    r"|reserve|remaining|left|per|each|if|parallel|concurrent(?:ly)?|at once|overlap(?:s|ping)?)\b|\+",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\W*(?:(?:grand|overall|estimated)\s)*total\s(?:estimated\s)?(?:work|time|effort|duration|estimate)\W*",
    re.IGNORECASE,
)
_FIRST = re.compile(rf"\W*{EFFORT}", re.IGNORECASE)
_NUMBERED = re.compile(r"\W*(?P<noun>[A-Za-z]+)\s(?:\d{1,2}|[A-Z])\b")
_FEWEST = 2
_SHARE = Decimal("0.125")
"""An estimate that is told as a stretch, or about, is rounded."""
_SLIP = 3
"""What is more than three times off means something else."""
_Column = tuple[Effort, ...]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each total of estimates that no column, list or run of titles it stands for adds up to."""
    for document in facts.reading.documents:
        titles = _titles(document)
        for index, block in enumerate(document.blocks):
            before, after = document.blocks[max(0, index - 1) : index], document.blocks[index + 1 : index + 2]
            for total in [*_totals(block), *_below_title(before, block)]:
                columns = [column for each in (*before, *after) for column in _columns(each)]
                yield from _against(total, columns or _near(block, titles))
            if isinstance(block, Table):
                yield from _of_rows(block)
            if isinstance(block, Listing):
                yield from _of_entries(block)


def _totals(block: Block) -> list[Effort]:
    """What a sentence, a line in bold, or an entry that stands for itself tells as the total."""
    texts = [block.text] if isinstance(block, Paragraph) or (isinstance(block, Heading) and block.bold) else []
    if isinstance(block, Listing):
        efforts = [item.text for item in block.items if entry_effort(item.text)]
        texts = efforts if len(efforts) == 1 else []
    return [total for total in map(_told_by, texts) if total]


def _below_title(before: Sequence[Block], block: Block) -> Iterator[Effort]:
    """`## Total effort`, and `About 14 hours` below it."""
    titles = [each for each in before if isinstance(each, Heading) and _TITLE.fullmatch(level(each.text.plain))]
    if titles and isinstance(block, Paragraph):
        found = _FIRST.match(level(block.text.plain))
        if found and not _MORE.search(level(block.text.plain)):
            yield effort_at(block.text, found)


def _told_by(text: Text) -> Effort | None:
    plain = level(text.plain)
    found = _TOTAL.match(plain)
    return effort_at(text, found) if found and not _MORE.search(plain) else None


def _of_rows(table: Table) -> Iterator[Contradiction]:
    """The last row of a table that has the totals of those above."""
    if len(table.rows) > _FEWEST and any(like_total(cell.plain) for cell in table.rows[-1]):
        for column, parts in columns_of(table.rows[:-1]).items():
            total = cell_effort(table.rows[-1][column])
            yield from _against(total, [parts]) if total else ()


def _of_entries(block: Listing) -> Iterator[Contradiction]:
    entries = [item.text for item in block.items if not item.depth]
    total = _told_by(entries[-1]) if len(entries) > _FEWEST else None
    parts = tuple(each for each in map(entry_effort, entries[:-1]) if each)
    if total and len(parts) == len(entries) - 1:
        yield from _against(total, [parts])


def _columns(block: Block) -> list[_Column]:
    """The columns of a table, or the entries of a list, that are estimates throughout."""
    if isinstance(block, Table):
        return list(columns_of(block.rows).values())
    entries = [item.text for item in block.items if not item.depth] if isinstance(block, Listing) else []
    known = tuple(each for each in map(entry_effort, entries) if each)
    return [known] if len(known) == len(entries) > 1 else []


def _titles(document: Document) -> list[tuple[Heading, _Column]]:
    """Numbered titles of one noun and one level below one title, each of which tells an effort, with the first."""
    groups: dict[tuple[int, int, str], list[tuple[Heading, Effort | None]]] = defaultdict(list)
    for heading, effort in titles_with_efforts(document):
        noun = _noun(heading.text)
        if noun:
            groups[heading.level, id(heading.under[-1]) if heading.under else 0, noun].append((heading, effort))
    return [
        (group[0][0], tuple(effort for _, effort in group if effort))
        for group in groups.values()
        if len(group) > 1 and all(effort for _, effort in group)
    ]


def _near(block: Block, titles: list[tuple[Heading, _Column]]) -> list[_Column]:
    """The titles beside a total or above it: `Day 1 (3 h)`, `Day 2 (4 h)`."""
    found = [column for first, column in titles if _is_above(block, first)]
    return found if len(found) == 1 else []


def _is_above(block: Block, title: Heading) -> bool:
    """A total counts what stands beside its own title, or below it."""
    above, beside = title.under, block.under
    return above[: len(beside)] == beside or beside[: len(above)] == above


def _noun(text: Text) -> str:
    found = _NUMBERED.match(level(text.plain))
    stems = tokens_of(found["noun"]) if found else []
    return stems[0][0] if stems else ""


def _against(total: Effort, columns: Sequence[_Column]) -> Iterator[Contradiction]:
    same = [parts for parts in columns if all(each.unit == total.unit for each in parts)]
    if not same or any(_fits(total, parts) for parts in same):
        return
    low, high = _sums(same[0])
    if low <= total.high * _SLIP and total.low <= high * _SLIP:
        sums = told(low, high, total.unit)
        message = f"the total is {total}, its {len(same[0])} parts add up to {sums}"
        there = (same[0][-1].quote,)
        yield Contradiction(message, total.quote, there, f"write {sums}, or mend the part that is wrong")


def _sums(parts: _Column) -> tuple[Decimal, Decimal]:
    return sum((each.low for each in parts), Decimal(0)), sum((each.high for each in parts), Decimal(0))


def _fits(total: Effort, parts: _Column) -> bool:
    """What is longer than the longest piece and shorter than all may run at once, unless it is counted in hours."""
    low, high = _sums(parts)
    rough = total.is_rough or any(each.is_rough or each.low != each.high for each in (total, *parts))
    share = _SHARE if rough else Decimal(0)
    near = abs(total.low - low) <= low * share and abs(total.high - high) <= high * share
    at_once = total.unit != "min" and max(each.high for each in parts) <= total.high <= high and total.low <= low
    return near or at_once
