"""Reads every text of the plan for what it says of the plan's own facts."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial

from generator.findings import Pointer
from generator.literals.about import Topics
from generator.literals.claims import Claim, Form, Reading
from generator.literals.counted import miscounted
from generator.literals.days import DAY_NAME
from generator.literals.decided.rows import rows
from generator.literals.decided.values import values
from generator.literals.forms import FORMS, IF_SUPPOSED, IN_ANY, OF_FACTS
from generator.literals.found import Literals
from generator.literals.lexicon import Known, Lexicon, Mention, lexicon_of
from generator.literals.numbers import NUMBERS
from generator.literals.only_by import only_by
from generator.literals.passages import FACT, Passage, passages
from generator.literals.per_each import per_each
from generator.literals.printed import is_spoken_of, printed
from generator.literals.restated import restated
from generator.literals.restated_lengths import restated_lengths
from generator.literals.restated_ratios import restated_ratios
from generator.literals.seasons import seasons
from generator.literals.sense import judging
from generator.literals.standing import standing
from generator.literals.strange import Names, names_in, strange_ids, strange_names
from generator.literals.subjects import Context, subjects
from generator.model.walk import prose
from generator.patterns import any_of, words_in
from generator.prose import Facts
from generator.shared import Shared
from generator.side_by_side import beside

_TELLING = any_of(
    "before after beside alongside once soon when follow follows wait waits depend depends parallel together apart"
    " different same precede precedes leave away holiday holidays morning afternoon evening night January February"
    " March April May June July August September October November December longer longest shortest largest"
    " smallest biggest last larger smaller earliest latest most least belong belongs part owns owner lead leads"
    " led heads owned watched watches chair chairs chaired answer answers decide decides decided run runs charge"
    " responsible look looks declare declares word say hands rests lies task tasks job steer steers direct directs"
    " manage manages falls sees calls first second third First order Order then"
)
"""Words as they are written, of which any may be part of a claim."""
_COUNTING = NUMBERS | any_of("half third thirds quarter quarters fortnight")
_WORTH_READING = re.compile(
    rf"{DAY_NAME}|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b|(?:\b(?:on|at|by|from)\s+|\(){FACT}|\b(?i:an?\s+(?:day|week|hour))\b|\wth\b"
    r"|\b[A-Z][\w-]{1,60}\s+(?:[a-z]{1,9}\s+){0,4}[A-Z]"
)
"""Other sentences claim nothing: they hold no number, day, order, nobody in charge and no name of several words."""

_WORTH_A_PROCESS = 100
"""Texts that take longer to read than a process takes to copy."""
_Naming = Callable[[], tuple[Mention, ...]]
"""Looks up what a sentence names, at the first call."""


def read_literals(facts: Facts, *, is_alone: bool = True) -> Literals:
    """Read all prose; of claims that overlap, the first counts.

    Where nothing else runs beside it, two processes share the texts.
    """
    lexicon, topics, known = lexicon_of(facts), Topics(facts), names_in(facts)
    texts = (*prose(facts.plan), *standing(facts.plan))
    shared = Shared(texts)

    def read(taken: Iterable[tuple[Pointer, str]]) -> list[Literals]:
        return [_read(pointer, text, lexicon, topics, known) for pointer, text in taken]

    with beside(lambda: read(shared.last()), is_worth_it=is_alone and len(texts) > _WORTH_A_PROCESS) as others:
        across = (
            *miscounted(facts, topics),
            *seasons(facts, topics),
            *restated(facts),
            *rows(facts),
            *values(facts),
            *per_each(facts, topics),
            *restated_lengths(facts),
            *restated_ratios(facts),
            *only_by(facts, topics),
        )
        first = read(shared.first())
        every = (*first, *reversed(others()))
    claims = (claim for each in every for claim in each.claims)
    return Literals((*claims, *across), tuple(name for each in every for name in each.strange))


def _read(pointer: Pointer, text: str, lexicon: Lexicon, topics: Topics, known: Names) -> Literals:
    claims: list[Claim] = []
    strange = list(strange_ids(pointer, text, known)) if "`" in text else []
    forms = (*_forms(pointer), judging.claims)
    for reading in _readings(pointer, text, lexicon, topics):
        is_worth_reading = _is_worth_reading(reading.passage)
        told = _claimed(reading, forms if is_worth_reading else IN_ANY)
        claims += _apart(sorted(told, key=_is_behind))
        strange += strange_names(reading, known) if is_worth_reading else ()
    claims += _of_facts(pointer, text, lexicon, topics) if "{{" in text else ()
    return Literals(tuple(_apart(claims)), tuple(strange))


def _of_facts(pointer: Pointer, text: str, lexicon: Lexicon, topics: Topics) -> Iterator[Claim]:
    """Read a text once more as it is printed: a live fact of another item is as wrong as the same words typed."""
    as_read = printed(text, topics.facts)
    if as_read is None:
        return
    for reading in _readings(pointer, as_read.text, lexicon, topics):
        begin, end = reading.passage.begin, reading.passage.end
        calls = [call for now, call in as_read.places if begin <= now.begin < end and not is_spoken_of(call, reading)]
        forms = tuple(dict.fromkeys(form for call in calls for form in OF_FACTS.get(call.name, ())))
        wanted = (
            forms if forms and _is_worth_reading(reading.passage) else tuple(form for form in IN_ANY if form in forms)
        )
        for claim in _apart(sorted(_claimed(reading, wanted), key=_is_behind)):
            call = None if claim.agrees else as_read.call_at(claim.span)
            if call in calls:
                yield replace(claim, span=call.span, live=None)


def _claimed(reading: Reading, forms: Iterable[Form]) -> Iterator[Claim]:
    return (claim for form in forms for claim in form(reading))


def _forms(pointer: Pointer) -> tuple[Form, ...]:
    return FORMS if judging.SUPPOSED.isdisjoint(pointer) else IF_SUPPOSED


def _readings(pointer: Pointer, text: str, lexicon: Lexicon, topics: Topics) -> Iterator[Reading]:
    """Read sentence by sentence; each knows what the one before it has named."""
    owner = topics.owner(pointer)
    before: _Naming = tuple
    for passage in passages(pointer, text):
        named = cache(partial(_named, passage, lexicon))
        context = Context(owner, partial(_items, before))
        yield Reading(passage, partial(_mentions, passage, named, context, topics), topics.facts, topics, context)
        before = named


def _named(passage: Passage, lexicon: Lexicon) -> tuple[Mention, ...]:
    return tuple(lexicon.mentions(passage))


def _mentions(passage: Passage, named: _Naming, context: Context, topics: Topics) -> tuple[Mention, ...]:
    partly = subjects(passage, named(), context, topics)
    return tuple(sorted((*named(), *partly), key=lambda mention: mention.begin))


def _items(named: _Naming) -> tuple[Known, ...]:
    return tuple(dict.fromkeys(known for mention in named() for known in mention.items))


def _is_worth_reading(passage: Passage) -> bool:
    bounds = passage.plain, passage.begin, passage.end
    tells = not (_TELLING.isdisjoint(passage.words) and _COUNTING.isdisjoint(words_in(*bounds)))
    return tells or _WORTH_READING.search(*bounds) is not None


def _is_behind(claim: Claim) -> bool:
    """What is in a wrong wave is told of before the name of that wave, which is right."""
    return claim.agrees or claim.kind != "member"


def _apart(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Drop what overlaps with an earlier claim."""
    taken: list[Claim] = []
    for claim in claims:
        if all(claim.span.end <= other.span.begin or claim.span.begin >= other.span.end for other in taken):
            taken.append(claim)
            yield claim
