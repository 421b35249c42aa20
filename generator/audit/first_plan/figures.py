"""Targets and alerts of a first plan: named figures with a limit that the plan language can say."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.audit.first_plan.draft import Entry, entry, id_of, plain, prose
from generator.audit.first_plan.records import Record
from generator.audit.first_plan.subjects import EXCLUDED
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.measures import Measure, with_sign
from generator.audit.understanding.words import key_of, level
from generator.errors import BadValueError
from generator.model.notation import parse_threshold

_OPERATOR = re.compile(r"\b(?:more|greater|higher) than\b|\bover\b|\babove\b|\bexceeds\b")
_ALARM = re.compile(r"\b(?:alarm|alert|warn|page)", re.IGNORECASE)
_TARGET = re.compile(r"\b(?:target|goal|aim|objective)", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:\s+(?:must|should|is|are|be|stays?|remains?|never|not|at|or|of|below|above|over|under))+\W*\d.*$"
)
_ALLOWED = re.compile(r"at (?:least|most)|no(?:t)? \w+ than|up to|max|min|within|[<>]=|[≤≥]", re.IGNORECASE)
_NEVER = re.compile(r"\s+(?:never|not|no)$", re.IGNORECASE)
_TURNED = {">": "<=", "<": ">="}
_CALLS = re.compile(
    r"(?P<what>(?:page|warn|alert|call|notify|tell|ring|inform)\b[^,;:]{2,40}?)\s(?:when|if|once|as soon as)\s"
    r"(?:the\s)?(?P<name>\w.*)",
    re.IGNORECASE,
)
_LASTING = re.compile(r"\b(?:for|within|in|after|every|during)\s+$", re.IGNORECASE)
_CONDITION = re.compile(r"\s+(?:after|before|until|till|from|since|once|unless|while)\b", re.IGNORECASE)
"""A limit that counts only for a time is none of the whole plan."""
_MORE = re.compile(
    r"(?:\s?°\s?[CFK]\b)?(?:\s+per\s[a-z]+(?:(?:\sand\s|\s)(?!(?:in|for|on|at|of|and|or|during|after|by)\b)[a-z]+){0,2})?"
    r"(?:\s+in (?:one|any|each|a) [a-z]+)?"
    r"(?:\s+(?:for|in)\s\d{1,3}\s?(?:seconds?|secs?|s|minutes?|mins?|hours?|h)\b)?",
    re.IGNORECASE,
)
"""How often something happens, where, and for how long, as it stands behind a figure."""
_CONSEQUENCE = re.compile(r"[^:→.;]{0,30}(?:→|:(?!\d)|\s-\s)\s*(?P<what>\S.*)", re.DOTALL)


def measure_entries(facts: Facts, records: Iterable[Record]) -> Iterator[Entry]:
    """Yield targets and alerts whose limit the plan language can say."""
    subjects = {(quote.place.file, quote.place.line): record for record in records for quote in record.quotes}
    taken: dict[str, list[str]] = {"targets": [], "alerts": []}
    known: dict[tuple[str, frozenset[str]], tuple[str, str]] = {}
    for told in map(_named_well, facts.measures):
        record = subjects.get((told.quote.place.file, told.quote.place.line))
        if record and (record.subject == EXCLUDED or _is_deed(record, told)):
            continue
        called = _CALLS.match(told.name)
        measure = replace(told, name=called["name"], role="alert") if called else told
        response = called["what"] if called else _response(record, measure)
        role = _role(measure, record, response)
        section, limit = f"{role}s", None if record and _is_one_of_several(record) else _limit(record, measure)
        again = known.get((section, measure.key))
        if again and again[1] == limit:
            yield entry((section, again[0]), {"threshold": limit}, measure.quote, translated=[measure.bound.text])
        if section in taken and limit and not again:
            taken[section].append(id_of(measure.name, taken[section], role))
            known[section, measure.key] = (taken[section][-1], limit)
            value = {
                "name": plain(_called(measure, record)),
                "threshold": limit,
                "response": [prose(response)] if response and role == "alert" else None,
            }
            yield entry((section, taken[section][-1]), value, measure.quote, translated=[measure.bound.text])


def _is_deed(record: Record, measure: Measure) -> bool:
    """`Achieve 99 % of tests passed`: the word that an entry begins with is what is done, and no figure."""
    if record.row is not None or " " in measure.name.strip():
        return False
    name, limit, behind = record.phrase.plain.partition(measure.bound.text)
    return bool(limit) and name.strip() == measure.name.strip() and bool(re.match(r"\W*[a-z]{3,}[^:→]*$", behind))


def _is_one_of_several(record: Record) -> bool:
    """`Load time | < 4 s | < 9 s` below *PC* and *Switch*: a limit of one of them is none of the thing."""
    if record.row is None:
        return False
    cells = zip(record.row.cells, record.row.grid.meanings, strict=True)
    told = {cell.plain.strip() for cell, meaning in cells if not meaning and threshold(cell.plain)}
    return len(told) > 1


def _named_well(measure: Measure) -> Measure:
    """Take `Load (alarm at 80 %)` for an alarm on the load, and `Water off never over 25 minutes` for a limit."""
    name, bracket, label = (
        measure.name.partition("(") if measure.name.count("(") > measure.name.count(")") else ("", "", "")
    )
    if bracket and name.strip():
        role = "alert" if _ALARM.search(label) else "target" if _TARGET.search(label) else measure.role
        return replace(measure, name=name.strip(), role=role)
    negated = _NEVER.search(measure.name)
    if negated and measure.bound.operator in _TURNED:
        bound = replace(measure.bound, operator=_TURNED[measure.bound.operator])
        turned = replace(bound, text=with_sign(bound))
        return replace(measure, name=measure.name[: negated.start()], bound=turned, role="target")
    return measure


def _called(measure: Measure, record: Record | None) -> str:
    """What a figure is called in its entry, with the small words that telling figures apart leaves out."""
    before = "" if record is None or record.row else _TAIL.sub("", record.phrase.plain.partition(":")[0])
    before = before.partition("(")[0].strip()
    return before if key_of(before) == key_of(measure.name) else measure.name


def _role(measure: Measure, record: Record | None, response: str) -> str:
    """An entry that says what is done is an alert, one of what is allowed a target; a box is neither."""
    if record is None or record.phrase.is_box:
        return measure.role
    role = measure.role or record.subject
    if record.row is not None:
        return role
    allowed = _ALLOWED.match(level(measure.bound.text)) and not response
    return "alert" if response else "target" if allowed and role == "alert" else role


def _response(record: Record | None, measure: Measure) -> str:
    """What stands behind a limit and a colon."""
    if record is None or record.row is not None:
        return ""
    _, limit, behind = record.phrase.plain.partition(measure.bound.text)
    found = _CONSEQUENCE.fullmatch(level(behind)) if limit else None
    return found["what"].strip() if found else ""


def _limit(record: Record | None, measure: Measure) -> str | None:
    """The limit with how often and for how long it counts; a bare time behind `for` is no limit."""
    cells = [cell.plain for cell in record.row.cells] if record and record.row else []
    texts = [text for text in cells or ([record.phrase.plain] if record else []) if measure.bound.text in text]
    before, _, behind = texts[0].partition(measure.bound.text) if texts else ("", "", "")
    if not measure.bound.operator and _LASTING.search(before):
        return None
    more = _MORE.match(level(behind))
    if _CONDITION.match(behind):
        return None
    whole = f"{with_sign(measure.bound)}{more.group() if more else ''}"
    return threshold(whole) or threshold(with_sign(measure.bound))


def threshold(text: str) -> str | None:
    """Return a limit as the plan language writes it, where it can."""
    led = re.sub(r"^[A-Za-z ]+(?=[\s\d])", lambda found: found.group().lower(), plain(level(text)))
    words = _OPERATOR.sub("over", led).replace("≥", ">=").replace("≤", "<=")
    words = re.sub(r"\b(?:below|less than|lower than|within)\b", "under", words)
    try:
        parse_threshold(words)
    except BadValueError:
        return None
    return words
