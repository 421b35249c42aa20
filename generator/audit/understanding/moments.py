"""At which part of the plan, or when, a line is asked for: limits of two gates or two weeks differ on purpose."""

import re
from collections import defaultdict

from generator.audit.blocks import Under
from generator.audit.understanding.phrases import Phrase, Quote, Reading, Row
from generator.audit.understanding.row_times import row_units
from generator.audit.understanding.units import Unit, units_only
from generator.audit.understanding.words import key_of, level
from generator.findings import Place

_BRACKET = re.compile(r"\((?P<group>[^()\d]{2,40})\)")


class Moments:
    """The parts that each row and each entry stands for, in its own words or by the headings above it."""

    def __init__(self, reading: Reading) -> None:
        self._of: dict[tuple[str, int], frozenset[Unit]] = defaultdict(frozenset)
        self._under = {_line(phrase.text.place()): phrase.under for phrase in reading.phrases}
        self._when = {
            phrase.text: phrase.windows[0].window for phrase in reading.headings if len(phrase.windows) == 1
        }
        for phrase in reading.phrases:
            if phrase.is_spoken:
                self._of[_line(phrase.text.place())] |= _of_phrase(phrase, reading)
        for _, rows in reading.tables:
            for row in rows:
                units = frozenset(mention.unit for mention, _ in row_units(row)) | _of_code(row)
                self._of[_line(row.cells[0].text.place())] |= units

    def sections(self, one: Quote, other: Quote) -> tuple[Under, Under]:
        """Return the headings that each of the two stands below."""
        return self._under.get(_line(one.place), ()), self._under.get(_line(other.place), ())

    def are_apart(self, one: Quote, other: Quote) -> bool:
        """Tell whether the two stand for different parts of one kind, or for two groups told in brackets."""
        here, there = (self._of.get(_line(each.place), frozenset()) for each in (one, other))
        kinds = {unit.kind for unit in here} & {unit.kind for unit in there}
        apart = any({unit for unit in here if unit.kind == kind}.isdisjoint(there) for kind in kinds)
        return apart or _are_groups(one, other) or self._are_of_two_times(one, other)

    def _are_of_two_times(self, one: Quote, other: Quote) -> bool:
        """`Week 1 checkpoint` and `Week 3 checkpoint`, as the headings above them say."""
        left, right = (
            next((self._when[each.text] for each in reversed(under) if each.text in self._when), None)
            for under in self.sections(one, other)
        )
        return bool(left and right) and left != right


def _of_phrase(phrase: Phrase, reading: Reading) -> frozenset[Unit]:
    labels = phrase.style.labels
    above = phrase.item.above if phrase.item else None
    led = [phrase.plain, *([above.plain] if above else [])]
    led += [heading.text.plain for heading in phrase.under if heading not in reading.titles]
    return frozenset(mention.unit for text in led for mention in units_only(text, labels=labels)[:1])


def _of_code(row: Row) -> frozenset[Unit]:
    """`CP1` in a column of numbers."""
    led = row.cells[: row.grid.key_column]
    return frozenset(mention.unit for cell in led for mention in units_only(cell.plain, labels=cell.style.labels))


def _are_groups(one: Quote, other: Quote) -> bool:
    """`Late buses (pilot): at most 4` beside `Late buses (later): at most 2`."""
    groups = [_BRACKET.findall(level(each.text)) for each in (one, other)]
    keys = [{key_of(group) for group in found} for found in groups]
    return all(len(found) == 1 for found in groups) and keys[0] != keys[1]


def _line(place: Place) -> tuple[str, int]:
    return place.file, place.line
