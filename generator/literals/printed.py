"""A text as readers meet it: the figures and days of its live facts typed out, and the way back to its source."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from generator.errors import BadValueError
from generator.findings import Span
from generator.literals.claims import Reading
from generator.prose import Facts, tell
from generator.templates.facts import FactCall, FactSyntaxError, parse_facts

_NAMING = frozenset({"name", "label", "short", "names", "scope"})
"""Facts that tell names are read as what they name."""


@dataclass(frozen=True)
class Printed:
    """A text with its facts typed out: where each stands now, and where it stood."""

    text: str
    places: tuple[tuple[Span, FactCall], ...]

    def call_at(self, span: Span) -> FactCall | None:
        """The one fact that a stretch of the typed-out text is a part of, or holds."""
        found = [call for now, call in self.places if now.begin < span.end and span.begin < now.end]
        return found[0] if len(found) == 1 else None


def printed(text: str, facts: Facts) -> Printed | None:
    """Type out what can be told; nothing where no fact of a text tells a figure or a day."""
    try:
        parts = parse_facts(text)
    except FactSyntaxError:
        return None
    told, places, length = [], [], 0
    for piece, call in _pieces(text, parts, facts):
        if call is not None:
            places.append((Span(length, length + len(piece)), call))
        told.append(piece)
        length += len(piece)
    return Printed("".join(told), tuple(places)) if places else None


def is_spoken_of(call: FactCall, reading: Reading) -> bool:
    """Tell whether a sentence has a word of what its live fact is about: it may well mean that."""
    asked = {name for name in call.arguments if isinstance(name, str)}
    words = (
        told for (kind, name), told in reading.topics.words.items() if not asked.isdisjoint((name, f"{kind}:{name}"))
    )
    return any(each & reading.words for each in words)


def _pieces(text: str, parts: list[str | FactCall], facts: Facts) -> Iterator[tuple[str, FactCall | None]]:
    """Yield what stands between facts and facts that name as they are written, and other facts as they print."""
    for part in parts:
        if isinstance(part, str):
            yield part, None
            continue
        told = None if part.name in _NAMING else _told(part, facts)
        yield (text[part.span.begin : part.span.end], None) if told is None else (told, part)


def _told(call: FactCall, facts: Facts) -> str | None:
    try:
        return unescape(tell(facts, call.name, *call.arguments))
    except BadValueError:
        return None
