"""Risks and ways back of a first plan."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.audit.first_plan.draft import Entry, entry, id_of, lines_of, plain, prose
from generator.audit.first_plan.figures import threshold
from generator.audit.first_plan.owners import Owners
from generator.audit.first_plan.records import Record, ways_named
from generator.audit.first_plan.wording import doer, in_two, person_at_end
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.ratings import rating
from generator.audit.understanding.words import level

_OPEN = "Open: not told beside it"
_FREE = frozenset({"", "score", "share", "money", "metric", "note", "figure"})
_POINTED = frozenset({"impact", "probability"})
_LEVELS = {1: "low", 2: "low", 3: "medium", 4: "high", 5: "high"}
_NOT_RATED = "medium"
_ASSUMED = (
    "A risk of which no rating is read is taken for medium, in what it does and in how likely it is.",
    "Rate each risk with its owner.",
)
_LEVEL = r"(?P<level>very high|high|medium|moderate|low|critical|severe|minor|major|likely|unlikely|possible|rare)\b"
_RATED = {
    "impact": re.compile(rf"\b(?:impact|severity|damage|I)\s*:?\s*{_LEVEL}", re.IGNORECASE),
    "probability": re.compile(rf"\b(?:likelihood|probability|chance|P)\s*:?\s*{_LEVEL}", re.IGNORECASE),
}
_CHANCES = frozenset({"rare", "unlikely", "possible", "likely"})
_ENDING = re.compile(
    r"[.,;]\s+(?P<levels>(?:(?:rare|unlikely|possible|likely|serious|slight|severe|minor|major|moderate|grave)\b"
    r"[,/ ]*)+)\W*$",
    re.IGNORECASE,
)
"""Ratings as the last words of an entry: `Likely, serious`."""
_LEADING = re.compile(
    r"[:.]\s+(?P<levels>(?:(?:rare|unlikely|possible|likely|serious|slight|severe|minor|major|moderate|grave)\b"
    r"[,/ ]*(?:and )?)+)[.;]\s+",
    re.IGNORECASE,
)
"""Ratings as the first words behind a name: `Rain: likely, severe. Tents are hired.`"""
_TAIL = 60
_NO_RISK = re.compile(
    r"(?:(?:key|expected|estimated|total) )?(?:benefits?|recommendations?|costs?|budget|rationale|summary"
    r"|notes?|status|owner|conclusion|pros|cons|advantages?|disadvantages?|approach|decision|timeline|duration|effort|\W*\d{1,3}\W*)",
    re.IGNORECASE,
)
"""Labels of other things that stand below a heading on risks."""
_RATING_BEHIND = re.compile(
    r"\s*[(\[](?:(?:impact|severity|damage|likelihood|probability|chance|[IP]|very|high|medium|moderate|low|critical|severe"
    r"|minor|major|likely|unlikely|possible|rare|and)\b[\s:,;/]*)+[)\]]\W*$",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:in|within|takes|under)?\s*(\d{1,4}(?:\.\d)?\s?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|h|s))\b",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:^|[.;]\s+)(?P<time>\d{1,4}\s?(?:seconds?|minutes?|min|hours?|h|days?))(?=[.;,]|$)", re.IGNORECASE
)
"""A sentence that is a length of time."""
_LASTS = re.compile(
    r"\s*[,;(]\s*(?:(?:ready|done|back) )?"
    r"(?:takes |within |in |at most |max\.? )?(?P<time>\d{1,4}\s?(?:seconds?|minutes?|mins?|hours?|h))"
    r"\)?\W*$",
    re.IGNORECASE,
)


def risk_entries(records: Iterable[Record], owners: Owners, ways: Mapping[str, str]) -> Iterator[Entry]:
    """Yield each risk; what the documents do not rate is medium."""
    taken, is_rated = list[str](), True
    for record in _of_kind(records, "risk"):
        leading = _leading(record)
        behind = leading or _RATING_BEHIND.search(level(record.name)) or _ending(record.name)
        after = f": {record.name[leading.end() :]}" if leading else ""
        head = replace(record, name=record.name[: behind.start()] + after if behind else record.name)
        name, rest = in_two(head.name) if record.row is None else (head.name, "")
        rated = [_rated(record, each) for each in ("impact", "probability")]
        mitigation = record.get("mitigation", "procedure")
        rest, ending = person_at_end(record.phrase, rest) if record.row is None else (rest, None)
        answer = mitigation.text if mitigation else "" if _RATED["impact"].search(rest) else rest
        if not plain(name) or not (answer or all(rated)) or (record.row is None and _NO_RISK.fullmatch(plain(name))):
            continue
        taken.append(id_of(record.code or name, taken, "risk"))
        value = {
            "name": plain(name),
            "impact": rated[0] or _NOT_RATED,
            "probability": rated[1] or _NOT_RATED,
            "description": prose(_more(record)),
            "mitigation": prose(answer) if answer else _OPEN,
            **_when_it_happens(record, ways),
            "owner": owners.of(record.get("owner") or ending or doer(record.phrase, rest)),
        }
        is_rated = is_rated and all(rated)
        words = (*record.labels, record.code, behind.group() if behind else "", *_codes(record, ways))
        words += tuple(told.text for each in _RATED if (told := record.get(each)) and rating(told.text))
        yield entry(("risks", taken[-1]), value, *record.quotes, translated=words)
    if not is_rated:
        yield entry(("assumptions", "ratings"), {"text": _ASSUMED[0], "check": _ASSUMED[1]})


def _more(record: Record) -> str:
    """Notes and points of a risk, points behind their headings: `L: 3; I: 4; L x I: 12`."""
    if record.row is None:
        return record.told["note"].text if "note" in record.told else ""
    cells = list(zip(record.row.cells, record.row.grid.header, record.row.grid.meanings, strict=True))
    known = [told.phrase for key, told in record.told.items() if key not in _FREE | _POINTED]
    free = [
        (cell, header) for cell, header, meaning in cells if meaning in _FREE and cell not in (*known, record.phrase)
    ]
    points = [
        (cell, header) for cell, header, meaning in cells if meaning in _POINTED and cell.plain.strip().isdecimal()
    ]
    notes = [(cell, header) for cell, header in free if cell.plain.strip() and cell.plain.strip() != record.code]
    if len(notes) == 1 and not points and re.search(r"[^\W\d]{3}", notes[0][0].plain):
        return notes[0][0].plain.strip()
    return "; ".join(f"{header.plain.strip()}: {cell.plain.strip()}" for cell, header in (*points, *notes))


def _when_it_happens(record: Record, ways: Mapping[str, str]) -> dict[str, Any]:
    """The way back that a code stands for, else what is done in words."""
    told = record.get("fallback")
    way = ways.get(told.text.strip().lower()) if told else None
    return {"rollback": way} if way else {"contingency": [prose(told.text)] if told else None}


def _codes(record: Record, ways: Mapping[str, str]) -> list[str]:
    told = record.get("fallback")
    return [told.text] if told and told.text.strip().lower() in ways else []


def ways_by_code(records: Iterable[Record], entries: Iterable[Entry]) -> dict[str, str]:
    """Return the ids of the ways back that a plan has, by the codes that documents give them."""
    placed = {each.lines: str(each.pointer[1]) for each in entries}
    told = {each.code.lower(): lines_of(*each.quotes) for each in records if each.subject == "rollback" and each.code}
    return {code: placed[lines] for code, lines in told.items() if lines in placed}


def _rated(record: Record, what: str) -> str | None:
    """Read `Impact: high` in a column or behind a label, `impact high` or `Likely, serious` in the words."""
    told = record.get(what)
    if told or record.row is not None:
        return _LEVELS.get(rating(told.text if told else "") or 0)
    spoken = _RATED[what].search(level(record.phrase.plain))
    behind = _leading(record) or _ending(record.name)
    ending = re.findall(r"\w+", behind["levels"].lower()) if behind else []
    fits = [each for each in ending if (each in _CHANCES) == (what == "probability")]
    return _LEVELS.get(rating(spoken["level"] if spoken else fits[0] if fits else "") or 0)


def _leading(record: Record) -> "re.Match[str] | None":
    return _LEADING.search(level(record.name)) if record.row is None else None


def _ending(name: str) -> "re.Match[str] | None":
    return _ENDING.search(level(name), max(0, len(name) - _TAIL))


def rollback_entries(records: Iterable[Record], owners: Owners) -> Iterator[Entry]:
    """Yield each way back that tells what is done, or who decides and how long it takes."""
    taken: list[str] = []
    known = list(records)
    named = ways_named(known)
    for record in _of_kind(known, "rollback"):
        name, rest = in_two(record.name) if record.row is None else (record.name, "")
        lasts = _LASTS.search(level(name)) if record.row is None else None
        name = name[: lasts.start()] if lasts else name
        procedure, within = record.get("procedure", "mitigation"), record.get("rollback time", "duration", "when")
        done = (
            _code(procedure.phrase)
            if procedure and record.row
            else prose(procedure.text)
            if procedure
            else _spoken_code(record.phrase, rest) or prose(rest)
        )
        spoken = lasts or (_LASTS.search(level(rest)) if not within else None)
        if record.phrase.form == "heading" and procedure and not within:
            spoken = _ALONE.search(level(procedure.text))
        if not plain(name) or not (done or (record.row and within) or record.code in named):
            continue
        taken.append(id_of(record.code or name, taken, "rollback"))
        value = {
            "name": plain(name),
            "within": _within(within.text if within else spoken["time"] if spoken else ""),
            "procedure": done or (prose(name) if record.code else _OPEN),
            "owner": owners.of(record.get("owner", "decider")),
        }
        yield entry(("rollbacks", taken[-1]), value, *record.quotes, translated=(*record.labels, record.code))


def _within(text: str) -> str | None:
    """A time that a way back takes is the longest that it may take."""
    found = _WITHIN.search(level(text))
    return threshold(text) or (threshold(f"< {found[1]}") if found else None)


def _of_kind(records: Iterable[Record], subject: str) -> Iterator[Record]:
    return (each for each in records if each.subject == subject and not each.phrase.is_box)


def _spoken_code(phrase: Phrase, rest: str) -> str:
    """What is told is one piece of code and nothing else."""
    codes = [phrase.plain[start:end] for start, end in phrase.text.code]
    return f"`{plain(rest)}`" if codes == [rest] and not re.search(r"[`{]", rest) else ""


def _code(cell: Phrase) -> str:
    whole = cell.text.code and cell.text.code[0] == (0, len(cell.plain)) and "`" not in cell.plain
    code = plain(cell.plain)
    return f"`{code}`" if whole and "{" not in code else prose(cell.plain)
