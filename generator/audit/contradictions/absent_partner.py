"""A part of the plan takes part in something before it begins.

Nobody of it is there to take part, unless people come earlier than the plan says.

Fails:

```markdown
## Wave 1: Data (Weeks 1-2)

## Wave 2: Shop (Weeks 3-4)

## Coordination

- **Week 1**: Limits of the supplier (Wave 1 + Wave 2)
```

Passes:

```markdown
## Wave 1: Data (Weeks 1-2)

## Wave 2: Shop (Weeks 1-4)

## Coordination

- **Week 1**: Limits of the supplier (Wave 1 + Wave 2)
```
"""

import re
from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.units import OUTER, Mention
from generator.audit.understanding.windows import Window
from generator.audit.understanding.words import level
from generator.findings import Severity

SEVERITY = Severity.WARNING

_ARROW = re.compile(r"→|⇒|->|=>")


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each partner of an entry that begins with a week in which the partner is not at work."""
    for phrase in facts.reading.phrases:
        windows = phrase.windows
        if phrase.form != "item" or len(windows) != 1 or level(phrase.plain)[: windows[0].start].strip(" *"):
            continue
        arrow = _ARROW.search(phrase.plain)
        for mention in phrase.units:
            if mention.unit.kind not in OUTER and (arrow is None or mention.end <= arrow.start()):
                yield from _absent(facts, phrase, mention, windows[0].window)


def _absent(facts: Facts, phrase: Phrase, mention: Mention, window: Window) -> Iterator[Contradiction]:
    """A part is absent where every statement puts all of it later; what has ended may still be spoken of."""
    stays = [stay for stay in facts.whole_stays(mention.unit) if stay.window.scale == window.scale]
    joined = _in_brackets(phrase, mention)
    if joined and stays and all((stay.window.first or 0) > (window.last or 0) for stay in stays):
        message = f'"{mention.unit}" ({stays[0].window}) takes part in {window}'
        yield Contradiction(
            message,
            phrase.mark(mention.start, mention.end),
            (stays[0].quote,),
            "say who takes part for it, or move one of them",
        )


def _in_brackets(phrase: Phrase, mention: Mention) -> bool:
    """Tell whether a part stands in brackets, as one of those who take part."""
    before = level(phrase.plain)[: mention.start]
    return before.count("(") > before.count(")")
