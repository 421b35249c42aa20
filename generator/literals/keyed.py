"""Forms of a sentence that cannot do without certain words: one look tells of most sentences that they are none."""

from collections.abc import Iterator

from generator.literals import (
    afterwards,
    agreed,
    alone,
    deputies,
    exposures,
    failing,
    firsts,
    gatherings,
    languages,
    nominal,
    outermost,
    own_weeks,
    risks_told,
    roles_told,
    scopes,
    spare,
    told_by,
)
from generator.literals.claims import Claim, Form, Reading
from generator.patterns import any_of

_KEYED: tuple[tuple[frozenset[str], Form], ...] = (
    (any_of("deputy deputies stand substitute substitutes"), deputies.claims),
    (any_of("exposure"), exposures.claims),
    (any_of("daily weekly meet meets"), gatherings.claims),
    (languages.LANGUAGES, languages.claims),
    (any_of("first last"), firsts.claims),
    (any_of("first last"), outermost.claims),
    (any_of("role trades crafts roles count counts done carried until till from throughout"), roles_told.claims),
    (any_of("part scope left tested covered proved checked finished tests covers"), scopes.claims),
    (any_of("between"), spare.claims),
    (any_of("before and of"), nominal.claims),
    (any_of("coordinates hands settles agrees aligns"), agreed.claims),
    (
        any_of(
            "starts start begins begin waits wait stays stay moves move given put postponed cut shortened dropped"
            " moved replaces replace instead place"
        ),
        failing.claims,
    ),
    (any_of("alone"), alone.claims),
    (any_of("told reported presented declared shown run"), told_by.claims),
    (
        any_of(
            "defects faults findings remarks points what follows relies rely builds build stands stand leans lean"
        ),
        afterwards.claims,
    ),
    (frozenset(own_weeks.ORDINALS), own_weeks.claims),
    (any_of("answered undone met repaired taken after"), risks_told.claims),
)
_ANY = frozenset[str]().union(*(words for words, _ in _KEYED))


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield what the forms find of whose words the sentence has one."""
    if reading.says(_ANY):
        for words, form in _KEYED:
            if reading.says(words):
                yield from form(reading)
