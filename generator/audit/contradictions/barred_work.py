"""A step, a row or an entry plans what a sentence leaves out of the whole plan.

One reader books people for it, and another one has promised that it will not be touched.

Fails:

```markdown
Payroll stays in the old system and is not part of this rollout.

| Weeks | What is done |
|---|---|
| 1-4 | Template, item master |
| 5-8 | Training, payroll switched |
```

Passes:

```markdown
Payroll stays in the old system and is not part of this rollout.

| Weeks | What is done |
|---|---|
| 1-4 | Template, item master |
| 5-8 | Training, payroll stays as it is |
```
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.exclusions import Excluded, exclusions_of, leaves_out
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Grid, Phrase, Quote, Row
from generator.audit.understanding.words import level, tokens_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_DENIED = re.compile(
    r"\b(?:no|not|without|except|excluding|excluded|exclusions?|stay(?:s|ing)?|forbidden|banned|prohibited|ban"
    r"|left (?:out|alone|behind)|non-?goals?|some(?:body|one) else's|remains?|keeps?|kept|untouched"
    r"|unchanged|none|old|never"
    r"|instead|later|future|out of scope|read-only|apart from|away from|outside|inform\w*|tell|told"
    r"|letters?|explain\w*"
    r"|asks?|notice|agree\w*|remind\w*|confirm\w*|warn\w*|protect\w*|cover(?:ed)? (?:up|with)|if|who|why"
    r"|lock\w*|close[ds]?"
    r"|decommission\w*|isolat\w*|secured?|independent|beside|near|next to|opposite|like|as in|than)\b",
    re.IGNORECASE,
)
_DEEDS = re.compile(
    r"\b(?:open\w*|overhaul\w*|replac\w*|mov(?:e|ed|ing)|migrat\w*|chang\w*|rebuil\w*|built|renew\w*|deliver\w*"
    r"|dismantl\w*|remov\w*|exchang\w*|swap\w*|switch\w*|new|install\w*|convert\w*)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"[A-Za-z]\w* \d+")
_SHORT, _MOST = len("none"), 2
_ASIDE = frozenset({"risk", "rollback", "alert", "target", "criteria", "meeting"})
_TALK = re.compile(
    r"\b(?:what if|if|fail\w*|emergenc\w+|questions?|faq|scope|exclu\w+|limits?|assum\w+|contacts?"
    r"|background|glossary|terms|history|not)\b",
    re.IGNORECASE,
)
_RISKS = frozenset(
    {"risk", "scenario", "metric", "mitigation", "probability", "limit", "target", "alert", "rollback time"}
)


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each cell and each entry of the work that names what is left out; what many name is another thing."""
    excluded = exclusions_of(facts.reading)
    found: dict[Excluded, dict[tuple[str, int], Quote]] = defaultdict(dict)
    for phrase, quote, around in _work(facts) if excluded else ():
        own = _stems(phrase.plain)
        each = next((one for one in excluded if _is_named(one, phrase, own, around)), None)
        if each:
            found[each].setdefault((quote.place.file, quote.place.line), quote)
    for each, quotes in found.items():
        for quote in quotes.values() if len(quotes) <= _MOST else ():
            message = f'"{each.words}" is planned here, and left out there'
            yield Contradiction(message, quote, (each.quote,), "take it out of the plan, or into its scope")


def _work(facts: Facts) -> Iterator[tuple[Phrase, Quote, frozenset[str]]]:
    """Cells of tables and entries of lists that tell work, with the words of their headings."""
    for grid, rows in facts.reading.tables:
        titles = " ".join(heading.text.plain for heading in grid.under[-2:])
        if (
            _tells_work(grid)
            and not _TALK.search(titles)
            and not (grid.under and leaves_out(grid.under[-1].text.plain))
        ):
            around = _stems(" ".join([titles, *(header.plain for header in grid.header)]))
            yield from (each for row in rows for each in _cells(row, around))
    for phrase in facts.reading.phrases:
        title = " ".join(heading.text.plain for heading in phrase.under[-2:])
        out = bool(phrase.under) and leaves_out(phrase.under[-1].text.plain)
        plain = _ASIDE.isdisjoint(phrase.sections[:1]) and not _TALK.search(title) and not out
        if phrase.form == "item" and (plain or phrase.is_box):
            yield phrase, phrase.quote(), frozenset()


def _tells_work(grid: Grid) -> bool:
    return _ASIDE.isdisjoint(grid.sections[:1]) and _RISKS.isdisjoint(grid.meanings)


def _cells(row: Row, around: frozenset[str]) -> Iterator[tuple[Phrase, Quote, frozenset[str]]]:
    for cell in row.cells:
        if not any(_DENIED.search(each.plain) for each in row.cells if each is not cell and len(each.plain) > _SHORT):
            yield cell, row.mark(cell), around


def _is_named(each: Excluded, phrase: Phrase, own: frozenset[str], around: frozenset[str]) -> bool:
    """All of its words stand here, those of a heading of the table among them; one at least that no heading has."""
    here = each.stems & own
    whole = bool(here - around) and each.stems <= own | around
    rest = re.sub(re.escape(each.words.rstrip("s")), "", level(phrase.plain), flags=re.IGNORECASE)
    if each.deed and not _DEEDS.search(rest):
        return False
    numbered = _NUMBERED.search(level(each.words))
    if numbered and not re.search(rf"\b{re.escape(numbered.group())}\b", level(phrase.plain), re.IGNORECASE):
        return False
    return whole and phrase is not each.phrase and "?" not in rest and not _DENIED.search(rest)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem for stem, _, _ in tokens_of(text))
