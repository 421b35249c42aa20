"""A meeting's outcome goes to a channel that others read, while its own audience has one.

Who comes and who reads are told in the same words elsewhere: those who were there look for the outcome in their own
channel, and those who read the other one learn what they were not asked about.

Fails:

```yaml
title: Example
channels:
  hall: {name: Hall radio, handle: radio 4, audience: everyone in the hall, purpose: What is locked}
  office: {name: Office list, handle: office@plant.example, audience: plant management, purpose: Dates}
meetings:
  steering: {name: Steering, on: thu, at: "13:00", lasts: 1 hour, audience: plant management, channel: office}
  stand-up: {name: Stand-up, on: daily, at: "9:15", lasts: 10 min, audience: everyone in the hall, channel: office}
  hand-over: {name: Hand-over, on: fri, at: "13:00", lasts: 30 min, audience: everyone in the hall, channel: hall}
```

Passes:

```yaml
title: Example
channels:
  hall: {name: Hall radio, handle: radio 4, audience: everyone in the hall, purpose: What is locked}
  office: {name: Office list, handle: office@plant.example, audience: plant management, purpose: Dates}
meetings:
  steering: {name: Steering, on: thu, at: "13:00", lasts: 1 hour, audience: plant management, channel: office}
  stand-up: {name: Stand-up, on: daily, at: "9:15", lasts: 10 min, audience: everyone in the hall, channel: hall}
  hand-over: {name: Hand-over, on: fri, at: "13:00", lasts: 30 min, audience: everyone in the hall, channel: hall}
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.literals.stems import stems
from generator.model.plan import Plan

SEVERITY = Severity.WARNING
_EVERYBODY = re.compile(r"\b(?:all|any\w*|every\w*|whole|entire|public)\b", re.IGNORECASE)


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each meeting whose audience is word for word that of other channels, and shares no word with its own."""
    readers = {channel.id: channel.audience for channel in plan.channels.values() if channel.audience}
    for meeting in plan.meetings.values():
        read = readers.get(meeting.channel or "")
        theirs = [f'"{name}"' for name, audience in readers.items() if _plain(audience) == _plain(meeting.audience)]
        if read and theirs and not _may_be(read, meeting.audience):
            message = f'"{meeting.id}" is for {meeting.audience}, and "{meeting.channel}" is read by {read}'
            yield Problem((*meeting.pointer, "channel"), message, f"they read {joined(theirs)}")


def _plain(audience: str) -> str:
    return audience.casefold().strip(" .")


def _may_be(readers: str, audience: str) -> bool:
    """Tell whether an audience may be among the readers of a channel."""
    return _EVERYBODY.search(readers) is not None or not stems(readers).isdisjoint(stems(audience))
