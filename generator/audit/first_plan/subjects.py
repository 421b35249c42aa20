"""What a stretch of a document lists, in the sections of the plan language, whatever its heading is.

These words reach further than the meanings of sections that contradictions are judged by: an entry that comes into
the wrong section of a first plan is seen and moved, a false contradiction stops somebody.
"""

import re

from generator.audit.blocks import Under
from generator.audit.contradictions.no_counterpart import table_kind
from generator.audit.understanding.phrases import Grid, Phrase
from generator.audit.understanding.units import TESTS
from generator.audit.understanding.words import level

EXCLUDED = "excluded"
"""What the entries of a section are that tells what is not done."""
_WORDS = {
    "rollback": (
        r"roll(?:ing|ed)? ?-?backs?|back(?:ing)?-?outs?|fall(?:ing)?[ -]?backs?|recovery|revert\w*"
        r"|undo(?:es|ing|ne)?\b|revers\w+|going back|ways? back|step(?:ping)? back|plans? b\b|turn(?:ing)? back"
        r"|get(?:ting)? back|ways? out"
    ),
    "risk": (
        r"risks?\b|hazards?\b|threats?\b|dangers?\b|worries\b|go(?:es)? wrong|concerns?\b|uncertaint\w+|pitfalls?\b"
        r"|(?:can|could|may|might) happen"
        r"|emergenc(?:y|ies)\b"
    ),
    "checkpoint": (
        r"check ?points?\b|(?:hold|witness) ?points?\b|gates?\b|go ?/ ?no-?go"
        r"|sign-?offs?\b|reviews?\b|inspections?\b|checks?\b|decision (?:points?|meetings?|days?)"
    ),
    "milestone": (
        r"milestones?\b|dates\b|calendar\b|time ?lines?\b|schedule\b|diary\b|deadlines?\b|day by day|week by week"
        r"|at a glance|road ?map"
    ),
    "alert": (
        r"alerts?\b|alarms?\b|stops? us|monitor\w*|watch(?:ed|ing)?\b|call (?:us|somebody)|page (?:us|somebody)|warn"
    ),
    "target": (
        r"targets?\b|goals?\b|slos?\b|kpis?\b|objectives?\b|metrics?\b|measures?\b|service levels?"
        r"|(?:acceptance|success) (?:values?|figures)|to be (?:reached|achieved|met)\b"
    ),
    "person": (
        r"people\b|roles?\b|contacts?\b|responsib\w+|organi[sz]ation\b|staff\w*|(?:team|crew|squad)s?\b|\bwho\b"
    ),
    "criterion": (
        r"criteria\b|definition of done|acceptance\b(?! (?:values?|figures))|done when|before we \w+|check ?lists?\b"
        r"|conditions\b|go or (?:stop|no)|(?:ready|happy|pleased) when|last things"
    ),
    "assumption": r"assum\w+",
    "principle": r"principles?\b|(?:ground|standing|house|golden) rules?\b|^rules?\b|constraints?\b",
    "approach": (
        r"approach\b|outline\b|overview\b|purpose\b|background\b|scope\b|what we (?:are doing|do)\b|\bwhy\b"
        r"|in short\b|about\b|on (?:a|one|two) pages?"
        r"|summary\b|introduction\b|aims?\b|in (?:brief|a nutshell|one (?:page|paragraph|picture))"
    ),
}  # fmt: skip
_PATTERNS = tuple(
    (subject, re.compile(rf"\b(?:{pattern})" if pattern[0] != "(" else pattern))
    for subject, pattern in _WORDS.items()
)
_BRACKET = re.compile(r"\s*\([^()]*\)\s*$")
_EXCLUDED = re.compile(
    r"\b(?:out[ -]of[ -]scope|exclu(?:sions?|ded|des)|non-?goals?|anti-?goals?"
    r"|not (?:in (?:the )?(?:scope|plan)|part of|included|planned|covered|doing)"
    r"|(?:won't|will not|do(?:es)? not|don't) (?:do|be|include|cover|build|change)|ruled out"
    r"|deferred|postponed|descoped"
    r"|(?:withdrawal|discontinuation|rescue|stopping) criteri(?:a|on)"
    r"|future (?:enhancements?|work|improvements?|extensions?|features?|considerations?|ideas?)|nice[ -]to[ -]haves?"
    r"|post[ -](?:launch|mvp|release)|alternatives? (?:considered|rejected))\b",
    re.IGNORECASE,
)
"""Headings below which stands what is not done, or not now."""
_MEETINGS = re.compile(
    r"\b(?:meetings?|rituals?|ceremon(?:y|ies)|cadence|rhythm|who talks|talking|communications?|stand-?ups|calls)\b",
    re.IGNORECASE,
)
_ROWS = {
    "risk": frozenset({"risk", "mitigation"}),
    "rollback": frozenset({"rollback time", "scenario"}),
}


def subject_of(phrase: Phrase) -> str:
    """Tell what the entries below the nearest heading are that says so."""
    if is_excluded(phrase.under):
        return EXCLUDED
    return next((found for heading in reversed(phrase.under) if (found := subject_in(heading.text.plain))), "")


def is_excluded(under: Under) -> bool:
    """Tell what a document says is not done: `Out of scope`, `Exclusion criteria`, `Future enhancements`."""
    return any(_EXCLUDED.search(level(heading.text.plain)) for heading in under[1:] or under)


def table_subject(grid: Grid) -> str:
    """Tell what a table's rows are: by its columns, by the heading of its first one, by the heading above."""
    if is_excluded(grid.under):
        return EXCLUDED
    kind = table_kind(grid)
    if kind or not grid.header:
        return kind
    if grid.first.removeprefix("unit:") in TESTS:
        return "milestone" if grid.first == "unit:milestone" else "checkpoint"
    by_column = next((subject for subject, meanings in _ROWS.items() if grid.first in meanings), "")
    above = subject_in(grid.under[-1].text.plain) if grid.under else ""
    return by_column or subject_in(grid.header[grid.key_column].plain) or above


def is_about_meetings(under: Under) -> bool:
    """Tell whether the nearest heading announces meetings; those that decide are days of a plan."""
    title = under[-1].text.plain if under else ""
    return bool(_MEETINGS.search(level(title))) and subject_in(title) != "checkpoint"


def subject_in(title: str) -> str:
    """Tell what a heading announces first."""
    plain = level(title).lower()
    plain = _BRACKET.sub("", plain) or plain
    found = [(match.start(), subject) for subject, pattern in _PATTERNS if (match := pattern.search(plain))]
    return min(found, default=(0, ""))[1]
