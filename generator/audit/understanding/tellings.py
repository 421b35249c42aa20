"""Values with the words around them, which tell what they are told of."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.audit.calendar import MONTH, NAMES, WEEKDAY
from generator.audit.understanding.phrases import Phrase, Quote, Reading, Row
from generator.audit.understanding.sentences import Stretch, sentences_of
from generator.audit.understanding.values import Value, bare, values_in
from generator.audit.understanding.words import count_word, level, tokens_of

_SPOKEN = frozenset({"paragraph", "item", "cell"})
_LITTLE = NAMES | frozenset(
    re.findall(
        r"\w+",
        """it was were been not no but if then than also only one two more most when where who which what there here
        they them his her he she you i us may might would could do does did done up out off over under before after
        until till between about onto through during within without because while again once very same other others
        both either neither such own just now new least yet still first last next day week weekday am pm utc gmt cet
        cest max maximum min minimum limit target plan section above below time total sum overall""",
    )
)
_CALENDAR = re.compile(rf"(?:{WEEKDAY}|{MONTH})s?", re.IGNORECASE)
_END = re.compile(r"[;()]|,\s(?=(?:and|but|so|which|the|then)\b)")
_CUT = re.compile(r"[;:()]|,\s(?=(?:and|but|so|which|the|then)\b)|\s-\s")
_NUMBERED = re.compile(r"\b(?P<noun>[A-Za-z]+)(?:[ -]?(?=\d)|[ -])(?P<number>\d{1,3}|[A-Z])\b(?!(?:[:.,]?\d)|\s?%)")
_NAMED = re.compile(r"(?<![.?!]\s)(?<!^)\b[A-ZÀ-Þ][\w-]{3,}")
_TURNS = re.compile(
    r"\b(?:first|second|third|fourth|fifth|last|final|next|previous|old|new|early|late|morning|afternoon|evening|night"
    r"|north\w*|south\w*|east\w*|west\w*|left|right|upper|lower|(?<!\d )(?<!\d)min|max|minimum|maximum|remaining"
    r"|each|per|every|another|other|extra|(?:more|less)(?! than)|average|peak|plus|except|half|twice|draft|interim"
    r"|(?P<day>mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day)?|start\w*|begin\w*|open\w*|stop\w*|end\w*|close\w*|finish\w*|arriv\w*|leav\w*|return\w*)\b",
    re.IGNORECASE,
)
_UNDOING = re.compile(r"\b(?:roll\w*[ -]?back|undo|revert|back-?out|fall-?back|return|restore)\b", re.IGNORECASE)
_LABEL = re.compile(r"[^:]{1,80}(?=:\s)")
_PART = re.compile(r"\b(?:part|share|portion|rest|remainder|half|third|quarter)s? of\b", re.IGNORECASE)
_OF_WHOLE = re.compile(r"\sof (?:the|this|that|these|those|its|their|our|each|every)\b", re.IGNORECASE)
_OTHER_EVENT = re.compile(r"\b(?:before|after|when|while|once|as soon as|so that|because|unless|if)\s", re.IGNORECASE)
_APPOSED = re.compile(r"(?:^|[,;:(.]\s|\(|\s-\s)(?P<carrier>[^,;:().]{2,80})(?:,\s|\s\()$")
_APPOSED_END = re.compile(r"\s?(?:$|[,;.)])")
_WITH_SUBJECT = 120
_BESIDE = 12
_FURTHER, _ABOUT = 0.5, 0.3
_SEAM = " ~ "


@dataclass(frozen=True, eq=False)
class Telling:
    """A value and what it is told of."""

    value: Value
    phrase: Phrase
    sentence: Stretch
    words: dict[str, float]
    """The words around it: 1 for those beside it, less for those further away."""
    labels: frozenset[tuple[str, str]]
    """Numbered things: wave 2, station S8."""
    names: frozenset[str]
    turns: frozenset[str]
    """Words that tell it from its like: first, north, per, opening."""
    undoing: bool
    """It is about the way back."""
    row: frozenset[str]
    """The words of its row's own name."""
    column: frozenset[str]
    """The words above its column."""
    partial: bool
    """It is a part of what is told: `14 t of the plate`."""
    carrier: frozenset[str]
    """What an amount between commas or in brackets stands behind: the kiln in `the kiln (310 kg) on its lorry`."""

    @property
    def told(self) -> str:
        """The value as written."""
        return self.phrase.plain[self.value.start : self.value.end]

    @property
    def quote(self) -> Quote:
        """The text that tells the value."""
        return self.phrase.mark(self.value.start, self.value.end)


@dataclass(frozen=True, eq=False)
class Tellings:
    """All values that documents tell, and in how many of their statements each word stands."""

    values: list[Telling]
    having: Counter[str]
    statements: int


def tellings_of(reading: Reading) -> Tellings:
    """Collect the values of all texts and of the cells of tables, each with its surroundings."""
    rows = {cell: row for _, rows in reading.tables for row in rows for cell in row.cells}
    sentences = [phrase.plain[start:end] for phrase in reading.phrases for start, end in sentences_of(phrase.plain)]
    having = Counter(word for sentence in sentences for word in set(_stems(sentence)))
    spoken = (phrase for phrase in reading.phrases if phrase.form in _SPOKEN)
    values = [telling for phrase in spoken for telling in _tellings(phrase, rows.get(phrase))]
    return Tellings(values, having, len(sentences))


def _tellings(phrase: Phrase, row: Row | None) -> Iterator[Telling]:
    """Where a sentence tells several values of a kind, nobody knows which of them is meant: these are left out."""
    values = values_in(phrase)
    stretches = sentences_of(phrase.plain) if values and not row else [(0, len(phrase.plain))]
    starts = [start for start, _ in stretches]
    placed = [
        (each, stretches[max(0, bisect_right(starts, each.start) - 1)])
        for value in values
        for each in (value, bare(value))
        if each
    ]
    count = Counter((value.kind, sentence) for value, sentence in placed)
    for value, sentence in placed:
        if count[value.kind, sentence] == 1:
            yield _telling(value, phrase, sentence, row)


def _telling(value: Value, phrase: Phrase, sentence: Stretch, row: Row | None) -> Telling:
    above = phrase.under[-1].text.plain if phrase.under else ""
    key, column = _key_and_column(phrase, row)
    sentence = _own_event(phrase, value, sentence)
    spoken = _without(phrase, value, _dated_label(phrase, value) or sentence)
    beside = _SEAM.join(cell.plain for cell in row.cells if cell is not phrase) if row else ""
    told = level(f"{spoken}{_SEAM}{beside}")
    labels = _labels(told)
    near = [*_stems(f"{_without(phrase, value, _clause(phrase, value, sentence))}{_SEAM}{key}{_SEAM}{column}")]
    near += [f"{noun} {number}" for noun, number in labels if len(noun) > len("ab")]
    return Telling(
        value,
        phrase,
        sentence,
        words=dict.fromkeys(_stems(_about(phrase, sentence)), _ABOUT)
        | dict.fromkeys(_stems(told), _FURTHER)
        | dict.fromkeys(near, 1.0),
        labels=labels | _labels(level(above)),
        names=_names(f"{spoken}{_SEAM}{key}"),
        turns=frozenset((each["day"] or each.group()).lower()[:5] for each in _TURNS.finditer(spoken)),
        undoing=bool(_UNDOING.search(f"{above} {spoken}")),
        row=frozenset(_stems(key)),
        column=frozenset(_stems(column)),
        partial=bool(_OF_WHOLE.match(level(phrase.plain), value.end) or _PART.search(spoken)),
        carrier=_carrier(phrase, value),
    )


def _own_event(phrase: Phrase, value: Value, sentence: Stretch) -> Stretch:
    """`At 17:00, one hour before the stores open` tells nothing of when these open."""
    other = _OTHER_EVENT.search(level(phrase.plain), value.end, sentence[1])
    return (sentence[0], other.start()) if other and value.kind in {"clock", "date"} else sentence


def _carrier(phrase: Phrase, value: Value) -> frozenset[str]:
    plain = level(phrase.plain)
    before = _APPOSED.search(plain[max(0, value.start - _WITH_SUBJECT) : value.start])
    apposed = before and value.kind not in {"clock", "date", "person"} and _APPOSED_END.match(plain, value.end)
    return frozenset(_stems(before["carrier"])) if before and apposed else frozenset()


def _about(phrase: Phrase, sentence: Stretch) -> str:
    """The first sentence of an entry says what the others are about."""
    first = sentences_of(phrase.plain)[0] if phrase.form == "item" else sentence
    return phrase.plain[slice(*first)] if first != sentence else ""


def _dated_label(phrase: Phrase, value: Value) -> Stretch | None:
    """The date in `Gate 1 (18 September): restore drill passed` is that of the gate, not of what it asks for."""
    label = _LABEL.match(level(phrase.plain)) if value.kind == "date" else None
    if not label or label.end() < value.end:
        return None
    named = _stems(f"{phrase.plain[: value.start]} {phrase.plain[value.end : label.end()]}")
    return label.span() if named else None


def _key_and_column(phrase: Phrase, row: Row | None) -> tuple[str, str]:
    if row is None:
        return "", ""
    key = row.cells[row.grid.key_column]
    return "" if key is phrase else key.plain, row.grid.header[row.cells.index(phrase)].plain


def _without(phrase: Phrase, value: Value, stretch: Stretch) -> str:
    plain = level(phrase.plain)
    return f"{plain[stretch[0] : value.start]}{_SEAM}{plain[value.end : stretch[1]]}"


def _clause(phrase: Phrase, value: Value, sentence: Stretch) -> Stretch:
    """Return the part of the sentence that the value stands in, or all of it where that is short."""
    plain = level(phrase.plain)
    cuts = [cut.end() for cut in _CUT.finditer(plain, sentence[0], value.start)]
    start = cuts[-1] if cuts and value.start - cuts[-1] >= _BESIDE else sentence[0]
    after = _END.search(plain, value.end, sentence[1])
    return start, after.start() if after else sentence[1]


def _labels(text: str) -> frozenset[tuple[str, str]]:
    found = _NUMBERED.finditer(text)
    return frozenset(
        (each["noun"].lower(), each["number"]) for each in found if not _CALENDAR.fullmatch(each["noun"])
    )


def _names(text: str) -> frozenset[str]:
    return frozenset(name.lower() for name in _NAMED.findall(text) if not _CALENDAR.fullmatch(name))


def _stems(text: str) -> list[str]:
    return [
        stem
        for stem, _, _ in tokens_of(text)
        if stem not in _LITTLE and len(stem) > 1 and not stem[0].isdigit() and count_word(stem) is None
    ]
