"""Columns of tables of risks and ways back, by what their cells hold."""

import re

from generator.audit.first_plan.subjects import subject_in, table_subject
from generator.audit.first_plan.table_columns import UNKNOWN, Table
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.ratings import rating
from generator.audit.understanding.words import level

_LENGTH = re.compile(
    r"(?:<=?|≤|max\.?|at most|within|in|under|up to|no longer than)?\s*\d{1,4}(?:[.,]\d)?\s?-?"
    r"(?:s|sec\w*|min\w*|h|hrs?|hours?|days?)\.?",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"\b(?:signs?|signals?|symptoms?|triggers?|when|seen|noticed?|detected|reasons?|why|comments?|notes?|remarks?"
    r"|told|informs?|calls?|severity)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:up to|until|till|from|since|by|at|on|only)", re.IGNORECASE)
_ANSWERS = re.compile(
    r"(?:our |the )?(?:measures?|actions?|reactions?|way out|what then|then)(?: taken)?", re.IGNORECASE
)
_HEADERS = {
    "probability": r"how (?:likely|probable|often)\b.*|likely",
    "impact": r"how (?:bad|serious|severe|grave)\b.*|gravity",
    "mitigation": r"(?:.* )?(?:prevent(?:ed)?|avoid(?:ed)?)\b.*|(?:what )?we do (?:now|before|against it)",
    "fallback": r"(?:if|when|once|should) it (?:does )?(?:happens?|occurs?|comes true)(?: after all)?|in that case",
}
_FALLS_BACK = re.compile(r"plan b|contingenc\w+|emergency plan", re.IGNORECASE)
_LEAST_WORDS = 2
_MOST_POINTS = 5
_RATED = frozenset({"impact", "probability"})


def spoken_headers(table: Table) -> dict[int, str]:
    """Headings that are asked or said: `How likely`, `We prevent it by`, `If it happens`."""
    if table_subject(table.grid) != "risk":
        return {}
    found: dict[int, str] = {}
    for index in table.others:
        header = level(table.grid.header[index].plain).strip().lower()
        told = next((meaning for meaning, pattern in _HEADERS.items() if re.fullmatch(pattern, header)), "")
        if told and table.meanings[index] in UNKNOWN and told not in {*table.meanings, *found.values()}:
            found[index] = told
    return found


def ratings(table: Table) -> dict[int, str]:
    """Of two columns of high and low, one of which is known, the other one is the other."""
    if table_subject(table.grid) != "risk":
        return {}
    missing = [each for each in ("impact", "probability") if each not in table.meanings]
    rated = [index for index in table.others if table.meanings[index] in UNKNOWN and table.has(index, _is_rating)]
    return {rated[0]: missing[0]} if len(missing) == 1 and len(rated) == 1 else {}


def figures_of_risks(table: Table) -> dict[int, str]:
    """Of two columns of points one of which is known the other one is the other: `L | I | L x I`."""
    missing = [each for each in ("impact", "probability") if each not in table.meanings]
    known = [index for index in table.others if table.meanings[index] in _RATED and table.has(index, _points)]
    if table_subject(table.grid) != "risk" or len(missing) != 1 or not known:
        return {}
    free = [index for index in table.others if table.meanings[index] in UNKNOWN and table.has(index, _points)]
    free = [
        index for index in free if table.filled(index) and len(table.filled(index)) == len(table.filled(known[0]))
    ]
    short = [index for index in free if len(level(table.grid.header[index].plain).strip()) <= _LEAST_WORDS]
    return {short[0]: missing[0]} if len(short) == 1 else {}


def _points(cell: Phrase) -> bool:
    plain = cell.plain.strip()
    return plain.isdecimal() and 1 <= int(plain) <= _MOST_POINTS


def answers(table: Table) -> dict[int, str]:
    """Say which column tells what is done against a risk, and which what is done when it happens."""
    if table_subject(table.grid) != "risk" or not _RATED & {*table.meanings}:
        return {}
    headers = {index: level(table.grid.header[index].plain).strip() for index in table.others}
    behind = [
        index
        for index, header in headers.items()
        if table.meanings[index] in UNKNOWN and (_FALLS_BACK.fullmatch(header) or subject_in(header) == "rollback")
    ]
    found = dict.fromkeys(behind[:1], "fallback")
    if {"mitigation", "procedure"} & {*table.meanings}:
        return found
    told = [index for index, header in headers.items() if _ANSWERS.fullmatch(header)]
    free = [index for index in table.others if table.meanings[index] in UNKNOWN and index not in found]
    told = told or [index for index in free if _says_what_is_done(table, index)]
    return found | ({told[0]: "mitigation"} if len(told) == 1 else {})


def _is_rating(cell: Phrase) -> bool:
    return rating(cell.plain) is not None and not cell.plain.strip().isdecimal()


def ways_back(table: Table) -> dict[int, str]:
    """A time beside what goes wrong is the longest until all is back; other words say what is done."""
    if table_subject(table.grid) not in {"risk", "rollback"} or {"impact", "probability"} & {*table.meanings}:
        return {}
    lengths = [
        index for index in table.others if table.has(index, lambda cell: _LENGTH.fullmatch(level(cell.plain).strip()))
    ]
    if len(lengths) != 1:
        return {}
    told = {lengths[0]: "rollback time"}
    free = [index for index in table.others if index not in told and table.meanings[index] in {*UNKNOWN, "identity"}]
    free = [index for index in free if _says_what_is_done(table, index)]
    known = {"procedure", "mitigation"}.intersection(table.meanings)
    return told | ({free[0]: "procedure"} if len(free) == 1 and not known else {})


def _says_what_is_done(table: Table, column: int) -> bool:
    """Tell a column of deeds from one of signs, of reasons, or of days until which there is a way back."""
    header, cells = level(table.grid.header[column].plain).strip(), table.filled(column)
    spoken = any(len(cell.plain.split()) > _LEAST_WORDS for cell in cells)
    return spoken and not (_SIGN.search(header) or _UNTIL.fullmatch(header) or any(cell.windows for cell in cells))
