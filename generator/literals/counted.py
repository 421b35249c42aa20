"""Things that two texts count differently: "forty stands" here, "sixty stands" there."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.findings import Pointer
from generator.literals.about import Topics
from generator.literals.claims import Claim
from generator.literals.elsewhere import otherwise
from generator.literals.ends import dates_of_plan
from generator.literals.numbers import COUNTED, LONG_NUMBER, NUMBER, NUMBERS, ONE_WORD, number_of
from generator.literals.passages import Passage, passages
from generator.literals.samples import is_ratio, of_all
from generator.literals.shared_out import is_shared_out
from generator.literals.stems import EMPTY, stem, stems
from generator.literals.tallies import tallied
from generator.model.walk import prose
from generator.patterns import Pattern, any_of
from generator.prose import Facts

_COUNTED = Pattern(
    rf"(?<![\w.,:/-])(?P<said>(?P<number>{LONG_NUMBER})\s+(?:(?P<kind>[a-z]{{3,20}})\s+)?(?P<noun>[A-Za-z]{{3,20}}s|people|children))"
    r"\b(?![-\w])",
    words=(NUMBERS,),
)
_MEASURES = frozenset(
    [
        "days",
        "weeks",
        "hours",
        "minutes",
        "seconds",
        "months",
        "years",
        "times",
        "nights",
        "workdays",
        "cents",
        "degrees",
        "metres",
        "percents",
        "others",
        "things",
        "points",
        "evenings",
        "mornings",
        "fridays",
        "mondays",
        "ones",
        "parts",
        "percents",
        "sorts",
        "kinds",
        "lines",
        "pages",
        "words",
        "tasks",
        "waves",
        "phases",
        "checkpoints",
        "milestones",
        "sentences",
        "euros",
        "weekends",
        "steps",
        "people",
    ]
)
_NARROWED = Pattern(
    r"(?:\b(?:first|last|next|top|best|largest|biggest|oldest|newest|remaining|hundred\s+and|thousand\s+and|other|these|those|of|only|about|every|per|each|at\s+least|at\s+most|than|or"
    r"|with|for|to|from|among|between|more|another|further|up\s+to|some)\s+|\()$",
    flags=re.IGNORECASE,
)
_OF_ALL = Pattern(
    rf"\b(?:each|all|any|none|some|most|{NUMBER})\s+of\s+(?:the\s+|its\s+|our\s+)?$",
    words=(any_of("of"),),
    flags=re.IGNORECASE,
)
_LABEL = Pattern(
    r"\b(?!(?:All|The|In|With|For|Of|To|Its|Our|From|On|At|By|And|Both|Then|There|Has|These)\b)[A-Z]\w*\s+$"
)
_WEIGHED = Pattern(r"\b(?:would|could|might|should|if|unless|instead|rather|not|too)\b", flags=re.IGNORECASE)
_TOGETHER = Pattern(
    r"\b(?:never|at\s+(?:a|one|any\s+one)\s+time|at\s+once|(?:on|in|at)\s+the\s+same|side\s+by\s+side|in\s+parallel|simultaneously)\b",
    flags=re.IGNORECASE,
)
"""How many there are in one place or at one time is not how many there are."""
_PAST = Pattern(
    r"\b(?:(?:19|20)\d\d|last\s+(?:year|time)|earlier|formerly|elsewhere|usual(?:ly)?)\b", flags=re.IGNORECASE
)
_PARTS = Pattern(
    r"\s+(?:of\s+(?:the|these|those|them|its|our|all)|in\s+\w{3,5}\b(?=\s+(?:is|are|has|have))|who|that|which|apart|or|for)\b"
)
_OF_THE = Pattern(r"\s+of\s+(?:the|its|our)\b", words=(any_of("of"),))
_WHERE = Pattern(r"\s+(?:in|at|on|along|near|from)\s+(?:the\s+)?(?P<where>[\w-]+(?:\s+[\w-]+)?)")
_OF_SIZE = re.compile(rf"\s+of\s+{ONE_WORD}")
_BASE = Pattern(rf",\s+{ONE_WORD}\s+{COUNTED}\s+(?:(?:at|in|for|on|to)\s+)?each\b", words=(any_of("each"),))
"""Behind it each has so many: it is a factor, which is held against what it makes."""
_IN_GROUPS = Pattern(
    rf"\s+in\s+{ONE_WORD}\s+(?:equal\s+)?(?:groups|rows|lots|batches|teams|parties|classes|rounds)\b",
    words=(any_of("groups rows lots batches teams parties classes rounds"),),
)
_SO_FAR = Pattern(r"\s+(?:in\s+total|so\s+far|by\s+then|to\s+date|altogether|in\s+all)\b", flags=re.IGNORECASE)
"""What several have made together may be more than one makes."""
_SEVERAL = 3
"""What so many tasks are called by is made by none of them."""
_ALIKE = 2
"""Words that two sentences share which count the same."""
_WHOLE = ("title", "subtitle", "summary", "approach", "principles", "said")


class _Count(NamedTuple):
    pointer: Pointer
    text: str
    span: tuple[int, int]
    number: int
    words: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()


def miscounted(facts: Facts, topics: Topics) -> Iterator[Claim]:
    """Yield each number of things that texts which belong together tell otherwise."""
    found: dict[str, list[_Count]] = {}
    for noun, count in _counts(facts):
        found.setdefault(noun, []).append(count)
    for noun, every in found.items():
        counts = list(of_all(every))
        if noun.rsplit(" ", 1)[-1] in topics.people_words:
            continue
        numbers = {each.number for each in counts}
        if len(numbers) == 2:  # noqa: PLR2004 - with more they are different things
            yield from _odd(counts, topics)
        if len(numbers) > 1:
            own = [each for each in counts if not _SO_FAR.match(each.text, each.span[1])]
            yield from _more(noun, own, topics)
            yield from _alone(own)
            yield from _divided(own, topics)
    yield from tallied(found, facts, topics)


def _counts(facts: Facts) -> Iterator[tuple[str, _Count]]:
    ends = dates_of_plan(facts.schedule)
    first = str(ends[0].year) if ends else "3000"
    for pointer, text in (each for each in _texts(facts) if _COUNTED.search(each[1])):
        for passage in passages(pointer, text):
            if _is_past(passage, first):
                continue
            said = (passage.plain, passage.begin, passage.end)
            is_weighed = (_WEIGHED.search(*said) or _TOGETHER.search(*said)) is not None
            for found in _COUNTED.finditer(passage.plain, passage.begin, passage.end):
                noun = found["noun"].lower()
                before = passage.plain[passage.begin : found.start()]
                if (
                    (is_weighed and not before.endswith(("the ", "The ")))
                    or noun in _MEASURES
                    or noun in EMPTY
                    or (_NARROWED.search(before) and not _OF_ALL.search(before))
                    or _LABEL.search(before)
                    or is_ratio(before)
                    or _is_part(passage, before, found.end())
                    or is_shared_out(passage, found.start(), found.end())
                    or _OF_SIZE.match(passage.plain, found.end())
                    or _BASE.match(passage.plain, found.end(), passage.end)
                ):
                    continue
                if number_of(found["number"]) > 1:
                    kind = f"{stem(found['kind'])} " if found["kind"] else ""
                    yield (
                        f"{kind}{stem(noun)}",
                        _Count(
                            pointer,
                            text,
                            found.span("said"),
                            number_of(found["number"]),
                            _words(passage) - {stem(noun)},
                            _place(passage, found.end()),
                        ),
                    )


def _is_part(passage: Passage, before: str, end: int) -> bool:
    """Tell whether only some are counted; "the fifty questions of the drill" are all."""
    is_all = before.endswith(("the ", "The ")) and _OF_THE.match(passage.plain, end)
    return not is_all and _PARTS.match(passage.plain, end) is not None


def _is_past(passage: Passage, first: str) -> bool:
    """Tell whether a sentence speaks of something else than now; the plan's own year is now."""
    told = _PAST.finditer(passage.plain, passage.begin, passage.end)
    return any(not each.group().isdecimal() or each.group() < first for each in told)


def _place(passage: Passage, end: int) -> frozenset[str]:
    """The words of where things are: those "in the north" need not be all."""
    found = _WHERE.match(passage.plain, end, passage.end)
    return stems(found["where"]) if found else frozenset()


def _words(passage: Passage) -> frozenset[str]:
    return stems(passage.plain[passage.begin : passage.end])


def _texts(facts: Facts) -> Iterator[tuple[Pointer, str]]:
    yield from (each for each in prose(facts.plan) if each[0][-1] != "said")
    yield from (
        ((key,), value) for key in ("title", "subtitle") if isinstance(value := getattr(facts.plan, key), str)
    )
    for items in facts.index.by_kind.values():
        yield from (
            ((*item.pointer, "name"), name) for item in items.values() if (name := getattr(item, "name", None))
        )


def _odd(counts: Sequence[_Count], topics: Topics) -> Iterator[Claim]:
    """What stands alone against several is wrong; of two that belong together each may be."""
    by_number: dict[int, list[_Count]] = {}
    for each in counts:
        by_number.setdefault(each.number, []).append(each)
    few, many = sorted(by_number.values(), key=len)
    is_alone = len(many) == 1 and not any(map(_is_of_all, (few[0], many[0])))
    if len(few) > 1 or (is_alone and not _belong_together(few[0].pointer, many[0].pointer, topics)):
        return
    if _is_of_a_place(few, many) or _is_of_a_place(many, few):
        return
    for one, other in ((few[0], many[0]), *(((many[0], few[0]),) if len(many) == 1 else ())):
        yield otherwise("count", one, other)


def _is_of_a_place(counts: Sequence[_Count], others: Sequence[_Count]) -> bool:
    """Tell whether all of some are counted at places of which the others tell nothing."""
    return all(each.place and not any(each.place & other.words for other in others) for each in counts)


def _is_of_all(count: _Count) -> bool:
    """Tell whether a decision begins with "the two storeys": there are no others."""
    return count.pointer[0] == "decisions" and count.text[: count.span[0]].strip() in ("The", "All")


def _more(noun: str, counts: Sequence[_Count], topics: Topics) -> Iterator[Claim]:
    """There cannot be more than are made: a text of the one entry that is called by them tells how many."""
    owners = {each: topics.owner(each.pointer, ("task", "deliverable")) for each in counts}
    called = [known for known in topics.by_word.get(noun, ()) if known[0] == "task"]
    makers = [
        each
        for each, owner in owners.items()
        if owner and noun in topics.words[owner] and not each.place and len(called) < _SEVERAL
    ]
    most = {each.number for each in makers}
    for each in counts if len(most) == 1 else ():
        if each.number > max(most) and each not in makers:
            yield otherwise("count", each, makers[0])


def _alone(counts: Sequence[_Count]) -> Iterator[Claim]:
    """A number that stands once where others like it, of the same words, tell another several times."""
    told = Counter(each.number for each in counts)
    for each in counts:
        others = [other for other in counts if told[other.number] > 1 and other.number != each.number]
        like = [other for other in others if len(other.words & each.words) >= _ALIKE]
        if told[each.number] == 1 and like and len({other.number for other in like}) == 1 and len(told) > _ALIKE:
            yield otherwise("count", each, like[0])


def _divided(counts: Sequence[_Count], topics: Topics) -> Iterator[Claim]:
    """What is divided into groups is all there is: several texts of the same entry or its wave tell how many."""
    told = Counter(each.number for each in counts if _is_leading(each))
    for each in counts:
        if not _IN_GROUPS.match(each.text, each.span[1]) or not _is_leading(each) or told[each.number] > 1:
            continue
        others = [other for other in counts if told[other.number] > 1 and _is_leading(other)]
        near = [other for other in others if _belong_together(each.pointer, other.pointer, topics)]
        if near and each.number not in {other.number for other in near}:
            yield otherwise("count", each, near[0])


def _is_leading(count: _Count) -> bool:
    return not count.text[: count.span[0]].strip(" *_")


def _belong_together(one: Pointer, other: Pointer, topics: Topics) -> bool:
    """Tell whether two texts are of one entry, of work that waits for one another, or about the whole plan."""
    if one[0] in _WHOLE or other[0] in _WHOLE:
        return True
    first, second = topics.owner(one), topics.owner(other)
    if first is None or second is None:
        return False
    parents = topics.facts.schedule.breakdown.parents
    is_part = parents.get(first[1]) == second[1] or parents.get(second[1]) == first[1]
    return first == second or is_part or _waits(first[1], second[1], topics) or _waits(second[1], first[1], topics)


def _waits(item: str, other: str, topics: Topics) -> bool:
    found = next((items[item] for items in topics.facts.index.by_kind.values() if item in items), None)
    return any(dependency.on == other for dependency in getattr(found, "depends_on", ())) or (
        other in getattr(found, "delivers", ())
    )
