"""Who leads which team: the table of the teams, and where a text names a team with somebody at its head."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.understanding.entries import is_total
from generator.audit.understanding.phrases import Grid, Quote, Reading, Row
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.words import key_of, level

_TEAMS = r"teams?|crews?|squads?|gangs?|groups?|departments?|units?|parties|party|desks?|trades?"
_GROUPS = re.compile(rf"\W*(?:{_TEAMS}|work ?streams?|tracks?)\W*", re.IGNORECASE)
_LEADS = re.compile(
    r"\W*(?:[a-z-]+ )?(?:leads?|leaders?|led by|heads?|headed by|captains?|fore(?:man|men|woman|person)|chairs?"
    r"|managers?|owners?|responsible|in charge|run by)\W*",
    re.IGNORECASE,
)
_TITLE = r"(?:(?:Dr|Prof|Mr|Ms|Mrs|Sr)\.?\s)"
_WORD = r"[A-ZÀ-Þ][\w'-]*[a-zà-ÿ]"
_PERSON = rf"(?:@[\w.-]{{2,30}}|{_TITLE}?{_WORD}(?:\s(?:(?:de|van|von|der|da|di)\s)?{_WORD}){{0,2}})"
_PEOPLE = re.compile(rf"\s*{_PERSON}\s*")
_TEAM = r"[A-ZÀ-Þ][\w&'-]*(?: [\w&'-]+){0,2}"
_LED = re.compile(
    rf"(?P<team>{_TEAM})(?i: (?:{_TEAMS}))?,? (?i:(?:is )?(?:led|headed|run|captained) by|under) (?P<who>{_PERSON})"
)
_LEADING = re.compile(rf"(?P<who>{_PERSON}) (?:leads|heads|captains) (?:the )?(?P<team>{_TEAM})")
_BESIDE = re.compile(rf"(?P<who>{_PERSON}),? (?:and|with) (?:the|her|his|their) (?P<team>{_TEAM}) (?i:{_TEAMS})\b")
_HAVING = re.compile(rf"(?P<who>{_PERSON})'s? (?P<team>{_TEAM}) (?i:{_TEAMS})\b")
_SOMETIMES = re.compile(
    r"\b(?:if|when|unless|until|while|away|absen\w+|stands? in|deput\w+|back-?up|instead|or|helps?|not|from .* on)\b",
    re.IGNORECASE,
)
_MOST = 400


@dataclass(frozen=True)
class Lead:
    """A team, and the row that tells who leads it."""

    team: str
    who: frozenset[str]
    quote: Quote


@dataclass(frozen=True, eq=False)
class Leads:
    """The teams of one table with one person each."""

    leads: tuple[Lead, ...]

    def of(self, team: str) -> Lead | None:
        """Return the team of this name."""
        return next((each for each in self.leads if key_of(each.team) == key_of(team)), None)

    def leading(self, who: str) -> list[Lead]:
        """Return the teams that somebody leads; the name may be written in part."""
        name = _name(who)
        return [each for each in self.leads if name and (name <= each.who or each.who <= name)]


@dataclass(frozen=True)
class Led:
    """A team and a person whom a text puts at its head or beside it, and where."""

    team: str
    who: str
    start: int
    end: int


def leads_of(reading: Reading) -> Iterator[Leads]:
    """Yield the tables of teams with a person in each row."""
    for grid, rows in reading.tables:
        body = tuple(row for row in rows if not is_total(row))
        if _GROUPS.fullmatch(level(grid.header[grid.key_column].plain)):
            yield from _columns(grid, body)


def led_in(text: str) -> Iterator[Led]:
    """Yield each team that a sentence gives to somebody for good."""
    plain = level(text)
    for start, end in sentences_of(plain):
        if end - start > _MOST or _SOMETIMES.search(plain, start, end):
            continue
        for pattern in (_LED, _LEADING, _BESIDE, _HAVING):
            for found in pattern.finditer(plain, start, end):
                yield Led(found["team"], found["who"], found.start("who"), found.end("who"))


def _columns(grid: Grid, rows: tuple[Row, ...]) -> Iterator[Leads]:
    for column, header in enumerate(grid.header):
        cells = [level(row.cells[column].plain) for row in rows]
        named = len(cells) > 1 and all(_PEOPLE.fullmatch(cell) for cell in cells)
        if column != grid.key_column and named and _LEADS.fullmatch(level(header.plain)):
            leads = [
                Lead(row.cells[grid.key_column].plain.strip(), _name(cell), row.mark(row.cells[column]))
                for row, cell in zip(rows, cells, strict=True)
            ]
            yield Leads(tuple(leads))


def _name(text: str) -> frozenset[str]:
    return key_of(re.sub(rf"^\W*{_TITLE}", "", level(text)))
