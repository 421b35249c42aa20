"""Words as they are compared: case, plural, typography and filler set aside."""

import re
from functools import cache, lru_cache

_TYPOGRAPHY = str.maketrans(
    {
        "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\t": " ",
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
        "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"',
        "\u2264": "≤", "\u2265": "≥", "\uff1a": ":",
    }
)  # fmt: skip
_SEAM = re.compile(r"(?<=[a-z\d])(?=[A-Z][a-z])")
_WORD = re.compile(r"[^\W_]+(?:\.\d+)*")
_FILLER = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "for",
        "from",
        "has",
        "have",
        "in",
        "into",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "our",
        "per",
        "so",
        "that",
        "the",
        "their",
        "this",
        "to",
        "we",
        "will",
        "with",
        "all",
        "any",
        "each",
        "every",
        "must",
        "should",
        "shall",
        "can",
    ]
)
_GENERIC = frozenset(
    [
        "feature",
        "service",
        "system",
        "team",
        "work",
        "stream",
        "development",
        "implementation",
        "test",
        "testing",
        "pass",
        "suite",
        "full",
        "complete",
        "core-team",
        "integration-checkpoint",
        "checkpoint",
        "gate",
        "verify",
        "verified",
        "validation",
        "review",
        "ok",
        "green",
        "done",
        "successful",
        "successfully",
    ]
)
_SAME = {
    "apm": "monitoring", "observability": "monitoring", "telemetry": "monitoring",
    "db": "database", "dev": "developer", "authentication": "auth", "stand": "standup", "e2e": "e2e",
    "people": "person", "staff": "person", "fte": "person", "headcount": "person", "head": "person",
    "availability": "uptime", "siz": "size",
    "latency": "response-time", "org": "organisation", "mean": "average", "avg": "average",
}  # fmt: skip
_PHRASES = ((re.compile(r"\bresponse[ -]times?\b"), "latency"), (re.compile(r"\bstand[ -]?ups?\b"), "standup"))
_NUMBERS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]  # fmt: skip
_LEAD = 120
_SOFT = ("sse", "she", "che", "xe", "ze")
"""Where the last letter of the one is lost in the several: a cache, caches."""
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_TENFOLD = re.compile(rf"({'|'.join(_TENS)})(?:[- ]?({'|'.join(_NUMBERS[1:10])}))?", re.IGNORECASE)

NUMBER_WORD = rf"(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_NUMBERS[1:10])}))?|{'|'.join(reversed(_NUMBERS))}|a dozen"
"""Numbers written out, the longer ones first."""


@lru_cache(maxsize=50_000)
def level(text: str) -> str:
    """Replace typographic spaces, dashes and quotes by plain ones, character for character."""
    return text.translate(_TYPOGRAPHY)


def ahead(plain: str, end: int) -> str:
    """Return what stands right before a place: as much as any words that lead to it."""
    return plain[max(0, end - _LEAD) : end]


@cache
def key_of(text: str) -> frozenset[str]:
    """Return the words that tell two names apart, in no order."""
    lowered = _SEAM.sub(" ", level(text)).lower()
    for pattern, plain in _PHRASES:
        lowered = pattern.sub(plain, lowered)
    return frozenset(_stem(word) for word in _WORD.findall(lowered) if word not in _FILLER)


def tokens_of(text: str) -> list[tuple[str, int, int]]:
    """Return the words that tell names apart in their order, each with where it begins and ends."""
    plain = level(text)
    found: list[tuple[str, int, int]] = []
    for match in _WORD.finditer(plain):
        start = match.start()
        for seam in [*_SEAM.finditer(plain, match.start(), match.end()), None]:
            end = seam.start() if seam else match.end()
            found.append((plain[start:end].lower(), start, end))
            start = end
    return [(_stem(word), start, end) for word, start, end in found if word not in _FILLER]


def core_of(text: str) -> frozenset[str]:
    """Return the words of a name without those that many names share, such as *features*."""
    return key_of(text) - _GENERIC


def count_word(word: str) -> int | None:
    """Read `5`, `five` or `twenty-five`."""
    if word.isdecimal() and len(word) <= len("9999"):
        return int(word)
    plain = level(word).lower()
    if plain in _NUMBERS:
        return _NUMBERS.index(plain)
    tenfold = _TENFOLD.fullmatch(plain)
    if tenfold:
        return (_TENS.index(tenfold[1]) + 2) * 10 + (_NUMBERS.index(tenfold[2]) if tenfold[2] else 0)
    return 12 if plain in {"dozen", "a dozen"} else None


def short(text: str, limit: int = 90) -> str:
    """Cut a quotation to what fits into a message."""
    words = " ".join(text.split())
    return words if len(words) <= limit else f"{words[: limit - 1].rstrip()}…"


def _stem(word: str) -> str:
    singular = word
    if len(word) > len("abc") and word.endswith("ies"):
        singular = f"{word[:-3]}y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        singular = word[:-2]
    elif len(word) > len("abc") and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        singular = word[:-1]
    if singular.endswith(_SOFT) and len(singular) > len("axe"):
        singular = singular[:-1]
    return _SAME.get(singular, _SAME.get(word, singular))
