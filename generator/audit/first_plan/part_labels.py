"""What stands under labels below the heading of a part: what it needs, what it delivers, when it is done."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.first_plan.draft import Entry, lines_of, prose
from generator.audit.first_plan.ids import Ids
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.orders import Order
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.units import OUTER, TESTS, Labels, Unit, units_in, units_only
from generator.audit.understanding.words import level

_NEEDS = re.compile(r"needs|depends on|waits for|requires|after|prerequisites?", re.IGNORECASE)
_GOAL = re.compile(r"delivers|deliverables?|outcomes?|results?|goals?|aims?|outputs?", re.IGNORECASE)
_EXIT = re.compile(r"(?:ends|done|finished|complete) (?:with|when|once|if)|exit(?: criteri(?:on|a))?", re.IGNORECASE)
_DONE = re.compile(r"(?:done|finished|complete|over) (?:when|once|as soon as)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Labelled:
    """A label below the heading of a part, and what is told under it."""

    unit: Unit
    label: str
    text: str
    quote: Quote
    labels: Labels


def labelled_parts(facts: Facts) -> list[Labelled]:
    """Collect what strong labels tell right below the headings of parts: `**Needs**: Workstream A`."""
    found: list[Labelled] = []
    for phrase in facts.reading.phrases:
        unit = _headed(phrase) if phrase.form in {"paragraph", "item"} else None
        marks = [(start, end) for start, end in phrase.text.strong if unit and _is_label(phrase, start, end)]
        ends = [*(start for start, _ in marks[1:]), len(phrase.plain)]
        for (start, end), stop in zip(marks, ends, strict=False):
            label, text = phrase.plain[start:end].strip(" :"), phrase.plain[end:stop].strip(" :")
            if unit and text:
                found.append(Labelled(unit, label, text, phrase.quote(start, stop), phrase.style.labels))
    return found


def _headed(phrase: Phrase) -> Unit | None:
    """The one part that the heading right above a text is about."""
    found = units_only(phrase.under[-1].text.plain, labels=phrase.style.labels) if phrase.under else []
    return found[0].unit if len(found) == 1 and found[0].unit.kind not in TESTS else None


def _is_label(phrase: Phrase, start: int, end: int) -> bool:
    return phrase.plain[start:end].rstrip().endswith(":") or bool(re.match(r"\s*:\s", phrase.plain[end:]))


def labelled_orders(facts: Facts) -> Iterator[tuple[Order, str]]:
    """Yield what parts wait for below labels, with the words that say so."""
    for each in labelled_parts(facts):
        if _NEEDS.fullmatch(each.label):
            for mention in units_in(each.text, each.labels):
                if mention.unit != each.unit:
                    words = f"{each.label} {each.text[mention.start : mention.end]}"
                    yield Order(mention.unit, each.unit, each.quote), words


def labelled_entries(facts: Facts, ids: Ids) -> Iterator[Entry]:
    """Yield the goal of parts, and when they are done."""
    exits: dict[Unit, list[tuple[str, Quote]]] = {}
    goals: set[Unit] = set()
    for each in labelled_parts(facts):
        section = _section(ids, each.unit)
        if section and _GOAL.fullmatch(each.label) and each.unit not in goals:
            goals.add(each.unit)
            yield Entry((section, ids.units[each.unit], "goal"), prose(each.text), lines_of(each.quote), each.label)
        elif section == "waves" and _EXIT.fullmatch(each.label):
            exits.setdefault(each.unit, []).append((f"{each.label}: {each.text}", each.quote))
    for unit, phrase in _done_when(facts):
        if _section(ids, unit) == "waves":
            exits.setdefault(unit, []).append((phrase.plain, phrase.quote()))
    for unit, told in exits.items():
        lines = frozenset(line for _, quote in told for line in lines_of(quote))
        yield Entry(("waves", ids.units[unit], "exit"), [prose(text) for text, _ in told], lines)


def _section(ids: Ids, unit: Unit) -> str:
    return "" if unit not in ids.units else "phases" if unit.kind in OUTER else "waves"


def parents(facts: Facts) -> dict[int, Unit]:
    """The parts that entries of lists introduce with their time, by the texts of the entries."""
    found: dict[int, Unit] = {}
    for phrase in facts.reading.phrases:
        whole = [each for each in phrase.windows if each.window.is_whole]
        if phrase.form == "item" and not phrase.is_box and len(phrase.units) == 1 and len(whole) == 1:
            mention = phrase.units[0]
            leads = not re.search(r"\w", level(phrase.plain)[: mention.start])
            if leads and mention.unit.kind not in TESTS:
                found[id(phrase.text)] = mention.unit
    return found


def below_parents(facts: Facts) -> Iterator[tuple[Unit, Phrase]]:
    """Yield the entries right below those that introduce parts."""
    known = parents(facts)
    for phrase in facts.reading.phrases:
        item = phrase.item if phrase.form == "item" else None
        if item and item.depth == 1 and item.above is not None and id(item.above) in known and not phrase.is_box:
            yield known[id(item.above)], phrase


def is_done_when(phrase: Phrase) -> bool:
    """Tell a condition from a piece of work: `Done when all is quiet`."""
    return bool(_DONE.match(phrase.plain.strip()))


def _done_when(facts: Facts) -> Iterator[tuple[Unit, Phrase]]:
    yield from ((unit, phrase) for unit, phrase in below_parents(facts) if is_done_when(phrase))
