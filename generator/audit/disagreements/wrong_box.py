"""A drawn box of a wave or phase tells other weeks or other work than the plan has.

The boxes are the picture of the plan that people remember. They are plain characters, so that anybody can change
them, and no link or table is beside them.

Fails: a wave names three tasks for overviews, and its box has another one in the place of the third.

Passes: the box has all three, in the plan's order.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.audit.blocks import Code
from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.published import Published
from generator.audit.rendered.truth import Ref, Truth, plain
from generator.findings import Place, Severity
from generator.model.breakdown import Wave

SEVERITY = Severity.ERROR
JUDGES_ALONE = True
_HEAD = re.compile(r"Week (?P<weeks>\d{1,4}(?:-\d{1,4})?): (?=\[)")
_BOX = re.compile(r"\[(?P<title>[^\[\]]+)\]")


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield each box that is another."""
    for page in published.everything.values():
        for block in page.document.blocks:
            if isinstance(block, Code) and any("[" in text.plain for text in block.lines):
                lines = [(text.plain, text.place()) for text in block.lines]
                yield from _boxes(lines, truth)


def _boxes(lines: Sequence[tuple[str, Place]], truth: Truth) -> Iterator[Disagreement]:
    for index, (line, place) in enumerate(lines):
        head = _HEAD.match(line)
        boxes = list(_BOX.finditer(line)) if head else []
        below, at = lines[index + 1] if index + 1 < len(lines) else ("", place)
        below = "" if _HEAD.match(below) else below
        for box, after in zip_longest(boxes, boxes[1:]):
            ref = truth.named(box["title"], ("wave", "phase"))
            weeks = str(truth.snapshot.schedule.weeks(ref.id)) if ref else ""
            if ref and head and head["weeks"] != weeks:
                yield Disagreement(f'"{truth.name(ref)}" takes weeks {weeks}, not {head["weeks"]}', place)
            content = plain(below[box.start() : after.start() if after else None])
            if ref and below.strip() and content != _content(ref, truth):
                message = f'the box of "{truth.name(ref)}" has "{_content(ref, truth)}" in the plan, but'
                yield Disagreement(f'{message} "{short(content)}" here', at)


def _content(ref: Ref, truth: Truth) -> str:
    """The tasks that are named in overviews; all where none are."""
    item = truth.item(ref)
    tasks = (item.highlights or tuple(item.tasks)) if isinstance(item, Wave) else tuple(getattr(item, "tasks", ()))
    return plain(", ".join(truth.snapshot.names[("task", task)].short for task in tasks))
