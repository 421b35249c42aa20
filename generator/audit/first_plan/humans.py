"""Who of those that look like names are people: what labels say so, and which words are none of a name.

Two words with capitals behind any label are a product, a state or a heading as often as somebody. Whoever a first
plan names has to be named by a column, a label or a list of people, or by words that stand nowhere as plain ones.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.audit.first_plan.subjects import subject_of
from generator.audit.understanding.people import Person
from generator.audit.understanding.phrases import Phrase, Reading
from generator.audit.understanding.words import level

_TRADES = (
    r"engineers?|engr?|developers?|devs?|designers?|testers?|analysts?|architects?|administrators?|admins?|agents?"
    r"|co-?ordinators?|specialists?|consultants?|owners?|sponsors?|members?|experts?|representatives?|technicians?"
    r"|scientists?|assistants?|stakeholders?|users?|leads?|volunteers?|contractors?|stewards|operators?|reviewers?"
)
"""Trades that are no family names."""
_POST = re.compile(
    rf"\b(?:{_TRADES}|leader|manager|officer|director|approver|author|editor|writer|foreman|deputy|chair(?:wo|)(?:man)?"
    r"|president|secretary|treasurer|nurse|doctor|teacher|trainer|coach|warden|host|head|boss|contact|assignee|accountable"
    r"|responsible|planner|presenter|speaker|moderator|facilitator|inspector|examiner|controller|cook|chef|pilot|captain"
    r"|master|student|candidate|clerk|champion|colleague|stand-in|back-?up|substitute|person|partner)s?\W*$",
    re.IGNORECASE,
)
_RELATION = re.compile(
    r"\b(?:by|who|whom|names?|in charge|present|apologies|absent|decides|watche?s?|signs?|sign-off|answers?)\W*$",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"[a-z]{3,}(?:er|or|ist|ian|ant)s?\W*$", re.IGNORECASE)
_THINGS = re.compile(
    r"\b(?:server|cluster|container|provider|vendor|browser|router|customer|supplier|computer|printer|blocker|number"
    r"|error|sensor|parameter|letter|paper|order|carrier|tier|layer|header|folder|buffer|trigger|matter|character|chapter"
    r"|quarter|driver|monitor|connector|adapter|scheduler|tracker|list|checklist|plant|variant|factor|indicator|filter"
    r"|other|cover|offer|power|banner|poster|newsletter|register|center|motor|generator|grant|parser|loader)s?\W*$",
    re.IGNORECASE,
)
"""Things that are called as those who do something are."""
_PLAIN = re.compile(
    r"(?:[a-z]{3,}(?:tion|sion|ment|ness|ity|ance|ence|ive|able|ible|ical|ware|ship)|[a-z]{4,}(?:ing|ed|ery|est)"
    r"|[a-z]{4,}(?:ure|age))s?"
)
"""How words end that are hardly ever names."""
_INSIDE = re.compile(r"[a-z][A-Z]")
_PREFIXED = re.compile(r"(?:Mc|Mac|De|Di|La|Le|Van|Fitz)[A-Z][^\W\d_]+")
_SMALL = re.compile(r"(?<![\w@./-])[^\W\d_]{3,}(?![\w@/])")
_BRACKETS = re.compile(r"\([^()]*\)")


def is_label_of_people(label: str) -> bool:
    """Tell what names somebody, such as *Owner*, *Signed by* or *Head gardener*, from *Server* and *Status*."""
    plain = level(label).strip()
    if _POST.search(plain) or _RELATION.search(plain):
        return True
    return bool(_SUFFIX.search(plain)) and not _THINGS.search(plain)


def is_below_people(phrase: Phrase) -> bool:
    """Tell whether the headings above say that people are listed."""
    above = _BRACKETS.sub("", phrase.under[-1].text.plain) if phrase.under else ""
    return subject_of(phrase) == "person" or is_label_of_people(above)


def is_somebody(person: Person, reading: Reading) -> bool:
    """Tell whoever a column or label of people names from a post or a body: *Platform Engineer*, *Data Platform*."""
    words = _words(person)
    return _is_titled(person) or not (_is_trade(person) or all(_is_plain(each, reading) for each in words))


def is_name(person: Person, reading: Reading) -> bool:
    """Tell a name whose words are no others of its document: `Ada Lind`, not `Single Fetch` beside *a fetch*."""
    words = _words(person)
    return _is_titled(person) or not (_is_trade(person) or any(_is_plain(each, reading) for each in words))


def _is_titled(person: Person) -> bool:
    return bool(re.match(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof\w*|Capt\w*|Sir|Sister|Herr|Frau|Fr|Rev)\b", person.told))


def _is_trade(person: Person) -> bool:
    return bool(re.fullmatch(_TRADES, person.family, re.IGNORECASE))


def _words(person: Person) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}(?:['-][^\W\d_]+)*", person.told)


def _is_plain(word: str, reading: Reading) -> bool:
    if _INSIDE.search(word) and not _PREFIXED.fullmatch(word):
        return True
    small = word.lower()
    forms = {small, f"{small}s", small.removesuffix("s")}
    return bool(_PLAIN.fullmatch(small)) or not forms.isdisjoint(_plain_words(reading))


@lru_cache(maxsize=1)
def _plain_words(reading: Reading) -> frozenset[str]:
    """Collect the words that documents write in small letters."""
    return frozenset(word for text in _texts(reading) for word in _SMALL.findall(text) if word.islower())


def _texts(reading: Reading) -> Iterator[str]:
    yield from (level(phrase.plain) for phrase in reading.phrases)
    yield from (level(cell.plain) for _, rows in reading.tables for row in rows for cell in row.cells)
