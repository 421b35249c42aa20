"""Every limit that a sentence, an entry or a row tells, under whatever words its author gave it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from generator.audit.understanding.bounds import side_after
from generator.audit.understanding.codes import leading_code
from generator.audit.understanding.deeds import bare_word
from generator.audit.understanding.numbers import band_in
from generator.audit.understanding.phrases import Phrase, Quote, Reading, Row
from generator.audit.understanding.quantities import TIMES, Quantity, quantities_in
from generator.audit.understanding.words import level, tokens_of

_UP = (
    r"at or (?:below|under)|below|under|less than|lower than|at most|no more than|not more than|up to|within"
    r"|max(?:imum)?(?: of)?|(?:no|not) (?:higher|longer|later|greater|slower) than|not (?:above|over|exceed)"
    r"|never (?:exceeds?|above|over)"
    r"|exceeds?|above|over|more than|passe?s?|reach(?:es)?|rises? (?:above|over|to)|higher than|greater than"
    r"|beyond|slower than|longer than|[<>≤]=?"
)
_DOWN = (
    r"at or (?:above|over)|at least|no less than|not less than"
    r"|(?:no|not) (?:lower|fewer) than|never below"
    r"|min(?:imum)?(?: of)?|falls? (?:under|below|to)|drops? (?:under|below|to)"
    r"|sinks? (?:under|below)|stays? (?:above|over)|not below|≥|>="
)
_BELOW = re.compile(
    r"at or (?:below|under)|\b(?:no|not|never) (?:more|higher|longer|later|greater|slower|above|over|exceed)",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    r"exceeds?|above|over\b|more than|pass|reach|higher|greater|slower|longer|beyond|>|least|no less"
    r"|not less|min|not below|never below|(?:no|not) (?:lower|fewer)|≥",
    re.IGNORECASE,
)
_BOUND = re.compile(rf"(?:^|(?<=[\s(:]))(?:(?P<down>{_DOWN})|(?P<up>{_UP}))\s*(?:a |an |the )?$", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[.;:!?()|→]\s|[,]\s|\s-\s|\b(?:or|and|when|if|where|while|but|that|which|as soon as|until|unless)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s+(?:of (?:the )?)?(?P<name>[a-z][a-z-]+(?:\s[a-z][a-z-]+){1,2})", re.IGNORECASE)
_OF = re.compile(
    r"\s+(?:of )?(?:the |all |its )?(?P<name>[a-z][a-z-]+"
    r"(?:\s(?!(?:in|on|at|for|over|per|within|each)\b)[a-z][a-z-]+){0,5})\W*"
)
"""All that follows an amount: `at least 95 % of the control samples agree`."""
_HEADED = re.compile(r"\((?P<unit>°\s?[CF]|%|ms|s|min|h|km/h|K/min|mm|cm|kg|bar|mbar|dB|kW)\)")
_VERBS = frozenset(
    re.findall(
        r"\w+",
        "stay stays stayed keep keeps kept remain remains remained must never not is are rate show shows",
    )
)
_FOR_SOME = re.compile(r"\s?\([^()]{0,20}\b[A-Z]{1,3}-?\d{1,3}\b[^()]{0,40}\)(?:,? (?:or|and)|,)\s")
"""A limit of some alone, with that of others beside it: `1 % (R1, R2) or 0.5 % (R3)`."""
_LIMITED = frozenset({"limit", "target", "alert", "metric", "score"})
_REACH = 90
_CALLS = re.compile(r"\b(?:if|when|once|whenever|as soon as|in case)\s[^.;:!?]*$", re.IGNORECASE)
_AIMS = re.compile(r"\W*(?:our |the |all )?(?:targets?|goals?|aims?|limits?|thresholds?)\W*:", re.IGNORECASE)
"""A label that names no thing of its own: `Targets: sync time < 8 hours, delivery < 60 seconds`."""
_TARGET = re.compile(r"\b(?:target|goal|aim|limit|threshold|ceiling)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Limit:
    """A value of something named; `side` is up or down where told, `group` tells which row or text it stands in."""

    words: frozenset[str]
    value: Decimal
    unit: str
    side: str
    quote: Quote
    group: int
    role: str = ""
    graded: bool = False
    """Its row tells several levels of alarm, which differ on purpose."""
    way: str = ""
    """Whether its words say above or below the value, where it is spoken of."""
    above: frozenset[str] = frozenset()
    """The words of the heading that it stands below, without their endings."""
    boxed: bool = False
    """An entry of a checklist, which asks again for what another place asks."""

    @cached_property
    def bare(self) -> frozenset[str]:
        """Its words without their endings: samples agree, and the agreement of samples."""
        return frozenset(bare_word(word) for word in self.words)


def limits_of(reading: Reading) -> list[Limit]:
    """Collect limits from texts, then those of rows."""
    spoken = (phrase for phrase in reading.phrases if phrase.form in {"paragraph", "item", "cell"})
    found = [limit for number, phrase in enumerate(spoken) for limit in _spoken(phrase, number)]
    rows = [row for _, rows in reading.tables for row in rows]
    return [*found, *(limit for number, row in enumerate(rows, start=1) for limit in _of_row(row, -number))]


def _spoken(phrase: Phrase, group: int) -> Iterator[Limit]:
    plain = level(phrase.plain)
    role = next((each for each in phrase.sections if each in {"target", "alert"}), "")
    for each in quantities_in(phrase.plain, comma=phrase.style.comma):
        bound = _BOUND.search(plain, max(0, each.start - _REACH), each.start)
        ranged = re.search(r"\bbetween\s(?:\S+\s?\S*\sand\s)?[+-]?$", plain[max(0, each.start - 30) : each.start])
        listed = phrase.form != "paragraph" or _AIMS.match(plain)
        unit = each.unit or (each.head if each.head in TIMES and bound and listed else "")
        if (each.head in TIMES and not unit) or _FOR_SOME.match(plain, each.last):
            continue
        words = _of_label(plain, _before(plain, bound.start() if bound else each.start), each.start)
        side = side_of(plain, each)
        called = "alert" if side and _CALLS.search(plain, max(0, each.start - _REACH), each.start) else role
        if ranged:
            words, side = _before(plain, plain.rfind("between", 0, each.start)), ""
        elif not bound and not side:
            words = _named_after(plain, each) if _is_aim(plain, each) else frozenset()
        if bound:
            words = (words or _labelled(plain, bound.start())) | _below(phrase, each)
            words = words or _behind(phrase, each)
        if words and (unit or side):
            yield Limit(
                words,
                each.value,
                unit,
                side,
                phrase.mark(each.start, each.end),
                group,
                called,
                way=_way(bound),
                above=_heading_words(phrase),
                boxed=phrase.is_box or "criteria" in phrase.sections[:1],
            )


def _heading_words(phrase: Phrase) -> frozenset[str]:
    titles = [heading.text.plain for heading in phrase.under[-1:]]
    return frozenset(bare_word(stem) for title in titles for stem, _, _ in tokens_of(title))


def _way(bound: "re.Match[str] | None") -> str:
    """`above 70 %` and `below 40 %`, by the words alone."""
    if bound is not None and _BELOW.search(bound.group()):
        return "below"
    return "" if bound is None else "above" if _ABOVE.search(bound.group()) else "below"


def side_of(plain: str, each: Quantity) -> str:
    """Tell which side an amount limits, by the words before it or behind it."""
    bound = _BOUND.search(plain, max(0, each.start - _REACH), each.start)
    return (
        side_after(plain, each.last) or side_after(plain, each.end)
        if not bound
        else "down"
        if bound["down"]
        else "up"
    )


def _is_aim(plain: str, each: Quantity) -> bool:
    """`one target: 8 % unaided awareness`: the name may follow its value."""
    return each.unit == "%" and bool(_TARGET.search(plain[max(0, each.start - _REACH) : each.start]))


def _before(plain: str, end: int) -> frozenset[str]:
    """Return the words of the clause that ends here."""
    start = max(
        (match.end() for match in _CLAUSE.finditer(plain, max(0, end - _REACH), end)), default=max(0, end - _REACH)
    )
    stems = [stem for stem, _, _ in tokens_of(plain[start:end]) if stem not in _VERBS]
    return frozenset(stems) if 0 < len(stems) <= _LONGEST else frozenset()


def _of_label(plain: str, words: frozenset[str], end: int) -> frozenset[str]:
    """A single word belongs to its label, with the number that tells it apart: `Level 2: answer within 1 h`."""
    label, colon, _ = plain[:end].rpartition(": ")
    if len(words) != 1 or not colon:
        return words
    own = re.split(r"[.;:]\s", label)[-1]
    if _AIMS.fullmatch(f"{own}:"):
        return words
    return words.union((stem for stem, _, _ in tokens_of(own)), re.findall(r"\d+", own))


_LONGEST = 7


def _labelled(plain: str, end: int) -> frozenset[str]:
    """`Queue at the gate: at most 40` is about its label, `H4 Pressure low. Test before, at least 4 bar` about H4."""
    before = plain[:end].rstrip()
    if before.endswith(":"):
        label = re.split(r"[.;:]\s", before[:-1])[-1]
    else:
        label = re.split(r"[.:]\s", before)[0] if before.endswith(",") and leading_code(plain) else ""
    stems = [stem for stem, _, _ in tokens_of(label.removeprefix(leading_code(label))) if stem not in _VERBS]
    return frozenset(stems) if 0 < len(stems) <= _LONGEST else frozenset()


def _below(phrase: Phrase, each: Quantity) -> frozenset[str]:
    """An entry below another one is about that: `stop above 2% difference` below `Drift of counts`."""
    above = phrase.item.above if phrase.item else None
    label = re.split(r"[.;:]\s|\s-\s", level(above.plain))[0] if above else ""
    stems = frozenset(stem for stem, _, _ in tokens_of(label))
    return stems.union(each.noun) if 0 < len(stems) <= _LONGEST else frozenset()


def _named_after(plain: str, each: Quantity) -> frozenset[str]:
    found = _AFTER.match(plain, each.end)
    words = re.split(r"\b(?:among|in|of|by|for|on|at|per)\b", found["name"])[0] if found else ""
    return frozenset(stem for stem, _, _ in tokens_of(words))


def _behind(phrase: Phrase, each: Quantity) -> frozenset[str]:
    """An entry or a cell that begins with its bound names behind it what it bounds, and nothing else."""
    found = _OF.fullmatch(level(phrase.plain), each.end) if phrase.form in {"item", "cell"} else None
    stems = frozenset(stem for stem, _, _ in tokens_of(found["name"])) - _VERBS if found else frozenset[str]()
    return stems if len(stems) > 1 else frozenset()


def _of_row(row: Row, group: int) -> Iterator[Limit]:
    name = row.cells[row.grid.key_column]
    words = frozenset(stem for stem, _, _ in tokens_of(re.sub(r"\([^)]*\)", "", name.plain)))
    for cell, meaning, header in zip(row.cells, row.grid.meanings, row.grid.header, strict=True):
        if cell is name or not words or len(words) > _LONGEST:
            continue
        role = meaning if meaning in {"target", "alert"} else ""
        headed = _HEADED.search(level(header.plain))
        band = band_in(level(cell.plain).lstrip("+-")) if headed else None
        if headed and band and not band.unit:
            sign = -1 if level(cell.plain).strip().startswith("-") else 1
            yield Limit(words, band.high * sign, headed["unit"].replace(" ", ""), "", row.mark(cell), group, role)
        elif meaning in _LIMITED or (not meaning and _is_bound(cell)):
            yield from _of_cell(row, cell, words, group=group, role=role)


def _is_bound(cell: Phrase) -> bool:
    """`within 30 seconds`, whatever its column is called: a bound, an amount and nothing else."""
    plain, amounts = level(cell.plain).strip(), quantities_in(cell.plain, comma=cell.style.comma)
    if len(amounts) != 1 or not (amounts[0].unit or amounts[0].head in TIMES):
        return False
    bound = _BOUND.match(plain, 0, amounts[0].start)
    return bound is not None and bound.end() == amounts[0].start and amounts[0].last == len(plain)


def _of_cell(row: Row, cell: Phrase, words: frozenset[str], *, group: int, role: str) -> Iterator[Limit]:
    amounts = quantities_in(cell.plain, comma=cell.style.comma)
    graded = "alert" in row.grid.meanings and _amounts_in(row) > 1
    for each in amounts if len(amounts) == 1 else ():
        side = side_of(level(cell.plain), each)
        unit = each.unit or (each.head if each.head in TIMES else "")
        yield Limit(words, each.value, unit, side, row.mark(cell), group, role, graded)


def _amounts_in(row: Row) -> int:
    """How many cells hold nothing but an amount."""
    return sum(band_in(cell.plain, comma=cell.style.comma) is not None for cell in row.cells)
