"""A document tells another value of an item than the plan.

A cell of a table or a labelled line was changed by hand, or was left over from an older plan: whoever reads it plans
with a date, a figure or a name that nobody has decided.

Fails: the plan rates a risk's impact high, and its row says "Low".

Passes: the row says "High".
"""

from collections.abc import Iterator

from generator.audit.rendered.disagreement import Disagreement, apart
from generator.audit.rendered.facts import fact_of
from generator.audit.rendered.published import Published
from generator.audit.rendered.statements import Said, grids, labelled
from generator.audit.rendered.truth import Truth
from generator.findings import Severity

SEVERITY = Severity.ERROR
JUDGES_ALONE = True


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield each cell and each labelled line that says otherwise than plan and schedule."""
    for page in published.everything.values():
        for grid in grids(page, truth):
            for row in grid.rows:
                for said in row.cells:
                    yield from _held(said, truth)
        for said in labelled(page, truth):
            yield from _held(said, truth)


def _held(said: Said, truth: Truth) -> Iterator[Disagreement]:
    fact = fact_of(said, truth)
    if fact and not fact.agrees(said):
        meant, words = apart(fact.told, said.words)
        told = f'"{words}"' if words else "nothing"
        message = f'{said.label} of "{truth.name(said.ref)}" is "{meant}" in the plan, but {told} here'
        yield Disagreement(message, said.place)
