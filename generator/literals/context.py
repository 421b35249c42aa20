"""Words around a figure that tell whether it is surely meant as the fact beside it."""

import re
from functools import lru_cache

from generator.literals.claims import Reading
from generator.literals.lexicon import Mention
from generator.literals.numbers import NUMBER
from generator.literals.passages import Passage
from generator.literals.stems import stem
from generator.patterns import any_of

END = r"(?=[*_)\]]*\s*(?:[.,;:!?)|]|—|–|$)|\s+(?:and|but|because|while|so|then|where|which)\b)"
"""The figure ends there: nothing narrows it down."""
UNADDED = (
    rf"(?!\s+and\s+(?:an?|three|one|{NUMBER})"
    r"\s+(?:quarters?|thirds?|days?|nights?|workdays?|weeks?|hours?|min(?:ute)?s?)\b)"
)
"""Nothing is added to a length, as in "and a quarter" and "and ten minutes"."""

_DOUBT = re.compile(
    r"\b(?:would|could|might|(?-i:may)|should|original(?:ly)?|formerly|previous(?:ly)?|said|says|suppos\w+|hypothe\w+|assum\w+"
    r"|imagin\w+|instead|rather|not|never|no longer"
    r"|last\s+(?:year|time)|earlier\s+(?:projects?|plans?)|comparable|usually|draft|example|e\.g|perhaps|probably)\b|\?\s*$",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|unless|whether|had|were|when|whenever|once|provided)\b", re.IGNORECASE)
_OF = re.compile(r"\b(?P<head>[a-z][\w-]*)\s+of\s+(?:(?:the|our|its|this)\s+)?[*_]{0,2}$", re.IGNORECASE)
_ENDS_AND_PARTS = any_of(
    """
    end ends start beginning begin completion finish finishing close opening first last day days week weeks part parts
    all both each any none some half rest whole work works task tasks job jobs step steps date dates phase phases wave
    waves milestone checkpoint meeting
    """
)
"""What is of something, and of no other day."""
_CLAUSE = re.compile(r"[;:()]|,\s")
_APART = re.compile(r"[;:]|,\s+(?:and|but|while|whereas)\s")
_CLAUSE_BEGIN = re.compile(r"[;:]|,\s")
_CLAUSE_END = re.compile(r"[;:]|,\s|\.\s")
_NARROWED = re.compile(
    r"[*_)]*\s*(?:(?:or|at the (?:earliest|latest)|instead|if|unless|rather|originally|to|through)\b"
    r"|[-–]\s*(?:\d|[Ww]eek)|±)"
)


def clause_around(passage: Passage, begin: int, end: int) -> tuple[int, int]:
    """The clause in which something stands, by the marks before and behind it."""
    first = max(
        (mark.end() for mark in _CLAUSE_BEGIN.finditer(passage.plain, passage.begin, begin)), default=passage.begin
    )
    last = _CLAUSE_END.search(passage.plain, end, passage.end)
    return first, last.start() if last else passage.end


def is_of_another(mention: Mention, reading: Reading) -> bool:
    """Tell whether a name only says whose the subject is: "the lease of the Old Wing ends"."""
    found = _OF.search(reading.passage.plain[reading.passage.begin : mention.begin])
    if not found or found["head"].lower() in _ENDS_AND_PARTS:
        return False
    return not any(stem(found["head"]) in reading.topics.words[known] for known in mention.items)


def _statement(passage: Passage, at: int) -> str:
    """What stands around a place between two semicolons."""
    first = passage.plain.rfind(";", passage.begin, at) + 1
    last = passage.plain.find(";", at, passage.end)
    return passage.plain[max(first, passage.begin) : last if last >= 0 else passage.end]


def _part_of_statement(passage: Passage, begin: int, end: int) -> str:
    """What stands around a place between commas before "and" or "while": it tells two things apart."""
    first = max((mark.end() for mark in _APART.finditer(passage.plain, passage.begin, begin)), default=passage.begin)
    last = _APART.search(passage.plain, end, passage.end)
    return passage.plain[first : last.start() if last else passage.end]


def is_sure(reading: Reading, begin: int, end: int, *, conditions: bool = True, doubts: bool = True) -> bool:
    """Tell whether a sentence states what stands between two places, rather than weighing or denying it."""
    passage = reading.passage
    before = passage.plain[passage.begin : begin]
    clause = _CLAUSE.split(before)[-1]
    is_conditional = conditions and _CONDITION.search(clause)
    doubted = doubts and _is_doubtful(_statement(passage, begin))
    if doubted and passage.pointer[-1] == "said":
        doubted = _is_doubtful(_part_of_statement(passage, begin, end))
    return not (is_conditional or doubted or _NARROWED.match(passage.plain, end, passage.end))


@lru_cache(maxsize=64)
def _is_doubtful(statement: str) -> bool:
    """Remembered, as a statement is asked about once for each figure in it."""
    return _DOUBT.search(statement) is not None
