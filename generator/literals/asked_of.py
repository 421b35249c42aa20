"""Live facts of another item than the words around them mean: a deed, the first and the last, a total."""

import re
from collections.abc import Iterator

from generator.literals.asked import call_of
from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.ends import ends_of
from generator.literals.passages import FACT
from generator.literals.stems import stem
from generator.model.index import SECTIONS
from generator.patterns import Pattern, any_of
from generator.scheduling.telling import full_date

_DEED = Pattern(
    rf"(?<![\w-])(?P<deed>[a-z]{{4,14}}(?:ed|en))\s+(?:on|by)\s+(?P<fact>{FACT}+)", (FACT,), words=(any_of("on by"),)
)
_IRREGULAR = {"frozen": "freeze", "written": "write", "chosen": "choose", "taken": "take", "given": "give"}
_FROM_TO = Pattern(
    rf"\bfrom\s+(?P<first>{FACT}+)\s+to\s+(?P<last>{FACT}+)", (FACT,), words=(any_of("from"), any_of("to"))
)
_COUNT = Pattern(r"\{\{\s*count\(\s*['\"](?P<section>[a-z]+)['\"]\s*\)\s*\}\}", ("count(",))
_TOTAL = Pattern(
    r"\btotal\s+of\s+(?P<fact>\{\{\s*total\(\s*['\"](?:phase:)?(?P<phase>[\w-]+)['\"]\s*,[^{}]{1,60}\}\})",
    ("total(",),
)
_PROVED = Pattern(
    r"(?P<value>\{\{\s*value\(\s*['\"](?:target:)?(?P<target>[\w-]+)['\"]\s*\)\s*\}\})\)?\s+is\s+(?:proved|shown)\s+by\s+"
    r"(?P<fact>\{\{\s*(?:name|label|short)\(\s*['\"](?:checkpoint:)?(?P<checkpoint>[\w-]+)['\"]\s*\)\s*\}\})",
    ("value(",),
)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each live fact that is asked of another item."""
    passage = reading.passage
    told = passage.text[passage.begin : passage.end]
    if "{{" not in told:
        return
    for found in _DEED.finditer(passage.plain, passage.begin, passage.end):
        yield from _done(found, reading)
    if "count(" in told:
        for span in _FROM_TO.finditer(passage.plain, passage.begin, passage.end):
            yield from _first_to_last(span, reading)
    for found in _TOTAL.finditer(passage.text, passage.begin, passage.end):
        yield from _of_phase(found, reading)
    for found in _PROVED.finditer(passage.text, passage.begin, passage.end):
        yield from _proved(found, reading)


def _done(found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """Judge "contracts frozen by …" by the one milestone that is called Contract Freeze."""
    schedule = reading.facts.schedule
    call, deed = call_of(reading.passage.text[slice(*found.span("fact"))]), found["deed"]
    said = stem(_IRREGULAR.get(deed, deed))
    points = [
        name
        for kind, name in reading.topics.by_word.get(said, ())
        if kind == "milestone" and reading.topics.told[kind, name][0] <= reading.words | {said}
    ]
    if not call or len(points) != 1 or call[1] not in schedule.dates or call[1] == points[0]:
        return
    told = ends_of(call[1], schedule)[call[0] not in ("start", "first_day")]
    true = ends_of(points[0], schedule)[1]
    if told.index != true.index and is_sure(reading, *found.span("fact")):
        fact = f'"{points[0]}" is on {full_date(true)}'
        yield reading.claim("date", found.span("fact"), fact, agrees=False)


def _first_to_last(found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """All of a kind that a sentence counts are from the day of the first to the day of the last."""
    passage, schedule = reading.passage, reading.facts.schedule
    counted = [each["section"] for each in _COUNT.finditer(passage.text, passage.begin, found.start())]
    kinds = [kind for kind, section in SECTIONS.items() if section in counted[-1:]]
    every = reading.facts.index.by_kind[kinds[0]] if len(kinds) == 1 else {}
    calls = {part: call_of(passage.text[slice(*found.span(part))]) for part in ("first", "last")}
    if not all(call and call[1] in every and call[1] in schedule.dates for call in calls.values()):
        return
    order = sorted(every, key=lambda name: schedule.dates[name].early_finish)
    for part, true in (("first", order[0]), ("last", order[-1])):
        call = calls[part]
        told = ends_of(call[1], schedule)[1].index if call else None
        if told != ends_of(true, schedule)[1].index:
            fact = f'"{true}" is on {full_date(ends_of(true, schedule)[1])}'
            yield reading.claim("date", found.span(part), fact, agrees=False)


def _of_phase(found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """A total is that of the phase of which a sentence, the one before it or its text speaks."""
    named = {name for mention in reading.named for _, name in mention.of("phase")}
    before = {name for kind, name in reading.context.before if kind == "phase"}
    owner = reading.context.owner
    own = {owner[1]} if owner and owner[0] == "phase" else set[str]()
    meant = named or before or own
    if len(meant) == 1 and found["phase"] not in meant and found["phase"] in reading.facts.plan.phases:
        fact = f'the text speaks of "{min(meant)}"'
        yield reading.claim("count", found.span("fact"), fact, agrees=False)


def _proved(found: re.Match[str], reading: Reading) -> Iterator[Claim]:
    """A target is proved by a checkpoint that tells its figure, or a criterion of which does."""
    plan, target = reading.facts.plan, found["target"]
    proving = {name for name in plan.checkpoints if target in reading.topics.asked.get(("checkpoints", name), ())}
    for criterion in plan.criteria.values():
        proving |= {each for each in criterion.items if criterion.target == target and each in plan.checkpoints}
    if proving and found["checkpoint"] in plan.checkpoints and found["checkpoint"] not in proving:
        fact = f'"{target}" is told by "{min(proving)}"'
        yield reading.claim("member", found.span("fact"), fact, agrees=False)
