"""Dependencies in words: what an item waits for, with link and lag."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.breakdown import Dependency, Link, Milestone, Phase, Task, Wave
from generator.model.verification import Checkpoint
from generator.scheduling.drivers import Driver
from generator.scheduling.telling import with_date
from generator.scheduling.working_time import minute_of
from generator.snapshot import Snapshot
from generator.views._mention import Mention, short_of
from generator.views._when import finish_words, lag_words, start_words


@dataclass(frozen=True)
class Wait:
    """A reason to wait: the items waited for, and the words before and behind their names; a note to it."""

    before: str
    of: tuple[Mention, ...] = ()
    after: str = ""
    note: str = ""

    @property
    def words(self) -> str:
        """All of it as plain text."""
        told = " ".join(filter(None, (self.before, ", ".join(each.words for each in self.of), self.after)))
        return f"{told}; {self.note}" if self.note else told


def waits_of(item: Task | Milestone | Wave | Phase, snapshot: Snapshot) -> tuple[Wait, ...]:
    """Tell the dependencies of an item, and the dates imposed on it."""
    links = merged(_wait(each, snapshot) for each in item.depends_on if each.on in snapshot.schedule.breakdown.items)
    return (*links, *(Wait(words) for words in _limits(item, snapshot)))


def merged(waits: Iterable[Wait]) -> Iterator[Wait]:
    """Tell those that differ in their item alone as one."""
    by_words: dict[tuple[str, str, str], list[Mention]] = {}
    for wait in waits:
        by_words.setdefault((wait.before, wait.after, wait.note), []).extend(wait.of)
    return (Wait(before, tuple(of), after, note) for (before, after, note), of in by_words.items())


def imposed_words(item: str, snapshot: Snapshot) -> str:
    """Tell the lower limit that holds an item: not before Week 3 Day 1; a checkpoint stands on its day."""
    entry = snapshot.schedule.breakdown.items[item]
    if isinstance(entry, Checkpoint):
        return "stands on its day"
    to_finish = getattr(entry, "finish_from", None) or getattr(entry, "finish_on", None)
    if to_finish:
        return f"is not to finish before {finish_words(item, snapshot)}"
    return f"is not to start before {start_words(item, snapshot)}"


LATE_WORDS = "is done as late as what follows allows"


def driver_words(driver: Driver, snapshot: Snapshot) -> tuple[str, str]:
    """Put a driver's link, or the role that was short, into words before and behind its item's name."""
    if driver.resource:
        return f"levelled: waits for {called(driver.resource, snapshot)}, at work on", _UNTIL[driver.away]
    dependency = driver.dependency
    lag = lag_words(dependency.lag) if dependency and dependency.lag and dependency.lag.amount else ""
    return link_words(driver.link or Link.FINISH_TO_START, lag, lead=bool(lag and dependency and dependency.lead))


def called(who: str, snapshot: Snapshot) -> str:
    """Name a role or a person."""
    return next(snapshot.names[(kind, who)].name for kind in ("role", "person") if (kind, who) in snapshot.names)


def _limits(item: Task | Milestone | Wave | Phase, snapshot: Snapshot) -> Iterator[str]:
    for key, words in _LIMITS.items():
        when = getattr(item, key, None)
        index = snapshot.schedule.time.day_index(when) if when else None
        if when and index is not None:
            minute = minute_of(when)
            hour = "" if minute is None else f" {minute // 60}:{minute % 60:02}"
            yield words.format(with_date(snapshot.schedule.time.day(index)) + hour)


def link_words(link: Link, lag: str, *, lead: bool) -> tuple[str, str]:
    """Put a link into words before and behind the name of a predecessor."""
    if lead:
        return _LEADS[link][0].format(lag=lag), _LEADS[link][1]
    if lag:
        return _LAGS[link][0].format(lag=lag), _LAGS[link][1]
    return _PLAIN[link]


def _wait(dependency: Dependency, snapshot: Snapshot) -> Wait:
    lag = lag_words(dependency.lag) if dependency.lag and dependency.lag.amount else ""
    before, after = link_words(dependency.link, lag, lead=dependency.lead and bool(lag))
    return Wait(before, (short_of(snapshot.schedule.breakdown.items[dependency.on], snapshot),), after)


_UNTIL = {False: "until then", True: "and then away until then"}
_LIMITS = {
    "start": "not before {}",
    "start_on": "starts on {}",
    "start_by": "starts by {}",
    "finish_from": "finishes not before {}",
    "finish_on": "finishes on {}",
    "finish_by": "finishes by {}",
    "deadline": "deadline {}",
}
_PLAIN = {
    Link.FINISH_TO_START: ("after", ""),
    Link.START_TO_START: ("once", "has started"),
    Link.FINISH_TO_FINISH: ("finishes no earlier than", ""),
    Link.START_TO_FINISH: ("finishes once", "has started"),
}
_LAGS = {
    Link.FINISH_TO_START: ("{lag} after", ""),
    Link.START_TO_START: ("{lag} after", "starts"),
    Link.FINISH_TO_FINISH: ("finishes {lag} after", "or later"),
    Link.START_TO_FINISH: ("finishes {lag} after", "starts, or later"),
}
_LEADS = {
    Link.FINISH_TO_START: ("{lag} before", "finishes"),
    Link.START_TO_START: ("{lag} before", "starts"),
    Link.FINISH_TO_FINISH: ("finishes at most {lag} before", ""),
    Link.START_TO_FINISH: ("finishes at most {lag} before", "starts"),
}
