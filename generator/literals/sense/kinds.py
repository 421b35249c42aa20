"""Entries that a noun of their kind tells: "the Rooms wave", "the second phase", "its rollback", "the alert"."""

from collections.abc import Iterator

from generator.literals.claims import Reading
from generator.literals.lexicon import Known
from generator.literals.sense.vocabulary import EMPTY
from generator.literals.sense.words import Clause

KIND_NOUNS = {
    "rollback": "rollback", "risk": "risk", "alert": "alert", "target": "target", "quota": "quota",
    "meeting": "meeting", "milestone": "milestone", "checkpoint": "checkpoint", "deliverable": "deliverable",
    "wave": "wave", "phase": "phase",
}  # fmt: skip
"""Nouns that mean any entry of a kind."""
ORDINALS = {
    "first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "seventh": 6, "eighth": 7,
    "last": -1, "final": -1,
}  # fmt: skip
_DETERMINERS = frozenset({"the", "this", "its", "their"})
_IN_TURN = ("wave", "phase", "checkpoint")
_MOST_WORDS = 3


def by_kind(clause: Clause, reading: Reading) -> Iterator[tuple[tuple[Known, ...], int, int]]:
    """Yield the entries that a noun of a kind means with the words before it, and where these begin and end."""
    heads = reading.topics.heads
    if KIND_NOUNS.keys().isdisjoint(clause.spoken) and heads.keys().isdisjoint(clause.stems):
        return
    for index, word in enumerate(clause.words):
        kind = KIND_NOUNS.get(word.text) or heads.get(word.bare)
        is_plural = kind and word.text not in KIND_NOUNS and word.text.endswith("s")
        if not kind or is_plural or index == 0:
            continue
        named = _named(clause, index, kind, reading)
        if named:
            yield named
        elif not word.is_genitive and _is_told_alone(index, clause):
            meant = related(kind, reading)
            if len(meant) == 1:
                yield meant, index, index


def _is_told_alone(index: int, clause: Clause) -> bool:
    return clause.texts[index - 1] in _DETERMINERS and clause.texts[index + 1 : index + 2] != ("of",)


def related(kind: str, reading: Reading) -> tuple[Known, ...]:
    """The text's own entry, or those of a kind that it is part of, refers to, or is referred to by."""
    owner, topics = reading.context.owner, reading.topics
    if owner is None:
        return ()
    if owner[0] == kind:
        return (owner,)
    breakdown = reading.facts.schedule.breakdown
    above = {"wave": breakdown.wave_of, "phase": breakdown.phase_of}.get(kind)
    if above and owner[1] in breakdown.items and owner[0] in ("task", "wave"):
        whole = above(owner[1])
        return ((kind, whole.id),) if whole else ()
    told = (*topics.related(owner), *topics.referring.get(owner, ()))
    return tuple(dict.fromkeys(known for known in told if known[0] == kind))


def _named(clause: Clause, index: int, kind: str, reading: Reading) -> tuple[tuple[Known, ...], int, int] | None:
    """Read "the Rooms wave" and "the second wave"."""
    whole = next(
        (each for each in reading.mentions if each.end == clause.words[index - 1].end and each.of(kind)), None
    )
    if whole and not whole.partial and whole.begin >= clause.begin:
        return whole.of(kind), sum(word.begin < whole.begin for word in clause.words), index
    before = clause.words[max(0, index - _MOST_WORDS) : index]
    for count in range(len(before), 0, -1):
        said = before[-count:]
        if any(word.text in EMPTY or not word.text[0].isalpha() for word in said):
            continue
        found = reading.topics.with_all([word.bare for word in said], (kind,))
        if len(found) == 1:
            return tuple(found), index - count, index
    nth = ORDINALS.get(clause.texts[index - 1])
    if nth is None or kind not in _IN_TURN or clause.texts[index - 2 : index - 1] != ("the",):
        return None
    meant = _in_turn(kind, nth, reading) if clause.texts[index + 1 : index + 2] != ("of",) else None
    return ((meant,), index - 1, index) if meant else None


def _in_turn(kind: str, nth: int, reading: Reading) -> Known | None:
    """The nth of a kind, where the plan tells them in the order in which they begin."""
    names, dates = list(reading.facts.index.by_kind[kind]), reading.facts.schedule.dates
    in_time = sorted(names, key=lambda name: dates[name].early_start)
    if in_time != names or not -len(names) <= nth < len(names):
        return None
    return kind, names[nth]
