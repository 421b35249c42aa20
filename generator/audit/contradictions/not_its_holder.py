"""An entry names somebody for a thing that has somebody else, where all entries beside it name the right one.

Who is named learns of it on the day, and who was meant does not come.

Fails:

```markdown
| Boat | Skipper |
|---|---|
| Gull | Ada Lind |
| Tern | Tom Rau |
| Skua | Eva Kern |

- 5 March: Gull launched (Ada Lind)
- 6 March: Tern launched (Ada Lind)
- 7 March: Skua launched (Eva Kern)
```

Passes:

```markdown
| Boat | Skipper |
|---|---|
| Gull | Ada Lind |
| Tern | Tom Rau |
| Skua | Eva Kern |

- 5 March: Gull launched (Ada Lind)
- 6 March: Tern launched (Tom Rau)
- 7 March: Skua launched (Eva Kern)
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.audit.blocks import Under
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.holders import Held, Holders, holders_of, named_in
from generator.audit.understanding.people import Person, persons_in
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.WARNING

_BESIDE = re.compile(r"\s\((?:see |for )?(?P<code>[A-Z]{1,4}-?\d{1,4})\)")
_CLAUSE = re.compile(r"[^.;,]+(?:[A-Z]\.[^.;,]+)?")
_LITTLE = frozenset({"only", "may", "not", "both", "then", "also", "one", "who"})
_FEWEST, _MOST, _MOST_WORDS = 2, 20, 120


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one entry of a list, and each code in brackets behind a name, that has another one's person."""
    holders = holders_of(facts.reading)
    having: dict[str, list[Holders]] = defaultdict(list)
    for each in holders:
        for word in {name[0] for held in each.held for name in held.names}:
            having[word].append(each)
    lists: dict[tuple[str, Under], list[Phrase]] = defaultdict(list)
    for phrase in facts.reading.phrases:
        if phrase.is_spoken or phrase.form == "cell":
            yield from _coded(phrase, having)
        if phrase.form == "paragraph":
            yield from _in_clauses(phrase, having)
        if phrase.form == "item" and phrase.item:
            lists[phrase.text.file, phrase.under].append(phrase)
    for items in lists.values():
        yield from _odd(items, having)


def _coded(phrase: Phrase, having: dict[str, list[Holders]]) -> Iterator[Contradiction]:
    """`compared by Tom Rau (R4)`."""
    people = persons_in(phrase) if "(" in phrase.plain else []
    for person in people:
        found = _BESIDE.match(level(phrase.plain), person.end)
        name = tuple(stem for stem, _, _ in tokens_of(found["code"])) if found else ()
        told = [(each, held) for each in having.get(name[0], []) if (held := each.of(name))] if name else []
        right = any(held.person.may_be(person) for _, held in told)
        wrong = [held for each, held in told if each.has(person)]
        if wrong and not right and len(people) == 1:
            yield _told(person, wrong[0])


def _in_clauses(phrase: Phrase, having: dict[str, list[Holders]]) -> Iterator[Contradiction]:
    """`Ada stops the Gull, Tom stops the Tern`: clauses in like words, of which one alone names another person."""
    people = [each for each in persons_in(phrase) if not _is_thing(each, having)]
    plain = level(phrase.plain)
    clauses = [each.span() for each in _CLAUSE.finditer(plain)] if 1 < len(people) <= _MOST else []
    told = []
    for start, end in clauses:
        inside = [each for each in people if start <= each.start < end]
        if len(inside) == 1:
            besides = f"{plain[start : inside[0].start]} {plain[inside[0].end : end]}"
            told.append((inside[0], [stem for stem, _, _ in tokens_of(besides)][:_MOST_WORDS]))
    near = {id(each): each for _, words in told for word in words for each in having.get(word, [])[:_MOST]}
    for holders in list(near.values())[:_MOST]:
        pairs = [(person, words, held) for person, words in told if (held := _named(holders, words))]
        right = [words for person, words, held in pairs if held.person.may_be(person)]
        wrong = [(person, words, held) for person, words, held in pairs if not held.person.may_be(person)]
        if right and len(wrong) == 1 and set(right[0]) & set(wrong[0][1]) - _LITTLE:
            yield _told(wrong[0][0], wrong[0][2])


def _is_thing(person: Person, having: dict[str, list[Holders]]) -> bool:
    """`Cold Store` looks like somebody's name."""
    name = tuple(stem for stem, _, _ in tokens_of(person.told))
    return any(name in each.by_name for each in having.get(name[0], [])[:_MOST]) if name else False


def _named(holders: Holders, words: list[str]) -> Held | None:
    return _meant(holders, named_in(holders.by_name, words))


def _odd(items: list[Phrase], having: dict[str, list[Holders]]) -> Iterator[Contradiction]:
    """Of entries that each name one thing, all but one name its person as well."""
    words = [[stem for stem, _, _ in tokens_of(item.plain)][:_MOST_WORDS] for item in items]
    near = {id(each): each for told in words for word in told for each in having.get(word, [])[:_MOST]}
    for holders in list(near.values())[:_MOST]:
        if holders.source == items[0].under:
            continue
        pairs = [
            (item, _meant(holders, named_in(holders.by_name, told))) for item, told in zip(items, words, strict=True)
        ]
        named = [(persons_in(item), held) for item, held in pairs if held]
        wrong = [(people, held) for people, held in named if not any(held.person.may_be(each) for each in people)]
        strange = [each for people, _ in wrong for each in people if holders.has(each)]
        if len(wrong) == len(strange) == 1 and len(named) - 1 >= _FEWEST:
            yield _told(strange[0], wrong[0][1])


def _meant(holders: Holders, names: set[tuple[str, ...]]) -> Held | None:
    found = {id(held): held for name in names if (held := holders.of(name))}
    return next(iter(found.values())) if len(found) == 1 else None


def _told(person: Person, held: Held) -> Contradiction:
    message = f'"{person.told}" is named here, "{held.person.told}" has "{held.called}"'
    return Contradiction(message, person.quote, (held.quote,))
