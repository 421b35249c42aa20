"""A list of an item's entry has not what the plan lists there.

Conditions, steps and agendas are printed one by one and in order. A line that was dropped, moved or changed makes a
procedure that nobody has tried.

Fails: the plan lists two steps, and the document has the first of them alone.

Passes: the document has both, in the plan's order.
"""

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from generator.audit.blocks import Item, Listing
from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.published import Published
from generator.audit.rendered.statements import about
from generator.audit.rendered.truth import Truth, plain, unmarked
from generator.findings import Severity

SEVERITY = Severity.ERROR
JUDGES_ALONE = True


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield the lists below an item's heading that leave the list of the plan that they come nearest to."""
    for page in published.everything.values():
        for block in page.document.blocks:
            ref = about(block.under, page, truth) if isinstance(block, Listing) else None
            entry: BaseModel = truth.item(ref) if ref else truth.snapshot.plan
            if isinstance(block, Listing):
                yield from _held([item for item in block.items if item.depth == 0], _lists_of(entry))


def _lists_of(entry: BaseModel) -> Iterator[list[str]]:
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if isinstance(value, tuple) and value:
            told = [getattr(each, "do", each) for each in value]
            if all(isinstance(each, str) for each in told):
                yield [unmarked(str(each)) for each in told]


def _held(items: Sequence[Item], lists: Iterator[list[str]]) -> Iterator[Disagreement]:
    said = [plain(item.text.plain) for item in items if item.above is None]
    nearest = max(lists, key=lambda listed: (_alike(said, listed), -abs(len(said) - len(listed))), default=None)
    if not said or nearest is None or not _alike(said, nearest) or len(said) > len(nearest) + 1:
        return
    for item, words, meant in zip(items, said, nearest, strict=False):
        if not words.startswith(meant):
            yield Disagreement(f'the plan lists "{short(meant)}" here, not "{short(words)}"', item.text.place())
            return
    if len(said) < len(nearest):
        yield Disagreement(f'the plan goes on with "{short(nearest[len(said)])}"', items[-1].text.place())


def _alike(said: Sequence[str], listed: Sequence[str]) -> int:
    """Count the lines in common; a list of which most are others, or half of one that has more, is another list."""
    shared = sum(any(words.startswith(meant) for meant in listed) for words in said)
    is_another = 2 * shared < min(len(said), len(listed)) or (len(said) > len(listed) and 2 * shared <= len(said))
    return 0 if is_another else shared
