"""Words without their endings, so that "reviews" and "reviewed" are one with "review"."""

import re
from functools import lru_cache

from generator.patterns import any_of

_ENDINGS = ("ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "e", "y")
_LEAST = 3
_WORD = re.compile(r"[^\W\d_][^\W_]{1,40}")
EMPTY = any_of(
    """
    the and for from with into onto over under after before until while when where which that this these
    those its their our his her your all any each every both one two three four five six seven eight nine
    ten who whom whose not are is was were has have had will must can may does than then there here they
    them be been being of to in on at by or as an it a no
    """
)
"""Words that name nothing by themselves."""


_IRREGULAR = {
    "frozen": "freeze", "froze": "freeze", "built": "build", "sent": "send", "laid": "lay", "held": "hold",
    "hung": "hang", "drawn": "draw", "written": "write", "given": "give", "taken": "take", "brought": "bring",
    "bought": "buy", "sold": "sell", "taught": "teach", "shot": "shoot", "struck": "strike", "met": "meet",
}  # fmt: skip


def plain_form(word: str) -> str:
    """The present of a past form that has no ending to leave out."""
    return _IRREGULAR.get(word, word)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Leave the ending of a word out; a short word stays as it is."""
    small = word.lower()
    for ending in _ENDINGS:
        if small.endswith(ending) and len(small) - len(ending) >= _LEAST:
            return small[: -len(ending)]
    return small


def stems(text: str) -> frozenset[str]:
    """The words of a text that name something, without their endings."""
    return frozenset(stem(word) for word in _WORD.findall(text) if word.lower() not in EMPTY)
