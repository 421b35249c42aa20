"""A channel is used by nothing in the plan, although others are.

No meeting posts its outcome there, no alert is told there, and no text names it: messages will go elsewhere.

Fails:

```yaml
title: Example
meetings:
  review: {name: Review, on: fri, lasts: 1 hour, audience: all leads, channel: team}
channels:
  team: {name: Team}
  seams: {name: Seams}
```

Passes:

```yaml
title: Example
meetings:
  review: {name: Review, on: fri, lasts: 1 hour, audience: all leads, channel: team}
  standup: {name: Standup, on: daily, lasts: 15 minutes, audience: everybody, channel: seams}
channels:
  team: {name: Team}
  seams: {name: Seams}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.communication import Channel
from generator.model.plan import Plan
from generator.model.walk import prose

SEVERITY = Severity.INFO


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each channel that is not referred to, where some channel is."""
    used = {meeting.channel for meeting in plan.meetings.values()}
    used |= {alert.notify for alert in plan.alerts.values()}
    if not used - {None} or not used <= {None, *plan.channels}:  # one that is misspelt is told as such
        return
    unused = [channel for channel in plan.channels.values() if channel.id not in used]
    texts = [text for _, text in prose(plan)] if unused else []
    for channel in unused:
        if not any(_names(text, channel) for text in texts):
            told = f'nothing is told in channel "{channel.id}"'
            yield Problem(channel.pointer, told, "name it as the channel of a meeting, or as the notify of an alert")


def _names(text: str, channel: Channel) -> bool:
    spellings = (f"'{channel.id}'", f'"{channel.id}"', channel.handle)
    return any(spelling in text for spelling in spellings if spelling)
