"""A day or a share of the simulated runs is told otherwise than the runs have come out.

The runs are drawn from the plan's own seed, so that everybody gets the same figures. One that was changed makes a
promise that looks like a result.

Fails: the scheduled finish is kept in 4% of the runs, and the page says "in 14%".

Passes: the page says "in 4%".
"""

import re
from collections.abc import Iterator

from generator.audit.blocks import Text
from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.pages import Page
from generator.audit.rendered.published import Published
from generator.audit.rendered.sections import sections
from generator.audit.rendered.truth import Truth, plain
from generator.audit.rendered.wording import Wording, wordings
from generator.findings import Severity
from generator.model.risk import Risk
from generator.scheduling.uncertainty.simulation import Percentile, Simulation

SEVERITY = Severity.ERROR
JUDGES_ALONE = True
_PERCENTILES = ("of the runs", "finished by the end of", "workdays")
_PROMISES = ("promise", "until", "kept in")
_KEPT = re.compile(r"\bthe (?P<of>[a-z ]+) \((?P<until>[^()]*)\) in (?P<told>(?:under |over )?\d+%)")
_HAPPENS = re.compile(r"\bIt happens in (?P<told>\d+(?:\.\d+)?%) of the runs\b")


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield each figure of the simulation, and each of a risk in it, that is another."""
    pages = published.everything.values()
    for page in pages:
        yield from _risks(page, truth)
    found = truth.snapshot.simulation if any(_is_told(page.lines) for page in pages) else None
    for page in pages if found else ():
        yield from _tables(page, found, truth)  # type: ignore[arg-type]
    for words in wordings(published) if found else ():
        yield from _kept(words, found)  # type: ignore[arg-type]


def _risks(page: Page, truth: Truth) -> Iterator[Disagreement]:
    for section in sections(page, truth):
        item = truth.item(section.ref)
        if isinstance(item, Risk) and item.chance is not None:
            for text in section.texts:
                yield from _happens(text, _share(float(item.chance) / 100))


def _tables(page: Page, found: Simulation, truth: Truth) -> Iterator[Disagreement]:
    for table in page.document.tables:
        columns = tuple(plain(cell.plain).lower() for cell in table.header)
        for row in table.rows if columns == _PERCENTILES else ():
            yield from _percentile(row, found, truth)
        for row in table.rows if columns == _PROMISES else ():
            yield from _promise(row, found)


def _is_told(lines: tuple[str, ...]) -> bool:
    return any("of the runs" in line.lower() or "of simulated runs" in line for line in lines)


def _happens(text: Text, true: str) -> Iterator[Disagreement]:
    found = _HAPPENS.search(text.plain)
    if found and found["told"] != true:
        yield Disagreement(_message(true, found["told"]), text.place(*found.span("told")))


def _percentile(row: tuple[Text, ...], found: Simulation, truth: Truth) -> Iterator[Disagreement]:
    share = re.fullmatch(r"P(\d+)", row[0].plain.strip())
    known: dict[int, Percentile] = {each.share: each for each in found.percentiles}
    if not share or int(share[1]) not in known:
        yield Disagreement(f'no "{short(row[0].plain)}" is told of the runs', row[0].place())
        return
    true = known[int(share[1])]
    if {each.index for each in truth.days(row[1].plain)} != {true.finish.index}:
        yield Disagreement(_message(f"W{true.finish.week}D{true.finish.number}", row[1].plain), row[1].place())
    if row[2].plain.strip() != f"{true.workdays:.1f}":
        yield Disagreement(_message(f"{true.workdays:.1f}", row[2].plain), row[2].place())


def _promise(row: tuple[Text, ...], found: Simulation) -> Iterator[Disagreement]:
    """Rows of the whole plan are known by what is kept, and those of an item by their date as well."""
    named, until, told = (plain(cell.plain) for cell in row)
    fitting = [each for each in found.chances if named.lower().startswith(each.of) and plain(each.until) == until]
    if fitting and told not in {_share(each.probability) for each in fitting}:
        yield Disagreement(_message(_share(fitting[0].probability), told), row[2].place())


def _kept(words: Wording, found: Simulation) -> Iterator[Disagreement]:
    for said in _KEPT.finditer(words.text):
        chance = found.chance_of(said["of"])
        if chance and plain(said["until"]) != plain(chance.until):
            yield Disagreement(_message(chance.until, said["until"]), words.place(*said.span("until")))
        if chance and said["told"] != _share(chance.probability):
            yield Disagreement(_message(_share(chance.probability), said["told"]), words.place(*said.span("told")))


def _share(share: float) -> str:
    if 0 < share < 0.01:  # noqa: PLR2004 - per cent
        return "under 1%"
    return "over 99%" if 0.99 < share < 1 else f"{share:.0%}"  # noqa: PLR2004 - per cent


def _message(true: str, told: str) -> str:
    return f'the runs come out at "{true}", but "{short(told)}" stands here'
