"""A copy of a document says something else than the document: the site, the PDF, or the Markdown to take away.

All copies come from one text. Where they differ, one of them was changed afterwards or belongs to an older build, and
readers of the two act on different plans.

Fails: `docs/risks.md` rates a risk high, and the site's page of risks rates it low.

Passes: both rate it high.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, islice
from typing import NamedTuple

from generator.audit.blocks import Text
from generator.audit.rendered.disagreement import Disagreement, apart, short
from generator.audit.rendered.pages import Page, Raw, words_of
from generator.audit.rendered.parts import goes_on, in_whole, is_again
from generator.audit.rendered.pdf_text import in_print
from generator.audit.rendered.published import DOCS, DOWNLOADS, SITE, Published
from generator.audit.rendered.squashing import squashed
from generator.audit.rendered.truth import Truth
from generator.findings import Place, Severity
from generator.formatting import counted

SEVERITY = Severity.ERROR
JUDGES_ALONE = True
_SHORT, _NEAR, _QUOTED = 14, 600, 60
_MOST = 5
"""So many differences of two copies are told one by one."""

Piece = tuple[str, str, Text | Raw]


@dataclass(frozen=True)
class _Copy:
    """The words of a copy, and all of them in one, as spaces differ from form to form."""

    words: str

    @cached_property
    def told(self) -> str:
        """All without spaces."""
        return squashed(self.words)

    @cached_property
    def _apart(self) -> list[str]:
        return self.words.split()

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(len(squashed(word)) for word in self._apart))

    def between(self, begin: int, end: int) -> str:
        """A stretch of what is told, with the spaces between its words."""
        first, last = bisect_right(self._ends, begin), bisect_left(self._ends, end)
        return " ".join(self._apart[first : last + 1]) if begin < end else ""

    def quoted(self, begin: int, end: int) -> str:
        """The same, the middle of it left out where it is long."""
        return short(self.between(begin, end))


class _Match(NamedTuple):
    """Where a copy says the same, and how much of it: of two places the longer one is no chance."""

    at: int
    size: int


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield where the site's pages, the Markdown to take away and the PDFs leave their documents."""
    for path, page in published.pages.items():
        article = published.article(path)
        if article is not None:
            called = f"the site's page of {path}"
            rest, shown = _without_shared(page, article)
            yield from _missing_markup(rest, article, path)
            if any(_differences(rest.stream, rest, words_of(shown), called)):
                yield from _first(_differences(page.stream, page, words_of(article), called))
    yield from _pictures(published)
    for name, plain in published.plain.items():
        below = published.place(f"{SITE}/{DOWNLOADS}/{name}")
        own = tuple(page for _, page in in_whole(published).get(f"{DOCS}/{name}.md", ()))
        if own:
            said = "\n".join(words for words, _ in plain.stream)
            yield from _first(_differences(_joined(own), own[0], said, f"{below}.md"))
        printed = published.pdf(name)
        if printed is not None:
            stream = [(in_print(words), piece) for words, piece in plain.stream]
            yield from _title(stream, plain, printed, truth.snapshot.plan.title, f"{below}.pdf")
            yield from _first(_differences(stream, plain, printed, f"{below}.pdf", whole=False))


def _title(
    stream: Iterable[tuple[str, Text | Raw]], page: Page, printed: str, plan: str, called: str
) -> Iterator[Disagreement]:
    """Before all else a PDF says the document's title, or has a cover that names the plan."""
    pieces = list(islice(stream, 2))
    if not pieces:
        return
    (words, piece), (follows, _) = pieces[0], pieces[-1]
    copy = _Copy(printed)
    begins = copy.told.partition(squashed(follows))[0] if len(pieces) > 1 else copy.told
    if squashed(words) not in begins and squashed(in_print(plan)) not in begins:
        message = f'{called} begins with "{copy.quoted(0, len(begins))}" where this begins with "{short(words)}"'
        yield Disagreement(message, _place(piece, page.file))


def _first(found: Iterable[Disagreement]) -> Iterator[Disagreement]:
    """Tell the first differences, and of the others how many there are: most follow from those before."""
    every = list(found)
    yield from every[:_MOST]
    if len(every) > _MOST:
        more = counted(len(every) - _MOST, "place")
        yield Disagreement(f"the two copies differ in {more} more from here on", every[_MOST].place)


def _without_shared(page: Page, article: str) -> tuple[Page, str]:
    """Put a sign in the place of each block of HTML that stands letter by letter in the article, in both."""
    raw, shown, at = list(page.raw), list[str](), 0
    for index, block in enumerate(raw):
        markup = "\n".join(block.lines)
        found = article.find(markup, at)
        if found >= 0:
            sign = f"⟦{index}⟧"
            raw[index] = replace(block, lines=(sign,))
            shown += (article[at:found], sign)
            at = found + len(markup)
    return replace(page, raw=tuple(raw)), "".join((*shown, article[at:]))


def _pictures(published: Published) -> Iterator[Disagreement]:
    """The chart that the site offers as a file is the one that lies beside the pages."""
    for name, page in published.pictures.items():
        copy = published.contents.get(f"{SITE}/{name.partition('/')[2]}")
        if copy is not None and copy != published.contents[name]:
            place = Place(page.file, 1, 1, 1, 1)
            yield Disagreement("the site's copy of this chart is another", place)


def _missing_markup(page: Page, article: str, path: str) -> Iterator[Disagreement]:
    """What no reader sees as words counts as well: addresses, and the data of live charts."""
    there = frozenset(line.strip() for line in article.splitlines())
    for raw in page.raw:
        for number, line in enumerate(raw.lines, raw.first):
            if "=" in line and line.strip() not in there and line.strip() not in article:
                place = Place(page.file, number, 1, number, len(line) + 1)
                yield Disagreement(f'the site\'s page of {path} does not have "{short(line)}"', place)


def _joined(pages: Sequence[Page]) -> Iterator[tuple[str, Text | Raw]]:
    """What a document says in all its parts, without what helps the reader from part to part."""
    for number, page in enumerate(pages):
        again = {text.place() for text in _said_again(page, pages[:number])} if number else set()
        yield from (
            (words, piece)
            for words, piece in replace(page, raw=()).stream
            if not isinstance(piece, Text) or piece.place() not in again
        )


def _said_again(page: Page, before: Sequence[Page]) -> Iterator[Text]:
    """The title of a part, the headings that it goes on below, and the head of a table that goes on."""
    headings = [each.text for each in page.document.headings]
    yield from (each for number, each in enumerate(headings) if number == 0 or is_again(each.plain))
    if goes_on(page, before):
        yield from page.document.tables[0].header


def _differences(
    stream: Iterable[tuple[str, Text | Raw]], page: Page, copied: str, called: str, *, whole: bool = True
) -> Iterator[Disagreement]:
    """Walk through both side by side; a copy that is not whole has its own title and no more than the document."""
    copy, at = _Copy(copied), 0
    told = copy.told
    pieces = [(bare, words, piece) for words, piece in stream if (bare := squashed(words))]
    for index in range(0 if whole else 1, len(pieces)):
        bare, words, piece = pieces[index]
        if told.startswith(bare, at):
            at += len(bare)
            continue
        found, again = _found(pieces[index : index + 4], told, at), _again(pieces[index + 1 : index + 5], told, at)
        if found is None or (again is not None and again.at < found.at and again.size >= found.size):
            begin, end = at, at + _QUOTED if again is None else again.at
            at = begin if again is None else again.at
            copied, here = apart(copy.between(begin, end), words)
            message = f'{called} says "{copied}" where this says "{here}"'
            yield Disagreement(message, _place(piece, page.file))
            continue
        if whole:
            message = f'{called} says "{copy.quoted(at, found.at)}" before "{short(words)}", which is not here'
            yield Disagreement(message, _place(piece, page.file))
        at = found.at + len(bare)
    if whole and told[at:]:
        place = Place(page.file, len(page.lines), 1, len(page.lines), 1)
        yield Disagreement(f'{called} goes on with "{copy.quoted(at, len(told))}"', place)


def _found(ahead: Sequence[Piece], told: str, at: int) -> _Match | None:
    """Find where the next pieces stand in a row; a short one alone only near, as it stands everywhere."""
    together, bare = "".join(bare for bare, _, _ in ahead), ahead[0][0]
    found = told.find(together, at)
    if found >= 0:
        return _Match(found, len(together))
    end = len(told) if len(bare) >= _SHORT else at + len(bare) + _NEAR
    found = told.find(bare, at, end)
    return _Match(found, len(bare)) if found >= 0 else None


def _again(ahead: Sequence[Piece], told: str, at: int) -> _Match | None:
    """Find where a copy that says something in place of a piece agrees again with those behind it."""
    for size in (len(ahead), 2, 1):
        together = "".join(bare for bare, _, _ in ahead[:size])
        found = told.find(together, at) if together else -1
        if found >= 0 and (len(together) >= _SHORT or found - at < _NEAR):
            return _Match(found, len(together))
    return None


def _place(piece: Text | Raw, file: str) -> Place:
    if isinstance(piece, Text):
        return piece.place()
    return Place(file, piece.first, 1, piece.first + len(piece.lines) - 1, len(piece.lines[-1]) + 1)
