"""Which part of the plan waits for which, as arrows, columns and sentences tell."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote, Row
from generator.audit.understanding.row_times import row_units
from generator.audit.understanding.units import OUTER, TESTS, Mention, Unit, units_only
from generator.audit.understanding.words import level

_ARROW = re.compile(r"(?:(?<!\s)\s+)?(?:→|⇒|➔|->|=>|-->|\bthen\b)\s*")
_THEN_BESIDE = 25
_CLAUSE_END = re.compile(r"[.;:!?](?:\s|$)")
_CONDITION = re.compile(r"\b(?:if|when|should|unless|in case|once)\b", re.IGNORECASE)
SPEAKING = re.compile(
    r"\b(?:report|talk|tell|present|discuss|speak|write|read|hear|listen|look|review|ask|brief|thank|name|list|show)"
    r"(?:s|ed|ing)?\b",
    re.IGNORECASE,
)
"""What is done with words about parts has an order of its own."""
_NEEDS = re.compile(
    r"\b(?:depends? on|needs?|requires?|waits? for|(?:is |are )?blocked by|builds? on|(?:starts?"
    r"|begins?) (?:only )?after|comes? after|follows?"
    r"|(?:pre-?requisites?|dependenc(?:y|ies)|predecessors?)(?=:)):?\s+(?P<all>(?:all (?:of )?(?:the )?(?:other )?"
    r"|every other )(?P<kind>[a-z]+)\b|everything else\b)?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:must |has to |have to |is |are )?(?:be )?(?:finish(?:es|ed)?|complete[sd]?|done|ends?|precedes?"
    r"|comes?) before\s",
    re.IGNORECASE,
)

_NEGATED = re.compile(r"\b(?:not|no longer|never)\s*$")
_BEGINS = re.compile(r"(?:^|[.;!?]\s)\s*$")

_NEW_CLAUSE = re.compile(r"[,;]\s*(?:(?:and|or|while|but|with)\s)?(?!(?:and|or)\b)[a-z]{2,}[^,;]*$")
_REACH, _CLOSE = 60, 6
_LISTED = re.compile(r"\W*(?:$|[.,;:)&+]|(?:and|or|before|first)\b)")
_JOINED = re.compile(r"\s*(?:,|,?\s(?:and|&)|&|\+|/)\s*(?:the\s)?")
_PARTIES = re.compile(r"\W*(?:between|from|who|parties|hand-?overs?|for)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Order:
    """One part that must be finished before another one begins; `everything` where all others must."""

    before: Unit
    after: Unit
    quote: Quote
    everything: bool = False
    loose: bool = False
    """It builds on the other, which need not be finished by then."""


def orders_of(facts: Facts) -> list[Order]:
    """Collect every statement of order between numbered parts."""
    found = [order for phrase in facts.reading.phrases for order in _phrase_orders(facts, phrase)]
    return [*found, *(order for _, rows in facts.reading.tables for row in rows for order in _row_orders(facts, row))]


def arrows_in(phrase: Phrase) -> list[tuple[list[Mention], list[Mention]]]:
    """Find parts joined by arrows in a line that says nothing else: each side with its parts."""
    plain = level(phrase.plain)
    pieces = _ARROW.split(plain)
    if len(pieces) == 1 or not phrase.units or _is_handover(phrase):
        return []
    sides: list[list[Mention]] = []
    offset = 0
    for piece in pieces:
        start = plain.index(piece, offset)
        named = _innermost([each for each in phrase.units if start <= each.start < start + len(piece)])
        sides.append(_beside(plain, named) if not sides else named)
        offset = start + len(piece)
    if not all(sides) or not all(_follow(plain, one[-1], other[0]) for one, other in pairwise(sides)):
        return []
    return list(pairwise(sides))


def _beside(plain: str, mentions: list[Mention]) -> list[Mention]:
    """Those in the clause right before an arrow: of `Track 4, and beside it Track 3 → Track 5` only Track 3."""
    found = mentions[-1:]
    for one, other in reversed(list(pairwise(mentions))):
        if _NEW_CLAUSE.search(plain[one.end : other.start]):
            break
        found = [one, *found]
    return found


def _innermost(mentions: list[Mention]) -> list[Mention]:
    """A phase beside its parts only says where they belong."""
    inner = [each for each in mentions if each.unit.kind not in OUTER]
    return inner or mentions


def _follow(plain: str, one: Mention, other: Mention) -> bool:
    """An arrow always joins; `then` between two parts beside it in one clause that neither weighs nor reports."""
    between = plain[one.end : other.start]
    before, then, after = between.partition("then")
    if not then or re.search(r"[→⇒➔>]", between):
        return True
    start = max((end.end() for end in _CLAUSE_END.finditer(plain, 0, one.start)), default=0)
    near = len(before) <= _THEN_BESIDE and len(after) <= _THEN_BESIDE
    is_other = _CONDITION.search(plain, start, one.start) or SPEAKING.search(plain, start, one.start)
    return near and not _CLAUSE_END.search(between) and not is_other


def _is_handover(phrase: Phrase) -> bool:
    """An arrow in brackets or below a heading on coordination tells who hands over to whom, not who comes first."""
    first = phrase.units[0].start
    before = level(phrase.plain)[:first]
    if "coordination" in phrase.sections or _PARTIES.match(before):
        return True
    return before.count("(") > before.count(")") or phrase.form not in {"paragraph", "item", "code", "heading"}


def _phrase_orders(facts: Facts, phrase: Phrase) -> Iterator[Order]:
    for left, right in arrows_in(phrase):
        yield from (Order(one.unit, other.unit, phrase.quote()) for one in left for other in right)
    if phrase.form == "header" or len(phrase.units) == 0:
        return
    plain = level(phrase.plain)
    for match in _NEEDS.finditer(plain):
        yield from _needed(facts, phrase, match)
    for match in _BEFORE.finditer(plain):
        left = _between(phrase.units, match.start() - _REACH, match.start())
        right = _listed(phrase, match.end())
        yield from (Order(one.unit, other.unit, phrase.quote()) for one in left[-1:] for other in right)


def _needed(facts: Facts, phrase: Phrase, match: "re.Match[str]") -> Iterator[Order]:
    plain, near = level(phrase.plain), (max(0, match.start() - _REACH), match.start())
    before = _between(phrase.units, match.start() - _REACH, match.start())
    subjects = [each for each in before if re.fullmatch(r"[^.;,(]{0,25}", plain[each.end : match.start()])]
    negated = _NEGATED.search(plain, *near)
    if not subjects and not negated and _BEGINS.search(plain, *near):
        subjects = _implied(phrase, match.start())
    if not subjects or negated:
        return
    after = subjects[-1].unit
    if match["all"]:
        kind = (match["kind"] or "others").rstrip("s").lower()
        same = kind in {"other", after.kind}
        others = [unit for unit in facts.inner_units() if same and unit != after and unit.kind == after.kind]
        yield from (Order(unit, after, phrase.quote(), everything=True) for unit in others)
        return
    needed = _listed(phrase, match.end())
    loose = match.group().lower().startswith("build")
    yield from (Order(each.unit, after, phrase.quote(), loose=loose) for each in needed)


def _implied(phrase: Phrase, start: int) -> list[Mention]:
    """A sentence that begins with its verb is about the part that its paragraph or heading begins with."""
    leading = [each for each in phrase.units if each.end <= start and not each.listed]
    if leading:
        return leading[:1] if not level(phrase.plain)[: leading[0].start].strip(" *") else []
    above = phrase.under[-1].text.plain if phrase.under else ""
    units = units_only(above, labels=phrase.style.labels)
    return units if len(units) == 1 else []


def _listed(phrase: Phrase, start: int) -> list[Mention]:
    """What stands right behind a verb, as far as no clause begins with it: `waits for 2. 6 waits for all others`."""
    plain = level(phrase.plain)
    found: list[Mention] = []
    for each in _between(phrase.units, start, len(plain)):
        beside = (
            _JOINED.fullmatch(plain, found[-1].end, each.start) if found and each.start >= found[-1].end else None
        )
        near = each.start < start + _CLOSE or (found and each.start == found[-1].start) or beside
        if not near or (found and not _LISTED.match(plain, each.end)):
            break
        if found and _CLAUSE_END.search(plain, found[-1].end, each.start):
            break
        found.append(each)
    return found


def _between(mentions: list[Mention], start: int, end: int) -> list[Mention]:
    """Choose the mentions that begin in a stretch of their text."""
    first = bisect_left(mentions, start, key=lambda each: each.start)
    last = bisect_left(mentions, end, key=lambda each: each.start)
    return mentions[first:last]


def _row_orders(facts: Facts, row: Row) -> Iterator[Order]:
    cell = row.cell("depends")
    owners = [mention.unit for mention, place in row_units(row) if place is row.cells[row.grid.key_column]]
    if cell is None or len(owners) != 1:
        return
    kind = owners[0].kind
    needed = cell.units or (
        units_only(cell.plain, kind, cell.style.labels)
        if re.fullmatch(r"[\d\s,;&+-]+|[A-Z](?:, ?[A-Z])*", cell.plain.strip())
        else []
    )
    units = [each.unit for each in needed]
    if not units:
        named = [facts.named(part) for part in re.split(r"\s*(?:,|;|\+|&|\band\b)\s*", cell.plain)]
        units = [unit for unit in named if unit]
    yield from (
        Order(unit, owners[0], row.mark(cell))
        for unit in units
        if unit != owners[0] and unit.kind not in TESTS | (OUTER if kind not in OUTER else frozenset())
    )
