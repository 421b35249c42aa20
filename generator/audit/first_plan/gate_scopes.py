"""What a gate or a review is about: the work that it names, else all that ends by then."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from generator.audit.first_plan.checks import is_code
from generator.audit.first_plan.ids import Ids
from generator.audit.first_plan.lengths import WORKDAYS
from generator.audit.first_plan.parts import part_stay
from generator.audit.first_plan.records import Record
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.units import TESTS, units_in, units_only
from generator.audit.understanding.windows import WEEK, Window
from generator.audit.understanding.words import core_of, key_of


@dataclass(frozen=True)
class Work:
    """The work that a gate may be about: by the words of its name, by its last day and its time, and by its part."""

    named: dict[str, list[tuple[frozenset[str], str]]]
    ends: dict[str, list[tuple[int, list[str]]]]
    times: dict[str, Window]
    part: dict[str, str]


def work_of(facts: Facts, ids: Ids) -> Work:
    """Collect the work of a plan that gates may be about."""
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
    return Work(named, {scale: sorted(by_day.items()) for scale, by_day in ends.items()}, times, part)


def scope_of(ids: Ids, work: Work, record: Record, window: Window) -> list[str]:
    """The parts that the record names, the work whose name it says, else what ends last until then.

    What lets a part begin that a column of its own names is about no work yet.
    """
    cells = [cell for cell in record.row.cells if not is_code(cell)] if record.row else [record.phrase]
    texts = [cell.plain for cell in cells]
    labels = record.phrase.style.labels
    named = [ids.units.get(each.unit) for text in texts for each in units_in(text, labels)]
    if record.row:
        for cell, meaning in zip(record.row.cells, record.row.grid.meanings, strict=True):
            kind = meaning.removeprefix("unit:") if meaning.startswith("unit:") else ""
            if kind and kind not in TESTS:
                about = [ids.units.get(each.unit) for each in units_only(cell.plain, kind, labels)]
                if about and all(_is_later(work.times.get(each or ""), window) for each in about):
                    return []
                named += about
    words = key_of(" ".join(texts))
    named += [given for word in sorted(words) for key, given in work.named.get(word, []) if key <= words]
    named += [given[0] for short, given in ids.called.items() if len(given) == 1 and _is_told(short, texts)]
    found = [each for each in dict.fromkeys(named) if each and not _is_later(work.times.get(each), window)]
    done = [each for each in found if not _is_unfinished(work.times.get(each), window)]
    return [each for each in done if _part(ids, each) not in done] if found else _ending(ids, work, window)


def _part(ids: Ids, each: str) -> str | None:
    return ids.within.get(each) or ids.phases.get(each)


def _is_told(name: str, texts: list[str]) -> bool:
    """Tell whether a name stands whole in a text: *Ring 1* not in *Ring 1.5* or *Ring 12*."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-]|[.,]\d)", re.IGNORECASE)
    return any(pattern.search(text) for text in texts)


def _is_unfinished(own: Window | None, gate: Window) -> bool:
    """A look at work that goes on is no test of it."""
    return own is not None and own.scale == gate.scale and (own.last or 0) > _end_of_week(gate)


def _is_later(own: Window | None, gate: Window) -> bool:
    """What a gate opens is not what it is about."""
    return own is not None and own.scale == gate.scale and (own.first or 0) > (gate.last or 0)


def _ending(ids: Ids, work: Work, window: Window) -> list[str]:
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
