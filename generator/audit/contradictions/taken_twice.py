"""What there is only once, or who can be in one place only, is taken by two rows at the same time.

One of the two waits, and everything behind it.

Fails:

```markdown
There is one crane, and it does one lift at a time.

| Lift | From | To |
|---|---|---|
| Pump | 07:00 | 09:30 |
| Tank | 09:00 | 11:00 |
```

Passes:

```markdown
There is one crane, and it does one lift at a time.

| Lift | From | To |
|---|---|---|
| Pump | 07:00 | 09:30 |
| Tank | 09:30 | 11:00 |
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.bookings import Booking, by_day, by_hour, columns_of, entries_by_hour
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.sections import Section, sections_of
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.words import key_of, level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_THINGS = (
    r"crane|lift|hoist|dock|bay|ramp|berth|slipway|hall|room|lab(?:oratory)?|theatre|kitchen|oven|furnace|machine"
    r"|court|pitch|pool|track|line|stage|studio|bus|van|lorry|truck|vehicle|boat|ship|tug|rig|scaffold"
    r"|bench|gate|dock"
    r"|scanner|microscope|autoclave|press|kiln|projector|generator|platform|field|door|entrance|table"
    r"|desk|station|slot"
)
_PEOPLE = (
    r"engineers?|technicians?|trainers?|teachers?|instructors?|drivers?|nurses?|doctors?|surgeons?|speakers?"
    r"|presenters?|hosts?|guides?|moderators?|facilitators?|coach(?:es)?|referees?|judges?|operators?|pilots?"
    r"|conductors?|performers?|fitters?|welders?|electricians?|lecturers?|tutors?|examiners?|inspectors?"
    r"|invigilators?|crews?|gangs?|plumbers?|divers?|interpreters?|anaesthetists?|stewards?|midwi(?:fe|ves)"
)
_ONCE = re.compile(
    rf"\b(?:only|just) (?:a single|one) (?:[a-z-]+ ){{0,2}}(?:{_THINGS}|{_PEOPLE})\b"
    r"(?! (?:each|per|for each|for every))"
    r"|\bone [\w -]{2,40}? at a time\b"
    r"|\b(?:one|a single|two) [\w -]{0,30}?at (?:once|any (?:one )?time)\b"
    r"|\b(?:never|not|no) (?:be )?(?:used by |more than one |two |for two |both )[\w -]{0,40}?"
    r"(?:at (?:once|the same time|a time)|together|in parallel|simultaneously)\b"
    r"|\b(?:cannot|can't|may not|must not|never) (?:[a-z]+ ){0,3}overlap\b"
    r"|\bno two (?:[a-z]+ ){1,5}overlap\b"
    rf"|\b(?:has|have|with|is|there is|share[sd]?|own|get|use) (?:only |just |exactly )?(?:one|a single) "
    rf"(?:[a-z-]+ ){{0,2}}(?:{_THINGS})\b(?! (?:each|per|for each|for every))"
    r"|\bone after (?:the|an)other\b",
    re.IGNORECASE,
)
_WHO_ONCE = re.compile(
    r"\b(?:each|every|no)(?: other)? (?P<noun>[a-z]+)s? (?:has|have|takes?|does|do|leads?|works? on|handles?|runs?"
    r"|can (?:do|lead|take|have|be (?:on|in))|may (?:have|lead|do|be (?:on|in)))\b[^.;]{0,30}?"
    r"(?:\bone\b[^.;]{0,30}?\bat (?:a|any|the same) time\b|\bat (?:once|the same time)\b|\bone [a-z]+ at a time\b)",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:each|every|any(?! (?:one )?time)|no|per|nobody|no one)(?: (?:other|single))?\b(?: (?P<noun>[a-z]{3,}))?",
    re.IGNORECASE,
)
_PERIODS = frozenset({"window", "slot", "period", "booking"})
_NO_TWO = re.compile(r"\bno two\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:unless|except|apart from|besides|more than one is|not only)\b", re.IGNORECASE)
_DOERS = re.compile(rf"\b(?:{_PEOPLE}|chair|mc|supervis(?:or|ed by))\b", re.IGNORECASE)
_PLACES = re.compile(
    rf"^\W*(?:where|place|location|venue|space|(?:\w+ )?(?:{_THINGS})s?(?: no\.?)?)\W*$", re.IGNORECASE
)
_THING = re.compile(rf"\b(?:{_THINGS})\b", re.IGNORECASE)
_IN_TURN = re.compile(r"\b(?:at a time|at once|at the same time|overlap|one after)\b", re.IGNORECASE)
_NOBODY = frozenset(
    {"", "-", "--", "all", "everybody", "everyone", "n/a", "tbd", "tbc", "none", "team", "any", "both"}
)
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST, _MOST, _MOST_CLAIMS = 40, 60, 20
_SPLIT = re.compile(r"\s*(?:,|/|&|\+|;|\band\b)\s*")


@dataclass(frozen=True)
class _Claim:
    """A sentence that lets one thing happen at a time; `noun` where it speaks of each of several people."""

    phrase: Phrase
    noun: str
    said: str
    quote: Quote


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield what takes the same time where a text or the heading of a column says that it cannot."""
    told: set[tuple[int, int]] = set()
    sections = list(sections_of(facts.reading))
    claims = list(islice(_claims(facts), _MOST_CLAIMS))
    found = [each for section in sections for each in _by_column(section)]
    found += [each for claim in claims for section in sections for each in _in_section(section, claim)]
    found += [each for claim in claims for each in _in_list(facts, claim)]
    for each in found:
        lines = (each.here.place.line, each.there[0].place.line)
        if lines not in told:
            told.add(lines)
            yield each


def _claims(facts: Facts) -> Iterator[_Claim]:
    for phrase in facts.reading.phrases:
        plain = level(phrase.plain)
        for start, end in sentences_of(plain) if phrase.is_spoken else ():
            who, once = _WHO_ONCE.search(plain, start, end), _ONCE.search(plain, start, end)
            if (who or once) and not _NOT.search(plain, start, end):
                each = _EACH.search(plain, start, end)
                each = None if _NO_TWO.search(plain, start, end) else each
                noun = who["noun"] if who else (each["noun"] or each.group()) if each else ""
                yield _Claim(phrase, noun, phrase.plain[start:end], phrase.mark(start, end))


def _in_section(section: Section, claim: _Claim) -> Iterator[Contradiction]:
    """A table below the heading of the claim, or below one that names the thing there is only one of."""
    near = section.grid.under == claim.phrase.under and section.grid.file == claim.phrase.text.file
    if claim.noun:
        yield from _of_each(section, claim) if near else ()
    elif near or _is_named(section, claim.said):
        yield from _meeting(_shared(section, claim.said), claim.quote, "there is room for one at a time")


def _is_named(section: Section, said: str) -> bool:
    things = {stem for found in _THING.findall(said) for stem, _, _ in tokens_of(found)}
    titles = [section.grid.under[-1].text.plain] if section.grid.under else []
    named = {
        stem
        for each in [*titles, *(header.plain for header in section.grid.header)]
        for stem, _, _ in tokens_of(each)
    }
    return bool(things & named)


def _in_list(facts: Facts, claim: _Claim) -> Iterator[Contradiction]:
    """Entries below the heading of the claim."""
    if claim.noun or not claim.phrase.under:
        return
    near = [each for each in facts.reading.phrases if each.form == "item" and each.under == claim.phrase.under]
    yield from _meeting(entries_by_hour(tuple(near)), claim.quote, "there is room for one at a time")


def _shared(section: Section, said: str) -> list[Booking]:
    """All rows, of days where a heading names what takes turns; those of the one place that is spoken of."""
    stems = {stem for stem, _, _ in tokens_of(said)}
    headed = {stem for header in section.grid.header for stem, _, _ in tokens_of(header.plain)}
    days = _IN_TURN.search(said) and stems & (headed | _PERIODS)
    bookings = by_hour(section.rows) or (by_day(section.rows) if days else [])
    for column in columns_of(section.grid, _PLACES) if bookings else ():
        named = {_cell(each, column) for each in bookings}
        if 1 < len(named) < len(bookings):
            theirs = [each for each in bookings if key_of(_cell(each, column)) <= stems]
            return theirs if theirs or not _is_named(section, said) else bookings
    return bookings


def _of_each(section: Section, claim: _Claim) -> Iterator[Contradiction]:
    """`Every other foreman has one order at a time`: those whom the text names may have more."""
    asked = re.compile(rf"\b{re.escape(claim.noun.rstrip('s'))}", re.IGNORECASE)
    bookings = by_hour(section.rows) or by_day(section.rows)
    plain = level(claim.phrase.plain).lower()
    for column in columns_of(section.grid, asked)[:1]:
        for name, theirs in _grouped(bookings, column).items():
            if name.split(" ")[-1] not in plain:
                yield from _meeting(theirs, claim.quote, f'"{name.title()}" has one at a time')


def _by_column(section: Section) -> Iterator[Contradiction]:
    """Two rows of one hour in one place or with one person, where no other two rows are."""
    bookings = by_hour(section.rows)
    for pattern, what in ((_DOERS, "is needed in both"), (_PLACES, "is taken by both")):
        for column in columns_of(section.grid, pattern) if bookings else ():
            groups = _grouped(bookings, column)
            if pattern is _DOERS and not any(_LETTER.search(name) for name in groups):
                continue  # how many of them there are
            pairs = [
                (name, one, other)
                for name, theirs in groups.items()
                for one, other in combinations(theirs[:_MOST], 2)
                if one.meets(other)
            ]
            if len(pairs) == 1 and len(groups) > 1:
                name, one, other = pairs[0]
                if pattern is _DOERS or (one.start, one.end) != (other.start, other.end):
                    yield _told(one, other, f'"{name.title()}" {what}', ())


def _grouped(bookings: list[Booking], column: int) -> dict[str, list[Booking]]:
    found: dict[str, list[Booking]] = {}
    for each in bookings:
        plain = _cell(each, column)
        for name in {part.strip() for part in _SPLIT.split(plain)} if len(plain) <= _LONGEST else ():
            if name not in _NOBODY:
                found.setdefault(name, []).append(each)
    return found


def _cell(booking: Booking, column: int) -> str:
    return level(booking.row.cells[column].plain).strip().lower() if booking.row else ""


def _meeting(bookings: list[Booking], claim: Quote, why: str) -> Iterator[Contradiction]:
    ordered = sorted(bookings, key=lambda each: (each.day, each.start, each.end))
    for number, one in enumerate(ordered):
        other = next((each for each in ordered[number + 1 : number + 3] if one.meets(each)), None)
        if other:
            yield _told(one, other, why, (claim,))


def _told(one: Booking, other: Booking, why: str, claims: tuple[Quote, ...]) -> Contradiction:
    first, second = sorted((one, other), key=lambda each: each.start)
    message = f"begins before the other has ended, and {why}"
    return Contradiction(message, second.quote, (first.quote, *claims), "begin later, or end the other earlier")
