"""The shares of a quota at work at the same time come to more than all of it.

What is shared out twice is refused by the supplier, in the week in which both need it. Shares of work that never
overlaps may be more than a hundred per cent together, but not those of what is used up: "9,000 euros" or "400 litres"
are spent once.

Fails:

```yaml
title: Example
tasks:
  crawl: {name: Crawl, duration: 5d}
  import: {name: Import, duration: 5d}
quotas:
  requests: {name: Requests, shares: {crawl: 60%, import: 50%}}
```

Passes:

```yaml
title: Example
tasks:
  crawl: {name: Crawl, duration: 5d}
  import: {name: Import, duration: 5d, depends_on: crawl}
quotas:
  requests: {name: Requests, shares: {crawl: 60%, import: 50%}}
```
"""

import re
from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.plan import Plan
from generator.model.team import Quota
from generator.patterns import Pattern
from generator.rules._above import above
from generator.scheduling.schedule import Schedule
from generator.scheduling.telling import week_and_day

SEVERITY = Severity.ERROR
_ALL = 100
_MONEY = Pattern(
    r"[€$£¥]|\b(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|JPY|euros?|dollars?|pounds?|francs?|kron(?:or|er)|yen)\b",
    flags=re.IGNORECASE,
)
_MATTER = Pattern(
    r"\b(?:doses?|vials?|lit(?:re|er)s?|tonnes?|tons?|kilograms?|kg|kilos?|sheets?|bricks?|tins?|bags?"
    r"|(?:person|working)[- ](?:hours|days))\b",
    flags=re.IGNORECASE,
)
"""What is gone when it is used."""
_EACH = Pattern(r"/|\b(?:per|each|every|an?|hourly|daily|weekly|monthly|yearly)\b", flags=re.IGNORECASE)


def check(plan: Plan, schedule: Schedule) -> Iterator[Problem]:
    """Yield each quota with the moment at which most is taken, told at the share that goes beyond it."""
    for quota in plan.quotas.values():
        if _is_spent(quota):
            yield from _overspent(quota, schedule)
            continue
        moments = {schedule.dates[item].early_start for item in quota.shares}
        taken = {moment: _at_work(quota, schedule, moment) for moment in sorted(moments)}
        worst = max(taken, key=lambda moment: sum(quota.shares[item] for item in taken[moment]), default=0)
        total = sum(quota.shares[item] for item in taken.get(worst, ()))
        if total > _ALL:
            day = week_and_day(schedule.time.day_of_start(worst))
            told = joined([f'{quota.shares[item]}% of "{item}"' for item in taken[worst]])
            message = f'the shares of "{quota.id}" come to {total}% {day}, more than {_ALL}%'
            yield Problem((*quota.pointer, "shares", _beyond(quota, taken[worst])), message, f"it is {told}")


def _is_spent(quota: Quota) -> bool:
    """Money and matter are gone when they are spent, unless so much is there for each day or month."""
    limit = quota.limit or ""
    return bool(_MONEY.search(limit) or _MATTER.search(limit)) and not _EACH.search(limit)


def _overspent(quota: Quota, schedule: Schedule) -> Iterator[Problem]:
    items = [item for item in quota.shares if not _is_inside(item, quota, schedule)]
    total = sum(quota.shares[item] for item in items)
    if total > _ALL:
        message = f'the shares of "{quota.id}" come to {total}%, more than {_ALL}%'
        yield Problem(
            (*quota.pointer, "shares", _beyond(quota, items)), message, "what is spent is spent once: lower a share"
        )


def _at_work(quota: Quota, schedule: Schedule, moment: int) -> list[str]:
    """Items with a share that are at work at a moment; a share inside another is part of that one."""
    spans = {item: schedule.dates[item] for item in quota.shares if not _is_inside(item, quota, schedule)}
    return [item for item, dates in spans.items() if dates.early_start <= moment < dates.early_finish]


def _is_inside(item: str, quota: Quota, schedule: Schedule) -> bool:
    return any(outer in quota.shares for outer in above(item, schedule.breakdown))


def _beyond(quota: Quota, items: list[str]) -> str:
    """The item whose share, added in the order of the plan, is the first that no longer fits."""
    sums = [sum(quota.shares[each] for each in items[: count + 1]) for count in range(len(items))]
    return next(item for item, taken in zip(items, sums, strict=True) if taken > _ALL)
