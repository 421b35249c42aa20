"""The shares of one thing come to more than all of it.

More than a hundred percent cannot be handed out: somebody will get less than was promised, and learn it last.

Fails:

```markdown
The supplier's limit is shared (Team A: 60%, Team B: 50%).
```

Passes:

```markdown
The supplier's limit is shared (Team A: 60%, Team B: 40%).
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.numbers import FIGURE, band_in, number, rounding
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Row
from generator.audit.understanding.words import level, short
from generator.findings import Severity

SEVERITY = Severity.ERROR
_SHARE = re.compile(
    rf"(?P<name>[^\d,;:()%]{{0,40}}(?:\d{{1,3}}(?!\d)(?=\s|[:=]))?)\s?(?:[:=]|at|gets?|takes?|has|uses)?\s*(?P<amount>{FIGURE})\s?%"
    rf"|(?P<first>{FIGURE})\s?%\s(?:for\s|to\s)?(?P<after>[A-Za-z][\w ]{{1,30}})"
)
_ABOUT = re.compile(
    r"\b(?:shares?d?|quotas?|split|divided|distribut\w+|apportion\w*|portions?|budget|mix|traffic|weight\w*"
    r"|allotted|allotment|payments?|paid|payable|instal?ments?)\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"[<>≤≥]|\b(?:over|under|above|below|least|most|than|target|increase\w*|grow\w*|from|then|rates?|done|complete\w*"
    r"|finished|spent|used|each|discount|off|full|attend\w*|turnout|passed|of (?:their|its|his|her))\b",
    re.IGNORECASE,
)
_MEAN = re.compile(r"\W*(?:average|mean)\b", re.IGNORECASE)
_ALL = 100
_SLIP = 140
"""Shares that come to more are of different things."""
_FEWEST = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each list or column of shares of more than a hundred percent."""
    for phrase in facts.reading.phrases:
        if phrase.form != "header" and "%" in phrase.plain and _is_about_shares(phrase):
            yield from _listed(phrase)
    for grid, rows in facts.reading.tables:
        yield from _columns(grid, rows)
    yield from _items(facts)


def _is_about_shares(phrase: Phrase) -> bool:
    return bool(_ABOUT.search(phrase.plain))


def _listed(phrase: Phrase) -> Iterator[Contradiction]:
    plain = level(phrase.plain)
    for part in re.finditer(r"\([^()]*\)|[^().;]+(?:\.\d[^().;]*)*", plain):
        found = list(_SHARE.finditer(part.group()))
        amounts = [number(match["amount"] or match["first"], comma=phrase.style.comma) for match in found]
        over = _ALL < sum(amounts) <= _SLIP
        if len(amounts) < _FEWEST or _LIMIT.search(part.group()) or not over or "100%" in part.group():
            continue
        start, end = part.start() + found[0].start(), part.start() + found[-1].end()
        yield _over(sum(amounts, Decimal(0)), phrase.mark(start, end))


def _columns(grid: Grid, rows: tuple[Row, ...]) -> Iterator[Contradiction]:
    for column, meaning in enumerate(grid.meanings):
        if meaning != "share":
            continue
        body = [row for row in rows if not _is_of_all(row)]
        bands = [band_in(row.cells[column].plain, comma=row.cells[column].style.comma) for row in body]
        amounts = [band.low for band in bands if band and band.unit == "%"]
        whole = len(body) == len(rows) or any(_is_whole(row.cells[column]) for row in rows)
        told = len(amounts) == len(bands) and len(amounts) >= _FEWEST and whole
        if told and _ALL + rounding(amounts) < sum(amounts) <= _SLIP:
            yield _over(sum(amounts, Decimal(0)), body[-1].mark(body[-1].cells[column]))


def _is_of_all(row: Row) -> bool:
    return is_total(row) or bool(_MEAN.match(level(row.cells[row.grid.key_column].plain)))


def _is_whole(cell: Phrase) -> bool:
    """A column whose last line tells less than a hundred percent holds shares of different things."""
    band = band_in(cell.plain, comma=cell.style.comma)
    return bool(band and band.low == _ALL)


def _items(facts: Facts) -> Iterator[Contradiction]:
    """Entries of one list that each tell one share, below a heading that says so."""
    items = [phrase for phrase in facts.reading.phrases if phrase.form == "item"]
    for under, group in groupby(items, key=lambda phrase: phrase.under):
        found = [
            (phrase, re.fullmatch(rf"[^:%<>]{{1,40}}[:=-]\s*({FIGURE})\s?%.{{0,40}}", level(phrase.plain)))
            for phrase in group
        ]
        amounts = [number(match[1], comma=phrase.style.comma) for phrase, match in found if match]
        about = bool(under) and _ABOUT.search(under[-1].text.plain)
        if about and len(amounts) == len(found) >= _FEWEST and _ALL < sum(amounts) <= _SLIP:
            yield _over(sum(amounts, Decimal(0)), found[-1][0].quote())


def _over(total: Decimal, quote: Quote) -> Contradiction:
    message = f"the shares come to {total.normalize():f}%, more than 100%"
    return Contradiction(message, Quote(short(quote.text), quote.place), help="lower one of the shares")
