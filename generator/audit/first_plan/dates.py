"""Days that a first plan has to keep: reviews and gates as checkpoints, all else that has a day as milestones."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.audit.first_plan.checks import coded_cell, passes_when
from generator.audit.first_plan.draft import Entry, entry, id_of, is_part, lines_of, lines_taken, plain, prose
from generator.audit.first_plan.gate_scopes import scope_of, work_of
from generator.audit.first_plan.ids import Ids
from generator.audit.first_plan.moments import Moment, action_of, before_labels, moments_of, time_of
from generator.audit.first_plan.owners import Owners
from generator.audit.first_plan.records import WEEKDAY_BESIDE, Record, coded
from generator.audit.first_plan.subjects import EXCLUDED
from generator.audit.first_plan.times import when_text
from generator.audit.first_plan.wording import DANGLING, Stretch, doer, in_sentences, person_at_end
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.people import persons_in
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.words import level

_AROUND = re.compile(r"^[\s:,;.)|*–—-]+|[\s:,;(|*–—-]+$")
_PEOPLE = re.compile(r"\s*\([^()]*\)\s*$")
_ORDERED = re.compile(r"\W*(?:after|before|once|until)\b", re.IGNORECASE)
"""What tells when a look is taken, not at what."""
_NO_MOMENT = frozenset({"risk", "rollback", "alert", "target", EXCLUDED})
_LONGEST = 90
_SHORT = 3
"""Words of a note that says little without its heading."""


def checkpoint_records(
    facts: Facts, ids: Ids, records: Iterable[Record], owners: Owners, entries: Sequence[Entry]
) -> Iterator[Entry]:
    """Yield each gate or review with a day; what it names, or else all that ends by then, is its scope.

    A row of gates is told once more where it names a part.
    """
    taken = lines_taken(entries)
    rows_taken = lines_taken(each for each in entries if not is_part(each))
    work = work_of(facts, ids)
    for record in records:
        found = time_of(record)
        known = rows_taken if record.row else taken
        if record.subject != "checkpoint" or found is None or lines_of(*record.quotes) & known:
            continue
        window, words = found
        day, scope = when_text(window, end=True), scope_of(ids, work, record, window)
        name, said, ending = _told(record, owners)
        if day and scope and name and len(name) <= _LONGEST:
            given = id_of(record.code or name, ids.taken(), "checkpoint")
            ids.others.append(given)
            goal = record.get("scope", "deliverable", "target", "note", "name")
            goal = None if goal and record.row and goal.phrase is coded_cell(record.row) else goal
            value = {
                "name": name,
                "at": day,
                "scope": scope,
                "scope_name": prose(goal.text if goal else said),
                "exit": _signed(record, owners) or _passes(record),
                "command": _command(record),
                "owner": owners.of(record.get("owner") or _behind(record, owners) or ending),
            }
            yield entry(
                ("checkpoints", given),
                value,
                *record.quotes,
                translated=[*record.labels, record.code, *words, *_led_by(record)],
                told=window,
            )


def milestone_entries(
    ids: Ids, records: Iterable[Record], owners: Owners, entries: Sequence[Entry]
) -> Iterator[Entry]:
    """Yield everything else with one day of its own."""
    taken = lines_taken(entries)
    rows_taken = lines_taken(each for each in entries if not is_part(each))
    for record in records:
        lasts = record.row is not None and record.row.cell("duration") is not None
        known = rows_taken if record.row and record.subject == "checkpoint" else taken
        if lasts or lines_of(*record.quotes) & known or record.subject in _NO_MOMENT:
            continue
        for moment in moments_of(record):
            yield from _milestone(ids, record, owners, moment)


def _milestone(ids: Ids, record: Record, owners: Owners, moment: Moment) -> Iterator[Entry]:
    """One day of a thing; of several days each is named by its column: `Medals: Order by`."""
    (name, said, ending), day = _told(record, owners), when_text(moment.window, end=moment.window.first is None)
    name = f"{name}: {moment.label}" if name and moment.label else name
    due = moment.window.first is None
    single = moment.window.scale in {"date", "week"} and (due or moment.window.first == moment.window.last)
    if single and day and name and len(name) <= _LONGEST:
        given = id_of(record.code or " ".join(name.split()[:6]), ids.taken(), "milestone")
        ids.others.append(given)
        value = {
            "name": plain(name),
            "start": day,
            "owner": owners.of(record.get("owner") or _behind(record, owners) or ending),
            "description": prose(_noted(record) or said),
            "done": (record.phrase.item and record.phrase.item.checked) or None,
        }
        words = [*record.labels, record.code, *moment.words, *_led_to(record)]
        yield entry(("milestones", given), value, *record.quotes, translated=words, told=moment.window)


def _noted(record: Record) -> str:
    """What else a row tells, short words and parts behind their headings: `Needed by: Trial`."""
    told = [each for key, each in record.told.items() if key == "note" or (record.row and key.startswith("unit:"))]
    told = [each for each in told if not each.phrase.windows]
    if len(told) == 1 and (record.row is None or len(told[0].text.split()) > _SHORT):
        return told[0].text
    return "; ".join(f"{each.label}: {each.text}" if each.label else each.text for each in told)


def _name(record: Record, owners: Owners) -> str:
    """What a record is called, without its day and whoever stands behind it; a day alone is no name."""
    if record.row is not None:
        is_day = any(
            not re.search(r"\w", WEEKDAY_BESIDE.sub("", level(rest))) for rest in _beside_times(record.phrase)
        )
        return "" if is_day else plain(record.name)
    phrase = record.phrase
    text = _without_time(phrase, before_labels(record))
    text = _PEOPLE.sub("", text) if _behind(record, owners) else text
    return _whole(plain(_AROUND.sub("", text)))


def _whole(name: str) -> str:
    """A name that was cut at its day without the word that led to it: `Doors open on`, `stays up until .`."""
    cut = DANGLING.search(name)
    if not cut:
        return name
    until = ", until then" if cut["until"] else ""
    return f"{_AROUND.sub('', name[: cut.start()])}{until}"


def _led_to(record: Record) -> list[str]:
    """The small word that leads to the day of an entry."""
    text = _AROUND.sub("", _without_time(record.phrase, before_labels(record))) if record.row is None else ""
    cut = DANGLING.search(_PEOPLE.sub("", text))
    return [cut.group()] if cut else []


def _led_by(record: Record) -> list[str]:
    """The small word before the time of an entry: `CP1, Friday of week 2`."""
    windows = record.phrase.windows if record.row is None else []
    before = WEEKDAY_BESIDE.sub(" ", level(record.phrase.plain[: windows[0].start])) if windows else ""
    cut = DANGLING.search(before.rstrip())
    return [cut.group()] if cut else []


def _told(record: Record, owners: Owners) -> tuple[str, str, Stretch | None]:
    """A name, what else is said in sentences or behind the time, and whoever ends it."""
    action = action_of(record.phrase) if record.row is None else None
    if action:
        _, labels, start = coded(action[0])
        return plain(action[0][start:] if labels else action[0]), "", action[1]
    if record.row is not None or record.subject != "checkpoint":
        return _name(record, owners), "", None
    phrase = record.phrase
    found, end = phrase.windows[0], before_labels(record)
    before, after = phrase.plain[: found.start], phrase.plain[found.end : max(end, found.end)]
    name, said = (_AROUND.sub("", WEEKDAY_BESIDE.sub(" ", level(each))) for each in (before, _spoken(phrase, after)))
    name = _whole(name)
    name = _AROUND.sub("", name.partition("(")[0]) if name.count("(") > name.count(")") else name
    if not (name and said):
        only, ending = person_at_end(
            phrase, _PEOPLE.sub("", name or said) if _behind(record, owners) else name or said
        )
        name, said = in_sentences(only)
        return plain(name.rstrip(" .")), said.strip(), ending
    said, ending = person_at_end(phrase, said)
    told = "" if _ORDERED.match(said) else said.strip(" .")
    return plain(name), told, ending or doer(phrase, said)


def _passes(record: Record) -> list[str]:
    """What a row tells below *Pass when*."""
    cells = zip(record.row.cells, record.row.grid.header, strict=True) if record.row else ()
    return [prose(cell.plain.strip()) for cell, head in cells if passes_when(head.plain) and cell.plain.strip()]


def _command(record: Record) -> str | None:
    """The cell that is all code, or the one piece of code that ends an entry."""
    if record.row is not None:
        cell = coded_cell(record.row)
        return plain(cell.plain) if cell else None
    code = _last_code(record.phrase)
    return plain(record.phrase.plain[slice(*code)]) if code else None


def _last_code(phrase: Phrase) -> tuple[int, int] | None:
    single = phrase.text.code[0] if len(phrase.text.code) == 1 else None
    return single if single and not re.search(r"\w", phrase.plain[single[1] :]) else None


def _spoken(phrase: Phrase, after: str) -> str:
    """What is told behind a time, without the command that ends it."""
    code = _last_code(phrase)
    command = phrase.plain[slice(*code)] if code else ""
    return after.replace(command, "").replace("()", "") if command else after


def _beside_times(phrase: Phrase) -> list[str]:
    return [phrase.plain[: each.start] + phrase.plain[each.end :] for each in phrase.windows]


def _without_time(phrase: Phrase, end: int | None = None) -> str:
    found = phrase.windows[0]
    before, after = phrase.plain[: found.start], phrase.plain[found.end : end]
    day = WEEKDAY_BESIDE.match(level(after))
    return f"{WEEKDAY_BESIDE.sub('', level(before))} {after[day.end() :] if day else after}"


def _behind(record: Record, owners: Owners) -> Stretch | None:
    """Whoever stands in brackets at the end."""
    found = _PEOPLE.search(record.phrase.plain) if record.row is None else None
    named = bool(found) and any(found and each.start >= found.start() for each in persons_in(record.phrase))
    first = found.group().strip(" ()") if found else ""
    if found and first.lower() in owners.given:
        return Stretch(first, record.phrase)
    return Stretch(found.group(), record.phrase) if found and named else None


def _signed(record: Record, owners: Owners) -> list[str]:
    """What must hold, in the words of the document, where more than one person stands behind it."""
    behind = _behind(record, owners)
    several = behind and sum(each.told in behind.text for each in persons_in(record.phrase)) > 1
    return [prose(_AROUND.sub("", _without_time(record.phrase)))] if several else []
