"""A text names beside a team somebody who leads another one.

Whoever asks for the lead of the team finds a person who knows nothing of its work.

Fails:

```markdown
| Crew | Captain | People |
|---|---|---|
| Mapping | Eva Lindqvist | 6 |
| Pipeline | Rashid Karimi | 8 |

Crew: Mapping, led by Rashid Karimi.
```

Passes:

```markdown
| Crew | Captain | People |
|---|---|---|
| Mapping | Eva Lindqvist | 6 |
| Pipeline | Rashid Karimi | 8 |

Crew: Mapping, led by Eva Lindqvist.
```
"""

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.team_leads import Leads, Led, leads_of, led_in
from generator.findings import Severity

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each place that joins a team with the lead of another one, and nobody of its own."""
    tables = list(leads_of(facts.reading))
    for phrase in facts.reading.phrases if tables else ():
        if phrase.is_spoken:
            for leads in tables:
                yield from (each for led in led_in(phrase.plain) if (each := _other(phrase, led, leads)))


def _other(phrase: Phrase, led: Led, leads: Leads) -> Contradiction | None:
    own, others = leads.of(led.team), leads.leading(led.who)
    if own is None or not others or own in others:
        return None
    message = f'"{own.team}" is with {led.who}, who leads "{others[0].team}"'
    return Contradiction(message, phrase.mark(led.start, led.end), (own.quote, others[0].quote))
