"""Who does what, by the verb: columns such as *Signed by*, and sentences such as `Ada Lind signs the protocol`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.calendar import MONTH, WEEKDAY
from generator.audit.understanding.entries import LONGEST, is_total
from generator.audit.understanding.people import names_a_body
from generator.audit.understanding.phrases import Phrase, Quote, Reading, Row
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.words import key_of, level

Topic = frozenset[str]

_VERBS = {
    "lead": "leads?|led|leading", "pay": "pays?|paid|paying", "sign": "signs?|signed"
    "|signing", "chair": "chair(?:s|ed|ing)?",
    "run": "runs?|running", "own": "own(?:s|ed)?", "drive": "drives?|driven|driving", "open": "open(?:s|ed|ing)?",
    "approve": "approv(?:es?|ed|ing)", "host": "host(?:s|ed|ing)?", "manage": "manag(?:es?|ed|ing)",
    "head": "head(?:s|ed|ing)?", "moderate": "moderat(?:es?|ed|ing)", "keep": "keeps?|kept|keeping",
    "bring": "brings?|brought|bringing", "collect": "collect(?:s|ed|ing)?", "order": "order(?:s|ed|ing)?",
    "write": "writes?|written|writing", "book": "book(?:s|ed|ing)?", "train": "train(?:s|ed|ing)?",
    "teach": "teach(?:es|ing)?|taught", "supervise": "supervis(?:es?|ed|ing)", "conduct": "conduct(?:s|ed|ing)?",
    "cook": "cook(?:s|ed|ing)?", "bake": "bak(?:es?|ed|ing)", "buy": "buys?|bought|buying",
    "publish": "publish(?:es|ed|ing)?", "sponsor": "sponsor(?:s|ed|ing)?", "audit": "audit(?:s|ed|ing)?",
    "issue": "issu(?:es?|ed|ing)", "coordinate": "coordinat(?:es?|ed|ing)", "hold": "holds?|held|holding",
}  # fmt: skip
_VERB = "|".join(_VERBS.values())
_CALLED = tuple((verb, re.compile(pattern, re.IGNORECASE)) for verb, pattern in _VERBS.items())
_AGENTS = re.compile(r"\W*(?:lead|leader|led by)\W*", re.IGNORECASE)
_DEED = re.compile(rf"\W*(?:who (?P<does>{_VERB})\b.*|(?P<done>{_VERB})(?: off)? by)\W*", re.IGNORECASE)
_TITLE = r"(?:(?:Dr|Prof|Mr|Ms|Mrs|Sr|Sister|Aunt|Uncle|Captain|Chef)\.?\s)"
_NAME = r"[A-ZÀ-Þ][\w'-]*[a-zà-ÿ]"
_WHO = rf"(?P<who>{_TITLE}?{_NAME}(?:\s(?:(?:de|van|von|der|da|di)\s)?{_NAME}){{0,2}})"
_STOP = (
    r"(?:and|or|in|on|at|from|with|until|by|for|who|which|is|are|was|as|before|after|each|every|when|while"
    r"|during|if|once"
    r"|but|so|to|of|then|that|because|since|via|per|this|will)\b"
)
_TOPIC = rf"(?P<topic>(?!{_STOP})[A-Za-z][\w-]*(?:\s(?!{_STOP})[A-Za-z][\w-]*){{0,3}})"
_ALL = r"(?:(?:all|each|every|both|the|our|his|her|its|their|any|of|new)\s){0,3}"
_ACTIVE = re.compile(
    rf"\b{_WHO}(?:, who|, [a-z ]{{3,30}},)?(?: also| always| alone)? (?:is |will )?(?P<verb>{_VERB})\b"
    rf"(?: off| for| up| out)? {_ALL}{_TOPIC}"
)
_PASSIVE = re.compile(
    rf"(?:^\s*|[.;:,]\s|\bthe\s)(?:[A-Z]{{1,3}}\d{{1,3}}[.:)]?\s)?(?:[Tt]he\s"
    rf"|[Aa]ll\s)?{_TOPIC}(?:[\s,][^.;:]{{0,50}}?)??,?\s"
    rf"(?:then )?(?:is |are |will be |to be )?(?P<verb>{_VERB}|sign-?off)(?: off| for)? by (?:the )?{_WHO}"
)
_SOMETIMES = re.compile(
    rf"\b(?:if|when|unless|until|while|away|absen\w+|stands? in|deputy|deputises?|back-?up|instead|first|second|last"
    rf"|next|former\w*|once|or|helps?|{WEEKDAY}s?|{MONTH} \d|\d{{1,2}} {MONTH})\b",
    re.IGNORECASE,
)
_LONGEST_SENTENCE = 400
_HONOURS = frozenset({"dr", "prof", "mr", "ms", "mrs", "sr", "sister", "captain", "chef"})
_NOBODY = frozenset(
    {"we", "it", "they", "this", "that", "he", "she", "you", "nobody", "everybody", "who", "everyone"}
)


@dataclass(frozen=True)
class Doing:
    """A person who does something to a thing."""

    verb: str
    topic: Topic
    who: frozenset[str]
    told: str
    quote: Quote
    source: object
    """The table or the text that says so."""


def doings_of(reading: Reading) -> list[Doing]:
    """Collect what columns say, then what sentences and entries say."""
    rows = [(grid, row) for grid, rows in reading.tables for row in rows if not is_total(row)]
    found = [each for grid, row in rows for each in _of_row(row, grid)]
    spoken = (phrase for phrase in reading.phrases if phrase.form in {"paragraph", "item", "cell"})
    return [*found, *(each for phrase in spoken for each in _of_text(phrase))]


def _of_row(row: Row, source: object) -> Iterator[Doing]:
    key = row.cells[row.grid.key_column]
    for cell, header in zip(row.cells, row.grid.header, strict=True):
        found = _DEED.fullmatch(level(header.plain))
        written = (found["does"] or found["done"]) if found else ""
        verb = "lead" if _AGENTS.fullmatch(level(header.plain)) else _verb(written)
        topic = key_of(key.plain)
        if verb and cell is not key and 0 < len(topic) <= LONGEST and _is_person(cell.plain):
            yield Doing(verb, topic, _who(cell.plain), cell.plain.strip(), row.mark(cell), source)


def _of_text(phrase: Phrase) -> Iterator[Doing]:
    plain = level(phrase.plain)
    for start, end in sentences_of(plain) if re.search(rf"\b(?:{_VERB}|sign-?off)\b", plain) else ():
        if end - start > _LONGEST_SENTENCE or _SOMETIMES.search(plain, start, end):
            continue
        for pattern in (_ACTIVE, _PASSIVE):
            for found in pattern.finditer(plain[start:end]):
                who, topic = _who(found["who"]), key_of(found["topic"])
                verb = "sign" if found["verb"].startswith("sign") else _verb(found["verb"])
                if verb and topic and who and who.isdisjoint(_NOBODY) and _is_person(found["who"]):
                    quote = phrase.mark(start + found.start("who"), start + found.end("who"))
                    yield Doing(verb, topic, who, found["who"], quote, phrase)


def _verb(written: str) -> str:
    return next((verb for verb, pattern in _CALLED if written and pattern.fullmatch(written)), "")


def _who(text: str) -> frozenset[str]:
    """A surname with a title is whoever has it with a first name."""
    return key_of(text) - _HONOURS


def _is_person(text: str) -> bool:
    plain = level(text).strip()
    return bool(re.fullmatch(_WHO, plain)) and not names_a_body(plain)
