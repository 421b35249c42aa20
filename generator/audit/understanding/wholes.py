"""How long all of it takes, as opening words, an overview or a label tell it: `12 working days`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.audit.understanding.called import words_of
from generator.audit.understanding.labelled_rows import labelled
from generator.audit.understanding.phrases import Phrase, Quote, Reading
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.times import windows_in
from generator.audit.understanding.words import NUMBER_WORD, count_word, level

_LENGTH = re.compile(
    rf"\b(?P<n>\d{{1,3}}|{NUMBER_WORD})[ -](?P<kind>working |business |calendar )?(?P<unit>day|week)s?\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\b(?:summary|overview|short|glance|tl;?dr|brief|facts|introduction|about|purpose|nutshell|pager|scope)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\W*(?:[^,;.:|·()]{1,20}:\s|(?:tl;?dr|in short|in brief|summary|overview)\W{1,3})?"
    rf"(?:(?:\d[\d,.]*|{NUMBER_WORD})\s[^,;.:|·()\d]{{2,40}}?(?:\s?[,;|·]\s|\s?[,;]?\sand\s|\s(?:over|in)\s))*"
    r"(?:(?:over|in|within|all in|done in)\s+)?",
    re.IGNORECASE,
)
"""Other amounts of the whole, one after the other."""
_ENDS = re.compile(
    r"\s*(?:,?\s?(?:in all|in total|altogether|overall|all in all|of work)\b)?\s*(?:$|[.,;|·)])", re.IGNORECASE
)
_DOES = re.compile(
    r"^\W*(?P<who>[^,;:.()]{2,60}?)\s(?:will )?(?:takes?|lasts?|runs? (?:for|over)|spans?|needs?|is spread over"
    r"|is (?:done|finished|over) (?:in|after))\s(?:us )?$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\W*(?:project |total |overall )?(?:duration|length|run ?time|time needed|takes|lasts)\W+$", re.IGNORECASE
)
_WHOLE = frozenset(
    [
        "rollout",
        "roll",
        "out",
        "migration",
        "move",
        "project",
        "programme",
        "program",
        "plan",
        "work",
        "whole",
        "upgrade",
        "launch",
        "transition",
        "change",
        "switch",
        "introduction",
        "campaign",
        "relocation",
        "it",
        "this",
        "everything",
        "implementation",
        "deployment",
        "conversion",
        "release",
        "update",
        "total",
        "entire",
        "complete",
        "replacement",
        "hardening",
        "refresh",
    ]
)
_SMALL = frozenset(
    {"a", "an", "of", "to", "in", "on", "for", "and", "from", "with", "at", "by", "plan", "our", "new"}
)
_ALL = frozenset({"whole", "entire", "complete", "total", "everything"})
_FIRST = 3
_LONGEST = 400
"""Characters of a sentence; nobody writes more of the whole."""
_SAME = re.compile(r"\s*(?:,\s*)?(?:(?:which|that) (?:is|are|makes)|i\.e\.,?|=|or|\()\s*$", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:each|every|per|before|after|later|earlier|notice|at (?:least|most)|up to|if|unless|about|roughly|some"
    r"|first|last|next|more than|less than|instead|originally|was|were|not)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Whole:
    """A number of weeks or days that all of it takes; `days` is told of the same stretch where it is told twice."""

    count: int
    unit: str
    kind: str
    quote: Quote
    same: "Whole | None" = None
    """The same length as the words before it tell it."""
    named: bool = False
    """A sentence gives it a name that the title has not, which may be that of several parts only."""


def wholes_of(reading: Reading) -> Iterator[Whole]:
    """Yield every length of the whole."""
    titles = {word for heading in reading.titles for word, _, _ in words_of(heading.text.plain)}
    opening = [phrase for phrase in reading.phrases if phrase.form == "paragraph" and len(phrase.under) <= 1]
    for phrase in opening[:_FIRST]:
        yield from _promised(phrase, titles)
    for phrase in (*reading.phrases, *labelled(reading)):
        if phrase.is_spoken and not phrase.is_box:
            plain = level(phrase.plain)
            for start, end in sentences_of(plain):
                if end - start <= _LONGEST:
                    yield from _in_sentence(phrase, start, end, titles)


def is_opening(phrase: Phrase) -> bool:
    """Below the title alone, which is no part with its time, or below a heading that promises an overview."""
    title = phrase.under[-1].text.plain if phrase.under else ""
    alone = len(phrase.under) <= 1 and not windows_in(title, phrase.style.dates)
    return alone or bool(_OPENING.search(level(title)))


def _promised(phrase: Phrase, titles: set[str]) -> Iterator[Whole]:
    """`From the old desk to the new studio in 15 days.`: the very first sentence, on what the title is about."""
    plain = level(phrase.plain)
    start, end = next(iter(sentences_of(plain)), (0, 0))
    found = [each for each in _LENGTH.finditer(plain, start, min(end, _LONGEST)) if count_word(each["n"])]
    words = {word for word, _, _ in words_of(plain[start:end])}
    about = bool(words & titles - _SMALL) or plain.lstrip(" *>").startswith("From ")
    if len(found) == 1 and about and not _UNSURE.search(plain[start : found[0].start()]):
        each = found[0]
        inside = re.search(r"\b(?:in|within|over)\s$", plain[start : each.start()])
        if inside and re.match(r"\s*(?:$|[.;,:!])", plain[each.end() :]):
            quote = phrase.mark(each.start(), each.end())
            yield Whole(count_word(each["n"]) or 0, each["unit"].lower(), each["kind"] or "", quote, named=True)


def _in_sentence(phrase: Phrase, start: int, end: int, titles: set[str]) -> Iterator[Whole]:
    plain = level(phrase.plain)
    before: tuple[int, Whole] | None = None
    for found in _LENGTH.finditer(plain, start, end):
        count = count_word(found["n"])
        if not count:
            continue
        kind = (found["kind"] or "").strip().lower()
        said = _DOES.search(plain[start : found.start()])
        named = said is not None and not _who(said) <= titles and _ALL.isdisjoint(_who(said))
        quote = phrase.mark(found.start(), found.end())
        whole = Whole(count, found["unit"].lower(), kind, quote, named=named)
        linked = before is not None and _SAME.fullmatch(plain, before[0], found.start()) is not None
        if linked and before:
            yield replace(whole, same=before[1], named=before[1].named)
        elif _is_whole(phrase, found, (start, end), titles):
            yield whole
        else:
            before = None
            continue
        before = (found.end(), whole)


def _is_whole(phrase: Phrase, found: "re.Match[str]", sentence: tuple[int, int], titles: set[str]) -> bool:
    """A member of a list of amounts that opens the document, or what a sentence says of the whole by its name.

    In a list, days alone may be those of the event rather than of the work.
    """
    plain = level(phrase.plain)
    before, after = plain[sentence[0] : found.start()], plain[found.end() : sentence[1]]
    if _UNSURE.search(before) or _UNSURE.match(after.strip()):
        return False
    if _LABEL.fullmatch(before) and _ENDS.match(after):
        return is_opening(phrase)
    said = _DOES.search(before)
    if said:
        return bool(_who(said)) and _who(said) <= _WHOLE | titles
    sure = bool(found["kind"]) or found["unit"].lower() == "week"
    return sure and is_opening(phrase) and bool(_ALONE.fullmatch(before)) and bool(_ENDS.match(after))


def _who(said: "re.Match[str]") -> set[str]:
    return {word for word, _, _ in words_of(said["who"])} - {"a", "an", "our", "of"}
