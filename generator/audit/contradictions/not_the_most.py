"""A sentence calls something the largest, the longest or the dearest, and by the table it is another one.

Such a sentence is the reason for what is decided next.

Fails:

```markdown
| Team | Engineers |
|---|---|
| Ledger | 5 |
| Gateway | 4 |
| Platform | 2 |

Gateway is the largest team, Platform the smallest.
```

Passes:

```markdown
| Team | Engineers |
|---|---|
| Ledger | 5 |
| Gateway | 4 |
| Platform | 2 |

Ledger is the largest team, Platform the smallest.
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.comparisons import Column, Figure, columns_of, named_in
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.sentences import sentences_of
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_MOST = {
    "size": (r"largest|biggest", r"smallest"),
    "time": (r"longest", r"shortest|quickest"),
    "weight": (r"heaviest", r"lightest"),
    "money": (r"most expensive|dearest|costliest|most costly", r"cheapest|least expensive"),
    "": (r"most|highest", r"fewest|least|lowest"),
}
_HOW = "|".join(f"{more}|{less}" for more, less in _MOST.values())
_SAID = re.compile(
    rf"(?P<who>[^,;:.()]{{2,50}}?)(?P<verb> (?:is|are|has|have|needs?|takes?|gets?|brings?|costs?|carries|weighs)"
    rf"(?: by far| clearly)?|,| and)? the (?P<how>{_HOW})\b(?: (?P<noun>[a-z-]+))?",
    re.IGNORECASE,
)
_TURNED = re.compile(
    rf"\b(?P<the>the) (?P<how>{_HOW}) (?P<noun>[a-z-]+)(?: by far)? (?:is|are) (?P<who>[^,;:.()]{{2,50}})",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    r"\b(?:second|third|one of|among|not|nor|if|than|usually|often|of (?:those|these|them|its|their)"
    r"|in (?:week|month)|so far|until|after|next)\b",
    re.IGNORECASE,
)
_EMPTY = frozenset({"one", "of", "and", "so", "because", "with", "by", "in"})
_ABOUT = {
    "time": re.compile(
        r"length of time|days?|weeks?|hours?|minutes?|duration|length|lasts?|km|distance", re.IGNORECASE
    ),
    "weight": re.compile(r"weights?|loads?|mass|kg|tonn?es?|\(t\)", re.IGNORECASE),
    "money": re.compile(r"cost|costs|budget|price|spend|amount|€|\$|£|eur|usd|gbp|total|sum", re.IGNORECASE),
}


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each superlative that no column of figures bears out."""
    columns = columns_of(facts.reading)
    for phrase in facts.reading.phrases if columns else ():
        plain = level(phrase.plain)
        if phrase.form != "paragraph" and not (phrase.form == "item" and " the " in plain):
            continue
        for start, end in sentences_of(plain):
            if not _LIMITED.search(plain, start, end):
                for found in (*_SAID.finditer(plain, start, end), *_TURNED.finditer(plain, start, end)):
                    yield from _against(phrase, found, columns)


def _against(phrase: Phrase, found: "re.Match[str]", columns: list[Column]) -> Iterator[Contradiction]:
    kind, most = _kind(found["how"])
    noun = [stem for stem, _, _ in tokens_of(found["noun"] or "") if stem not in _EMPTY]
    meant = [(each, figure) for each in columns if (figure := named_in(each, found["who"]))]
    near = [pair for pair in meant if pair[0].grid.under == phrase.under]
    told = [pair for pair in near or meant if _is_about(pair[0], kind, noun, is_near=bool(near))]
    if told and not any(_is_extreme(column, figure, most=most) for column, figure in told):
        column, figure = told[0]
        best = (max if most else min)(column.figures, key=lambda each: each.value)
        message = f'"{found["who"].strip()}" is told to be the {found["how"].lower()}, and "{best.called}" is'
        here = phrase.mark(found.start("who"), found.end("how"))
        quotes = (best.quote, figure.quote)
        yield Contradiction(message, here, quotes, "name the other one, or mend the figures")


def _kind(how: str) -> tuple[str, bool]:
    return next(
        (kind, bool(re.fullmatch(more, how, re.IGNORECASE)))
        for kind, (more, less) in _MOST.items()
        if re.fullmatch(f"{more}|{less}", how, re.IGNORECASE)
    )


def _is_about(column: Column, kind: str, noun: list[str], *, is_near: bool) -> bool:
    """The column is of that kind, and the table lists what the sentence speaks of."""
    if kind == "":
        return bool(noun) and noun[0] in column.stems
    if kind != "size":
        return bool(_ABOUT[kind].search(column.heading))
    listed = {stem for stem, _, _ in tokens_of(column.grid.header[column.grid.key_column].plain)}
    listed |= {stem for stem, _, _ in tokens_of(column.grid.header[0].plain)} | column.stems
    fits = noun[0] in listed if noun else is_near
    return fits and not _ABOUT["time"].search(column.heading)


def _is_extreme(column: Column, figure: Figure, *, most: bool) -> bool:
    values = [each.value for each in column.figures]
    return figure.value == (max(values) if most else min(values))
