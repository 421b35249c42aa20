"""People by name: who is listed as taking part, and whom columns and entries name for something."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.blocks import Under
from generator.audit.understanding.phrases import Phrase, Quote, Reading
from generator.audit.understanding.words import level

_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Capt|Captain|Sir|Sister|Nurse|Chef|Herr|Frau|Fr|Rev)"
_LETTERS = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
"""Latin letters with accents, and those such as *ß* that have no capital in use."""
_HIGH = "A-Z" + "".join(each for each in _LETTERS if each.isupper())
_LOW = "a-z" + "".join(each for each in _LETTERS if each.islower())
_WORD = rf"[{_HIGH}][{_LOW}]*['-]?[{_HIGH}]?[{_LOW}]+"
_SMALL = r"(?:(?:de|da|do|van|von|der|den|la|le|di|bin|al)\s){0,2}"
_NAME = (
    rf"(?:(?P<title>{_TITLE})\.?\s(?:(?P<given>{_WORD}|[{_HIGH}]\.)\s)?{_SMALL}(?P<family>{_WORD})"
    rf"|(?P<first>{_WORD}|[{_HIGH}]\.)\s(?:[{_HIGH}]\.\s)?{_SMALL}(?P<last>{_WORD}))"
)
_PERSON = re.compile(rf"(?<![\w-]){_NAME}(?![\w-]|\s[{_HIGH}][{_LOW}](?![\w ]{{0,20}}:))")
_WHOLE = re.compile(rf"\W*{_NAME}\W*")
_LISTED = re.compile(
    r"\b(?:who|people|persons?|roles?|team|group|crew|contacts?|responsib\w+|organi[sz]ation|staff|committee|board"
    r"|members|cast|participants|players|names)\b",
    re.IGNORECASE,
)
_ROLES = re.compile(
    r"\W*(?:roles?|functions?|teams?|crews?|positions?|areas?|gangs?|departments?|tracks?|workstreams?)\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"^\W*(?:owners?|owned by|responsible|leads?|led by|leader|by|who|whom?|in charge|boss|head|person|name|foreman"
    r"|inspector|inspected by|signed(?: off)? by|sign-?off|approver|approved by|decides|decision|who decides|chair"
    r"|contact|manager|coordinator|trainer|teacher|speaker|host|done by|run by|checked by|tested by|examiner"
    r"|supervisor|investigator|engineer|assignee|assigned to|accountable|sponsor|reviewer|stand-in|deputy|mentor"
    r"|instructor|steward|pilot|captain|driver|facilitator|moderator)\W*$",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"\b(?:owner|responsible|lead|inspector|contact|by|signed by|decision|decided by|chair|sign-off|in charge"
    rf"|checked by|approved by|host|speaker|trainer)\W{{1,3}}(?={_NAME})",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:team|board|council|committee|department|office|services?|engineering|systems|logistics|facilities|catering|group|desk|brigade|company|bank|control"
    r"|unit|house"
    r"|centre|center|police|fire|school|university|hospital|works?|management|operations|support|society"
    r"|club|agency"
    r"|authority|ltd|gmbh|inc|lead|head|manager|director|officer|security|finance|legal|sales|marketing|product"
    r"|project|phase|wave|north|south|east|west|hall|line|street|road|all|every|each|the|external|internal"
    r"|\w{3,}(?:tion|sion|ysis|ility|ivity|ology|ware)s?|\w{4,}ments?)\b",
    re.IGNORECASE,
)
_FEWEST = 3


@dataclass(frozen=True)
class Person:
    """A name as written, in its parts; `given` is a first name, an initial or nothing."""

    given: str
    family: str
    phrase: Phrase
    start: int
    end: int

    @property
    def told(self) -> str:
        """The name with its title."""
        return self.phrase.plain[self.start : self.end]

    @property
    def quote(self) -> Quote:
        """The text with the name marked."""
        return self.phrase.mark(self.start, self.end)

    def may_be(self, other: "Person") -> bool:
        """Tell whether both can be one: the same family name, and no other first name."""
        if self.family != other.family:
            return False
        one, two = self.given.rstrip("."), other.given.rstrip(".")
        return not one or not two or one == two or (min(len(one), len(two)) == 1 and one[0] == two[0])


@dataclass(frozen=True)
class Holding:
    """People whom one column, or the entries of one list, name for something."""

    people: tuple[Person, ...]


def persons_in(phrase: Phrase) -> list[Person]:
    """Find every full name, and every name with a title."""
    return [_person(match, phrase) for match in _PERSON.finditer(level(phrase.plain)) if _is_human(match)]


def rosters_of(reading: Reading) -> list[Person]:
    """Collect who is listed below headings and in columns of people."""
    found = [*_in_columns(reading), *_in_lists(reading)]
    return found if len({each.family for each in found}) >= _FEWEST else []


def _in_columns(reading: Reading) -> Iterator[Person]:
    for grid, rows in reading.tables:
        titled = bool(grid.under) and bool(_LISTED.search(grid.under[-1].text.plain))
        for column, header in enumerate(grid.header):
            people = [each for row in rows if (each := whole_person(row.cells[column]))]
            if len(people) > 1 and _HOLDS.match(header.plain) and (titled or _ROLES.match(grid.header[0].plain)):
                yield from people


def _in_lists(reading: Reading) -> Iterator[Person]:
    """Lists below a heading on people, and lists whose entries each begin with a name."""
    by_heading: dict[Under, list[list[Person]]] = {}
    for phrase in reading.phrases:
        if phrase.form == "item" and phrase.under:
            by_heading.setdefault(phrase.under, []).append(persons_in(phrase))
    for under, lines in by_heading.items():
        leading = sum(bool(people) and people[0].start <= len("* ") for people in lines)
        listed = _LISTED.search(under[-1].text.plain)
        if listed or (len(lines) >= _FEWEST and leading >= len(lines) - 1):
            yield from (each for people in lines for each in people)


def holdings_of(reading: Reading) -> Iterator[Holding]:
    """Yield the people of each column that names whoever has something, and of each list that labels them."""
    for grid, rows in reading.tables:
        for column, header in enumerate(grid.header):
            if _HOLDS.match(header.plain):
                yield Holding(tuple(each for row in rows if (each := whole_person(row.cells[column]))))
    by_heading: dict[Under, list[Person]] = {}
    for phrase in reading.phrases:
        if phrase.form == "item":
            starts = {match.end() for match in _LABELLED.finditer(level(phrase.plain))}
            by_heading.setdefault(phrase.under, []).extend(
                each for each in persons_in(phrase) if each.start in starts
            )
    yield from (Holding(tuple(people)) for people in by_heading.values())


def family_counts(reading: Reading) -> Counter[str]:
    """Count in how many texts each word with a capital stands."""
    counts: Counter[str] = Counter()
    for phrase in reading.phrases:
        counts.update(set(re.findall(_WORD, level(phrase.plain))))
    return counts


def whole_person(cell: Phrase) -> Person | None:
    """Return the person that is all of a cell."""
    match = _WHOLE.fullmatch(level(cell.plain))
    return _person(match, cell) if match and _is_human(match) else None


def first_names(reading: Reading) -> frozenset[str]:
    """Collect the single names that columns of people tell, in small letters."""
    return frozenset(
        part.lower()
        for grid, rows in reading.tables
        for column, header in enumerate(grid.header)
        if _HOLDS.match(header.plain)
        for row in rows
        for part in re.split(r",\s|\sand\s", level(row.cells[column].plain).strip())
        if re.fullmatch(_WORD, part)
    )


def names_a_body(text: str) -> bool:
    """Tell whether words name a team, a firm or an office rather than one person."""
    return bool(_NOBODY.search(text))


def _person(match: "re.Match[str]", phrase: Phrase) -> Person:
    start = match.start("title") if match["title"] else match.start("first")
    end = match.end("family") if match["title"] else match.end("last")
    return Person(match["given"] or match["first"] or "", match["family"] or match["last"], phrase, start, end)


def _is_human(match: "re.Match[str]") -> bool:
    return bool(match["title"]) or not _NOBODY.search(match.group())
