"""A document leaves out more, or fewer, entries than it says.

Of a long plan the documents tell a part, and say how many there are besides. Whoever reads the number takes it for
the size of what the site tells in full.

Fails: a table of twelve checkpoints of a plan with a hundred, and below it "Not told here: 80 checkpoints."

Passes: below it stands "Not told here: 88 checkpoints."
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.audit.blocks import Block, Heading, Listing, Paragraph, Table
from generator.audit.rendered.disagreement import Disagreement
from generator.audit.rendered.pages import Page
from generator.audit.rendered.parts import CONTINUED, LeftOut, in_whole, is_again, left_out
from generator.audit.rendered.published import Published
from generator.audit.rendered.statements import KINDS, grids
from generator.audit.rendered.truth import Ref, Truth
from generator.findings import Severity
from generator.model.breakdown import Task

SEVERITY = Severity.ERROR
JUDGES_ALONE = True
_LISTED = ("alert", "target")


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield each number of entries left out that is not what the plan has besides those told."""
    for parts in in_whole(published).values():
        pages = [page for _, page in parts]
        for page in pages:
            for said in left_out(page, truth):
                yield from _held(said, page, pages, truth)


def _held(said: LeftOut, page: Page, pages: Sequence[Page], truth: Truth) -> Iterator[Disagreement]:
    if said.kind == "task":
        idle, critical = _tasks(said.about, pages, truth)
    else:
        idle, critical = len(_every(said, truth)) - _told(said, page, pages), 0
    for number, there in ((said.idle, idle), (said.critical, critical)):
        if number != there:
            yield Disagreement(f"{number} are said to be left out here, and the plan has {there} more", said.place)


def _tasks(part: Ref | None, pages: Sequence[Page], truth: Truth) -> tuple[int, int]:
    """The tasks of a part of the plan that are not critical, and those that are where no table tells them."""
    tasks = _members(part, truth)
    critical = [task for task in tasks if truth.snapshot.schedule.dates[task.id].critical]
    tables = (grid for page in pages for grid in grids(page, truth) if grid.about == part)
    told = any(grid.columns[0] == "task" for grid in tables)
    return len(tasks) - len(critical), 0 if told else len(critical)


def _members(part: Ref | None, truth: Truth) -> list[Task]:
    breakdown = truth.snapshot.schedule.breakdown
    if part:
        items = (breakdown.items[each] for each in breakdown.members.get(part.id, ()))
        return [item for item in items if isinstance(item, Task)]
    return [task for task in breakdown.tasks if task.id not in breakdown.parents]


def _every(said: LeftOut, truth: Truth) -> set[Ref]:
    """All items of a kind; the deliverables that the part's own tasks complete."""
    if said.kind != "deliverable":
        return {ref for ref in truth.refs if ref.kind == said.kind}
    own = {task.id for task in _members(said.about, truth)}
    return {Ref("deliverable", each) for each, task in _last_makers(truth).items() if task in own}


@lru_cache(maxsize=2)
def _last_makers(truth: Truth) -> dict[str, str]:
    """The task that completes each deliverable."""
    dates = truth.snapshot.schedule.dates
    return {each: max(refs, key=lambda ref: dates[ref.id].early_finish).id for each, refs in truth.makers.items()}


def _told(said: LeftOut, page: Page, pages: Sequence[Page]) -> int:
    """How many stand right above the number: rows of their table, lines of a list, or entries beside its heading."""
    number = next(at for at, block in enumerate(page.document.blocks) if _holds(block, said))
    before: Block = page.document.blocks[number - 1]
    if isinstance(before, Heading):
        return _entries(before, pages)
    if isinstance(before, Table):
        return len(before.rows) if said.kind in KINDS.get(before.header[0].plain.lower(), ()) else 0
    return len(before.items) if isinstance(before, Listing) and said.kind in _LISTED else 0


def _holds(block: Block, said: LeftOut) -> bool:
    return isinstance(block, Paragraph) and block.text.spot[0] == said.place.line


def _entries(last: Heading, pages: Sequence[Page]) -> int:
    """How many entries of a document stand before the heading that closes their row."""
    blocks = [block for page in pages for block in page.document.blocks]
    beside = (each for each in blocks if isinstance(each, Heading) and not each.bold and each.level == last.level)
    above = _words(last)
    return sum(_words(each) == above and not is_again(each.text.plain) for each in beside) - 1


def _words(heading: Heading) -> list[str]:
    """The headings that it stands below; the title above them is another one in each part of a document."""
    return [each.text.plain.removesuffix(CONTINUED).strip() for each in heading.under if each.level > 1]
