"""A sentence tells how many there are, and names more or fewer of them right after it.

Either one was dropped and the number stayed, or one was added.

Fails:

```markdown
Four stages: Main, Barn and Loft.
```

Passes:

```markdown
Three stages: Main, Barn and Loft.
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction, as_counted
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.quantities import PEOPLE, Quantity, quantities_in
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_NAME = r"[A-ZÀ-Þ][\w'-]*(?: [A-ZÀ-Þ0-9][\w'-]*){0,2}"
_NAMES = re.compile(rf"(?:the )?{_NAME}")
_OPENS = re.compile(r"(?:\s[a-z-]+){0,3}\s?(?::\s|\((?!\d))", re.IGNORECASE)
_ARE = re.compile(r"\s?,?\s(?:are|were|namely|being)(?: called| named)?:?\s(?=[A-Z])")
_BEFORE = re.compile(
    rf"(?:^|[.;:(]\s?)(?P<list>{_NAME}(?:, {_NAME}){{1,11}},? (?:and|&) {_NAME})"
    r"(?: (?:are|make|form)(?: up)?|,| -|:) (?:the |our |all )?$"
)
_ENDS = re.compile(r"[.;:](?:\s|$)|\s-\s|\)|$")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_SOME = re.compile(
    r"\b(?:such as|including|e\.g\.|for example|like|among|etc|and so on|mainly|mostly|at least|up to|about|or"
    r"|per|each|every|plus|further|more|other)\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\d\s?(?:,|,? and|,? &)\s$")
_BESIDES = re.compile(r"\b(?:and|with|without|but)\b", re.IGNORECASE)
"""The list names others as well: `Three testers and a lead:`."""
_AND = re.compile(r"\s(?:and|&)\s(?:the\s)?")
_ENTRY = re.compile(r"(?:the |a |an |one )?[^\W\d][\w'./&-]*(?:\s[\w'./&-]+){0,4}")
_MOST, _SLIP, _LONGEST = 12, 2, 200


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each number whose own enumeration has another length."""
    for phrase in facts.reading.phrases:
        if not phrase.is_spoken:
            continue
        amounts = quantities_in(phrase.plain, comma=phrase.style.comma)
        for each in amounts:
            if each.is_count and 1 < each.value <= _MOST and each.head not in PEOPLE:
                yield from _named(phrase, each, amounts)


def _named(phrase: Phrase, each: Quantity, amounts: list[Quantity]) -> Iterator[Contradiction]:
    plain = level(phrase.plain)
    opening = _OPENS.match(plain, each.last) if plain[each.last - 1] == "s" else None
    count = _called(plain, each) or (_after(plain, each, opening, amounts) if opening else 0)
    if count > 1 and 0 < abs(count - int(each.value)) <= _SLIP:
        message = f"{as_counted(phrase, each)} are told, {count} are named"
        yield Contradiction(message, phrase.mark(each.start, each.last), (), "mend the number, or name all of them")


def _after(plain: str, each: Quantity, opening: "re.Match[str]", amounts: list[Quantity]) -> int:
    if (
        _NUMBERS.search(plain[max(0, each.start - 8) : each.start])
        or _SOME.search(plain[max(0, each.start - 12) : opening.end()])
        or _BESIDES.search(opening.group())
    ):
        return 0
    listed = _listed(plain, opening)
    numbered = any(opening.end() <= other.start < opening.end() + len(listed) for other in amounts)
    return 0 if numbered or _SOME.search(listed) else _count(_BRACKETS.sub("", listed))


def _called(plain: str, each: Quantity) -> int:
    """`The six wards are Alder, Birch and Cedar`, and `Alder, Birch and Cedar are the six wards`: names alone."""
    are = _ARE.match(plain, each.last) if plain[each.last - 1] == "s" else None
    before = _BEFORE.search(plain[max(0, each.start - _LONGEST) : each.start])
    if _SOME.search(plain[max(0, each.start - 12) : each.start]) or not (are or before):
        return 0
    listed = _listed(plain, are) if are else before["list"] if before else ""
    names = [part for part in re.split(r",? and |,? & |, ", _BRACKETS.sub("", listed).strip(" .")) if part]
    return len(names) if len(names) > _SLIP and all(_NAMES.fullmatch(name) for name in names) else 0


def _listed(plain: str, opening: "re.Match[str]") -> str:
    """The words up to the end of the sentence, or of the brackets."""
    if opening.group().endswith("("):
        return plain[opening.end() : max(plain.find(")", opening.end()), opening.end())]
    bare = _BRACKETS.sub(lambda match: "x" * len(match.group()), plain)
    end = _ENDS.search(bare, opening.end())
    parted = end is not None and end.group().startswith(";")
    return "" if parted else plain[opening.end() : end.start() if end else len(plain)]


def _count(listed: str) -> int:
    """Entries parted by commas, the last two by *and*; nothing where it may be read otherwise."""
    *first, last = [part.strip() for part in listed.strip(" .").split(",")]
    ands = list(_AND.finditer(last))
    if any(_AND.search(part) for part in first) or len(ands) > 1 or not last:
        return 0
    bare = last.removeprefix("and ").removeprefix("& ")
    entries = [*first, *(_AND.split(bare) if bare == last else [bare])]
    return len(entries) if all(_ENTRY.fullmatch(entry) for entry in entries) else 0
