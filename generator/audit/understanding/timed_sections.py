"""Parts that headings name: their time stands in the heading or in a line right below it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from generator.audit.understanding.called import SECTION, key_name, names_in
from generator.audit.understanding.part_series import Part, Series
from generator.audit.understanding.phrases import Phrase, Quote, Reading
from generator.audit.understanding.units import TESTS
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level

_ITEM = re.compile(
    r"\W*(?P<name>[^\W_][^():,;\n]{0,50}?)(?:\s?[:,-]\s(?P<title>[^():;\n]{1,60}?))?"
    r"(?:\s\([^():;\d]{2,40},\s)?[\s,:;(-]*\(?(?:in |from |on )?$"
)
_TIMED = re.compile(
    r"\W*(?:(?:runs?|when|weeks?|dates?|days?|times?|time ?frame|window|timing|schedule[d]?|period|planned(?: for)?)"
    r"\W*:)?\W*(?:from\s)?",
    re.IGNORECASE,
)
_NEEDS = re.compile(
    r"\W*(?:needs|depends on|(?:starts |comes )?after|waits for|requires|follows|preceded by|predecessors?)\W*:",
    re.IGNORECASE,
)
GATES = re.compile(
    r"\W*(?:check(?:point)?|(?:quality )?gate|milestone|review|hold point|inspection|acceptance|audit|sign-?off"
    r"|approval|decision|meeting|go/?no-?go)s?\b",
    re.IGNORECASE,
)
"""Words with which a point in time begins rather than work."""
_MOST = 8
"""Lines below a heading that tell of its part."""


def of_headings(reading: Reading) -> Iterator[Series]:
    """Yield the parts of one level of headings below another one."""
    groups: dict[object, list[Part]] = defaultdict(list)
    for at, phrase in enumerate(reading.phrases):
        part = _headed(phrase, _below(reading.phrases, at)) if phrase.form == "heading" else None
        if part:
            groups[phrase.text.file, phrase.under].append(part)
    yield from (Series(tuple(parts), "heading", under) for under, parts in groups.items())


def titled(phrase: Phrase, below: list[Phrase]) -> Part | None:
    """`Sprint 3: Pilot (weeks 5-6)`: a name, a title and a stretch of time, and below it what it needs."""
    if len(phrase.windows) != 1 or not phrase.windows[0].window.is_whole:
        return None
    found = phrase.windows[0]
    return _part(phrase, level(phrase.plain)[: found.start], [(found.window, _quote(phrase))], below)


def _headed(phrase: Phrase, below: list[Phrase]) -> Part | None:
    """Its own time goes first, then that of the first line below it which tells one on another scale."""
    part = titled(phrase, below)
    told = [(each.windows[0].window, _quote(each)) for each in below if _is_time(each)][:1]
    if part and told and told[0][0].scale != part.told[0][0].scale:
        return replace(part, told=(*part.told, *told))
    return part or (_part(phrase, f"{level(phrase.plain)} ", told, below) if told and not phrase.windows else None)


def _part(phrase: Phrase, words: str, told: list[tuple[Window, Quote]], below: list[Phrase]) -> Part | None:
    named = _ITEM.fullmatch(words)
    if not named or GATES.match(words) or any(each.unit.kind in TESTS for each in phrase.units[:1]):
        return None
    names, title = key_name(named["name"], "")
    titles = (*title, *names_in(named["title"] or ""))
    needs = next((each for each in below if _NEEDS.match(level(each.plain))), None)
    return Part(names, (titles,), tuple(told), SECTION.sub("", named["name"]), needs)


def _below(phrases: tuple[Phrase, ...], at: int) -> list[Phrase]:
    found: list[Phrase] = []
    for each in phrases[at + 1 : at + 1 + _MOST]:
        if not each.is_spoken:
            break
        found.append(each)
    return found


def _is_time(phrase: Phrase) -> bool:
    """A stretch of time with a label at most: `When: weeks 3-5`."""
    if len(phrase.windows) != 1 or not phrase.windows[0].window.is_whole:
        return False
    found, plain = phrase.windows[0], level(phrase.plain)
    return bool(_TIMED.fullmatch(plain[: found.start])) and not re.search(r"\w", plain[found.end :])


def _quote(phrase: Phrase) -> Quote:
    return phrase.mark(phrase.windows[0].start, phrase.windows[0].end)
