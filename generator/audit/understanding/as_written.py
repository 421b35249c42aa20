"""Parts named in a message as the document writes them: `QG4` or `Review 4` for a gate, a name in its own order."""

import re
from collections.abc import Iterable, Mapping

from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.units import Labels, units_in
from generator.audit.understanding.words import core_of, level

_NAME = re.compile(r'"(?P<name>[A-Z0-9][\w\'-]*(?: [\w\'-]+){1,8})"')
_APART = re.compile(r"\s*(?:[|:;,()]|\s-\s)\s*")
_CODE = re.compile(r"[A-Z]{1,3}-?\d{1,3}")


def as_written(message: str, quotes: Iterable[Quote], labels: Mapping[str, Labels]) -> str:
    """Put the code of a part, its own noun or its name as told in place of what it is known by here.

    `labels` are those of each file.
    """
    told = [(level(quote.text), labels.get(quote.place.file)) for quote in quotes]
    said = "\n".join(text for text, _ in told).lower()
    names = {found["name"] for found in _NAME.finditer(message) if found["name"].lower() not in said}
    for name in sorted(names):
        written = {each for text, known in told if known for each in _written(text, name, known)}
        message = message.replace(f'"{name}"', f'"{written.pop()}"') if len(written) == 1 else message
    return message


def _written(text: str, name: str, labels: Labels) -> list[str]:
    written = [text[each.start : each.end] for each in units_in(text, labels) if str(each.unit) == name]
    own = tuple(noun for noun, _ in labels.nouns)
    coded = [each for each in written if _CODE.fullmatch(each) or each.lower().startswith(own)]
    known_by = frozenset(name.lower().split())
    told = [each for each in _APART.split(text) if each and core_of(each) == known_by]
    return coded or ([] if written else told)
