"""What is said to be the longest, the first, the largest of its kind, and is not."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.lexicon import Known
from generator.literals.portions import holders_of
from generator.literals.stems import stem
from generator.model.index import SECTIONS
from generator.model.notation import time_in_minutes
from generator.model.text import ITEM_KINDS
from generator.patterns import Pattern, any_of

_MOST = {
    **dict.fromkeys(
        ("longest", "largest", "biggest", "highest", "greatest", "last", "latest", "final", "most"), True
    ),
    **dict.fromkeys(("larger", "bigger", "longer", "higher", "greater", "later"), True),
    **dict.fromkeys(("shortest", "smallest", "lowest", "least", "first", "earliest"), False),
    **dict.fromkeys(("shorter", "smaller", "lower", "earlier"), False),
}
_TIMES = frozenset({"last", "latest", "final", "later", "first", "earliest", "earlier"})
_WORD = "|".join(sorted(_MOST, key=len, reverse=True))
_NOUN = r"(?P<noun>(?:time\s+|working\s+)?[a-z]{4,14})"
_IS = Pattern(
    rf"\b(?P<said>(?:is|are|has|have|gets?|takes?)\s+(?:by\s+far\s+)?the\s+(?P<rank>second\s+|third\s+)?(?P<word>{_WORD})"
    rf"(?:\s+(?P<how>probable|likely))?\s+(?:of\s+(?:the\s+|all\s+|our\s+)?(?:two\s+|three\s+|four\s+)?)?{_NOUN}\b"
    r"(?:\s+to\s+(?:begin|start|end|finish|come|go)\b)?)(?!\s+(?:that|which|who|whose|where|when|while|during)\b)",
    words=(any_of("the"), frozenset(_MOST), any_of("is are has have get gets take takes")),
)
_ITS = Pattern(
    rf"\b(?:[Ii]ts|[Tt]heir)\s+(?P<noun>share|team|limit),\s+(?P<said>the\s+(?P<word>{_WORD})\s+(?:of\s+(?:the\s+)?(?:two|three|four|all|them)|one|share|team))\b",
    words=(any_of("its their"), frozenset(_MOST), any_of("share team limit")),
)
_ONLY_PART = re.compile(r"\s+(?:of\s+(?:the|this|that)\s+(?P<part>wave|phase|lot)\b)?")
_PROBABLE = ("low", "medium", "high")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each thing that is said to be most or least of its kind where another one is."""
    passage = reading.passage
    for form in (_IS, _ITS):
        for found in form.finditer(passage.plain, passage.begin, passage.end):
            if not found.groupdict().get("rank") and is_sure(reading, *found.span("said")):
                yield from _judged(found, reading)


def _judged(found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    subjects = _subjects(found, reading)
    for sizes in _measured(found, subjects, reading):
        own = [known for known in subjects if known in sizes]
        if not own or len(sizes) == 1:
            continue
        best = (max if _MOST[found["word"]] else min)(sizes.values())
        if all(sizes[known] != best for known in own):
            other = next(known for known, size in sizes.items() if size == best)
            fact = f'"{other[1]}" is the {found["word"]}, not "{own[0][1]}"'
            yield reading.claim(
                "order" if found["word"] in _TIMES else "figure", found.span("said"), fact, agrees=False
            )
        return


def _subjects(found: re.Match[str], reading: Reading) -> tuple[Known, ...]:
    """What is named last before the words, else what the text belongs to."""
    before = [each for each in reading.mentions if each.end <= found.start()]
    owner = reading.context.owner
    named = max(before, key=lambda each: each.end).items if before else ()
    return named or ((owner,) if owner else ())


def _measured(
    found: re.Match[str], subjects: tuple[Known, ...], reading: Reading
) -> Iterator[Mapping[Known, Decimal | int]]:
    """Yield the size of each thing that may be compared, by what the noun tells."""
    noun, word = stem(found["noun"].split()[-1]), found["word"]
    if noun == stem("share"):
        yield from _shares(found, subjects, reading)
    elif noun == stem("team"):
        yield {
            ("wave", each.id): sum(band.high for band in each.team.values())
            for each in reading.facts.plan.waves.values()
        }
    elif noun in (stem("limit"), stem("procedure"), stem("rollback")):
        yield _limits(reading)
    elif noun == stem("risk") and found.groupdict().get("how"):
        every = reading.facts.plan.risks.values()
        yield {("risk", each.id): _PROBABLE.index(str(each.probability)) for each in every}
    else:
        yield from _items(noun, word, found, subjects, reading)


def _shares(found: re.Match[str], subjects: tuple[Known, ...], reading: Reading) -> Iterator[Mapping[Known, Decimal]]:
    """Shares by whoever has them; a quota's own text calls them by a word."""
    passage, names = reading.passage, {name: known for known in subjects for name in known[1:]}
    for quota in reading.facts.plan.quotas.values():
        called = holders_of(quota, passage.plain[passage.begin : found.start()], reading)
        of_quota = ("quota", quota.id) in subjects or reading.context.owner == ("quota", quota.id)
        told = dict.fromkeys(called, subjects[0]) if of_quota and len(called) == 1 else names
        if told.keys() & quota.shares.keys():
            yield {told.get(name, ("", name)): share for name, share in quota.shares.items()}


def _limits(reading: Reading) -> Mapping[Known, Decimal]:
    limits = {each.id: each.within for each in reading.facts.plan.rollbacks.values() if each.within}
    times = {name: time_in_minutes(limit.amount, limit.unit) for name, limit in limits.items()}
    return {("rollback", name): time for name, time in times.items() if time is not None}


def _items(
    noun: str, word: str, found: re.Match[str], subjects: tuple[Known, ...], reading: Reading
) -> Iterator[Mapping[Known, int]]:
    """Phases, waves, tasks by how long they take, when they begin and when they end; agreeing with one is enough."""
    passage, schedule = reading.passage, reading.facts.schedule
    kind = next((kind for kind, section in SECTIONS.items() if noun in (stem(kind), stem(section))), None)
    kinds = {known[0] for known in subjects}
    if kind is None and noun in reading.topics.by_word:
        kind = next(iter(kinds & {known[0] for known in reading.topics.by_word[noun]}), None)
    if kind not in ITEM_KINDS or kind not in kinds:
        return
    among = [
        name for name in reading.facts.index.by_kind[kind] if kind in ("phase", "wave", "task") or word in _TIMES
    ]
    if noun != stem(kind):
        among = [name for name in among if (kind, name) in reading.topics.by_word.get(noun, ())]
    if any(mention.of("wave", "phase") for mention in reading.mentions if mention.begin >= found.end()):
        return
    part = _ONLY_PART.match(passage.plain, found.end(), passage.end)
    if part and part["part"]:
        beside = next((each for each in schedule.breakdown.members.values() if subjects[0][1] in each), ())
        among = [name for name in among if name in beside]
    sizes = [{(kind, name): size(name) for name in among} for size in _sizes(word, reading)]
    own = [known for known in subjects if known in sizes[0]] if sizes else []
    choose = max if _MOST[word] else min
    if own and all(by[known] != choose(by.values()) for by in sizes for known in own):
        yield sizes[0]


def _sizes(word: str, reading: Reading) -> tuple[Callable[[str], int], ...]:
    schedule, time = reading.facts.schedule, reading.facts.schedule.time
    dates, tasks = schedule.dates, {each.id for each in schedule.breakdown.tasks}
    if word in _TIMES:
        return (lambda name: dates[name].early_start, lambda name: dates[name].early_finish)

    def work(name: str) -> int:
        if name not in tasks:
            return time.workdays_between(dates[name].early_start, dates[name].early_finish)
        return int(schedule.estimate(name).likely.minutes(time.day_minutes, time.week_minutes))

    return (work, lambda name: dates[name].early_finish - dates[name].early_start)
