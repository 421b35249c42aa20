"""What goes one after another in a first plan, where a sentence says so of all things of one kind."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

from generator.audit.first_plan.draft import Entry, lines_of
from generator.audit.first_plan.ids import Ids
from generator.audit.first_plan.lengths import headed_length
from generator.audit.first_plan.parts import part_stay
from generator.audit.first_plan.row_task import RowTask
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.orders import Order
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.units import Unit, kind_of
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level

_Thing = TypeVar("_Thing")
_ASSUMED = (
    "Parts of which the document tells a length and no time follow one another as they are numbered.",
    "Say what each of them waits for.",
)
_SEVERAL = (
    r"\b(?P<several>[a-z]+(?: package| group)?)s (?:\w+ ){0,2}?(?:follow (?:each other|one another|on)"
    r"|one after (?:another|the other)|(?:do|must|may|shall|should|can) (?:not|never) overlap|never overlap)"
)
_SINGLE = r"\bone (?P<single>[a-z]+(?: package| group)?) (?:at a time|at once|after (?:another|the other))"
_PAIR = r"\b(?P<pair>[a-z]+) by (?P=pair)\b"
_NONE = (
    r"\bno (?P<none>[a-z]+(?: package| group)?) (?:\w+ )?(?:starts?|begins?|opens?) (?:before|until) the "
    r"(?:one before|previous|last|earlier|preceding)"
)
_SAID = re.compile(f"{_SEVERAL}|{_SINGLE}|{_PAIR}|{_NONE}", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|never|more than|if|unless|instead of|than)\s*(?:\w+\s){0,2}$", re.IGNORECASE)


def sequence_orders(facts: Facts, ids: Ids) -> Iterator[Order]:
    """Yield who waits for whom among parts of a kind that follow each other."""
    for phrase, kind in _said(facts):
        units = [unit for unit in ids.units if unit.kind == kind_of(kind)]
        timed = [(stay.window, unit) for unit in units if (stay := part_stay(facts, unit))]
        for one, other in pairwise(_one_by_one(timed) if len(timed) == len(units) else _numbered(units)):
            yield Order(one, other, phrase.quote())


def lengths_in_order(facts: Facts, ids: Ids, ordered: Iterable[Unit]) -> list[Order]:
    """Numbered parts of whose time headings tell nothing but lengths go one after another, where no order is told."""
    kinds = {unit.kind for unit in ordered}
    found: list[Order] = []
    for kind in dict.fromkeys(unit.kind for unit in ids.units if unit.kind not in kinds):
        units = sorted((unit for unit in ids.units if unit.kind == kind), key=lambda unit: unit.number or 0)
        timed = any(unit.number is None or part_stay(facts, unit) for unit in units)
        if not timed and sum(headed_length(facts, unit) is not None for unit in units) > 1:
            found += [Order(one, other, facts.defined[other]) for one, other in pairwise(units)]
    return found


def assumed_order(orders: Iterable[Order]) -> list[Entry]:
    """Say that parts follow one another by their numbers, where nothing else does."""
    told = {"text": _ASSUMED[0], "check": _ASSUMED[1]}
    return [Entry(("assumptions", "order"), told, frozenset())] if list(orders) else []


def sequence_entries(facts: Facts, ids: Ids, told: Iterable[RowTask]) -> Iterator[Entry]:
    """Yield what each task waits for, where a table or list of tasks is done one after another."""
    tasks = [task for task in told if task.key in ids.pointers and task.group]
    done: set[str] = set()
    for phrase, kind in _said(facts):
        if kind in done or any(unit.kind == kind_of(kind) for unit in ids.units):
            continue
        for group in dict.fromkeys(task.group for task in tasks):
            own = {task.key: task for task in reversed(tasks) if task.group == group}.values()
            near = group == kind or (group == _section(phrase) and phrase.plain.rstrip().endswith(":"))
            timed = [(task.window, task) for task in own if task.window and task.window.is_whole]
            for one, other in pairwise(_one_by_one(timed) if near and len(timed) == len(own) else ()):
                done.add(kind)
                pointer = (*ids.pointers[other.key], "depends_on")
                yield Entry(pointer, [ids.tasks[one.key]], lines_of(phrase.quote()))


def _said(facts: Facts) -> Iterator[tuple[Phrase, str]]:
    """Sentences that put all things of a kind into an order, with the word for one of them."""
    for phrase in facts.reading.phrases:
        plain = level(phrase.plain)
        for match in _SAID.finditer(plain) if phrase.is_spoken else ():
            noun = next(each for each in match.group("single", "pair", "none", "several") if each).lower()
            if not _DENIED.search(plain[: match.start()]):
                yield phrase, noun.removesuffix("s")


def _one_by_one(timed: list[tuple[Window, _Thing]]) -> list[_Thing]:
    """Put things in the order of their times; none where two of them overlap."""
    ordered = sorted(timed, key=lambda each: each[0].first or 0)
    apart = all(
        one.scale == other.scale and (one.last or 0) < (other.first or 0)
        for (one, _), (other, _) in pairwise(ordered)
    )
    return [each for _, each in ordered] if apart else []


def _numbered(units: list[Unit]) -> list[Unit]:
    """Parts in the order of their numbers, or of their letters; none where one has neither."""
    known = all(unit.number is not None or len(unit.key) == 1 for unit in units)
    return sorted(units, key=lambda unit: (unit.number or 0, unit.key)) if known else []


def _section(phrase: Phrase) -> str:
    return phrase.under[-1].text.plain if phrase.under else ""
