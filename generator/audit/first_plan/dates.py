"""Days that a first plan has to keep: reviews and gates as checkpoints, all else that has a day as milestones."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.audit.first_plan.draft import Entry, Line, entry, id_of, lines_of, plain, prose
from generator.audit.first_plan.ids import Ids
from generator.audit.first_plan.owners import Owners
from generator.audit.first_plan.parts import part_stay
from generator.audit.first_plan.records import (
    WEEKDAY_BESIDE,
    Record,
    Stretch,
    action_of,
    coded,
    doer,
    in_sentences,
    person_at_end,
    time_of,
)
from generator.audit.first_plan.times import WORKDAYS, when_text
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.people import persons_in
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.units import TESTS, units_in, units_only
from generator.audit.understanding.windows import WEEK, Window
from generator.audit.understanding.words import core_of, key_of, level

_AROUND = re.compile(r"^[\s:,;.)|*–—-]+|[\s:,;(|*–—-]+$")
_PEOPLE = re.compile(r"\s*\([^()]*\)\s*$")
_ORDERED = re.compile(r"\W*(?:after|before|once|until)\b", re.IGNORECASE)
"""What tells when a look is taken, not at what."""
_LONGEST = 90


def checkpoint_records(
    facts: Facts, ids: Ids, records: Iterable[Record], owners: Owners, taken: frozenset[Line]
) -> Iterator[Entry]:
    """Yield each gate or review with a day; what it names, or else all that ends by then, is its scope."""
    work = _work(facts, ids)
    for record in records:
        found = time_of(record)
        if record.subject != "checkpoint" or found is None or lines_of(*record.quotes) & taken:
            continue
        window, words = found
        day, scope = when_text(window, end=True), _scope(ids, work, record, window)
        name, said, ending = _told(record)
        if day and scope and name and len(name) <= _LONGEST:
            given = id_of(record.code or name, ids.taken(), "checkpoint")
            ids.others.append(given)
            goal = record.get("scope", "deliverable", "target", "note")
            value = {
                "name": name,
                "at": day,
                "scope": scope,
                "scope_name": prose(goal.text if goal else said),
                "exit": _signed(record),
                "owner": owners.of(record.get("owner") or _behind(record) or ending),
            }
            yield entry(
                ("checkpoints", given),
                value,
                *record.quotes,
                translated=[*record.labels, record.code, *words],
                told=window,
            )


def milestone_entries(ids: Ids, records: Iterable[Record], owners: Owners, taken: frozenset[Line]) -> Iterator[Entry]:
    """Yield everything else with one day of its own."""
    for record in records:
        found, lines = time_of(record), lines_of(*record.quotes)
        lasts = record.row is not None and record.row.cell("duration") is not None
        if found is None or lasts or lines & taken or record.subject in {"risk", "rollback", "alert", "target"}:
            continue
        window, words = found
        (name, said, ending), day = _told(record), when_text(window)
        single = window.scale in {"date", "week"} and window.first == window.last
        if single and day and name and len(name) <= _LONGEST:
            given = id_of(record.code or " ".join(name.split()[:6]), ids.taken(), "milestone")
            ids.others.append(given)
            note = record.get("note")
            value = {
                "name": name,
                "start": day,
                "owner": owners.of(record.get("owner") or _behind(record) or ending),
                "description": prose(note.text if note else said),
                "done": (record.phrase.item and record.phrase.item.checked) or None,
            }
            yield entry(
                ("milestones", given),
                value,
                *record.quotes,
                translated=[*record.labels, record.code, *words],
                told=window,
            )


def _name(record: Record) -> str:
    """What a record is called, without its day and whoever stands behind it; a day alone is no name."""
    if record.row is not None:
        is_day = any(
            not re.search(r"\w", WEEKDAY_BESIDE.sub("", level(rest))) for rest in _beside_times(record.phrase)
        )
        return "" if is_day else plain(record.name)
    phrase = record.phrase
    text = _without_time(phrase)
    text = _PEOPLE.sub("", text) if _behind(record) else text
    return plain(_AROUND.sub("", text))


def _told(record: Record) -> tuple[str, str, Stretch | None]:
    """A name, what else is said in sentences or behind the time, and whoever ends it."""
    action = action_of(record.phrase) if record.row is None else None
    if action:
        _, labels, start = coded(action[0])
        return plain(action[0][start:] if labels else action[0]), "", action[1]
    if record.row is not None or record.subject != "checkpoint":
        return _name(record), "", None
    phrase = record.phrase
    found, end = phrase.windows[0], _before_labels(record)
    before, after = phrase.plain[: found.start], phrase.plain[found.end : max(end, found.end)]
    name, said = (_AROUND.sub("", WEEKDAY_BESIDE.sub(" ", level(each))) for each in (before, after))
    name = _AROUND.sub("", name.partition("(")[0]) if name.count("(") > name.count(")") else name
    if not (name and said):
        only, ending = person_at_end(phrase, _PEOPLE.sub("", name or said) if _behind(record) else name or said)
        name, said = in_sentences(only)
        return plain(name.rstrip(" .")), said.strip(), ending
    said, ending = person_at_end(phrase, said)
    told = "" if _ORDERED.match(said) else said.strip(" .")
    return plain(name), told, ending or doer(phrase, said)


def _before_labels(record: Record) -> int:
    """Where the first label of an entry stands."""
    text = record.phrase.plain
    found = [match.start() for each in record.told.values() if (match := re.search(rf"\b{each.label}:", text))]
    return min(found, default=len(text))


def _beside_times(phrase: Phrase) -> list[str]:
    return [phrase.plain[: each.start] + phrase.plain[each.end :] for each in phrase.windows]


def _without_time(phrase: Phrase) -> str:
    found = phrase.windows[0]
    before, after = phrase.plain[: found.start], phrase.plain[found.end :]
    day = WEEKDAY_BESIDE.match(level(after))
    return f"{WEEKDAY_BESIDE.sub('', level(before))} {after[day.end() :] if day else after}"


def _behind(record: Record) -> Stretch | None:
    """Whoever stands in brackets at the end."""
    found = _PEOPLE.search(record.phrase.plain) if record.row is None else None
    named = bool(found) and any(found and each.start >= found.start() for each in persons_in(record.phrase))
    return Stretch(found.group(), record.phrase) if found and named else None


def _signed(record: Record) -> list[str]:
    """What must hold, in the words of the document, where more than one person stands behind it."""
    behind = _behind(record)
    several = behind and sum(each.told in behind.text for each in persons_in(record.phrase)) > 1
    return [prose(_AROUND.sub("", _without_time(record.phrase)))] if several else []


@dataclass(frozen=True)
class _Work:
    """The work that a gate may be about: by the words of its name, by its last day and its time, and by its part."""

    named: dict[str, list[tuple[frozenset[str], str]]]
    ends: dict[str, list[tuple[int, list[str]]]]
    times: dict[str, Window]
    part: dict[str, str]


def _work(facts: Facts, ids: Ids) -> _Work:
    named: dict[str, list[tuple[frozenset[str], str]]] = {}
    parts = [(core_of(each.name), ids.units.get(each.unit)) for each in facts.names]
    named_tasks = [(key, given) for key, given in ids.tasks.items() if key in ids.pointers]
    for key, given in [*named_tasks, *parts]:
        if key and given:
            named.setdefault(min(key), []).append((key, given))
    part = {
        str(pointer[-1]): str(pointer[1]) for pointer in ids.pointers.values() if len(pointer) > len(("tasks", "id"))
    }
    ends: dict[str, dict[int, list[str]]] = {}
    own = ((given, ids.windows.get(key)) for key, given in ids.tasks.items())
    times = {given: window for given, window in own if window and window.is_whole}
    for unit, given in ids.units.items():
        stay = part_stay(facts, unit) if unit.kind not in TESTS else None
        if stay and stay.window.is_whole:
            times[given] = stay.window
            ends.setdefault(stay.window.scale, {}).setdefault(stay.window.last or 0, []).append(given)
    return _Work(named, {scale: sorted(by_day.items()) for scale, by_day in ends.items()}, times, part)


def _scope(ids: Ids, work: _Work, record: Record, window: Window) -> list[str]:
    """The parts that the record names, the work whose name it says, else what ends last until then."""
    texts = [cell.plain for cell in record.row.cells] if record.row else [record.phrase.plain]
    labels = record.phrase.style.labels
    named = [ids.units.get(each.unit) for text in texts for each in units_in(text, labels)]
    if record.row:
        for cell, meaning in zip(record.row.cells, record.row.grid.meanings, strict=True):
            kind = meaning.removeprefix("unit:") if meaning.startswith("unit:") else ""
            if kind and kind not in TESTS:
                named += [ids.units.get(each.unit) for each in units_only(cell.plain, kind, labels)]
    words = key_of(" ".join(texts))
    named += [given for word in sorted(words) for key, given in work.named.get(word, []) if key <= words]
    found = [each for each in dict.fromkeys(named) if each and not _is_later(work.times.get(each), window)]
    done = [each for each in found if not _is_unfinished(work.times.get(each), window)]
    return [each for each in done if work.part.get(each) not in done] if found else _ending(ids, work, window)


def _is_unfinished(own: Window | None, gate: Window) -> bool:
    """A look at work that goes on is no test of it."""
    return own is not None and own.scale == gate.scale and (own.last or 0) > _end_of_week(gate)


def _is_later(own: Window | None, gate: Window) -> bool:
    """What a gate opens is not what it is about."""
    return own is not None and own.scale == gate.scale and (own.first or 0) > (gate.last or 0)


def _ending(ids: Ids, work: _Work, window: Window) -> list[str]:
    """What ends last until a day; of a phase and its parts the parts."""
    ends = work.ends.get(window.scale, [])
    until = bisect_right(ends, _end_of_week(window), key=lambda each: each[0])
    last = ends[until - 1][1] if until else []
    outer = ids.outer if last else frozenset()
    return [each for each in last if each not in outer] or last


def _end_of_week(window: Window) -> int:
    """With the last workday of a week all of the week is over."""
    day = window.last or 0
    return day + (WEEK - WORKDAYS if window.scale == "week" and day % WEEK == WORKDAYS else 0)
