"""Times of day as people write them, and the spans between two of them: 07:15, 7.15 pm, 19h30, noon."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.audit.understanding.words import level

HOUR, DAY = 60, 24 * 60
_HALF = r"(?:[ap]\.?m\b\.?)"
_CLOCK = re.compile(
    rf"(?<![\w:.,/+])(?<!UTC-)(?<!GMT-)(?:(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?!:?\d|\.\d"
    rf"|,\d)(?:\s?(?P<half>{_HALF}))?"
    r"|(?P<fh>[01]\d|2[0-4])h(?P<fm>[0-5]\d)\b"
    rf"|(?P<ph>1[0-2]|0?[1-9])(?:\.(?P<pm>[0-5]\d))?\s?(?P<phalf>{_HALF})"
    r"|(?P<dh>[01]\d|2[0-4])\.(?P<dm>[0-5]\d)(?![.\d]|\s?[%€$£]|\s?(?:h|min|hours?|k?m|kg|t)\b)"
    r"|(?P<word>noon|midnight)\b)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\s?\(?(?:(?P<word>noon|midnight)|in the (?P<part>morning|afternoon|evening)|at (?P<night>night))\b",
    re.IGNORECASE,
)
"""What words behind a time say of its half of the day: `12:00 midnight`, `8:30 in the evening`."""
_TWELVE = re.compile(r"(?<![\w:.,/+])(?:12|24|00?)[:.]00\s?\(?$")
_MORNING = 5
_HALVED = re.compile(
    rf"(?<![\w:.,/+])(?P<h>1[0-2]"
    rf"|[1-9])(?::(?P<m>[0-5]\d))?(?=\s*-\s*(?P<lh>\d{{1,2}})(?::(?P<lm>\d\d))?\s?(?P<half>{_HALF}))",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\s*(?:-{1,3}|→|to|until|till|through|(?:and|,)?\s*(?:it\s)?(?:ends?|closes|stops|finishes|is over"
    r"|lasts)\s(?:at|until))\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Clock:
    """A time of day in minutes after midnight, and where it is told."""

    minute: int
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.minute // HOUR:02}:{self.minute % HOUR:02}"


@dataclass(frozen=True)
class Span:
    """From one time of day to another; one that ends earlier than it starts ends on the next day."""

    first: Clock
    last: Clock

    @property
    def start(self) -> int:
        """Where it is told."""
        return self.first.start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.last.end

    @property
    def minutes(self) -> int:
        """How long it is."""
        return (self.last.minute - self.first.minute) % DAY

    def __str__(self) -> str:
        return f"from {self.first} to {self.last}"


def clocks_in(text: str) -> list[Clock]:
    """Find every time of day; in `8-11 am` the first has the half of the second."""
    plain = level(text)
    found = {
        clock.start: clock for match in _CLOCK.finditer(plain) if not _is_told(match) for clock in [_clock(match)]
    }
    found |= {match.start(): Clock(_halved(match), match.start(), match.end()) for match in _HALVED.finditer(plain)}
    return [found[start] for start in sorted(found)]


def spans_in(text: str) -> list[Span]:
    """Find every stretch between two times of day."""
    return list(_spans(level(text)))


def _spans(plain: str) -> Iterator[Span]:
    taken = -1
    for one, other in pairwise(clocks_in(plain)):
        between = plain[one.end : other.start]
        joined = _TO.fullmatch(between) or (
            _AND.fullmatch(between) and _BETWEEN.search(plain[max(0, one.start - 10) : one.start])
        )
        if joined and one.start > taken:
            taken = other.start
            yield Span(one, other)


def _is_told(match: "re.Match[str]") -> bool:
    """Tell whether a word only says again which twelve o'clock the figure before it means."""
    return bool(match["word"] and _TWELVE.search(match.string[: match.start()]))


def _clock(match: "re.Match[str]") -> Clock:
    if match["word"]:
        minute = 12 * HOUR if match["word"].lower() == "noon" else 0
    elif match["half"] or match["phalf"]:
        minute = _twelve(match["h"] or match["ph"], match["m"] or match["pm"], match["half"] or match["phalf"])
    else:
        minute = int(match["h"] or match["fh"] or match["dh"]) * HOUR + int(match["m"] or match["fm"] or match["dm"])
        minute = _in_words(minute, _TOLD.match(match.string, match.end()))
    return Clock(minute, match.start(), match.end())


def _in_words(minute: int, told: "re.Match[str] | None") -> int:
    """Read a time up to 12:59 as the words behind it say."""
    if not told or minute >= 13 * HOUR:
        return minute
    if told["night"]:
        late = _MORNING * HOUR <= minute < 12 * HOUR
    else:
        late = (told["word"] or told["part"]).lower() in {"noon", "afternoon", "evening"}
    return minute % (DAY // 2) + (DAY // 2 if late else 0)


def _halved(match: "re.Match[str]") -> int:
    """`10:30-1:00 pm` begins in the morning."""
    minute = _twelve(match["h"], match["m"], match["half"])
    return minute if minute <= _twelve(match["lh"], match["lm"], match["half"]) else (minute + DAY // 2) % DAY


def _twelve(hour: str, minute: str | None, half: str) -> int:
    """12 am is midnight, 12 pm is noon."""
    late = half[0].lower() == "p"
    return (int(hour) % 12 + (12 if late else 0)) * HOUR + int(minute or 0)
