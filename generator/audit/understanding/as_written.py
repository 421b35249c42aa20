"""Parts named in a message as the document itself writes them: `QG4`, where it never says *Gate 4*."""

import re
from collections.abc import Iterable, Mapping

from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.units import Labels, units_in

_NAME = re.compile(r'"(?P<name>[A-Z][a-z]+(?: [a-z]+)? \w{1,3})"')
_CODE = re.compile(r"[A-Z]{1,3}-?\d{1,3}")


def as_written(message: str, quotes: Iterable[Quote], labels: Mapping[str, Labels]) -> str:
    """Put the code of a part in place of its name where what is quoted holds the one and not the other.

    `labels` are those of each file.
    """
    told = [(quote.text, labels.get(quote.place.file, ())) for quote in quotes]
    said = "\n".join(text for text, _ in told).lower()
    names = {found["name"] for found in _NAME.finditer(message) if found["name"].lower() not in said}
    for name in sorted(names):
        codes = {code for text, known in told if known for code in _codes(text, name, known)}
        message = message.replace(f'"{name}"', f'"{codes.pop()}"') if len(codes) == 1 else message
    return message


def _codes(text: str, name: str, labels: Labels) -> list[str]:
    written = [text[each.start : each.end] for each in units_in(text, labels) if str(each.unit) == name]
    return [code for code in written if _CODE.fullmatch(code)]
