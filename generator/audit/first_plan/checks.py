"""Checkpoints, success criteria, risks, rollbacks, targets and alerts of a first plan."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.audit.first_plan.draft import Entry, entry, id_of, plain, prose
from generator.audit.first_plan.owners import Owners
from generator.audit.first_plan.records import Record, in_two
from generator.audit.first_plan.subjects import subject_of
from generator.audit.first_plan.work import Ids, when_text
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.measures import Measure, with_sign
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.ratings import rating
from generator.audit.understanding.scopes import Scope, scopes_of
from generator.audit.understanding.stays import row_units
from generator.audit.understanding.units import OUTER, TESTS, Unit, units_in
from generator.audit.understanding.words import key_of, level
from generator.errors import BadValueError
from generator.model.notation import parse_threshold

_LEVELS = {1: "low", 2: "low", 3: "medium", 4: "high", 5: "high"}
_NOT_RATED = "medium"
_ASSUMED = (
    "A risk that the document does not rate is taken for medium, in what it does and in how likely it is.",
    "Rate each risk with its owner.",
)
_OPERATOR = re.compile(r"\b(?:more|greater|higher) than\b|\bover\b|\babove\b|\bexceeds\b")
_WITHIN = re.compile(
    r"\b(?:in|within|takes|under)?\s*(\d{1,4}(?:\.\d)?\s?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|h|s))\b",
    re.IGNORECASE,
)
_LEVEL = r"(?P<level>very high|high|medium|moderate|low|critical|severe|minor|major|likely|unlikely|possible|rare)\b"
_RATED = {
    "impact": re.compile(rf"\b(?:impact|severity|damage|I)\s*:?\s*{_LEVEL}", re.IGNORECASE),
    "probability": re.compile(rf"\b(?:likelihood|probability|chance|P)\s*:?\s*{_LEVEL}", re.IGNORECASE),
}
_ALARM = re.compile(r"\b(?:alarm|alert|warn|page)", re.IGNORECASE)
_TARGET = re.compile(r"\b(?:target|goal|aim|objective)", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:\s+(?:must|should|is|are|be|stays?|remains?|never|not|at|or|of|below|above|over|under))+\W*\d.*$"
)
_ALLOWED = re.compile(r"at (?:least|most)|no(?:t)? \w+ than|up to|max|min|within|[<>]=|[≤≥]", re.IGNORECASE)
_NEVER = re.compile(r"\s+(?:never|not|no)$", re.IGNORECASE)
_TURNED = {">": "<=", "<": ">="}
_HURTS = r"(?:,?\s+(?P<impact>serious|slight|severe|minor|major|moderate|grave))?"
_LIKELY = re.compile(rf"[.,;]\s+(?P<level>rare|unlikely|possible|likely){_HURTS}\W*$", re.IGNORECASE)
_RATING_BEHIND = re.compile(
    r"\s*[(\[](?:(?:impact|severity|damage|likelihood|probability|chance|[IP]|very|high|medium|moderate|low|critical|severe"
    r"|minor|major|likely|unlikely|possible|rare|and)\b[\s:,;/]*)+[)\]]\W*$",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\s*[,;(]\s*(?:takes |within |in |at most |max\.? )?(?P<time>\d{1,4}\s?(?:seconds?|minutes?|mins?|hours?|h))"
    r"\)?\W*$",
    re.IGNORECASE,
)
_CONSEQUENCE = re.compile(r"[^:→.;]{0,30}(?:[:→]|\s-\s)\s*(?P<what>\S.*)", re.DOTALL)


def checkpoint_entries(facts: Facts, ids: Ids) -> Iterator[Entry]:
    """Yield each checkpoint whose day is told and whose scope names work of the plan."""
    scopes: dict[Unit, Scope] = {}
    for scope in scopes_of(facts.reading):
        scopes.setdefault(scope.unit, scope)
    for stay in facts.stays:
        unit = stay.unit
        if unit.kind not in TESTS or unit in ids.units or stay.form != "whole" or unit not in scopes:
            continue
        items, day = items_of(facts, ids, scopes[unit]), when_text(stay.window, end=True)
        if items and day:
            ids.units[unit] = id_of(str(unit), ids.taken(), "checkpoint")
            command = _command(facts, unit)
            value = {
                "name": None if unit.kind == "checkpoint" else plain(str(unit)),
                "at": day,
                "scope": items,
                "scope_name": prose(scopes[unit].text),
                "command": plain(command.plain) if command else None,
            }
            yield entry(("checkpoints", ids.units[unit]), value, stay.quote, scopes[unit].quote)


def criterion_entries(facts: Facts) -> Iterator[Entry]:
    """Yield each box of a checklist, and each entry below a heading on conditions, as a criterion."""
    taken: list[str] = []
    for phrase in facts.reading.phrases:
        listed = phrase.item and (phrase.item.checked is not None or subject_of(phrase) == "criterion")
        if phrase.item and listed and plain(phrase.plain):
            taken.append(id_of(" ".join(phrase.plain.split()[:6]), taken, "criterion"))
            yield entry(
                ("criteria", taken[-1]),
                {"text": prose(phrase.plain), "done": phrase.item.checked or None},
                phrase.quote(),
                translated=[str(phrase.item.number or "")],
            )


def risk_entries(records: Iterable[Record], owners: Owners) -> Iterator[Entry]:
    """Yield each risk; what the documents do not rate is medium."""
    taken, is_rated = list[str](), True
    for record in _of_kind(records, "risk"):
        name, rest = in_two(record) if record.row is None else (record.name, "")
        behind = _RATING_BEHIND.search(level(name)) or _LIKELY.search(level(name))
        name = name[: behind.start()] if behind else name
        rated = [_rated(record, each) for each in ("impact", "probability")]
        mitigation = record.get("mitigation", "procedure")
        answer = mitigation.text if mitigation else "" if _RATED["impact"].search(rest) else rest
        if not plain(name) or not (answer or all(rated)):
            continue
        taken.append(id_of(record.code or name, taken, "risk"))
        value = {
            "name": plain(name),
            "impact": rated[0] or _NOT_RATED,
            "probability": rated[1] or _NOT_RATED,
            "description": prose(record.told["note"].text) if "note" in record.told else None,
            "mitigation": prose(answer) if answer else "Open: the document tells none",
            "owner": owners.of(record.get("owner")),
        }
        is_rated = is_rated and all(rated)
        words = (*record.labels, record.code, behind.group() if behind else "")
        yield entry(("risks", taken[-1]), value, *record.quotes, translated=words)
    if not is_rated:
        yield entry(("assumptions", "ratings"), {"text": _ASSUMED[0], "check": _ASSUMED[1]})


def _rated(record: Record, what: str) -> str | None:
    """Read `Impact: high` in a column or behind a label, `impact high` or `Likely, serious` in the words."""
    told = record.get(what)
    plain = level(record.phrase.plain) if record.row is None else ""
    spoken, behind = _RATED[what].search(plain), _LIKELY.search(level(record.name)) if record.row is None else None
    ending = behind["level" if what == "probability" else "impact"] if behind else None
    return _LEVELS.get(rating(told.text if told else spoken["level"] if spoken else ending or "") or 0)


def rollback_entries(records: Iterable[Record], owners: Owners) -> Iterator[Entry]:
    """Yield each way back that tells what is done, or who decides and how long it takes."""
    taken: list[str] = []
    for record in _of_kind(records, "rollback"):
        name, rest = in_two(record) if record.row is None else (record.name, "")
        procedure, within = record.get("procedure", "mitigation"), record.get("rollback time", "duration", "when")
        done = (
            _code(procedure.phrase)
            if procedure and record.row
            else prose(procedure.text)
            if procedure
            else prose(rest)
        )
        spoken = _LASTS.search(level(rest)) if not within else None
        if not plain(name) or not (done or (record.row and within)):
            continue
        taken.append(id_of(record.code or name, taken, "rollback"))
        value = {
            "name": plain(name),
            "within": _within(within.text if within else spoken["time"] if spoken else ""),
            "procedure": done or "Open: the document tells none",
            "owner": owners.of(record.get("owner")),
        }
        yield entry(("rollbacks", taken[-1]), value, *record.quotes, translated=(*record.labels, record.code))


def measure_entries(facts: Facts, records: Iterable[Record]) -> Iterator[Entry]:
    """Yield targets and alerts whose limit the plan language can say."""
    subjects = {(quote.place.file, quote.place.line): record for record in records for quote in record.quotes}
    taken: dict[str, list[str]] = {"targets": [], "alerts": []}
    known: set[tuple[str, frozenset[str]]] = set()
    for measure in map(_named_well, facts.measures):
        record = subjects.get((measure.quote.place.file, measure.quote.place.line))
        response = _response(record, measure)
        role = _role(measure, record, response)
        section, threshold = f"{role}s", _limit(measure)
        if section in taken and threshold and (section, measure.key) not in known:
            known.add((section, measure.key))
            taken[section].append(id_of(measure.name, taken[section], role))
            value = {
                "name": plain(_called(measure, record)),
                "threshold": threshold,
                "response": [prose(response)] if response and role == "alert" else None,
            }
            words = measure.bound.text if threshold else ""
            yield entry((section, taken[section][-1]), value, measure.quote, translated=[words])


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
    if record is None or _is_boxed(record.phrase):
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


def _of_kind(records: Iterable[Record], subject: str) -> Iterator[Record]:
    return (each for each in records if each.subject == subject and not _is_boxed(each.phrase))


def _is_boxed(phrase: Phrase) -> bool:
    return bool(phrase.item and phrase.item.checked is not None)


def items_of(facts: Facts, ids: Ids, scope: Scope) -> list[str]:
    """Return the ids that a scope's words stand for; all parts at work where it names everything."""
    found = [ids.units.get(each.unit) for each in units_in(scope.text) if each.unit.kind not in TESTS | OUTER]
    for word in scope.words:
        unit = facts.named(word)
        found.append(ids.tasks.get(key_of(word)) or (ids.units.get(unit) if unit else None))
    if re.match(r"\W*(?:full|whole|all|everything|entire|complete|optimi[sz]ed)\b", level(scope.text), re.IGNORECASE):
        found += [ids.units.get(unit) for unit in facts.inner_units()]
    return list(dict.fromkeys(each for each in found if each))


def _command(facts: Facts, unit: Unit) -> Phrase | None:
    for _, rows in facts.reading.tables:
        for row in rows:
            if unit in [mention.unit for mention, _ in row_units(row)]:
                return _coded(row)
    return None


def _coded(row: Row) -> Phrase | None:
    """Find the cell that is all code."""
    return next((cell for cell in row.cells if cell.text.code and cell.text.code[0] == (0, len(cell.plain))), None)


def _code(cell: Phrase) -> str:
    whole = cell.text.code and cell.text.code[0] == (0, len(cell.plain)) and "`" not in cell.plain
    code = plain(cell.plain)
    return f"`{code}`" if whole and "{" not in code else prose(cell.plain)


def _limit(measure: Measure) -> str | None:
    written, signed = _threshold(measure.bound.text), _threshold(with_sign(measure.bound))
    return signed if signed and measure.bound.text[:1].isdigit() else written or signed


def _within(text: str) -> str | None:
    """A time that a way back takes is the longest that it may take."""
    found = _WITHIN.search(level(text))
    return _threshold(text) or (_threshold(f"< {found[1]}") if found else None)


def _threshold(text: str) -> str | None:
    """Return a limit as the plan language writes it, where it can."""
    words = _OPERATOR.sub("over", plain(level(text)).lower()).replace("≥", ">=").replace("≤", "<=")
    words = re.sub(r"\b(?:below|less than|lower than|within)\b", "under", words)
    try:
        parse_threshold(words)
    except BadValueError:
        return None
    return words
