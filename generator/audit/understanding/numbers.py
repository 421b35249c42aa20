"""Figures as people write them: 2-3, 1,500, 99,9 %, 12k."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.audit.understanding.words import level

FIGURE = r"\d{1,12}(?:[.,']\d{1,12}){0,4}"
_COMMA_DECIMAL = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})*,\d{1,2}(?![\d,.]\d|\d)\s*(?:%|[a-zA-Z€$])")
_POINT_DECIMAL = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})*\.\d{1,2}(?![\d,.]\d|\d)\s*(?:%|[a-zA-Z€$])")
_GROUPED_BY_POINT = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.,]\d|\d)")
_GROUPED_BY_COMMA = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,]\d|\d)")
_FEWEST_GROUPED = 3
_RANGE = re.compile(rf"(?P<low>{FIGURE})\s*(?:(?:-|to|\.\.)\s*(?P<high>{FIGURE}))?")
_WHOLE = re.compile(
    rf"[~≈±]?\s*(?:[€$£]|EUR|USD)?\s*(?P<low>\d{{1,3}}(?:\s\d{{3}})+(?!\d)|{FIGURE})\s*%?\s*(?:(?:-"
    rf"|to)\s*(?P<high>{FIGURE}))?\s*"
    r"(?P<unit>%|[^\d\s][^\d]{0,24})?"
)
_NOTHING = frozenset({"", "-", "--", "n/a", "na", "none", "0", "x", "tbd", "/"})


@dataclass(frozen=True)
class Band:
    """A figure or a range of figures, with its unit as written."""

    low: Decimal
    high: Decimal
    unit: str = ""

    def __str__(self) -> str:
        low, high = (f"{each.normalize():f}" for each in (self.low, self.high))
        told = low if low == high else f"{low}-{high}"
        return f"{told}{self.unit}" if self.unit == "%" else told

    def __add__(self, other: "Band") -> "Band":
        return Band(self.low + other.low, self.high + other.high, self.unit or other.unit)


def total_of(bands: Iterable[Band]) -> Band:
    """Add figures and ranges."""
    total = Band(Decimal(0), Decimal(0))
    for band in bands:
        total += band
    return total


def rounding(shares: Sequence[Decimal]) -> Decimal:
    """Return how far shares with decimals may lie from their whole, each of them rounded; whole ones are exact."""
    places = max((-int(each.as_tuple().exponent) for each in shares), default=0)
    return len(shares) * Decimal(5).scaleb(-places - 1) if places > 0 else Decimal(0)


def uses_decimal_comma(texts: Iterable[str]) -> bool:
    """Tell whether a document writes 99,9 % rather than 99.9%."""
    commas = points = by_point = by_comma = 0
    for text in texts:
        commas += len(_COMMA_DECIMAL.findall(text))
        points += len(_POINT_DECIMAL.findall(text))
        by_point += len(_GROUPED_BY_POINT.findall(text))
        by_comma += len(_GROUPED_BY_COMMA.findall(text))
    return commas > points or (not points and by_point >= _FEWEST_GROUPED and by_point > by_comma)


def number(text: str, *, comma: bool = False) -> Decimal:
    """Read one figure; a mark that parts groups of three is no decimal mark."""
    decimal, group = (",", ".") if comma else (".", ",")
    plain = re.sub(r"['\s]", "", text)
    whole, _, fraction = plain.replace(group, "").partition(decimal) if _grouped(plain, group) else _split(plain)
    return Decimal(
        f"{whole.replace('.', '').replace(',', '') or 0}.{fraction.replace('.', '').replace(',', '') or 0}"
    )


def band_in(text: str, *, comma: bool = False) -> Band | None:
    """Read a cell that holds a figure or a range and at most a unit; a dash counts as none at work."""
    plain = level(text).strip()
    if plain.lower() in _NOTHING:
        return Band(Decimal(0), Decimal(0)) if plain else None
    found = _WHOLE.fullmatch(plain)
    if not found:
        return None
    low = number(found["low"], comma=comma)
    high = number(found["high"], comma=comma) if found["high"] else low
    unit = (found["unit"] or ("%" if "%" in plain else "")).strip()
    return Band(low, high, unit) if low <= high else None


def _grouped(text: str, group: str) -> bool:
    """Tell whether every group mark is followed by three digits."""
    head, *groups = re.split(r"[.,]", text) if group not in text else text.split(group)
    if group not in text:
        return len(groups) <= 1
    return bool(head) and all(re.fullmatch(r"\d{3}(?:[.,]\d+)?", part) for part in groups)


def _split(text: str) -> tuple[str, str, str]:
    """Part a figure at its last mark, whatever that is."""
    index = max(text.rfind("."), text.rfind(","))
    return (text, "", "") if index < 0 else (text[:index], text[index], text[index + 1 :])
