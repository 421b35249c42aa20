"""What concerns everybody is told in a channel that each wave has for itself.

Nobody knows in which of them; an alert may ring where nobody of those is whom it calls.

Fails:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 5d}}}
  wave-2: {name: Pages, tasks: {pages: {name: Pages, duration: 5d}}}
channels: {rooms: {name: Rooms, per_wave: true, audience: the wave's people}}
alerts: {down: {name: Service is down, threshold: "> 3 in 5 min", notify: rooms}}
```

Passes:

```yaml
title: Example
waves:
  wave-1: {name: Service, tasks: {api: {name: API, duration: 5d}}}
  wave-2: {name: Pages, tasks: {pages: {name: Pages, duration: 5d}}}
channels: {all: {name: All, audience: everybody}}
alerts: {down: {name: Service is down, threshold: "> 3 in 5 min", notify: all}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each alert, and each meeting that tells of checkpoints or milestones, with a channel of each wave."""
    common = [(meeting, "channel", meeting.channel) for meeting in plan.meetings.values() if meeting.covers]
    told = [(meeting, key, channel) for meeting, key, channel in common if not meeting.per_wave]
    for item, key, name in (*told, *((alert, "notify", alert.notify) for alert in plan.alerts.values())):
        channel = plan.channels.get(name or "")
        if channel and channel.per_wave and len(plan.waves) > 1:
            message = f'"{item.id}" is told in "{channel.id}", of which each wave has its own'
            yield Problem((*item.pointer, key), message, "name a channel that all read")
