"""Two pages tell the same thing of the same item in different words.

Tables and entries stand on several pages, always with the same columns. A reader of one page and a reader of the
other must find the same.

Fails: the schedule's page says an item is due on a Monday, the strategy's table of the same columns on a Tuesday.

Passes: both say Monday.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from generator.audit.rendered.disagreement import Disagreement, apart, short
from generator.audit.rendered.figures import Figure
from generator.audit.rendered.pages import Page
from generator.audit.rendered.parts import elsewhere, in_whole, whole_grids
from generator.audit.rendered.published import Published, whole_of
from generator.audit.rendered.sections import Section, sections
from generator.audit.rendered.statements import Grid, Said, Spoken, grids
from generator.audit.rendered.truth import Truth, plain
from generator.findings import Severity

SEVERITY = Severity.ERROR
Key = tuple[object, ...]
Print = tuple[Key, str, int]
"""What is told, the page or document that tells it, and a number that stands for the words."""
_LIKE = 0.6


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield cells, rows, charts and entries that are told on several pages, and not alike."""
    yield from held([gathered(published, truth)], published, truth)


def gathered(published: Published, truth: Truth) -> frozenset[Print]:
    """What pages tell, each by a number for its words: enough to see whether others tell it alike."""
    pages = published.everything
    return frozenset(
        chain(
            *(_prints_of_cells(name, page, truth) for name, page in pages.items()),
            _prints_of_tables(published, truth),
            *(_prints_of_charts(name, page) for name, page in pages.items()),
            *(_prints_of_entries(name, page, truth) for name, page in pages.items()),
        )
    )


def held(prints: Iterable[frozenset[Print]], published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Hold those documents against each other that tell the same of something in other words."""
    apart = published.among(_documents_apart(chain(*prints)))
    yield from _cells(apart, truth)
    yield from _rows(apart, truth)
    yield from _figures(apart)
    yield from _entries(apart, truth)


def _documents_apart(prints: Iterable[Print]) -> set[str]:
    found: dict[Key, tuple[set[str], set[int]]] = {}
    for key, name, words in prints:
        names, tellings = found.setdefault(key, (set(), set()))
        names.add(name)
        tellings.add(words)
    apart = (names for names, tellings in found.values() if len(names) > 1 and len(tellings) > 1)
    return {whole_of(name)[0] for names in apart for name in names}


def _prints_of_cells(name: str, page: Page, truth: Truth) -> Iterator[Print]:
    for grid in grids(page, truth):
        for row in grid.rows:
            if row.ref:
                words = hash(tuple((said.label, said.words) for said in row.cells))
                yield ("row", row.ref, grid.columns, grid.about), name, words


def _prints_of_tables(published: Published, truth: Truth) -> Iterator[Print]:
    for key, by_document in _tables(published, truth).items():
        for name, tables in by_document.items():
            told = tuple(tuple(cell.plain for cell in grid.cells) for grid in tables)
            yield ("table", *key), name, hash(told)


def _prints_of_charts(name: str, page: Page) -> Iterator[Print]:
    for figure in page.figures:
        yield ("chart", *_key_of(figure)), name, hash(tuple(words for words, _ in figure.everything))


def _prints_of_entries(name: str, page: Page, truth: Truth) -> Iterator[Print]:
    for section in sections(page, truth):
        yield ("entry", section.ref, section.title), name, hash(tuple(text.plain for text in section.texts))


def _rows(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Tables of the same columns about the same have the same rows, whatever these are about."""
    for by_document in _tables(published, truth).values():
        for one, other in pairwise(by_document.values()):
            for here, there in zip(one, other, strict=True) if len(one) == len(other) else ():
                yield from _alike(here.texts, there.texts, "a table", published.edited)


def _tables(published: Published, truth: Truth) -> dict[Key, dict[str, list[Grid]]]:
    """The tables of documents, but for those that choose their rows."""
    told: dict[Key, dict[str, list[Grid]]] = {}
    for whole, parts in in_whole(published).items():
        pages = [page for _, page in parts]
        chosen = {about for page in pages for about in elsewhere(page, truth)}
        for grid in whole_grids(pages, truth):
            if grid.columns[0] != "task" or grid.about not in chosen:
                by_document = told.setdefault((grid.columns, grid.about, grid.title), {})
                by_document.setdefault(whole, []).append(grid)
    return told


def _figures(published: Published) -> Iterator[Disagreement]:
    """A chart of one sort with one label is the same chart on every page."""
    told: dict[Key, list[Figure]] = {}
    for page in published.everything.values():
        for figure in page.figures:
            told.setdefault(_key_of(figure), []).append(figure)
    for alike in told.values():
        for one, other in pairwise(alike):
            if one.place.file != other.place.file:
                yield from _alike(one.everything, other.everything, "a chart", published.edited)


def _key_of(figure: Figure) -> Key:
    return figure.name, len(figure.rows) > 0, figure.label


def _alike(
    here: Sequence[Spoken], there: Sequence[Spoken], called: str, edited: frozenset[str]
) -> Iterator[Disagreement]:
    """Tell the first of the words that differ, if most are the same."""
    one, other = ([plain(words) for words, _ in each] for each in (here, there))
    shared = (Counter(one) & Counter(other)).total()
    if one == other or shared < _LIKE * max(len(one), len(other), 1):
        return
    pairs = zip(one, other, strict=False)
    index = next((index for index, pair in enumerate(pairs) if pair[0] != pair[1]), min(len(one), len(other)) - 1)
    (words, place), (others, at) = sorted((here[index], there[index]), key=lambda each: each[1].file not in edited)
    told, other_told = apart(words, others)
    message = f'{called} has "{told}" here, but "{other_told}" in {at.file}:{at.line}:{at.column}'
    yield Disagreement(message, place)


def _cells(published: Published, truth: Truth) -> Iterator[Disagreement]:
    told: dict[Key, list[Said]] = {}
    for page in published.everything.values():
        for grid in grids(page, truth):
            for row in grid.rows:
                for said in row.cells:
                    told.setdefault((said.ref, said.label, grid.columns, grid.about), []).append(said)
    for key, tellings in told.items():
        files = {said.place.file for said in tellings}
        if len({said.plain for said in tellings}) > 1 and len(files) == len(tellings):
            yield _differing(tellings, f'{key[1]} of "{truth.name(tellings[0].ref)}"', published.edited)


def _differing(tellings: list[Said], called: str, edited: frozenset[str]) -> Disagreement:
    """Blame what was edited since the build, then whoever is alone; of two the first, as nobody can tell."""
    counts = Counter(said.plain for said in tellings)
    odd = min(tellings, key=lambda said: (said.place.file not in edited, counts[said.plain]))
    other = next(said for said in tellings if said.plain != odd.plain)
    place = f"{other.place.file}:{other.place.line}:{other.place.column}"
    told, other_told = apart(odd.words, other.words)
    return Disagreement(f'{called} is "{told}" here, but "{other_told}" in {place}', odd.place)


def _entries(published: Published, truth: Truth) -> Iterator[Disagreement]:
    told: dict[Key, list[Section]] = {}
    for page in published.everything.values():
        for section in sections(page, truth):
            told.setdefault((section.ref, section.title), []).append(section)
    for alike in told.values():
        for one, other in pairwise(alike):
            here, there = sorted((one, other), key=lambda each: _file(each) not in published.edited)
            yield from _held(here, there, truth)


def _file(section: Section) -> str:
    return section.texts[0].place().file if section.texts else ""


def _held(one: Section, other: Section, truth: Truth) -> Iterator[Disagreement]:
    here, there = ([plain(text.plain) for text in each.texts] for each in (one, other))
    shared = Counter(here) & Counter(there)
    if not here or not there or shared.total() < _LIKE * max(len(here), len(there)) or here == there:
        return
    odd = next((index for index, pair in enumerate(zip(here, there, strict=False)) if pair[0] != pair[1]), None)
    index = min(len(here), len(there)) - 1 if odd is None else odd
    said, place = one.texts[index], other.texts[index].place()
    told, other_told = apart(here[index], there[index])
    message = f'the entry of "{truth.name(one.ref)}" says "{told}" here, but "{other_told}" in'
    if odd is None:
        message = f'the entry of "{truth.name(one.ref)}" ends after "{short(here[index])}" here or in'
    yield Disagreement(f"{message} {place.file}:{place.line}:{place.column}", said.place())
