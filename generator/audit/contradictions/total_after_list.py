"""A sentence tells the total of the list or table above it, and it is another one.

The sentence is what gets quoted; the list is what is done.

Fails:

```markdown
- 14 nurses
- 4 physicians
- 6 porters

Twenty-six persons are on duty in all.
```

Passes:

```markdown
- 14 nurses
- 4 physicians
- 6 porters

Twenty-four persons are on duty in all.
```
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.blocks import Block, Code, Heading, Listing, Table, Text
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.columns import meaning_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.for_each import each_before
from generator.audit.understanding.numbers import band_in, number
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.quantities import Quantity, quantities_in
from generator.audit.understanding.rates import rates_in
from generator.audit.understanding.totals import is_slip, is_total, said_before, tells_of_some
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_UNITS = {"hour": "h", "minute": "min", "metre": "m", "tonne": "t", "litre": "l"}
_AT_LEAST, _LONGEST = 2, 60
_FIGURES = frozenset({"total", "people", "money", "", "deliverable", "parts"})
_ALTOGETHER = re.compile(
    r"\b(?:in total|in all|altogether|together|overall|all told|that is|that makes|total|sum"
    r"|whole|entire|thus|therefore)\b|=",
    re.IGNORECASE,
)
_LIKE_TOTAL = re.compile(
    r"\W*(?:total|sum|all|overall|altogether|together|in total|in all|combined)\b", re.IGNORECASE
)
_SIZE = re.compile(r"^\W*(?:[A-Za-z]+ ){0,2}(?:size|count|strength)\s*:\s*$", re.IGNORECASE)
_POINTS_BACK = re.compile(r"\W*(?:th(?:e|ese|ose|is is)|all) ", re.IGNORECASE)
_ALL_OF_THEM = re.compile(
    r"^\W*(?:(?:the|these|those|all) (?P<many>[a-z]+) [a-z]+s (?:(?:together|all) )?[a-z]+|this is) $", re.IGNORECASE
)
_OF_SOME = re.compile(r"\s(?:in|of|for|at|from|on|by)\s", re.IGNORECASE)
_FIGURE = re.compile(r"(?<![\w.,])\d(?:[\d.,]{0,20}\d)?(?!\w)")
_Sums = list[tuple[Decimal, Quote]]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each total told right below a list or a table, where none of its sums is that total."""
    below = _above(facts)
    for phrase in facts.reading.phrases:
        block = below.get(phrase.text.place().line, None) if phrase.form == "paragraph" else None
        if not block or block[0] != phrase.text.file or not _marks_total(phrase):
            continue
        yield from _in_phrase(phrase, block[1])


def _in_phrase(phrase: Phrase, block: Block) -> Iterator[Contradiction]:
    each = {rate.each.head for rate in rates_in(phrase)}
    for total in quantities_in(phrase.plain, comma=phrase.style.comma):
        grouped = _is_grouped(block, total, comma=phrase.style.comma)
        if (
            total.head not in each
            and not each_before(phrase, total)
            and not _is_made_of(phrase, total)
            and _is_told_as_total(phrase, total, grouped=grouped)
        ):
            sums = _sums(block, total, comma=phrase.style.comma)
            if sums and _is_of_some(phrase, total, block):
                continue
            yield from _against(phrase, total, sums)
            if sums and not grouped:
                break


def _marks_total(phrase: Phrase) -> bool:
    """`The three deliveries bring 90,000 doses`, and `This is nine hours of work`."""
    return bool(_ALTOGETHER.search(phrase.plain) or _POINTS_BACK.match(phrase.plain) or " size:" in phrase.plain)


def _is_told_as_total(phrase: Phrase, total: Quantity, *, grouped: bool) -> bool:
    """`Fleet size: 150 lorries`, or with words that say so; `Total: 12` alone is told of the entries beside it."""
    plain = level(phrase.plain)
    if grouped and _OF_SOME.match(plain, total.last):
        return False
    labelled = total.kind and not total.spelled and not grouped and _LIKE_TOTAL.match(phrase.plain)
    if total.unit == "%" or labelled:
        return False
    return is_total(plain, total) or bool(_SIZE.match(plain[: total.start])) or _is_subject(phrase, total)


def _above(facts: Facts) -> dict[int, tuple[str, Block]]:
    """Map the line of each paragraph to the last list or table above it in its section."""
    found: dict[int, tuple[str, Block]] = {}
    for document in facts.reading.documents:
        last: Block | None = None
        for block in document.blocks:
            if isinstance(block, Heading):
                last = None
            elif isinstance(block, Listing | Table):
                last = block
            elif last:
                for text in block.lines if isinstance(block, Code) else (block.text,):
                    found.setdefault(text.place().line, (document.file, last))
    return found


def _is_subject(phrase: Phrase, total: Quantity) -> bool:
    """`The five steps take 15 minutes together`: the total may stand some words before or after its mark."""
    rest = re.split(r"[.;!?](?:\s|$)|,\s", level(phrase.plain)[total.end :], maxsplit=1)[0]
    if _ALL_OF_THEM.search(level(phrase.plain)[: total.start]):
        return bool(total.kind)
    return bool(total.kind) and bool(re.search(r"\b(?:in all|in total|altogether|together|all told)\W*$", rest))


def _is_made_of(phrase: Phrase, total: Quantity) -> bool:
    """`187 stand below and 233 above, 420 in total`: the sentence has its own parts."""
    before = re.split(r"[.;!?]\s", level(phrase.plain)[: total.start])[-1]
    parts = [number(found, comma=phrase.style.comma) for found in _FIGURE.findall(before)]
    return len(parts) >= _AT_LEAST and sum(parts) == total.value


def _is_of_some(phrase: Phrase, total: Quantity, block: Block) -> bool:
    """`Lenz does the first three stages, twelve weeks altogether`: what it adds up is not all that stands above."""
    return tells_of_some(said_before(phrase.plain, total), _entries(block))


def _entries(block: Block) -> list[str]:
    """Return what names the entries of a list, or the rows of a table."""
    if isinstance(block, Listing):
        return [item.text.plain for item in block.items if not item.depth]
    return [" | ".join(cell.plain for cell in row) for row in block.rows] if isinstance(block, Table) else []


def _against(phrase: Phrase, total: Quantity, sums: _Sums) -> Iterator[Contradiction]:
    if len(sums) == 1 and is_slip(total, sums[0][0]):
        added, quote = sums[0]
        if any(each.value == added for each in quantities_in(phrase.plain, comma=phrase.style.comma)):
            return
        message = f"the total is {total.value.normalize():f}, what is listed above adds up to {added.normalize():f}"
        yield Contradiction(message, phrase.mark(total.start, total.last), (quote,))


def _sums(block: Block, total: Quantity, *, comma: bool) -> _Sums:
    """Add what a list or each column tells; a column that has the total in it says that it is right."""
    if isinstance(block, Listing):
        return _listed(block, total, comma=comma)
    told = _columns(block, comma=comma) if isinstance(block, Table) else []
    named = [(each, quote, meaning) for each, quote, meaning, stems in told if total.head and total.head in stems]
    found = named if len(named) == 1 else [(each, quote, meaning) for each, quote, meaning, _ in told]
    if any(each == total.value for each, _, _ in found):
        return []
    marked = [(each, quote) for each, quote, meaning in found if meaning == "total"]
    plain = [(each, quote) for each, quote, _ in found]
    return marked if len(marked) == 1 else plain if len(plain) == 1 else []


def _listed(block: Listing, total: Quantity, *, comma: bool) -> _Sums:
    texts = _telling(block, total, comma=comma)
    found = [_parts(text, total, comma=comma) for text in texts]
    if len(texts) < _AT_LEAST or any(len(each) != 1 or each[0].start > _LONGEST for each in found):
        return []
    leading = (
        total.unit
        or all(each[0].unit or each[0].start == 0 for each in found)
        or all(each[0].kind == total.kind for each in found)
    )
    quote = Quote(texts[0].plain.strip(), texts[0].place())
    return [(sum((each[0].value for each in found), Decimal(0)), quote)] if leading else []


def _telling(block: Listing, total: Quantity, *, comma: bool) -> list[Text]:
    """The entries; where these are the groups of others, those below them."""
    depth = int(_is_grouped(block, total, comma=comma))
    return [item.text for item in block.items if item.depth == depth]


def _is_grouped(block: Block, total: Quantity, *, comma: bool) -> bool:
    """The entries below the first ones count what is told, and the first ones do not."""
    if not isinstance(block, Listing) or not total.head or all(not item.depth for item in block.items):
        return False
    return not any(_parts(item.text, total, comma=comma) for item in block.items if not item.depth)


def _parts(text: Text, total: Quantity, *, comma: bool) -> list[Quantity]:
    """The amounts of the total's kind; of several, the one behind the last colon."""
    found = [each for each in quantities_in(text.plain, comma=comma) if _is_part(each, total)]
    colon = level(text.plain).rfind(":")
    behind = [each for each in found if 0 <= colon < each.start]
    return behind if len(behind) == 1 < len(found) else found


def _is_part(each: Quantity, total: Quantity) -> bool:
    """Minutes are added to minutes, money to money; of people each entry may name others."""
    if total.unit or each.unit:
        return _UNITS.get(each.unit or each.head, each.unit) == _UNITS.get(total.unit or total.head, total.unit)
    return each.kind == total.kind or (total.kind == "person" and not each.start)


def _columns(table: Table, *, comma: bool) -> list[tuple[Decimal, Quote, str, frozenset[str]]]:
    """Return the sum of each column of figures, its own row of totals left out."""
    found: list[tuple[Decimal, Quote, str, frozenset[str]]] = []
    body = [row for row in table.rows if not any(_LIKE_TOTAL.match(cell.plain) for cell in row[:2])]
    for column, header in enumerate(table.header[1:], start=1):
        meaning = meaning_of(header.plain)
        bands = [band_in(row[column].plain, comma=comma) for row in body]
        figures = [band for band in bands if band and band.unit in {"", "%"}]
        if len(figures) == len(body) >= _AT_LEAST and (meaning in _FIGURES or meaning.startswith("unit:")):
            first = body[0][column]
            kind = "total" if _LIKE_TOTAL.match(header.plain) else meaning
            quote = Quote(" | ".join(cell.plain for cell in body[0]), first.place())
            stems = frozenset(stem for stem, _, _ in tokens_of(header.plain))
            found.append((sum((each.high for each in figures), Decimal(0)), quote, kind, stems))
    return found
