"""Why an item has its dates: what drives it, what drives that, back to the start of the plan."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.snapshot import Snapshot
from generator.views._mention import mention_of
from generator.views._reasons import first_driver, next_of, reason_of, through_words
from generator.views._when import span_words


@dataclass(frozen=True)
class Reason:
    """One item of the chain and why it starts when it starts; `also` are drivers that hold it just as much."""

    item: str
    name: str
    when: str
    why: str
    also: tuple[str, ...]


def view(snapshot: Snapshot, item: str) -> tuple[Reason, ...]:
    """Follow the drivers from an item back; where there are several, the first that is critical."""
    return tuple(_reasons(item, snapshot))


def _reasons(item: str, snapshot: Snapshot) -> Iterator[Reason]:
    here: str | None = item
    seen: set[str] = set()
    while here is not None and here not in seen:
        seen.add(here)
        driver = first_driver(here, snapshot)
        others = [each for each in snapshot.schedule.dates[here].drivers if each is not driver and each.item]
        through = through_words(driver, snapshot)
        yield Reason(
            here,
            _name(here, snapshot),
            span_words(here, snapshot),
            ", ".join(filter(None, (reason_of(here, driver, snapshot).words, through))),
            tuple(_name(str(each.item), snapshot) for each in others),
        )
        here = next_of(driver)


def _name(item: str, snapshot: Snapshot) -> str:
    mention = mention_of(snapshot.schedule.breakdown.items[item], snapshot)
    return snapshot.names[(mention.kind, item)].name
