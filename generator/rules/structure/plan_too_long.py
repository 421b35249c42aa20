"""The plan runs for longer than a hundred years.

Nobody means it: a number or a unit is wrong somewhere on the way there.

Fails:

```yaml
title: Example
tasks:
  build: {name: Build, duration: 2000w}
  test: {name: Test, duration: 5000w, depends_on: build}
```

Passes:

```yaml
title: Example
tasks:
  build: {name: Build, duration: 2w}
  test: {name: Test, duration: 5w, depends_on: build}
```
"""

from collections.abc import Iterator

from generator.findings import Pointer, Problem, Severity
from generator.scheduling.breakdown import Breakdown
from generator.scheduling.clock import DAY, LONGEST_WEEKS, WEEK_DAYS
from generator.scheduling.critical_path import early_spans
from generator.scheduling.network import Network, Role

SEVERITY = Severity.ERROR


def check(breakdown: Breakdown, network: Network) -> Iterator[Problem]:
    """Yield the longest task, or the link with the longest lag, of a plan that never ends."""
    limits = [node.limits.start_from for node in network.nodes.values() if node.limits.start_from is not None]
    if network.left_over or max(limits, default=0) > LONGEST_WEEKS * WEEK_DAYS * DAY:
        return
    weeks = max((finish for _, finish in early_spans(network, 0).values()), default=0) // (WEEK_DAYS * DAY)
    if weeks > LONGEST_WEEKS:
        message = f"the plan runs for more than {LONGEST_WEEKS} weeks, a hundred years"
        yield Problem(_longest(breakdown, network), message, "check the number and its unit")


def _longest(breakdown: Breakdown, network: Network) -> Pointer:
    work = [node for node in network.nodes.values() if node.role is Role.WORK]
    lengths = {(*breakdown.items[node.item].pointer, "duration"): node.minutes for node in work}
    lags = {edge.pointer: edge.lag for edges in network.into.values() for edge in edges if edge.pointer}
    return max(lengths | lags, key=lambda pointer: (lengths | lags)[pointer], default=())
