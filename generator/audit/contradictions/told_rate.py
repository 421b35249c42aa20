"""A share is told once in words and once in figures, or with an example, and the two differ.

Whoever counts by the one acts while the other still waits.

Fails:

```markdown
## When we go back

More than one failed request in fifty: route traffic back.

## Figures

- Error rate: at most 0.5 %; above it we go back
```

Passes:

```markdown
## When we go back

More than one failed request in two hundred: route traffic back.

## Figures

- Error rate: at most 0.5 %; above it we go back
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.quantities import TIMES, Quantity, quantities_in
from generator.audit.understanding.sentences import Stretch, sentences_of, within
from generator.audit.understanding.words import NUMBER_WORD, count_word, level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_N = rf"(?:a|\d{{1,3}}(?:,\d{{3}})*|\d{{1,6}}|(?:(?:a|{NUMBER_WORD})\s)?(?:hundred|thousand|million)|{NUMBER_WORD})"
_UNIT = rf"\s(?:{'|'.join(sorted(TIMES))})s?\b"
_ONE_IN = re.compile(
    rf"\b(?P<one>{_N})\s(?P<what>(?:[a-z-]+\s){{0,3}}?)(?P<join>in|out of|of)\s(?:every\s)?"
    rf"(?P<many>{_N})\b(?!\s?%)(?!{_UNIT})",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"\W*(?:in practice|that means|this means|which means|in other words|for example|e\.g\.|so|that is|i\.e\.)\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:more than|less than|at most|at least|above|below|over|under|up to|no more|not more|max\w*"
    r"|min\w*|limit|may|must)\b",
    re.IGNORECASE,
)
_RETURN = re.compile(
    r"\b(?:roll(?:s|ed|ing)? ?-?backs?|go(?:es)? back|revert|back-?outs?|fall-?backs?)\b", re.IGNORECASE
)
_MORE = re.compile(r"\b(?:more than|above|over|exceeds?|higher than|beyond|passes)\W*$|>\W*$", re.IGNORECASE)
_BACK = re.compile(
    r"\b(?:roll(?:s|ed|ing)? ?-?back|go(?:es)? back|switch(?:es)? back|route[sd]? .{0,20}back|back-?out"
    r"|fall-?back|revert|abort"
    r"|stop(?:s|ped)?|pause[sd]?|halt)\b",
    re.IGNORECASE,
)
_SAME = {
    "fail": "error",
    "failed": "error",
    "failure": "error",
    "failing": "error",
    "faulty": "error",
    "defect": "error",
    "defective": "error",
    "reject": "error",
    "rejected": "error",
    "missing": "loss",
    "lost": "loss",
}
_EMPTY = frozenset(
    ["one", "two", "more", "than", "less", "most", "least", "above", "below", "over", "under", "up", "no", "not"]
) | frozenset(["must", "may", "stay", "rate", "share", "limit", "percent", "percentage", "out", "case", "level"])
_HUNDRED = Decimal(100)
_CENT = Decimal("0.01")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEAST = 2


@dataclass(frozen=True)
class _Share:
    """A share in percent, the words of its sentence, and whether going back hangs on it."""

    percent: Decimal
    words: frozenset[str]
    back: bool
    returns: bool
    phrase: Phrase
    quote: Quote
    at: int


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each share in words that no share in figures of the same thing is, and each example that is none."""
    tables = facts.reading.tables
    phrases = [each for each in facts.reading.phrases if each.form in {"paragraph", "item", "cell"}]
    beside = {
        cell: " ".join(each.plain for each in row.cells) for _, rows in tables for row in rows for cell in row.cells
    }
    figures = [share for phrase in phrases for share in _percents(phrase, beside.get(phrase, ""))]
    for share in (share for phrase in phrases for share in _ratios(phrase)) if figures else ():
        same = [each for each in figures if each.phrase is not share.phrase and _is_same(each, share)]
        if same and all(each.percent != share.percent for each in same):
            message = f"this is {_told(share)} %, and {_told(same[0])} % there"
            yield Contradiction(message, share.quote, (same[0].quote,))
    yield from _triggers(figures)
    for phrase in phrases:
        if phrase.form == "paragraph" and figures and _EXAMPLE.match(phrase.plain):
            near = [each for each in figures if each.phrase.under == phrase.under]
            if all(each.phrase is not phrase for each in near):
                yield from _example(phrase, near)


def _triggers(figures: list[_Share]) -> Iterator[Contradiction]:
    """Two places that go back above a share of the same: what stands below one heading are steps of one ladder."""
    back = [each for each in figures if each.returns and _MORE.search(_before(each))]
    for number, share in enumerate(back):
        others = [each for each in back[:number] if _is_again(each, share)]
        if others and all(each.percent != share.percent for each in others):
            message = f"this is {_told(share)} %, and {_told(others[0])} % there"
            yield Contradiction(message, share.quote, (others[0].quote,))


def _told(share: _Share) -> str:
    return f"{share.percent.quantize(_CENT).normalize():f}" if share.percent >= _CENT else f"{share.percent:.2g}"


def _is_again(one: _Share, other: _Share) -> bool:
    """Below another heading, of the same two words or of errors in both."""
    shared = one.words & other.words
    return one.phrase.under != other.phrase.under and ("error" in shared or len(shared) >= _LEAST)


def _before(share: _Share) -> str:
    plain = level(share.phrase.plain)
    return plain[: share.at]


def _is_same(one: _Share, other: _Share) -> bool:
    """Two words are shared, or one on which going back hangs in both places."""
    shared = one.words & other.words
    return len(shared) >= _LEAST or (one.back and other.back and bool(shared))


def _percents(phrase: Phrase, row: str) -> Iterator[_Share]:
    for start, end in _stretches(phrase):
        told = [each for each in quantities_in(phrase.plain, comma=phrase.style.comma) if start <= each.start < end]
        shares = [each for each in told if each.unit == "%"]
        if len(shares) == 1:
            yield _share(
                phrase, shares[0].value, f"{phrase.plain[start:end]} {row}", (shares[0].start, shares[0].end)
            )


def _ratios(phrase: Phrase) -> Iterator[_Share]:
    """`one failed request in two hundred`, as a limit; `a sample of 500` is none."""
    plain = level(phrase.plain)
    for start, end in _stretches(phrase):
        for found in _ONE_IN.finditer(plain, start, end):
            part, whole = _number(found["one"]), _number(found["many"])
            join = found["join"].lower()
            if (join == "of" and found["one"].lower() == "a") or (join == "in" and _YEAR.fullmatch(found["many"])):
                continue
            if part and whole and whole > part and _LIMIT.search(plain, start, found.end()):
                yield _share(phrase, part * _HUNDRED / whole, plain[start:end], found.span())


def _stretches(phrase: Phrase) -> list[Stretch]:
    return [(0, len(phrase.plain))] if phrase.form in {"cell", "item"} else sentences_of(phrase.plain)


def _share(phrase: Phrase, percent: Decimal, said: str, at: Stretch) -> _Share:
    around = f"{said} {phrase.under[-1].text.plain if phrase.under else ''}"
    words = {_SAME.get(stem, stem) for stem, _, _ in tokens_of(said)} - _EMPTY
    words = {word for word in words if not word[0].isdigit() and count_word(word) is None}
    return _Share(
        percent,
        frozenset(words),
        bool(_BACK.search(around)),
        bool(_RETURN.search(around)),
        phrase,
        phrase.mark(*at),
        at[0],
    )


def _example(phrase: Phrase, shares: list[_Share]) -> Iterator[Contradiction]:
    """`A plant with stock worth 5 million may be off by 40,000`: of one section, the share that names the thing."""
    told = [each for each in quantities_in(phrase.plain, comma=phrase.style.comma) if each.unit != "%"]
    limited = [sentence for sentence in sentences_of(phrase.plain) if _LIMIT.search(level(phrase.plain), *sentence)]
    sentences = [within(told, *sentence) for sentence in limited]
    pairs = [(one, other) for each in sentences for one in each for other in each if _is_of(one, other)]
    stems = {stem for stem, _, _ in tokens_of(phrase.plain)}
    meant = [each for each in shares if each.words & stems]
    if len(pairs) == 1 and meant:
        whole, part = pairs[0]
        percent = part.value * _HUNDRED / whole.value
        if all(each.percent != percent for each in meant) and not any(each.percent == percent for each in shares):
            right = whole.value * meant[0].percent / _HUNDRED
            message = (
                f"{meant[0].percent.normalize():f} % of {_figure(whole.value)} is {_figure(right)},"
                f" not {_figure(part.value)}"
            )
            yield Contradiction(message, phrase.mark(part.start, part.end), (meant[0].quote,))


def _figure(value: Decimal) -> str:
    return f"{value.normalize():,f}"


def _is_of(whole: Quantity, part: Quantity) -> bool:
    return whole.unit == part.unit and whole.kind == part.kind and bool(whole.kind) and whole.value > part.value


def _number(written: str) -> Decimal | None:
    plain = written.lower().replace(",", "")
    for word, size in (("hundred", 100), ("thousand", 1_000), ("million", 1_000_000)):
        if plain.endswith(word):
            before = plain.removesuffix(word).strip()
            many = 1 if before in {"", "a"} else count_word(before)
            return Decimal(many * size) if many else None
    told = 1 if plain == "a" else int(plain) if plain.isdecimal() else count_word(plain)
    return Decimal(told) if told else None
