"""A firm, a ship or a place is written once in another way than everywhere else.

Readers look for a second one, and orders go to nobody.

Fails:

```markdown
Nordhub Schwertransporte GmbH provides the crane.

- Karim Haddadi, site manager of Nordkran Schwertransporte GmbH
```

Passes:

```markdown
Nordkran Schwertransporte GmbH provides the crane.

- Karim Haddadi, site manager of Nordkran Schwertransporte GmbH
```
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from generator.audit.calendar import NAMES
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Quote
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.WARNING

_WORD = r"[A-ZÀ-Þ][\wà-ÿ&'-]*"
_FORM = (
    r"(?:GmbH(?: & Co\.? KG)?|AG|Ltd|Limited|Lda|Inc|LLC|plc|PLC|SA|S\.A|BV|B\.V|NV|AB|AS|A/S|ApS|Oy|Sarl|SARL|SAS"
    r"|SpA|Srl|KG|SE|Pty|Corp|Corporation|Company|& Sons|& Son|& Co|Brothers|Bros|Partners|Services"
    r"|Logistics|Systems"
    r"|Solutions|Transport|Engineering|Consulting|Catering|Events|Media|Labs|Foundation|University|College|Hospital"
    r"|School|Museum|Theatre|Hotel|Church|Farm|Street|Road|Lane|Square|Avenue|Hall|House|Park|Bridge)"
)
_FIRM = re.compile(rf"(?<![\w-])(?P<core>{_WORD}(?:\s(?:& )?{_WORD}){{0,3}}?)\s(?P<form>{_FORM})(?![\w-])")
_SHIP = re.compile(rf"(?<![\w-])(?P<kind>MV|MS|MY|SS|RV|FV|HMS|USS|TS|SY)\s(?P<name>{_WORD}(?:\s{_WORD})?)")
_INSIDE = re.compile(r"(?<=[a-zà-ÿ,)] )(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{5,})\b(?!-)")
_DOES = re.compile(
    r"(?<![\w-])(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{4,})(?:'s [a-z]+|\s(?:sends|brings|provides|delivers|supplies"
    r"|takes|has|is"
    r"|will|must|can|may|does|pays|installs|builds|repairs|comes|lends|moves|carries|keeps|replaces|runs))\b"
)
_LEGAL = re.compile(
    r"GmbH.*|AG|Ltd|Limited|Lda|Inc|LLC|plc|PLC|S\.?A|B\.?V|NV|AB|AS|A/S|ApS|Oy|S.RL|Sarl|SAS|SpA|Srl|KG"
    r"|SE|Pty|Corp"
)
_OFTEN, _LONG, _ALIKE = 3, 6, 3
_FEWEST, _MOST, _SLIPS = 4, 60, 2
_LEADING = 2
_GENERIC = NAMES | frozenset(
    ["the", "a", "an", "in", "on", "at", "new", "old", "north", "south", "east", "west", "upper", "lower", "main"]
)
_Found = dict[str, list[tuple[str, Quote]]]


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the rarer of two names that share all words but one, and never stand in one text."""
    words: Counter[str] = Counter()
    families: dict[str, _Found] = defaultdict(lambda: defaultdict(list))
    for phrase in facts.reading.phrases:
        plain = level(phrase.plain)
        words.update(re.findall(r"[\wà-ÿ-]+", plain))
        for match in (*_FIRM.finditer(plain), *_SHIP.finditer(plain)):
            groups = match.groupdict()
            name = (groups.get("core") or groups.get("name") or "").strip()
            if name.split(" ")[0].lower() not in _GENERIC:
                told = (match.group(), phrase.mark(*match.span()))
                families[groups.get("form") or groups.get("kind") or ""][name].append(told)
    yield from _slips(facts, words)
    firms = {
        name: told for form, family in families.items() if _LEGAL.fullmatch(form) for name, told in family.items()
    }
    yield from _short_names(facts, words, firms)
    for family in families.values():
        for one, other in combinations(list(family)[:_MOST], 2):
            odd = _odd(one, other)
            apart = not {quote.text for _, quote in family[one]} & {quote.text for _, quote in family[other]}
            if odd and apart:
                here, there = (one, other) if words[odd[0]] < words[odd[1]] else (other, one)
                if words[odd[0]] == words[odd[1]]:
                    here, there = other, one
                written, quote = family[here][0]
                usual, elsewhere = family[there][0]
                message = f'"{written}" is written "{usual}" elsewhere'
                yield Contradiction(message, quote, (elsewhere,), "write the name in one way")


def _slips(facts: Facts, words: Counter[str]) -> Iterator[Contradiction]:
    """A word that is a name by its capital inside of sentences, and is told once in nearly the same letters."""
    places: dict[str, Quote] = {}
    for phrase in facts.reading.phrases:
        for match in _INSIDE.finditer(level(phrase.plain)) if phrase.form != "heading" else ():
            places.setdefault(match["name"], phrase.mark(match.start("name"), match.end("name")))
    names = [name for name in places if name.lower() not in words and name.lower() not in NAMES]
    usual = [name for name in names if words[name] >= _OFTEN][:_MOST]
    for name in (each for each in names if words[each] == 1):
        other = next((each for each in usual if _is_slip(name, each)), "")
        if other:
            message = f'"{name}" is written "{other}" elsewhere'
            yield Contradiction(message, places[name], (places[other],), "write the name in one way")


def _short_names(facts: Facts, words: Counter[str], firms: _Found) -> Iterator[Contradiction]:
    """A firm called by its first word alone, and once by a word that begins alike and does what a firm does."""
    cores = {name.split(" ")[0]: told[0] for name, told in firms.items() if len(name.split(" ")[0]) >= _LONG}
    for phrase in facts.reading.phrases if cores else ():
        for match in _DOES.finditer(level(phrase.plain)):
            word = match["name"]
            core = next((each for each in cores if each[:_ALIKE] == word[:_ALIKE] and each != word), "")
            related = core.startswith(word) or word.startswith(core)
            if (
                core
                and not related
                and words[word] == 1
                and (words[core] > 1 or _distance(word, core) == 1)
                and word.lower() not in words
            ):
                usual, elsewhere = cores[core]
                message = f'"{word}" is written "{usual}" elsewhere'
                yield Contradiction(
                    message, phrase.mark(*match.span("name")), (elsewhere,), "write the name in one way"
                )


def _is_slip(one: str, other: str) -> bool:
    """Begins and ends alike, and differs within."""
    edges = one[:_LEADING] == other[:_LEADING] and one[-1] == other[-1] and min(len(one), len(other)) >= _LONG
    return (
        edges and abs(len(one) - len(other)) <= 1 and 0 < _distance(one, other) <= (_SLIPS if len(one) > _LONG else 1)
    )


def _odd(one: str, other: str) -> tuple[str, str] | None:
    """Return the one word that differs, where others are shared or it is nearly the same."""
    left, right = one.split(" "), other.split(" ")
    if len(left) != len(right):
        return None
    differ = [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
    if len(differ) != 1:
        return None
    first, second = differ[0]
    alike = first[:_LEADING] == second[:_LEADING] and min(len(first), len(second)) >= _FEWEST
    return differ[0] if alike and (len(left) > 1 or _distance(first, second) <= _SLIPS) else None


def _distance(one: str, other: str) -> int:
    """Count the letters to change, add or take away."""
    row = list(range(len(other) + 1))
    for number, left in enumerate(one, start=1):
        last, row = row, [number]
        for index, right in enumerate(other, start=1):
            row.append(min(last[index] + 1, row[-1] + 1, last[index - 1] + (left != right)))
    return row[-1]
