"""A meeting is held at two different times.

Half of those invited will come when the other half has left.

Fails:

```markdown
- **Daily standup**: 9:00, 15 minutes

The daily stand-up at 9:30 opens the day.
```

Passes:

```markdown
- **Daily standup**: 9:00, 15 minutes

The daily stand-up at 9:00 opens the day.
```
"""

import re
from collections.abc import Iterator

from generator.audit.blocks import Text
from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.clocks import Clock, clocks_in
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase, Quote
from generator.audit.understanding.sentences import is_cited
from generator.audit.understanding.words import key_of, level
from generator.findings import Severity

SEVERITY = Severity.ERROR

_MEETING = re.compile(
    r"\b(?:(?:daily|weekly|monthly|sprint|morning|evening)\s+)?(?:stand[ -]?ups?|reviews?|retro\w*|sync\w*"
    r"|demos?|planning|check-?ins?|steering(?: committee)?|war ?room|briefings?|go/no-go(?: call)?)\b",
    re.IGNORECASE,
)
_NEAR = 40


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each time of day that differs from the first one told for the meeting."""
    first: dict[frozenset[str], tuple[Clock, Quote]] = {}
    for phrase in _spoken(facts):
        for meeting, clock in _pairs(phrase):
            quote = phrase.mark(clock.start, clock.end)
            time, other = first.setdefault(key_of(meeting.group()), (clock, quote))
            if time.minute != clock.minute:
                message = f'"{meeting.group()}" is at {clock}, and at {time}'
                yield Contradiction(message, quote, (other,))


def _pairs(phrase: Phrase) -> Iterator[tuple["re.Match[str]", Clock]]:
    """Yield each meeting with the one time of day that follows it closely, before another meeting is named."""
    plain = level(phrase.plain)
    meetings = list(_MEETING.finditer(plain))
    told = clocks_in(plain) if meetings else []
    ends = [*(meeting.start() for meeting in meetings[1:]), len(plain)]
    for meeting, end in zip(meetings, ends, strict=False):
        last = min(end, meeting.end() + _NEAR)
        clocks = [each for each in told if meeting.end() <= each.start and each.end <= last]
        cited = is_cited(plain, meeting.start(), meeting.end())
        if len(clocks) == 1 and not cited and not re.search(r"[.;!?]\s", plain[meeting.end() : clocks[0].start]):
            yield meeting, clocks[0]


def _spoken(facts: Facts) -> Iterator[Phrase]:
    """Texts, and rows of tables read as one text each: the meeting's name and the cell that tells its time."""
    yield from (phrase for phrase in facts.reading.phrases if phrase.is_spoken)
    for grid, rows in facts.reading.tables:
        for row in rows:
            name = row.cells[grid.key_column]
            times = [cell for cell in row.cells if clocks_in(cell.plain)]
            if len(times) == 1 and times[0] is not name:
                yield Phrase(_joined(name, times[0]), "row", name.under, name.style)


def _joined(name: Phrase, time: Phrase) -> Text:
    start = len(name.plain) + 1
    runs = (*name.text.runs, *((start + offset, line, column) for offset, line, column in time.text.runs))
    return Text(name.text.file, f"{name.plain} {time.plain}", runs)
