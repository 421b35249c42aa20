"""Puts every clause of a sentence before every judge."""

from collections.abc import Callable, Iterator

from generator.literals.claims import Claim, Reading
from generator.literals.sense import (
    held_channels,
    held_days,
    held_distances,
    held_doers,
    held_floats,
    held_headcounts,
    held_lengths,
    held_members,
    held_needs,
    held_numbers,
    held_orders,
    held_pairs,
    held_ranks,
    held_rhythms,
    held_risks,
    held_rollbacks,
    held_shares,
    held_wholes,
)
from generator.literals.sense.scenes import Scene, scenes, whole_scenes
from generator.literals.sense.words import words_of

_JUDGES: tuple[Callable[[Scene], Iterator[Claim]], ...] = (
    held_lengths.claims,
    held_distances.claims,
    held_floats.claims,
    held_needs.claims,
    held_numbers.claims,
    held_wholes.claims,
    held_doers.claims,
    held_headcounts.claims,
    held_rhythms.claims,
    held_days.claims,
    held_channels.claims,
    held_shares.claims,
    held_ranks.claims,
    held_pairs.claims,
    held_members.claims,
    held_risks.claims,
    held_rollbacks.claims,
)
SUPPOSED = frozenset({"said", "on_failure", "contingency", "trigger"})
"""Texts of what may come, or of what was not decided."""


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield whatever a clause says that none of the things of which it speaks has."""
    if not SUPPOSED.isdisjoint(reading.passage.pointer):
        return
    words = words_of(reading.passage)
    before: Scene | None = None
    for scene in scenes(reading, words):
        for judge in _JUDGES:
            yield from judge(scene)
        if before is not None:
            yield from held_orders.of_clause(scene, before)
        before = scene
    for scene in whole_scenes(reading, words):
        yield from held_orders.claims(scene)
        if "," in scene.clause.texts and scene.clause.texts[0] in held_ranks.LEADING:
            yield from held_ranks.claims(scene)
