"""Parts of the work with their names and times, and series of them that stand beside each other."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from generator.audit.understanding.called import Name
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.windows import Window

_FEWEST = 2


@dataclass(frozen=True, eq=False)
class Part:
    """A part with the names that it goes by; `contents` are those of its title and of what its cells list."""

    names: tuple[Name, ...]
    contents: tuple[tuple[Name, ...], ...]
    told: tuple[tuple[Window, Quote], ...]
    text: str
    needs: Phrase | None = None
    """A cell or a line of its own that tells what it waits for."""

    def at(self, scale: str) -> tuple[Window, Quote] | None:
        """When it is at work, on one scale."""
        return next((each for each in self.told if each[0].scale == scale), None)


@dataclass(frozen=True, eq=False)
class Series:
    """Parts of one table, one list, or one level of headings, in the order of the file."""

    parts: tuple[Part, ...]
    form: str
    under: object

    @cached_property
    def by_name(self) -> dict[Name, Part]:
        """Parts by their own names, as far as one alone has them."""
        return _index((name, part) for part in self.parts for name in part.names)

    @cached_property
    def by_content(self) -> dict[Name, Part]:
        """Parts by their titles and what they consist of, as far as one alone has it."""
        return _index((name, part) for part in self.parts for group in part.contents for name in group)

    @cached_property
    def kinds(self) -> dict[str, list[Part]]:
        """The nouns with which two parts or more are called, each with those: `batch` of Batch North."""
        counts = Counter(kind for part in self.parts for kind in _kinds_of(part))
        return {
            kind: [part for part in self.parts if kind in _kinds_of(part)]
            for kind, count in counts.most_common()
            if count >= _FEWEST
        }

    def scales(self) -> list[str]:
        """The scales on which all parts tell their time."""
        return [scale for scale in ("week", "day", "date") if all(part.at(scale) for part in self.parts)]

    @cached_property
    def in_time(self) -> list[Part]:
        """Parts in the order of their time, on the first scale that all of them tell."""
        scale = next(iter(self.scales()), "")
        return sorted(self.parts, key=lambda part: _first(part, scale))

    def links(self, scale: str) -> list[tuple[Part, Part]]:
        """Parts side by side in the order of their time, on one scale."""
        return list(pairwise(sorted(self.parts, key=lambda part: _first(part, scale))))


def _index(named: Iterable[tuple[Name, Part]]) -> dict[Name, Part]:
    found: dict[Name, Part] = {}
    shared: set[Name] = set()
    for name, part in named:
        if found.setdefault(name, part) is not part:
            shared.add(name)
    return {name: part for name, part in found.items() if name not in shared}


def _kinds_of(part: Part) -> set[str]:
    return {word for name in part.names if len(name) > 1 for word in (name[0], name[-1]) if len(word) > len("ab")}


def _first(part: Part, scale: str) -> int:
    told = part.at(scale)
    return (told[0].first or 0) if told else 0
