"""Tables for spreadsheets read back: each line by the names of its columns, and where its values stand."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from generator.audit.rendered.disagreement import Disagreement
from generator.findings import Place

_GUARD = re.compile(r"^'(?=[=+\-@\t\r])")


@dataclass(frozen=True)
class Line:
    """A line of a table, whose values can be found again in it."""

    header: Sequence[str]
    values: Sequence[str]
    text: str
    place: Place

    @cached_property
    def told(self) -> Mapping[str, str]:
        """Its values by the names of their columns, without what keeps a text from being a formula."""
        return dict(zip(self.header, (_GUARD.sub("", value) for value in self.values), strict=False))

    def at(self, key: str) -> Place:
        """Where a value stands, as far as quoting lets it be told."""
        index = self.header.index(key)
        value = self.values[index]
        start = len(",".join(self.values[:index])) + bool(index)
        found = self.text.find(value, start) if value else start
        column = max(found, 0) + 1
        return Place(self.place.file, self.place.line, column, self.place.line, column + len(value))


def has_columns(text: str, wanted: AbstractSet[str]) -> bool:
    """Tell whether a table has some columns, and so is of the sort that has them."""
    return wanted <= set(_header(text))


def lines_of(text: str, file: str) -> Iterator[Line | Disagreement]:
    """Yield each line below the header; of one that has more or fewer values, that it is none."""
    header = _header(text)
    for number, line in enumerate(_lines(text)[1:], 2):
        place, values = Place(file, number, 1, number, len(line) + 1), _values(line)
        if len(values) == len(header):
            yield Line(header, values, line, place)
        else:
            yield Disagreement(f"{len(values)} values in a table of {len(header)} columns", place)


def _lines(text: str) -> list[str]:
    return text.lstrip("\ufeff").splitlines()


def _header(text: str) -> list[str]:
    return next(map(_values, _lines(text)[:1]), [])


def _values(line: str) -> list[str]:
    try:
        return next(csv.reader([line]), [])
    except csv.Error:
        return []
