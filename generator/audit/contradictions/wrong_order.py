"""A part of the plan is at work before what it waits for is finished.

The order and the weeks cannot both be kept; the team that believes the weeks will stand and wait.

Fails:

```markdown
| Wave | Weeks | Depends on |
|---|---|---|
| Wave 1 | 1-3 | |
| Wave 2 | 2-5 | Wave 1 |
```

Passes:

```markdown
| Wave | Weeks | Depends on |
|---|---|---|
| Wave 1 | 1-3 | |
| Wave 2 | 4-5 | Wave 1 |
```
"""

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.orders import Order, orders_of
from generator.audit.understanding.units import Unit
from generator.audit.understanding.windows import WEEK, Window
from generator.findings import Severity

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield each order that the weeks of its two parts do not allow, and each that another order turns round."""
    orders = orders_of(facts)
    told: set[tuple[Unit, Unit]] = set()
    for order in orders:
        pair = (order.before, order.after)
        if pair in told or order.before == order.after:
            continue
        told.add(pair)
        yield from _against_weeks(facts, order)
        yield from _turned(order, orders, told)


def _against_weeks(facts: Facts, order: Order) -> Iterator[Contradiction]:
    before = [stay for stay in facts.whole_stays(order.before) if stay.form != "part"]
    after = [stay for stay in facts.whole_stays(order.after) if stay.form != "part"]
    pairs = [(one, other) for one in before for other in after if _too_late(one.window, other.window, order)]
    if pairs and len(pairs) == len(before) * len(after):
        one, other = pairs[0]
        message = f'"{order.after}" ({other.window}) waits for "{order.before}" ({one.window})'
        yield Contradiction(message, order.quote, (one.quote, other.quote), "mend the order or the weeks")


def _too_late(before: Window, after: Window, order: Order) -> bool:
    """A week may be shared, as one can end and the other begin in it; more, or the same end, may not."""
    grain = max(before.grain, after.grain)
    one, other = before.coarse(grain), after.coarse(grain)
    if one.scale != other.scale or not one.first or not one.last or not other.first or not other.last:
        return False
    if order.loose:
        return one.first > other.first
    single = other.last - other.first < grain
    ends_last = one.last > other.last or (one.last == other.last and not single)
    if order.everything:
        return ends_last
    shared = one.last - other.first + 1
    return ends_last or one.first > other.first or shared > (WEEK if grain == WEEK else 1)


def _turned(order: Order, orders: list[Order], told: set[tuple[Unit, Unit]]) -> Iterator[Contradiction]:
    for other in orders:
        if (other.before, other.after) == (order.after, order.before) and (other.before, other.after) not in told:
            told.add((other.before, other.after))
            message = f'"{order.after}" waits for "{order.before}", and "{order.before}" for "{order.after}"'
            yield Contradiction(message, other.quote, (order.quote,))
            return
