"""Headings of what was, or is not settled: what stands below them says nothing of the plan as it is."""

import re

from generator.audit.understanding.words import level

_NUMBERED = r"\W*(?:\d{1,2}(?:\.\d{1,2})*[.):]?\s+)?"
_OF_PAPER = (
    r"(?:(?:the|our|a|all|key|main|major|past|earlier|recent|important|technical|architectural|architecture|design"
    r"|project|plan|programme|program|document|documents|version|revision|change|edit|release|appendix [a-z]:?"
    r"|annex [a-z]:?)\s+)*"
)
_KEPT = r"(?:(?:notes?|records?|logs?|lists?|summar(?:y|ies)|minutes|register)\s+(?:of|on|from)\s+)?"
_PAST = re.compile(
    rf"{_NUMBERED}{_KEPT}{_OF_PAPER}(?:"
    r"decisions?(?! (?:meetings?|points?|days?|dates?|gates?|reviews?|makers?|making|support|tree|matrix)\b)"
    r"|change ?log|previous|(?:archived|superseded|withdrawn)|lessons (?:learn\w*|from)|open (?:questions|points)"
    r"|(?:changes|archive|history|revisions?)\W*(?:$|\b(?:log|since|to (?:this|the (?:plan|document))|from|in (?:this"
    r"|version)|made|of|after|before)\b)"
    r")|.*\((?:archived|superseded|withdrawn|previous|outdated)\b[^)]*\)\W*$",
    re.IGNORECASE,
)
"""`Decisions`, `3. Change log`, `Changes since May`, `Record of earlier decisions`; not `Phase 2: Schema changes`."""


def heads_the_past(heading: str) -> bool:
    """Tell a heading of decisions, changes, earlier versions, lessons and open questions."""
    return _PAST.match(level(heading)) is not None
