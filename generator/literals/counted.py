"""Things that two texts count differently: "forty stands" here, "sixty stands" there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.findings import Pointer, Span
from generator.literals.about import Topics
from generator.literals.claims import Claim
from generator.literals.numbers import NUMBER, number_of
from generator.literals.passages import passages
from generator.literals.stems import EMPTY, stem
from generator.model.walk import prose
from generator.prose import Facts

_COUNTED = re.compile(
    rf"(?<![\w.,:/-])(?P<said>(?P<number>{NUMBER})\s+(?P<noun>[A-Za-z]{{3,20}}s|people|children))\b(?![-\w])"
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
_NARROWED = re.compile(
    r"\b(?:first|last|next|other|these|those|of|only|about|every|per|each|at\s+least|at\s+most|than|or)\s+$",
    re.IGNORECASE,
)
_EACH_OF = re.compile(r"\b(?:each|all)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_LABEL = re.compile(r"\b[A-Z]\w*\s+$")
_PAST = re.compile(
    r"\b(?:(?:19|20)\d\d|last\s+(?:year|time)|earlier|formerly|elsewhere|usual(?:ly)?)\b", re.IGNORECASE
)
_PARTS = re.compile(r"\s+(?:of|in\s+(?:each|every)|each|per|a|who|that|which|apart|or)\b")
_WHOLE = ("title", "subtitle", "summary", "approach", "principles", "said")


@dataclass(frozen=True)
class _Count:
    pointer: Pointer
    text: str
    span: tuple[int, int]
    number: int


def miscounted(facts: Facts, topics: Topics) -> Iterator[Claim]:
    """Yield each number of things that texts which belong together tell otherwise."""
    found: dict[str, list[_Count]] = {}
    for noun, count in _counts(facts):
        found.setdefault(noun, []).append(count)
    for counts in found.values():
        if len({each.number for each in counts}) == 2:  # noqa: PLR2004 - with more they are different things
            yield from _odd(counts, topics)


def _counts(facts: Facts) -> Iterator[tuple[str, _Count]]:
    for pointer, text in (each for each in _texts(facts) if _COUNTED.search(each[1])):
        for passage in passages(pointer, text):
            if _PAST.search(passage.plain, passage.begin, passage.end):
                continue
            for found in _COUNTED.finditer(passage.plain, passage.begin, passage.end):
                noun = found["noun"].lower()
                before = passage.plain[passage.begin : found.start()]
                if (
                    noun in _MEASURES
                    or noun in EMPTY
                    or (_NARROWED.search(before) and not _EACH_OF.search(before))
                    or _LABEL.search(before)
                    or _PARTS.match(passage.plain, found.end())
                ):
                    continue
                if number_of(found["number"]) > 1:
                    yield stem(noun), _Count(pointer, text, found.span("said"), number_of(found["number"]))


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
    if len(few) > 1 or (len(many) == 1 and not _belong_together(few[0].pointer, many[0].pointer, topics)):
        return
    for one, other in ((few[0], many[0]), *(((many[0], few[0]),) if len(many) == 1 else ())):
        said = one.text[slice(*one.span)]
        fact = f'elsewhere it is "{" ".join(other.text[slice(*other.span)].split())}"'
        yield Claim("count", one.pointer, Span(*one.span), said, fact, agrees=False)


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
