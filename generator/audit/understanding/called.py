"""What a part is called: `Batch 2` by its heading and its number, `North` in a column of batches, `Stage A`."""

import re
from collections.abc import Iterator

from generator.audit.understanding.words import count_word, level, tokens_of

Name = tuple[str, ...]
"""The words of a name in their order, stemmed; letters and numbers among them."""

_WORD = re.compile(r"[^\W_]+(?:\.\d+)*(?:['’]\w+)?")
_CUT = re.compile(r"\s*(?:[(:;,\[]|\s-\s|\s[\u2013\u2014]\s)")
_SPLIT = re.compile(r"\s*(?:[,;+&/\n()|:.]|\band\b|\bor\b|\bin\b|\bfor\b|\bon\b|\bwith\b|\bof\b|\bto\b|\s-\s)\s*")
SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s(?=[A-Z])|\d{1,2}[.)]\s(?=[A-Z])")
_LONGEST, _LONGEST_KEY, _LETTERS = 4, 5, 3
_NO_KIND = frozenset({"name", "no", "nr", "id", "what", "item", "title", "part", "description", "activity", "work"})


def words_of(text: str) -> list[tuple[str, int, int]]:
    """Return every word with its place; articles apart, none is left out, so that `Stage A` keeps its letter."""
    plain = level(text)
    found = ((match.group(), match.start(), match.end()) for match in _WORD.finditer(plain))
    return [(_stem(word), start, end) for word, start, end in found if word.lower() != "the"]


def key_name(text: str, header: str) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """Return the names of a part by its first cell or words, and those of its title behind them."""
    plain = SECTION.sub("", level(text).strip(" *"))
    cut = _CUT.search(plain)
    main, rest = (plain[: cut.start()], plain[cut.end() :]) if cut else (plain, "")
    own = tuple(word for word, _, _ in words_of(main))[:_LONGEST_KEY]
    title = [*([own[1:]] if len(own) > 1 and is_key(own[0]) else []), *names_in(rest)]
    kind = _kind(header)
    short = own[:1] if own and is_key(own[0]) else own
    headed = [(kind, *short)] if kind and len(short) == 1 and kind not in short else []
    alone = [short] if short and not (len(short) == 1 and is_key(short[0])) else []
    return (*alone, *headed), tuple(title)


def names_in(text: str) -> Iterator[Name]:
    """Yield what a text lists, in short names."""
    for piece in _SPLIT.split(level(text)):
        name = tuple(word for word, _, _ in words_of(piece))
        if 0 < len(name) <= _LONGEST and any(len(word) >= _LETTERS and word.isalpha() for word in name):
            yield name


def is_key(word: str) -> bool:
    """Tell a number or a letter, which names nothing without its noun."""
    return word.isdecimal() or len(word) == 1


def _kind(header: str) -> str:
    words = [word for word, _, _ in words_of(_CUT.split(level(header))[0]) if word.isalpha()]
    return words[-1] if len(words) == 1 and words[0] not in _NO_KIND else ""


def _stem(word: str) -> str:
    number = count_word(word)
    if number is not None:
        return str(number)
    stems = tokens_of(word)
    return "".join(stem for stem, _, _ in stems) or word.lower()
