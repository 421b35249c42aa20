"""The title of a first plan, and the line below it."""

from collections.abc import Iterator

from generator.audit.first_plan.draft import Entry, lines_of, plain
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase


def title_entries(facts: Facts) -> Iterator[Entry]:
    """Yield the first heading as the title, and a second one right below it that has no other beside it.

    A letterhead is no title: `BOROUGH COUNCIL` above `Report on the bridge`.
    """
    titles = [phrase for phrase in _titles(facts) if plain(phrase.plain)]
    if not titles:
        yield Entry(("title",), "Untitled plan", frozenset())
    if len(titles) > 1 and _is_shouted(titles[0]) and not _is_shouted(titles[1]):
        titles.reverse()
    for key, phrase in zip(("title", "subtitle"), titles, strict=False):
        yield Entry((key,), plain(phrase.plain), lines_of(phrase.quote()))


def _titles(facts: Facts) -> list[Phrase]:
    first = next((phrase for phrase in facts.reading.headings if plain(phrase.plain)), None)
    if first is None:
        return []
    phrases = facts.reading.phrases
    after = next((index for index, each in enumerate(phrases) if each is first), 0) + 1
    second = phrases[after] if after < len(phrases) and phrases[after].form == "heading" else None
    return [first, second] if second and _stands_alone(facts, first, second) else [first]


def _stands_alone(facts: Facts, first: Phrase, second: Phrase) -> bool:
    """Tell a line below the title from the first of several sections: all other headings are of lower levels."""
    levels = {id(heading.text): heading.level for each in facts.reading.documents for heading in each.headings}
    own, others = levels.get(id(second.text), 0), [*levels.values()]
    rest = [each for key, each in levels.items() if key not in {id(first.text), id(second.text)}]
    return len(others) > 1 and bool(rest) and all(each > own for each in rest)


def _is_shouted(phrase: Phrase) -> bool:
    return phrase.plain.isupper()
