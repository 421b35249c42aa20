"""Coordination, shared roles and the promised length of a first plan."""

import re
from collections.abc import Iterable, Iterator

from generator.audit.first_plan.draft import Entry, entry, id_of, plain
from generator.audit.first_plan.ids import Ids
from generator.audit.first_plan.owners import Owners
from generator.audit.first_plan.records import Record
from generator.audit.understanding.entries import names_total
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.units import OUTER, TEAMS, Unit, units_only
from generator.audit.understanding.windows import WEEK
from generator.audit.understanding.words import key_of, level

_ARROW = re.compile(r"→|⇒|->|=>")
_SHARED = re.compile(r"\W*shared\b[^:]{0,30}:(?P<list>.+)", re.IGNORECASE)
_ROLE = re.compile(r"\s*(\d{1,3})\s*x?\s+([A-Za-z][\w /-]{1,40})\s*")
_COUNT = re.compile(r"(?P<name>[A-Z][\w /&-]{2,40}?)\s*(?::|-|x)\s*(?P<count>\d{1,3})")
_OF_PEOPLE = re.compile(
    r"(?P<name>[A-Z][\w /&-]{2,40}?)\s*(?:,|:|-)\s(?:.*\s)?(?P<count>\d{1,3}) (?:people|persons|members)\b.*"
)
_ALL_OF_THEM = re.compile(r"\b(?:sum|head ?count|heads|total|people|persons|all|size|strength)\b", re.IGNORECASE)
"""What a column is called that counts everybody, beside others that count some of them."""
_WEEKS = re.compile(
    r"\btotal (?:project )?duration\W{0,6}(?P<weeks>\d{1,3}) weeks?(?:\s*\(\s*(?P<days>\d{1,4}) (?:business"
    r"|working) days\s*\))?",
    re.IGNORECASE,
)


def coordination_entries(facts: Facts, ids: Ids) -> Iterator[Entry]:
    """Yield each entry that begins with a week and names who settles what."""
    taken: list[str] = []
    for phrase in facts.reading.phrases:
        window = phrase.windows[0] if phrase.form == "item" and len(phrase.windows) == 1 else None
        single = (
            window and window.window.scale == "week" and window.window.last == (window.window.first or 0) + WEEK - 1
        )
        if (
            not window
            or not single
            or "coordination" not in phrase.sections
            or level(phrase.plain)[: window.start].strip()
        ):
            continue
        topic = plain(re.sub(r"\([^()]*\)\s*$", "", phrase.plain[window.end :]).strip(" :-–—"))
        if topic:
            taken.append(id_of(" ".join(topic.split()[:5]), taken, "topic"))
            week = (window.window.last or WEEK) // WEEK
            yield entry(
                ("coordination", taken[-1]),
                {"week": str(week), "topic": topic, **_parties(phrase, ids)},
                phrase.quote(),
                translated=[str(phrase.item.number or "")] if phrase.item else (),
            )


def role_entries(facts: Facts, owners: Owners) -> Iterator[Entry]:
    """Yield roles that are called shared."""
    taken = ["developer", *owners.taken]
    for phrase in facts.reading.phrases:
        found = _SHARED.fullmatch(level(phrase.plain)) if phrase.is_spoken else None
        for part in found["list"].split(",") if found else ():
            role = _ROLE.fullmatch(part)
            if role:
                taken.append(id_of(role[2], taken, "role"))
                yield entry(
                    ("roles", taken[-1]), {"name": plain(role[2]), "count": role[1], "shared": True}, phrase.quote()
                )


def team_entries(records: Iterable[Record], owners: Owners) -> Iterator[Entry]:
    """Yield how many there are of each role, as tables of teams and lists below a heading on people tell."""
    taken, counted = ["developer", *owners.taken], dict[frozenset[str], tuple[str, str]]()
    for record in records:
        name, count = _counted(record)
        key = key_of(name)
        if not (name and count) or names_total(name):
            continue
        if key not in counted:
            known = owners.roles.get(key)
            counted[key] = (known[0] if known else id_of(name, taken, "role"), count)
            taken.append(counted[key][0])
            value = {"count": count} if known else {"name": plain(name), "count": count}
            yield entry(("roles", counted[key][0]), value, *record.quotes)
        elif counted[key][1] == count:
            yield entry(("roles", counted[key][0]), {"count": count}, *record.quotes)


def _counted(record: Record) -> tuple[str, str]:
    """`Porters: 12` below a heading on people; a row of a table of teams with a column of people."""
    if record.row is None:
        plain = level(record.name)
        found = (_COUNT.fullmatch(plain) or _counted_people(plain)) if record.subject == "person" else None
        return (found["name"].strip(), found["count"]) if found else ("", "")
    is_team = record.row.grid.first.removeprefix("unit:") in TEAMS
    columns = zip(record.row.cells, record.row.grid.header, record.row.grid.meanings, strict=True)
    counted = [each for each in columns if each[2] in {"people", "total"}]
    told = [(cell.plain.strip(), level(header.plain)) for cell, header, _ in counted]
    whole = told if len(told) == 1 else [each for each in told if _ALL_OF_THEM.search(each[1])]
    is_part = any(each.unit.kind not in TEAMS for each in units_only(record.name))
    count = whole[0][0] if len(whole) == 1 and is_team and not is_part else ""
    return (record.name, count) if count.isdecimal() and int(count) else ("", "")


def _counted_people(plain: str) -> "re.Match[str] | None":
    """`Shop: 6 developers, 2 testers - 8 people`, where one number counts them all."""
    single = len(re.findall(r"\d (?:people|persons|members)\b", plain)) == 1
    return _OF_PEOPLE.fullmatch(plain) if single else None


def commitment_entries(facts: Facts) -> Iterator[Entry]:
    """Yield the length that was promised."""
    for phrase in facts.reading.phrases:
        found = _WEEKS.search(level(phrase.plain))
        if found and int(found["weeks"]):
            yield entry(
                ("committed",),
                {"weeks": found["weeks"], "workdays": found["days"] if int(found["days"] or 0) else None},
                phrase.quote(),
            )
            return


def _parties(phrase: Phrase, ids: Ids) -> dict[str, list[str]]:
    arrow = _ARROW.search(phrase.plain)
    named: list[tuple[int, Unit]] = [(each.start, each.unit) for each in phrase.units if each.unit.kind not in OUTER]
    known = [(start, ids.units[unit]) for start, unit in named if unit in ids.units]
    if arrow is None:
        return {"between": list(dict.fromkeys(each for _, each in known))}
    before = list(dict.fromkeys(each for start, each in known if start < arrow.start()))
    return {
        "providers": before,
        "receivers": [each for start, each in known if start > arrow.start() and each not in before],
    }
