"""Parts and points of a plan with their days, found again by what sentences call them: I-3, Step 4, Period B."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.understanding.codes import leading_code
from generator.audit.understanding.entries import is_total
from generator.audit.understanding.phrases import Phrase, Quote, Reading, Row
from generator.audit.understanding.row_times import row_window
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level, tokens_of

_KEY = r"(?:\d{1,3}(?!\d)|(?:[IVX]{1,4}|[A-Z])(?!\w|-?\d))"
_LEADING = re.compile(
    rf"\W*(?:(?P<noun>[A-Za-z]{{3,16}})\s)?(?P<key>{_KEY})(?=\W*$|[.):]\s|\s?[-:]\s|\s)(?P<rest>.*)", re.DOTALL
)
_MENTION = re.compile(
    rf"\b(?P<noun>[A-Za-z]{{3,16}}?)s?\s(?P<keys>{_KEY}(?:(?:,\s|,?\sand\s|\sto\s|-){_KEY})*)(?![\w.,]?\d|\w)"
)
_CODE = re.compile(r"(?<![\w.-])(?P<letters>[A-Z]{1,5})-?(?P<number>\d{1,5})(?!\w|[.,:]\d|\s?%)")
_NUMBER_OF = re.compile(r"\s*(?:no\.?|number|nr\.?|#|id|name)\s*$", re.IGNORECASE)
_MOST = 30


@dataclass(frozen=True)
class Placed:
    """A part or a point and its days, by its label or its name."""

    window: Window
    quote: Quote
    name: tuple[str, ...] = ()


@dataclass(frozen=True)
class Named:
    """Labels that a text names at one place."""

    labels: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Places:
    """Everything with days, by label: `I3`, `step 4`; what two places date otherwise is left out."""

    by_label: dict[str, Placed]
    named: tuple[Placed, ...]

    def mentions(self, text: str) -> list[Named]:
        """Find the labels that a text names, lists told out."""
        plain = level(text)
        found = [_of_code(match) for match in _CODE.finditer(plain)]
        found += [_of_noun(match) for match in _MENTION.finditer(plain)]
        known = [
            Named(tuple(each for each in one.labels if each in self.by_label), one.start, one.end) for one in found
        ]
        return sorted((each for each in known if each.labels), key=lambda each: (each.start, -each.end))

    def called(self, text: str) -> Placed | None:
        """Return the one part whose name a text begins with."""
        stems = tuple(stem for stem, _, _ in tokens_of(text[:_REACH]))
        found = [each for each in self.named if each.name and stems[: len(each.name)] == each.name]
        return found[0] if len({each.window for each in found}) == 1 else None


_REACH = 60


def places_of(reading: Reading) -> Places:
    """Collect what rows and entries date, under each of their labels."""
    told: dict[str, list[Placed]] = {}
    named: list[Placed] = []
    for labels, placed in _all(reading):
        for label in labels:
            told.setdefault(label, []).append(placed)
        if placed.name:
            named.append(placed)
    sure = {label: each[0] for label, each in told.items() if len({placed.window for placed in each}) == 1}
    return Places(sure, tuple(named))


def _all(reading: Reading) -> Iterator[tuple[list[str], Placed]]:
    for _, rows in reading.tables:
        for row in rows:
            found = None if is_total(row) else row_window(row)
            if found and found[0].is_whole:
                yield _row_labels(row), Placed(found[0], row.mark(found[1]), _row_name(row))
    for phrase in reading.phrases:
        labels = _labels(phrase) if phrase.form in {"item", "heading"} and len(phrase.windows) == 1 else []
        if labels:
            found_at = phrase.windows[0]
            yield labels, Placed(found_at.window, phrase.mark(found_at.start, found_at.end))


def _labels(phrase: Phrase) -> list[str]:
    """The code or the numbered noun that an entry or a heading begins with."""
    code = leading_code(phrase.plain)
    found = _LEADING.match(level(phrase.plain))
    noun = found["noun"] if found else None
    if phrase.item and phrase.item.number is not None and not code and phrase.under:
        titled = [stem for stem, _, _ in tokens_of(phrase.under[-1].text.plain)]
        return [f"{titled[-1]} {phrase.item.number}"] if titled else []
    return [_plain(code)] if code else [f"{_stem(noun)} {found['key'].lower()}"] if found and noun else []


def _row_labels(row: Row) -> list[str]:
    """The leading code, and the heading of the first column with the number that the row begins with."""
    cell, header = row.cells[0], row.grid.header[0]
    code = leading_code(cell.plain)
    found = _LEADING.match(level(cell.plain))
    noun = (found["noun"] if found and found["noun"] else _NUMBER_OF.sub("", level(header.plain))).strip(" *.")
    labels = [_plain(code)] if code else []
    return labels + ([f"{_stem(noun)} {found['key'].lower()}"] if found and noun.isalpha() else [])


def _row_name(row: Row) -> tuple[str, ...]:
    key = row.cells[row.grid.key_column]
    found = _LEADING.match(level(key.plain))
    bare = found["rest"] if found else key.plain
    column = next((cell for cell in row.cells if cell.plain.strip() and not _is_key(cell)), key)
    words = bare if bare.strip(" .:-") else column.plain
    return tuple(stem for stem, _, _ in tokens_of(re.split(r"[(,;]", words)[0]))


def _is_key(cell: Phrase) -> bool:
    return bool(re.fullmatch(rf"\W*{_KEY}\W*", level(cell.plain)) or leading_code(cell.plain) or cell.windows)


def _of_code(match: "re.Match[str]") -> Named:
    return Named((f"{match['letters']}{int(match['number'])}",), match.start(), match.end())


def _of_noun(match: "re.Match[str]") -> Named:
    keys = re.findall(_KEY, match["keys"])
    if re.fullmatch(r"\d+(?: to |-)\d+", match["keys"]):
        first, last = int(keys[0]), int(keys[1])
        keys = [str(number) for number in range(first, min(last, first + _MOST) + 1)]
    return Named(tuple(f"{_stem(match['noun'])} {key.lower()}" for key in keys), match.start(), match.end())


def _plain(code: str) -> str:
    letters = code.rstrip("0123456789")
    return f"{letters}{int(code[len(letters) :])}"


def _stem(noun: str) -> str:
    stems = tokens_of(noun)
    return stems[0][0] if stems else noun.lower()
