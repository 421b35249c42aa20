"""Why and how of a first plan: its summary, approach, principles and assumptions."""

import re
from collections.abc import Iterator

from generator.audit.first_plan.draft import Entry, Line, id_of, lines_of, prose
from generator.audit.first_plan.subjects import EXCLUDED, subject_of
from generator.audit.first_plan.wording import sentences_of
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.times import windows_in
from generator.audit.understanding.words import level

_RULE = re.compile(
    r"\b(?:never|always|only|must|at most|at least|no (?:one|other)|nobody|nothing|every|may not|has to|have to"
    r"|not before|no [a-z]+ (?:starts?|begins?|is|may|goes))\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"=|\b(?:had|fell|grew|rose|decreased|increased|was|were)\b", re.IGNORECASE)
"""What is added up, or over."""
_LABEL = re.compile(r"\W*[A-Z][\w ]{1,30}:")
_LEAST_WORDS = 4
_MOST_SUMMARY = 2


def overview_entries(facts: Facts, taken: frozenset[Line]) -> Iterator[Entry]:
    """Yield what stands right below the title, what describes the approach, and rules that hold throughout."""
    free = [phrase for phrase in facts.reading.phrases if phrase.is_spoken and not lines_of(phrase.quote()) & taken]
    opening = [each for each in free if each.form == "paragraph" and not _below_title(facts, each)][:_MOST_SUMMARY]
    yield from _text("summary", [each for each in opening if _is_sentence(each)])
    free = [each for each in free if each not in opening]
    free = [each for each in free if subject_of(each) != EXCLUDED]
    yield from _text("approach", [each for each in free if subject_of(each) == "approach" and _is_sentence(each)])
    assumed: list[str] = []
    for phrase in free:
        if subject_of(phrase) == "assumption":
            assumed.append(id_of(" ".join(phrase.plain.split()[:6]), assumed, "assumption"))
            yield Entry(("assumptions", assumed[-1]), {"text": prose(phrase.plain)}, lines_of(phrase.quote()))
    rules = [each for each in free if _is_rule(each)]
    if rules:
        lines = frozenset(line for each in rules for line in lines_of(each.quote()))
        yield Entry(("principles",), [prose(each.plain) for each in rules], lines)


def _below_title(facts: Facts, phrase: Phrase) -> bool:
    """Tell whether a text stands in a section of its own."""
    return bool(phrase.under) and phrase.under[-1] not in facts.reading.titles


def _text(key: str, phrases: list[Phrase]) -> Iterator[Entry]:
    if phrases:
        lines = frozenset(line for each in phrases for line in lines_of(each.quote()))
        texts = [f"- {prose(each.plain)}" if each.form == "item" else f"\n{prose(each.plain)}\n" for each in phrases]
        yield Entry((key,), re.sub(r"\n{3,}", "\n\n", "\n".join(texts).strip()), lines)


def _is_sentence(phrase: Phrase) -> bool:
    if _LABEL.match(level(phrase.plain)):
        return False
    return len(phrase.plain.split()) >= _LEAST_WORDS and bool(re.search(r"[.!?]\W*$", level(phrase.plain)))


def _is_rule(phrase: Phrase) -> bool:
    """What holds throughout, not only in the weeks that the heading above names."""
    if subject_of(phrase) == "approach" and phrase.form == "paragraph":
        return False
    if phrase.units and subject_of(phrase) == "person" and not all(map(_rules, sentences_of(level(phrase.plain)))):
        return False
    if phrase.under and windows_in(phrase.under[-1].text.plain, phrase.style.dates):
        return False
    ruled = subject_of(phrase) == "principle" or (
        phrase.form == "paragraph" and any(_rules(each) for each in sentences_of(level(phrase.plain)))
    )
    return ruled and _is_sentence(phrase)


def _rules(sentence: str) -> bool:
    return bool(_RULE.search(sentence)) and not _COUNTED.search(sentence)
