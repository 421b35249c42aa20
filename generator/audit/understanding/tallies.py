"""Lists with the total told with them: in the heading or words above, in the last entry, or right below."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.audit.blocks import Block, Document, Heading, Listing, Paragraph, Text
from generator.audit.understanding.numbers import uses_decimal_comma
from generator.audit.understanding.phrases import Reading
from generator.audit.understanding.quantities import TIMES, Quantity, quantities_in
from generator.audit.understanding.totals import is_each, is_total, like_total
from generator.audit.understanding.words import level, tokens_of

_ALL = re.compile(r"\b(?:all|totals?|altogether|together|overall|sum|combined|whole)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_MANY = 3
_SHORT = 40


@dataclass(frozen=True)
class Tally:
    """A total and where it is told, and the amounts of its kind in each of the entries."""

    text: Text
    total: Quantity
    parts: tuple[Quantity, ...]
    firm: bool
    """Words say that it is a total."""
    numbered: bool


def tallies_of(reading: Reading) -> Iterator[Tally]:
    """Yield every total of a list where each entry tells one amount of its kind."""
    for document in reading.documents:
        comma = uses_decimal_comma(text.plain for text in document.texts)
        for index, block in enumerate(document.blocks):
            if isinstance(block, Listing):
                yield from _of_list(document, index, block, comma=comma)
            elif isinstance(block, Paragraph):
                yield from _of_paragraphs(document, index, comma=comma)


def _of_list(document: Document, index: int, block: Listing, *, comma: bool) -> Iterator[Tally]:
    items = [item for item in block.items if not item.depth]
    texts, numbered = [item.text for item in items], all(item.number is not None for item in items)
    last = _closes(texts)
    closing = texts[last : last + 1]
    entries = texts[:last]
    claims = [(text, True) for text in closing]
    claims += [] if closing else [*_above(document.blocks, index), *_below(document.blocks, index)]
    for text, firm in claims:
        for total in [*_claimed(text, firm=firm, comma=comma), *_leading(text, len(entries), comma=comma)]:
            parts = [_part(entry, total, comma=comma) for entry in entries]
            known = tuple(part for part in parts if part)
            if len(known) == len(parts) > 1:
                said = firm or is_total(text.plain, total) or _introduces(text.plain)
                yield Tally(text, total, known, said, numbered)
                break


def _closes(texts: list[Text]) -> int:
    """Where the total of a list stands: last, or as the only one behind three entries."""
    places = [index for index, text in enumerate(texts) if like_total(text.plain)]
    inside = len(places) == 1 and places[0] >= _MANY
    return places[-1] if inside or places[-1:] == [len(texts) - 1] else len(texts)


def _above(blocks: tuple[Block, ...], index: int) -> Iterator[tuple[Text, bool]]:
    """The paragraph that leads to a list, and the heading right above."""
    before = blocks[index - 1] if index else None
    if isinstance(before, Paragraph):
        yield before.text, False
        before = blocks[index - 2] if index > 1 else None
    if isinstance(before, Heading):
        yield before.text, False


def _below(blocks: tuple[Block, ...], index: int) -> Iterator[tuple[Text, bool]]:
    """A line in bold right below stands for a heading."""
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if isinstance(after, Heading) and after.bold and like_total(after.text.plain):
        yield after.text, True


def _claimed(text: Text, *, firm: bool, comma: bool) -> Iterator[Quantity]:
    """The last amount of a closing line; what words call a total; one at the end, or in brackets."""
    amounts, plain = quantities_in(text.plain, comma=comma), level(text.plain)
    for told in [*amounts[-1:]] if firm else amounts:
        each = told if told.kind else _named_before(plain, told)
        opened, rest = plain[: each.start].rstrip().endswith(("(", ":")), plain[each.last :]
        alone = re.fullmatch(r"\W*(?:of \w+|in all|in total|altogether)?\W*", rest) is not None
        introduces = each.kind and each.head not in TIMES and (opened or alone) and not is_each(rest[:_SHORT])
        if firm or is_total(plain, each) or (introduces and len(amounts) == 1):
            yield each


def _leading(text: Text, many: int, *, comma: bool) -> Iterator[Quantity]:
    """`The price is £285. You can spread it over three payments:` leads to as many entries as it counts."""
    amounts = quantities_in(text.plain, comma=comma)
    counted = any(each.is_count and each.value == many for each in amounts)
    for each in amounts if counted and many >= _MANY and _introduces(text.plain) else ():
        others = [other for other in amounts if other.kind == each.kind]
        if len(others) == 1 and (each.unit or each.head not in TIMES) and each.value != many:
            yield each


def _introduces(plain: str) -> bool:
    return plain.rstrip(" *").endswith(":")


def _named_before(plain: str, each: Quantity) -> Quantity:
    """`Seats (54)` counts seats."""
    if not plain[: each.start].endswith("(") or not plain[each.end :].startswith(")"):
        return each
    words = tokens_of(plain[: each.start])
    return replace(each, noun=(words[-1][0],)) if words else each


def _part(entry: Text, total: Quantity, *, comma: bool) -> Quantity | None:
    """The one amount of the total's kind; of several, the one outside brackets, or behind the last colon."""
    plain = level(entry.plain)
    told = quantities_in(entry.plain, comma=comma)
    found = [each for each in told if _is_of(each, total) and not is_each(plain[each.last : each.last + 5])]
    if (
        not found
        and not total.unit
        and len(told) == 1
        and not told[0].kind
        and told[0].end >= len(plain.rstrip(" .*"))
    ):
        return told[0]
    aside = [range(*bracket.span()) for bracket in _BRACKETS.finditer(plain)] if len(found) > 1 else []
    outside = [each for each in found if not any(each.start in bracket for bracket in aside)]
    found = outside or found
    behind = [each for each in found if ":" in plain[: each.start] and each.start > plain.rfind(":")]
    return found[0] if len(found) == 1 else behind[0] if len(behind) == 1 else None


def _is_of(each: Quantity, total: Quantity) -> bool:
    if total.unit or each.unit:
        return each.unit == total.unit
    return bool(each.kind) and (not total.kind or each.kind == total.kind)


def _of_paragraphs(document: Document, index: int, *, comma: bool) -> Iterator[Tally]:
    """Paragraphs that each tell one sum of money, and one below that tells the sum of all."""
    text = document.blocks[index].text  # type: ignore[union-attr] # the caller knows it is a paragraph
    money = [each for each in quantities_in(text.plain, comma=comma) if each.is_money]
    claims = [each for each in money if _ALL.search(level(text.plain)[max(0, each.start - _SHORT) : each.start])]
    if not claims:
        return
    above = _run_above(document.blocks, index)
    found = [[each for each in quantities_in(entry.plain, comma=comma) if each.is_money] for entry in above]
    if len(found) >= _MANY and all(len(each) == 1 and each[0].unit == claims[0].unit for each in found):
        yield Tally(text, claims[0], tuple(each[0] for each in found), firm=True, numbered=False)


def _run_above(blocks: tuple[Block, ...], index: int) -> list[Text]:
    found: list[Text] = []
    for block in reversed(blocks[:index]):
        if not isinstance(block, Paragraph):
            break
        found.append(block.text)
    return found
