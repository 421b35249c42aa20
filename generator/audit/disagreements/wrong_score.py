"""A point of the schedule's assessment, or their count, is told with another outcome than the schedule has.

The page is read by people who accept or refuse a schedule by it; nobody works the fourteen points out once more.

Fails: 71 of 75 links lead from finish to start, and the row says "61 of 75 links (81.3%)".

Passes: the row says "71 of 75 links (94.7%)".
"""

import re
from collections import Counter
from collections.abc import Iterator

from generator.audit.blocks import Text
from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.pages import Page
from generator.audit.rendered.published import Published
from generator.audit.rendered.scores import verdicts
from generator.audit.rendered.truth import Truth, plain
from generator.audit.rendered.wording import words_of_page
from generator.findings import Severity
from generator.scheduling.quality.point import Point, Verdict

SEVERITY = Severity.ERROR
JUDGES_ALONE = True
_COLUMNS = ("point", "verdict", "value", "limit")
_ALL = re.compile(r"^Of (?P<count>\d+) points? \d")
_EACH = re.compile(r"\b(\d+) (?:is |are )?(pass(?:es)?|fails?|counted only|not applicable)\b")
_CALLED = {"p": Verdict.PASS, "f": Verdict.FAIL, "c": Verdict.COUNTED, "n": Verdict.NOT_APPLICABLE}


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield each outcome, and each count of outcomes, that is another."""
    for page in published.everything.values():
        for table in page.document.tables:
            if tuple(plain(cell.plain).lower() for cell in table.header) == _COLUMNS:
                for row in table.rows:
                    yield from _row(row, truth)
        yield from _counts(page, truth)


def _row(row: tuple[Text, ...], truth: Truth) -> Iterator[Disagreement]:
    point = verdicts(truth).get(row[0].plain.strip())
    if point is None:
        yield Disagreement(f'there is no point "{short(row[0].plain)}"', row[0].place())
        return
    for cell, true in zip(row[1:], _told(point), strict=False):
        if plain(cell.plain) != plain(true):
            message = f'"{row[0].plain.strip()}" comes out at "{true}", but "{short(cell.plain)}" stands here'
            yield Disagreement(message, cell.place())


def _told(point: Point) -> tuple[str, str, str]:
    return point.verdict.value, point.reason or point.value, point.limit or "-"


def _counts(page: Page, truth: Truth) -> Iterator[Disagreement]:
    for words in words_of_page(page):
        found = _ALL.match(words.text)
        if not found:
            continue
        counts = Counter(point.verdict for point in verdicts(truth).values())
        told = [(each.span(), int(each[1]), counts[_CALLED[each[2][0]]]) for each in _EACH.finditer(words.text)]
        for span, said, true in [(found.span("count"), int(found["count"]), counts.total()), *told]:
            if said != true:
                message = f'"{words.text[slice(*span)]}" is told here, and the schedule has {true}'
                yield Disagreement(message, words.place(*span))
