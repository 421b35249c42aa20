"""What comes before, after or beside what, as prose says it."""

import re
from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.done_to import is_of_a_thing
from generator.literals.lexicon import Known, Mention
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern, any_of
from generator.scheduling.schedule import Dates

_MARK = r"[*_]{0,2}"
_THE = r"(?:\s+(?:the|all|of|both|an?))*\s+[*_]{0,2}"
_VERBS = (
    r"(?:\s+(?:is|are|will|can|must|be|done|finished|written|built|made|ready|tested|held|comes?|starts?|begins?|ends?"
    r"|runs?|goes|stands?|happens?|takes\s+place|works?|only|all|directly|right|well|never|not|at\s+work|long|on|now|both"
    r"|hung|laid|put|sent|told|shown|drawn|set|read|cut|taken|given|[a-z]{3,14}ed))*"
)
_DONE = (
    r"\s+(?:is|are|has|have)\s+(?:been\s+)?(?:ended|finished|done|over|complete[d]?"
    r"|ready|off|passed|closed|through|accepted)\b"
)
_BESIDE = (
    r"(?:beside|alongside|in\s+parallel\s+(?:with|to)|at\s+the\s+same\s+time\s+as|together\s+with"
    r"|(?:on|in)\s+the\s+same\s+(?:day|night|week|hour)s?\s+as)"
)


class _Form(NamedTuple):
    """What may stand between two names, what behind the second, and when the plan says otherwise."""

    told: str
    gap: Pattern
    behind: Pattern | None
    is_false: Callable[[Dates, Dates], bool]


def _is_apart(one: Dates, other: Dates) -> bool:
    return one.early_finish <= other.early_start or other.early_finish <= one.early_start


def _gap(text: str, *words: str) -> Pattern:
    """What stands between two names: `text`, of which one of the words is part."""
    return Pattern(rf"{_MARK}(?P<verbs>{_VERBS}){text}{_THE}", words)


_FORMS = (
    _Form(
        "begins before the end of",
        _gap(r"\s+(?:once|when|as\s+soon\s+as)", "once", "when", "soon"),
        Pattern(_DONE),
        lambda one, other: one.early_start < other.early_finish,
    ),
    _Form(
        "begins before the end of",
        _gap(r"\s+(?:after|waits?\s+for|depends?\s+on)", "after", "wait", "depend"),
        None,
        lambda one, other: one.early_start < other.early_finish,
    ),
    _Form(
        "begins before",
        _gap(r"\s+not\s+before", "before"),
        None,
        lambda one, other: one.early_start < other.early_start,
    ),
    _Form(
        "ends before",
        _gap(r"\s+follows?", "follow"),
        None,
        lambda one, other: one.early_finish <= other.early_start,
    ),
    _Form(
        "is not finished before",
        _gap(r"\s+(?:before|precedes?)", "before", "precede"),
        None,
        lambda one, other: one.early_finish > other.early_finish or one.early_start >= other.early_finish,
    ),
    _Form(
        "is not at work beside",
        _gap(rf"\s+{_BESIDE}", "beside", "alongside", "parallel", "same", "together"),
        None,
        _is_apart,
    ),
)
_SAME_DAY = Pattern(r"[*_]{0,2}\s+(?:both\s+|all\s+)?(?:starts?|begins?)\s+(?:on\s+the\s+same\s+day|together)\b")


_NOT_BEFORE, _BEFORE = _FORMS[2], _FORMS[4]
_NOTHING = Pattern(r"\b(?:nothing|nobody|no\s+one|none|neither|no|never|not)\b", flags=re.IGNORECASE)
_BESIDE_IT = Pattern(
    r"\b(?:in|at|on|to|from|with|for|by|of|into|through|behind|near|without|under)\s+(?:the\s+|its\s+|our\s+)?[*_]{0,2}$"
)
"""What a part of a name is then no subject of."""
_NONE = Pattern(r"\b(?:[Nn]o|[Nn]ot\s+an?|[Nn]one\s+of\s+the)\s+(?:\w+\s+)?[*_]{0,2}$", ("o",))
_NEVER = _Form("is at work beside", _FORMS[-1].gap, None, lambda one, other: not _is_apart(one, other))
_ENDS_AFTER = _Form("ends before", _FORMS[1].gap, None, lambda one, other: one.early_finish < other.early_finish)
_ENDED = frozenset({"end", "ends", "finished", "done", "ready", "over"})
_AFTER = Pattern(r"(?:^|,)\s*[Aa]fter\s+(?:the\s+)?[*_]{0,2}$")
_BEFORE_IT = Pattern(r"^[^,]{3,60},\s+before\s+(?:the\s+)?[*_]{0,2}$", words=(any_of("before"),))
_LED = (
    (Pattern(rf"(?:Only\s+|Directly\s+|Right\s+|[A-Z][a-z]{{2,12}}(?:ed|en|ne)\s+)?(?i:after){_THE}"), 1),
    (Pattern(rf"Not\s+before{_THE}"), 2),
    (Pattern(rf"(?:Right\s+|Directly\s+|[A-Z][a-z]{{2,12}}(?:ed|en|ne|dy)\s+)?(?i:before){_THE}"), 4),
)
"""What a description without a subject of its own begins with, and the form that it has."""
_TIMES = frozenset({"day", "night", "week", "weekend", "month", "morning", "evening", "hour"})
_POSSIBLE = frozenset({"can", "may"})
_CLOSES = Pattern(
    r"[*_]{0,2}(?:\s+(?:is|are|has|have)\s+(?:over|done|finished|ready|begun|started|ended))?\s*(?:[.;]|$)"
)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each statement about the order of two items that the schedule contradicts."""
    mentions = [each for each in reading.mentions if each.of(*ITEM_KINDS) and not _is_a_time(each, reading)]
    yield from _own(mentions, reading)
    for one, other in product(mentions, mentions):
        if one.end <= other.begin:
            yield from _between(one, other, reading)


def _is_a_time(mention: Mention, reading: Reading) -> bool:
    """`The day before` is not the launch day."""
    return mention.partial and reading.passage.plain[mention.begin : mention.end].lower() in _TIMES


def _own(mentions: list[Mention], reading: Reading) -> Iterator[Claim]:
    """A description that ends with "after the roofers" speaks of its own task."""
    passage, owner = reading.passage, reading.context.owner
    if owner is None or owner[0] != "task" or passage.pointer[-1] != "description":
        return
    own = Mention(passage.words_begin, passage.words_begin, (owner,), partial=True)
    for other in mentions:
        is_last = _CLOSES.match(passage.plain, other.end, passage.end)
        if is_last and _AFTER.search(passage.plain[: other.begin], passage.begin):
            yield from _judged(_FORMS[1], own, other, reading)
        if is_last and _BEFORE_IT.search(passage.plain[: other.begin], passage.begin):
            yield from _judged(_BEFORE, own, other, reading)
        for led, form in _LED if is_last else ():
            if led.fullmatch(passage.plain, passage.words_begin, other.begin):
                yield from _judged(_FORMS[form], own, other, reading)


def _between(one: Mention, other: Mention, reading: Reading) -> Iterator[Claim]:
    plain = reading.passage.plain
    for form in _FORMS:
        found = form.gap.fullmatch(plain, one.end, other.begin)
        if not found or (form.behind and not form.behind.match(plain, other.end, reading.passage.end)):
            continue
        verbs = found["verbs"].split()
        is_possible = form is _BEFORE and not _POSSIBLE.isdisjoint(verbs)
        if is_possible or is_of_a_thing(other, reading) or _is_no_subject(one, reading):
            return
        is_denied = "never" in found["verbs"].split()
        if _NONE.search(plain, reading.passage.begin, one.begin):
            if form is _BEFORE:
                yield from _judged(_NOT_BEFORE, one, other, reading)
        elif is_denied and form is _FORMS[-1]:
            yield from _judged(_NEVER, one, other, reading)
        elif is_sure(reading, one.begin, other.end, conditions=False):
            is_of_ends = form is _FORMS[1] and not _ENDED.isdisjoint(found["verbs"].split())
            yield from _judged(_ENDS_AFTER if is_of_ends else form, one, other, reading)
        return


def _is_no_subject(one: Mention, reading: Reading) -> bool:
    """Tell whether a name is only where something is, or is not, done: "nothing is moved in the hall before"."""
    before = reading.passage.plain[reading.passage.begin : one.begin]
    is_denied = _NOTHING.search(before) and not _NONE.search(before)
    return bool(_BESIDE_IT.search(before) and (one.partial or is_denied))


def _judged(form: _Form, one: Mention, other: Mention, reading: Reading) -> Iterator[Claim]:
    dates = reading.facts.schedule.dates
    pairs = [(a, b) for a, b in product(one.of(*ITEM_KINDS), other.of(*ITEM_KINDS)) if not _are_one(a, b, reading)]
    if pairs and all(form.is_false(dates[a[1]], dates[b[1]]) for a, b in pairs):
        first, second = pairs[0]
        fact = f'"{first[1]}" {form.told} "{second[1]}"'
        yield reading.claim("order", (one.begin, other.end), fact, agrees=False)


def _are_one(one: Known, other: Known, reading: Reading) -> bool:
    """An item is neither before nor after itself or what it belongs to."""
    members = reading.facts.schedule.breakdown.members
    return one == other or other[1] in members.get(one[1], ()) or one[1] in members.get(other[1], ())
