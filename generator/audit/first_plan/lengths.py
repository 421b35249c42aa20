"""How long work takes, as cells, entries and headings tell it, in the words of the plan language."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.audit.understanding.columns import unit_of_figures
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Row
from generator.audit.understanding.units import TESTS, Unit
from generator.audit.understanding.words import level

WORKDAYS = 5
_UNITS = r"(?P<unit>h|hrs?|hours?|d|days?|w|wks?|weeks?)"
_OF_WORK = r"(?:(?:full|working|work|business|effort|dev(?:eloper)?|person|man)[- ])?"
_EARLY = _UNITS.replace("unit", "early")
_LENGTH = re.compile(
    rf"(?P<about>~|≈|about |approx\.? |ca\.? |est\.? |up to )?\s?(?P<first>\d{{1,3}}(?:\.\d{{1,2}})?)\s?"
    rf"(?:{_EARLY}?\s?(?:-|to|or)\s?(?P<last>\d{{1,3}}(?:\.\d{{1,2}})?)\s?)?-?"
    rf"{_OF_WORK}{_UNITS}\.?",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s*(?:[(\[]|[-–—:,]\s)\s*(?P<length>[^()\[\]]{2,20}?)\s*[)\]]?\W*$")
_FIGURE = re.compile(r"\d{1,3}(?:\.\d{1,2})?")


def length_in(text: str) -> str | None:
    """Read a text that is a length and nothing else: `3 weeks` as 15d, `2-3 hours` as the longer of both."""
    found = _LENGTH.fullmatch(level(text).strip())
    figure = float((found["last"] or found["first"]) if found else 0)
    if not found or not figure:
        return None
    unit = found["unit"][0].lower()
    return f"{figure * WORKDAYS:g}d" if unit == "w" else f"{figure:g}{unit}"


def is_range(text: str) -> bool:
    """Tell a length with two ends: one of them is all that a plan keeps of it."""
    found = _LENGTH.fullmatch(level(text).strip())
    return bool(found and (found["last"] or found["about"]))


def is_length(cell: Phrase) -> bool:
    """Tell whether a cell is one length and nothing else."""
    return length_in(cell.plain) is not None and not is_range(cell.plain)


def length_told(row: Row) -> str | None:
    """Read a length below a heading on lengths, also `12` below *Working days*."""
    for cell, header, meaning in zip(row.cells, row.grid.header, row.grid.meanings, strict=True):
        if meaning == "duration":
            unit = unit_of_figures(header.plain) if _FIGURE.fullmatch(cell.plain.strip(" *")) else ""
            return length_in(f"{cell.plain.strip(' *')} {unit}s" if unit else cell.plain)
    return None


def headed_length(facts: Facts, unit: Unit) -> str | None:
    """How long a part takes, as its heading tells: `Phase 2: Directory (3 weeks)`."""
    told = _headed(facts).get(unit)
    return length_in(told) if told else None


def headed_words(facts: Facts, unit: Unit) -> tuple[str, ...]:
    """The words of such a length, where the plan tells all of it."""
    told = _headed(facts).get(unit)
    return (told,) if told and not is_range(told) else ()


@lru_cache(maxsize=1)
def _headed(facts: Facts) -> dict[Unit, str]:
    return dict(reversed(list(_in_headings(facts))))


def _in_headings(facts: Facts) -> Iterator[tuple[Unit, str]]:
    for phrase in facts.reading.headings:
        behind = _BEHIND.search(level(phrase.plain))
        unit = phrase.units[0].unit if len(phrase.units) == 1 else None
        if unit and unit.kind not in TESTS and behind and length_in(behind["length"]):
            yield unit, behind["length"]
