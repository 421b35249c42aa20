"""A figure is read off a source that collects something else, while another source collects it.

What a source is said to collect shares no word with the figure, and that of one other source does. An alert that
reads what its target is read off is told at the target.

Fails:

```yaml
title: Example
tasks: {build: {name: Build, duration: 2d}}
sources:
  traces: {name: Traces, collects: Requests and response times}
  cache: {name: Cache exporter, collects: Hits and misses of the cache}
targets:
  speed: {name: Response time, threshold: under 500ms, source: traces}
  hits: {name: Cache hits, threshold: "> 70%", source: traces}
alerts:
  slow: {name: Response time too long, threshold: "> 500ms", source: traces, target: speed}
  idle: {name: Few cache hits, threshold: "< 70%", source: traces, target: hits}
  worn: {name: Cache misses, threshold: "> 40%", source: cache}
```

Passes:

```yaml
title: Example
tasks: {build: {name: Build, duration: 2d}}
sources:
  traces: {name: Traces, collects: Requests and response times}
  cache: {name: Cache exporter, collects: Hits and misses of the cache}
targets:
  speed: {name: Response time, threshold: under 500ms, source: traces}
  hits: {name: Cache hits, threshold: "> 70%", source: cache}
alerts:
  slow: {name: Response time too long, threshold: "> 500ms", source: traces, target: speed}
  idle: {name: Few cache hits, threshold: "< 70%", source: cache, target: hits}
  worn: {name: Cache misses, threshold: "> 40%", source: cache}
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.monitoring import Alert, SignalSource, Target
from generator.model.plan import Plan
from generator.rules._figures import singular

SEVERITY = Severity.WARNING
_WORD = re.compile(r"[^\W_]{4,}")
_ANYTHING = singular(
    *("time", "rate", "number", "count", "total", "share", "each", "every", "from", "with", "that", "than", "more"),
    *("over", "after", "before", "between", "their", "which", "when", "what", "near", "last", "first", "open"),
)
"""Words that say nothing of what is measured."""


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each target, and each alert that does not read its target's source, with the source that it fits."""
    figures: list[Target | Alert] = [
        *plan.targets.values(),
        *(each for each in plan.alerts.values() if _is_apart(each, plan)),
    ]
    collected = {source.id: _collected(source) for source in plan.sources.values()}
    for each in figures if len(collected) > 1 else ():
        named = _words(each.name)
        fitting = [source for source, words in collected.items() if named & words]
        if each.source in collected and len(fitting) == 1 and each.source not in fitting:
            message = f'"{each.id}" ({each.name}) is read off "{each.source}", which collects nothing of the kind'
            yield Problem((*each.pointer, "source"), message, f'did you mean "{fitting[0]}"?')


def _is_apart(alert: Alert, plan: Plan) -> bool:
    target = plan.targets.get(alert.target or "")
    return target is None or target.source != alert.source


def _collected(source: SignalSource) -> frozenset[str]:
    return _words(f"{source.name} {source.collects}")


def _words(text: str) -> frozenset[str]:
    return singular(*_WORD.findall(text.casefold())) - _ANYTHING
