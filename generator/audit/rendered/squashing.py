"""Words without the spaces between them, as these differ from one form of a document to another."""

import re
from functools import cache, lru_cache
from unicodedata import category, normalize

_DROPPED = re.compile(r"[•▪‣◦\u00ad\u200b-\u200f\ufe0f\ue000-\uf8ff¶]+")
_OTHER = re.compile(r"[^\x00-\x7f]+")


@lru_cache(maxsize=20_000)
def squashed(words: str) -> str:
    """Leave out spaces, backquotes, marks of lists and pictures; joined letters are told apart."""
    words = "".join(words.split()).replace("`", "")
    return words if words.isascii() else _OTHER.sub(lambda found: _kept(found.group()), _DROPPED.sub("", words))


@cache
def _kept(words: str) -> str:
    told = normalize("NFKC", words)
    return "".join(char for char in told if category(char) not in ("So", "Cs") and not char.isspace())
