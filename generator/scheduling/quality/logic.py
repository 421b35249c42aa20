"""Points 1 to 4: what waits for what."""

from collections.abc import Iterator

from generator.model.breakdown import Link, Task
from generator.scheduling.drivers import Cause
from generator.scheduling.quality.facts import Facts
from generator.scheduling.quality.point import FEWEST, PERCENT, Found, Point, Verdict, at_most, not_applicable, share

FINISH_TO_START = 90
"""The share of links that should be the plain kind, in per cent."""


def missing_logic(facts: Facts, *, limit: int = PERCENT, fewest: int = FEWEST) -> Point:
    """Point 1: tasks that wait for nothing, or that nothing waits for.

    The start of the plan stands before what begins with it, its finish behind what ends it; a checkpoint waits for
    what it tests.
    """
    return at_most(_loose_ends(facts), facts.among_tasks(fewest), limit)


def leads(facts: Facts, *, limit: int = 0, fewest: int = FEWEST) -> Point:
    """Point 2: links that let work begin before what it waits for is over."""
    links = (each for each in facts.links if each.dependency.lead and each.dependency.lag_text)
    found = (Found(each.item, each.pointer, f'"{each.item}" has a lead: "{each.dependency}"') for each in links)
    return at_most(found, facts.among_links(fewest), limit)


def lags(facts: Facts, *, limit: int = PERCENT, fewest: int = FEWEST) -> Point:
    """Point 3: links with a wait that no task accounts for."""
    links = (each for each in facts.links if not each.dependency.lead and each.dependency.lag_text)
    found = (Found(each.item, each.pointer, f'"{each.item}" has a lag: "{each.dependency}"') for each in links)
    return at_most(found, facts.among_links(fewest), limit)


def finish_to_start(facts: Facts, *, limit: int = FINISH_TO_START, fewest: int = FEWEST) -> Point:
    """Point 4: the share of links that are finish-to-start; the others count against it."""
    others = [each for each in facts.links if each.dependency.link is not Link.FINISH_TO_START]
    found = tuple(Found(each.item, each.pointer, f'"{each.item}" has "{each.dependency}"') for each in others)
    base = facts.among_links(fewest)
    if not base.whole:
        return not_applicable("there is no link")
    plain = base.whole - len(found)
    value, told = f"{plain} of {base.whole} links", f"at least {limit}%"
    if base.is_small:
        return Point(Verdict.COUNTED, value, told, found)
    verdict = Verdict.PASS if plain * 100 >= limit * base.whole else Verdict.FAIL
    return Point(verdict, f"{value} ({share(plain, base.whole)})", told, found)


def _loose_ends(facts: Facts) -> Iterator[Found]:
    waited_for = _waited_for(facts)
    for task in facts.remaining:
        around = (task.id, *_above(task.id, facts))
        ends_plan = facts.schedule.dates[task.id].early_finish >= facts.schedule.finish
        told = [] if _waits(task, around, facts) else ["waits for nothing"]
        told += [] if ends_plan or waited_for.intersection(around) else ["has nothing that waits for it"]
        if told:
            yield Found(task.id, task.pointer, f'"{task.id}" {" and ".join(told)}')


def _waits(task: Task, around: tuple[str, ...], facts: Facts) -> bool:
    items = facts.schedule.breakdown.items
    with_plan = any(driver.cause is Cause.PLAN_START for driver in facts.schedule.dates[task.id].drivers)
    return with_plan or any(getattr(items[each], "depends_on", ()) for each in around)


def _waited_for(facts: Facts) -> frozenset[str]:
    links = {link.on for each in facts.schedule.breakdown.items.values() for link in getattr(each, "depends_on", ())}
    return frozenset(links.union(*(checkpoint.scope for checkpoint in facts.plan.checkpoints.values())))


def _above(item: str, facts: Facts) -> Iterator[str]:
    parent = facts.schedule.breakdown.parents.get(item)
    if parent is not None:
        yield parent
        yield from _above(parent, facts)
