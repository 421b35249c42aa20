"""What the search finds is not what its page says.

Whoever searches reads a passage of the index before the page, and often instead of it.

Fails: the search finds "125 A" on a page that says "152 A".

Passes: it finds what the page says.
"""

import json
from collections.abc import Iterator
from functools import cache

from generator.audit.rendered.disagreement import Disagreement, short
from generator.audit.rendered.pages import words_of
from generator.audit.rendered.published import SEARCH, Published
from generator.audit.rendered.squashing import squashed
from generator.audit.rendered.truth import Truth
from generator.findings import Place, Severity

SEVERITY = Severity.ERROR
_BEFORE = 5
"""Words that are quoted before the wrong one."""


def check(published: Published, truth: Truth) -> Iterator[Disagreement]:
    """Yield each entry of the index that has a word which its page does not have there."""
    del truth
    content = published.contents.get(SEARCH)
    if content is None:
        return
    place = Place(published.place(SEARCH), 1, 1, 1, 1)
    entries = _entries(content)
    if entries is None:
        yield Disagreement("not an index of words", place)

    @cache
    def told(page: str) -> str | None:
        article = published.article(f"{page.rstrip('/') or 'index'}.md")
        return None if article is None else squashed(words_of(article))

    for location, text in entries or ():
        page = told(location.partition("#")[0])
        odd = _odd(text, page) if page is not None else None
        if odd:
            yield Disagreement(
                f'the search finds "{short(odd)}" at "{short(location)}", which does not say so', place
            )


def _entries(content: bytes) -> list[tuple[str, str]] | None:
    """Where each entry leads, with its title and its text; nothing where the file holds none."""
    try:
        found = json.loads(content)["docs"]
        return [(str(each["location"]), f"{each['title']} {each['text']}") for each in found]
    except (ValueError, RecursionError, KeyError, TypeError):
        return None


def _odd(text: str, page: str) -> str | None:
    """The first word that does not follow on the page what stands before it, with some of that.

    The index leaves pictures and their like out, so that its words are not all that the page says.
    """
    words = words_of(text).split()
    if squashed("".join(words)) in page:
        return None
    at = 0
    for index, word in enumerate(words):
        at = page.find(squashed(word), at) + len(squashed(word))
        if at < len(squashed(word)):
            return " ".join(words[max(index - _BEFORE, 0) : index + 1])
    return None
