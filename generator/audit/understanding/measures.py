"""Figures with a bound: targets, alerts, times allowed, wherever they are told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.audit.understanding.bounds import side_after
from generator.audit.understanding.entries import Name
from generator.audit.understanding.numbers import FIGURE, number
from generator.audit.understanding.phrases import Phrase, Quote, Reading, Row
from generator.audit.understanding.said import Index, Spotted, index_of, spotted
from generator.audit.understanding.words import key_of, level, tokens_of
from generator.findings import Place

_UNIT = (
    r"%|ms\b|milliseconds?\b|sec(?:ond)?s?\b|s\b|min(?:ute)?s?\b|h(?:ou)?rs?\b|h\b|days?\b|x\b|times\b"
    r"|percent\b|[kMG]B\b"
)
_WORDS = {
    **dict.fromkeys(("over", "above", "more than", "greater than", "exceeds", "higher than", "slower than"), ">"),
    **dict.fromkeys(("at or above", "at or over", "no lower than", "no fewer than"), ">="),
    **dict.fromkeys(("at or below", "at or under", "no higher than", "no longer than", "no slower than"), "<="),
    **dict.fromkeys(("at least", "minimum", "min", "no less than", "not less than", "not below", "≥", "=>"), ">="),
    **dict.fromkeys(
        ("under", "below", "less than", "fewer than", "lower than", "faster than", "drops below", "falls below"), "<"
    ),
    **dict.fromkeys(
        ("at most", "maximum", "max", "no more than", "not more than", "up to", "within", "≤", "=<"), "<="
    ),
}
_SPOKEN = "|".join(sorted((word for word in _WORDS if word[0].isalpha()), key=len, reverse=True))
_OPERATOR = rf">=|<=|=>|=<|>|<|≥|≤|\b(?:{_SPOKEN})\b"
_BOUND = re.compile(
    rf"(?P<op>{_OPERATOR})?\.?\s*(?P<amount>{FIGURE})(?:\s*(?P<unit>{_UNIT}))?(?P<of>\s*(?:the\s)?baseline)?"
    rf"(?:\s+(?:for|in|over|within)\s+(?:more than\s)?(?P<window>{FIGURE}\s*(?:{_UNIT})))?",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:must|should|shall|stay(?:s|ed)?|is|are|be|remain(?:s|ed)?|of|kept|keeps?|reach(?:es)?|goes|rises|drops|falls"
    r"|alerts?|at)\b",
    re.IGNORECASE,
)
_SIZES = {
    **dict.fromkeys(("ms", "millisecond"), ("s", Decimal("0.001"))),
    **dict.fromkeys(("s", "sec", "second"), ("s", Decimal(1))),
    **dict.fromkeys(("min", "minute"), ("s", Decimal(60))),
    **dict.fromkeys(("h", "hr", "hour"), ("s", Decimal(3600))),
    "day": ("s", Decimal(86_400)),
    **dict.fromkeys(("%", "percent"), ("%", Decimal(1))),
    **dict.fromkeys(("x", "time"), ("x", Decimal(1))),
}
_BEHIND = {"up": "<=", "down": ">=", "": ""}
_COUNTED = re.compile(r"\s(?!in\b|for\b|on\b|at\b|per\b|of\b|or\b|over\b|within\b)[a-z]{2,}", re.IGNORECASE)
_LONGEST_NAME = 60
_REACH = 40
_NEVER = re.compile(r"\b(?:not|never|nothing|nobody|no one|unless)\b[^.;!?]*$", re.IGNORECASE)
_AS_IT_IS = re.compile(
    r"\b(?:current\w*|today|now|baseline|before|as[- ]is|old|existing|present|actual|previous|last|so far|status"
    r"|improve\w*|change\w*|reduction|savings?|difference|gap|delta|gain|uplift)\b",
    re.IGNORECASE,
)
_LABELS = frozenset(
    [
        "fire",
        "threshold",
        "limit",
        "target",
        "alert",
        "alarm",
        "value",
        "goal",
        "warn",
        "warning",
        "critical",
        "max",
        "min",
        "time",
        "when",
        "page",
    ]
)


@dataclass(frozen=True)
class Bound:
    """A limit in one unit of its kind: seconds, percent, times, or plain numbers."""

    operator: str
    amount: Decimal
    unit: str
    of: str
    text: str
    lasting: str = ""
    """For how long it must hold, in seconds, where told."""

    @property
    def side(self) -> str:
        """Whether it limits from below, from above, or not at all."""
        return self.operator[:1]


@dataclass(frozen=True)
class Measure:
    """A named figure with its limit; `role` is target, alert, rollback or none."""

    name: str
    role: str
    bound: Bound
    quote: Quote

    @property
    def key(self) -> frozenset[str]:
        """The words that tell the figure from others."""
        return key_of(re.sub(r"\([^)]*\)", "", self.name))


def measures_of(reading: Reading) -> list[Measure]:
    """Collect every named figure with a limit: from lists, tables, then from prose about names known by then."""
    told = [measure for phrase in reading.phrases if phrase.form == "item" for measure in _item_measures(phrase)]
    told += [measure for _, rows in reading.tables for row in rows for measure in _row_measures(row)]
    known = {name: measure.name for measure in told if (name := _words(measure.name))}
    index, places = index_of(known), {measure.quote.place for measure in told}
    prose = [phrase for phrase in reading.phrases if phrase.form in {"paragraph", "item", "cell", "code"}]
    return told + [each for phrase in prose for each in _restated(phrase, known, index, places)]


def _words(name: str) -> Name:
    return tuple(stem for stem, _, _ in tokens_of(re.sub(r"\([^)]*\)", "", name)))


def bound_in(phrase: Phrase, start: int = 0, end: int | None = None) -> tuple[Bound, int, int] | None:
    """Find the one limit that a stretch of text tells."""
    plain = level(phrase.plain)
    stop = len(plain) if end is None else end
    found = [match for match in _BOUND.finditer(plain, start, stop) if match["op"] or match["unit"]]
    found = [match for match in found if not re.match(r"\w", plain[match.end() : match.end() + 1])]
    if len(found) != 1 or re.match(r"[\w.]", plain[found[0].start("amount") - 1 : found[0].start("amount")]):
        return None
    match = found[0]
    written = (match["unit"] or "").lower()
    unit, size = _SIZES.get(written, _SIZES.get(written.rstrip("s"), (written, Decimal(1))))
    operator = _WORDS.get((match["op"] or "").lower(), match["op"] or "") or _BEHIND[side_after(plain, match.end())]
    amount = number(match["amount"], comma=phrase.style.comma) * size
    lasting = _seconds(match["window"] or "")
    bound = Bound(operator, amount, unit, (match["of"] or "").strip(), match.group().strip(), lasting)
    return bound, match.start(), match.end()


def with_sign(bound: Bound) -> str:
    """Write a limit with a sign instead of words: `at most 40 ms` as `<= 40 ms`."""
    figure = re.sub(rf"^(?:{_OPERATOR})\.?\s*", "", level(bound.text), flags=re.IGNORECASE)
    return f"{bound.operator} {figure}".strip()


def _seconds(written: str) -> str:
    """Return a stretch of time in one unit, so that 2 min and 120 s are the same."""
    found = re.fullmatch(rf"({FIGURE})\s*([a-z]+)", written.lower())
    size = _SIZES.get(found[2], _SIZES.get(found[2].rstrip("s"))) if found else None
    return str((number(found[1]) * size[1]).normalize()) if found and size else ""


def _item_measures(phrase: Phrase) -> Iterator[Measure]:
    """An entry of a list tells a figure where its words before the limit are no sentence."""
    role = _role(phrase)
    found = bound_in(phrase)
    if not found or (not role and not found[0].operator):
        return
    bound, start, end = found
    name = _name(phrase, start, end)
    if 0 < len(name) <= _LONGEST_NAME and len(key_of(name)) > 0:
        yield Measure(name, role, bound, phrase.mark(start, end))


def _name(phrase: Phrase, end: int, after: int) -> str:
    """Return the words before a limit; where they only say that it is one, those of the heading above.

    Words behind a bare number are what it counts: `not more than 2 late buses`. A single word belongs to its label:
    `Invoices: sent within 10 days`.
    """
    *labels, last = phrase.plain[:end].rstrip().removesuffix(":").split(":")
    name = _plain_name(last)
    if labels and len(key_of(name)) == 1 and key_of(labels[-1]) - _LABELS:
        name = f"{_plain_name(labels[-1])} {name}"
    counted = not key_of(name) and phrase.plain[after - 1].isdigit() and _COUNTED.match(level(phrase.plain), after)
    if not key_of(name) - _LABELS and phrase.under and not counted:
        return phrase.under[-1].text.plain.strip()
    return name


def _plain_name(words: str) -> str:
    return " ".join(_VERB.sub(" ", words).strip(" :-–—").split())


def _row_measures(row: Row) -> Iterator[Measure]:
    name = row.cells[row.grid.key_column].plain.strip()
    if not name or len(name) > _LONGEST_NAME:
        return
    for column, meaning in enumerate(row.grid.meanings):
        role = {"rollback time": "rollback", "target": "target", "alert": "alert"}.get(meaning, "")
        cell = row.cells[column]
        if (
            role
            or meaning == "limit"
            or (row.grid.first == "metric" and column != row.grid.key_column and not meaning and _limits(row, column))
        ):
            found = bound_in(cell)
            if found:
                own = role or next((each for each in cell.sections if each in {"target", "alert"}), "")
                yield Measure(name, own, found[0], row.mark(cell))


def _limits(row: Row, column: int) -> bool:
    """What is today, and by how much it changes, is no limit."""
    return not _AS_IT_IS.search(level(row.grid.header[column].plain))


def _role(phrase: Phrase) -> str:
    return next((meaning for meaning in phrase.sections if meaning in {"target", "alert"}), "")


def _restated(phrase: Phrase, known: dict[Name, str], index: Index, told: set[Place]) -> Iterator[Measure]:
    """Find a known name followed by a figure within a few words; right after it where the name is one word."""
    plain = level(phrase.plain)
    if not re.search(r"\d", plain) or (phrase.form == "cell" and phrase.text.place() in told):
        return
    for each in spotted(index, plain, single=True):
        found = bound_in(phrase, each.end, min(each.end + _REACH, len(plain)))
        if found and _is_near(each, plain[each.end : found[1]]) and phrase.text.place(found[1], found[2]) not in told:
            bound = _turned(found[0]) if _NEVER.search(plain[: each.start]) else found[0]
            yield Measure(known[each.name], "", bound, phrase.mark(found[1], found[2]))


def _is_near(each: Spotted, between: str) -> bool:
    return (len(each.name) > 1 or not between.strip(" :")) and not re.search(r"[.;,]\s", between)


def _turned(bound: Bound) -> Bound:
    """`Nothing is merged with a coverage below 80 %` asks for at least 80 %."""
    return replace(bound, operator={"<": ">=", ">": "<="}.get(bound.operator, bound.operator))
