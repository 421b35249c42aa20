"""Words for values: dates, lists, counts, numbered names, escapes. English, whatever the machine's locale."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_NUMBERED = re.compile(r"(.*\D)(\d+)")
_ALIKE = 0.5
_SHORT = 3
"""Shorter parts of ids are hardly like anything."""
_MARKUP = re.compile(
    r"""
    [\\`*|\[\]]                  # marks wherever they stand
    | (?<![^\W_])_ | _(?![^\W_]) # underscores at the edge of a word
    | <(?!\s|$)                   # tags and addresses
    | &(?=\#?\w+;)               # entities
    | ~(?=~) | (?<=~)~           # struck-through text
    """,
    re.VERBOSE,
)
_TITLE_MARKUP = re.compile(r"<|&(?=#?\w+;)")
_BLOCK_START = re.compile(r"^\s*(?:[#>=:!+-]|\d+(?=[.)](?:\s|$)))")


def long_date(day: date) -> str:
    """5 January 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """5 Jan."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def joined(words: Sequence[str], last: str = "and") -> str:
    """a, b and c."""
    return " ".join((", ".join(words[:-1]), last, words[-1])) if len(words) > 1 else "".join(words)


def closed(text: str) -> str:
    """Set the full stop that a text lacks where another sentence follows it."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """1 task, 2 tasks."""
    return f"{count} {noun if count == 1 else plural or noun + 's'}"


def numbered(names: Sequence[str]) -> str:
    """Join names that differ in their number alone: Checkpoints 3-5, Waves 1, 3; others with commas."""
    stem, numbers = _stem(names)
    if stem is None or len(names) < 2:  # noqa: PLR2004 - two make a plural
        return ", ".join(names)
    run = numbers[-1] - numbers[0] == len(numbers) - 1 and len(numbers) > 2  # noqa: PLR2004 - as above
    told = f"{numbers[0]}-{numbers[-1]}" if run else ", ".join(map(str, numbers))
    return f"{stem.rstrip()}s {told}"


def grouped(names: Sequence[str]) -> str:
    """Join names that differ in their number alone, the stem told once: Wave 1, 2; others with commas."""
    stem, numbers = _stem(names)
    return f"{stem}{', '.join(map(str, numbers))}" if stem is not None else ", ".join(names)


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Suggest the nearest known word, if one is near."""
    close = difflib.get_close_matches(word, list(known), n=5, cutoff=0.6)
    near = next((each for each in close if _is_like(word, each)), None)
    return f'did you mean "{near}"?' if near else None


def _is_like(word: str, other: str) -> bool:
    """Tell whether ids of as many parts are alike in those that differ: "x-feature" is not "y-feature"."""
    one, two = word.split("-"), other.split("-")
    apart = [pair for pair in zip(one, two, strict=False) if pair[0] != pair[1]]
    if len(one) != len(two) or len(apart) == len(one):
        return True
    return all(_ratio(*pair) >= _ALIKE for pair in apart if min(map(len, pair)) > _SHORT)


def _ratio(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()


def only_near(word: str, known: Iterable[str]) -> str | None:
    """Find the one known word that another is a misspelling of; words with other numbers in them are other words."""
    near = difflib.get_close_matches(word, list(known), n=5, cutoff=0.75)
    same = [each for each in dict.fromkeys(near) if re.findall(r"\d+", each) == re.findall(r"\d+", word)]
    return same[0] if len(same) == 1 else None


def slug(text: str) -> str:
    """Name a file after a text: its letters and digits, whatever system it is stored on."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:60].strip("-") or "plan"


def escape_markdown(text: str) -> str:
    """Write plain text so that Markdown shows it letter by letter, by entities alone and only where needed."""
    escaped = _MARKUP.sub(lambda found: f"&#{ord(found.group())};", text)
    start = _BLOCK_START.match(escaped)
    if not start:
        return escaped
    last = start.end() - 1
    return f"{escaped[:last]}&#{ord(escaped[last])};{escaped[last + 1 :]}"


def escape_title(text: str) -> str:
    """Write plain text for MkDocs's titles, which its theme prints as they are: what would be markup is escaped."""
    return _TITLE_MARKUP.sub(lambda found: f"&#{ord(found.group())};", text)


def _stem(names: Sequence[str]) -> tuple[str | None, list[int]]:
    found = [_NUMBERED.fullmatch(name) for name in names]
    stems = {match.group(1) for match in found if match}
    if None in found or len(stems) != 1:
        return None, []
    return stems.pop(), [int(match.group(2)) for match in found if match]
