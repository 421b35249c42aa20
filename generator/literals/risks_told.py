"""Which procedure answers a risk, and before what its mitigation is done, as prose says it."""

from collections.abc import Iterator
from itertools import product

from generator.literals.claims import Claim, Reading
from generator.literals.context import is_sure
from generator.literals.lexicon import Mention
from generator.literals.stems import stems
from generator.patterns import Pattern, any_of

_ANSWERED = Pattern(
    r"[*_]{0,2}\s+(?:is|are)\s+(?:answered|undone|met|repaired|taken\s+back)\s+by\s+(?:the\s+)?[*_]{0,2}",
    words=(any_of("answered undone met repaired taken"), any_of("by")),
)
_AFTER = Pattern(r"\bafter\s+(?:the\s+)?[*_]{0,2}$", words=(any_of("after"),))
_ANSWERING = any_of("answered undone met repaired taken")
_ALIKE = 1


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield each procedure that is another risk's, and each mitigation told after what it precedes."""
    for one, other in product(reading.named, reading.named) if reading.says(_ANSWERING) else ():
        is_told = one.end <= other.begin and _ANSWERED.fullmatch(reading.passage.plain, one.end, other.begin)
        if is_told and one.of("risk") and other.of("rollback") and is_sure(reading, one.begin, other.end):
            yield from _answered(one, other, reading)
    owner = reading.context.owner
    is_mitigated = owner is not None and owner[0] == "risk" and reading.passage.pointer[-1] == "mitigation"
    if owner and is_mitigated and "after" in reading.passage.words:
        yield from _mitigated(owner[1], reading)


def _answered(one: Mention, other: Mention, reading: Reading) -> Iterator[Claim]:
    plan, said = reading.facts.plan, {name for _, name in other.of("rollback")}
    risks = [plan.risks[name] for _, name in one.of("risk")]
    undoing = {each.id for each in plan.rollbacks.values() if any(risk.id in each.risks for risk in risks)}
    true = {risk.rollback for risk in risks if risk.rollback} | undoing
    if true and said.isdisjoint(true):
        fact = f'the rollback of "{risks[0].id}" is "{min(true)}"'
        yield reading.claim("member", (other.begin, other.end), fact, agrees=False)


def _mitigated(risk: str, reading: Reading) -> Iterator[Claim]:
    """Judge "wells are drilled after the excavation", where an action says before it that wells are drilled."""
    passage, actions = reading.passage, reading.facts.plan.risks[risk].actions
    for mention in reading.mentions:
        if not _AFTER.search(passage.plain[: mention.begin], passage.begin):
            continue
        words = stems(passage.plain[passage.begin : mention.begin])
        for action in actions:
            is_of_it = any(name == action.before for _, name in mention.items)
            if is_of_it and len(words & stems(action.do)) > _ALIKE and is_sure(reading, mention.begin, mention.end):
                fact = f'an action of "{risk}" is before "{action.before}"'
                yield reading.claim("order", (mention.begin, mention.end), fact, agrees=False)
                return
