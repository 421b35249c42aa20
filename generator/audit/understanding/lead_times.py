"""Times counted from one event that an entry does not date: `5 days before`, `T-60 min`, `the evening before`."""

import re
from dataclasses import dataclass

from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.words import NUMBER_WORD, count_word, level, tokens_of

_UNIT = r"minutes?|mins?|hours?|hrs?|h|(?:working )?days?|weeks?|months?"
_MINUTES = {"m": 1, "h": 60, "d": 24 * 60, "w": 7 * 24 * 60, "mo": 30 * 24 * 60}
_SPOKEN = re.compile(
    rf"\b(?:(?P<count>\d{{1,3}}|{NUMBER_WORD}|an?|the)\s(?P<unit>{_UNIT}|evening|night|morning|afternoon))"
    r"\s(?:of work\s)?(?P<way>before|ahead|prior|after|later)(?! (?:noon|midnight))\b(?P<anchor>(?: (?:of"
    r"|to))?(?: the| each| every| our)? [a-z]+)?",
    re.IGNORECASE,
)
_CUE = re.compile(r"\b(?:before|ahead|prior|after|later)\b|[TDWMG]\s?[-+0]", re.IGNORECASE)
_SIGNED = re.compile(
    r"(?<![\w-])(?P<letter>[TDWMG])\s?"
    r"(?:(?P<sign>[-+])\s?(?P<count>\d{1,3})(?:\s?(?P<unit>minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|w))?|0)(?![\w-])"
)
_LETTERS = {"T": "d", "D": "d", "W": "w", "M": "mo", "G": "d"}
_DAY = 24 * 60


@dataclass(frozen=True)
class LeadTime:
    """Minutes from the event, less than none before it, and what the event is called where that is told."""

    minutes: int
    anchor: str
    start: int
    end: int


def lead_in(text: str) -> LeadTime | None:
    """Return the one time of an entry's first sentence that is counted from an event; none where it tells two."""
    plain = level(text)
    if not _CUE.search(plain):
        return None
    plain = plain[: sentences_of(plain)[0][1]] if plain.strip() else ""
    found = [
        *(_spoken(match) for match in _SPOKEN.finditer(plain)),
        *(_signed(match) for match in _SIGNED.finditer(plain)),
    ]
    return found[0] if len(found) == 1 else None


def _spoken(match: "re.Match[str]") -> LeadTime:
    count = match["count"].lower()
    number = 1 if count in {"a", "an", "the"} else count_word(count) or 0
    unit = match["unit"].lower().removeprefix("working ")
    size = _MINUTES.get("mo" if unit.startswith("mo") and unit != "morning" else unit[0], _DAY)
    size = _DAY if unit in {"evening", "night", "morning", "afternoon"} else size
    sign = 1 if match["way"].lower() in {"after", "later"} else -1
    stems = [stem for stem, _, _ in tokens_of(match["anchor"] or "")]
    return LeadTime(sign * number * size, stems[-1] if stems else "", match.start(), match.end("way"))


def _signed(match: "re.Match[str]") -> LeadTime:
    unit = (match["unit"] or _LETTERS[match["letter"]]).lower()
    size = _MINUTES["mo" if unit == "mo" else unit[0]]
    sign = 1 if match["sign"] == "+" else -1
    return LeadTime(sign * int(match["count"] or 0) * size, match["letter"], match.start(), match.end())
