"""Is it going to be on time: one sentence, and what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.formatting import counted, long_date
from generator.scheduling.telling import week_and_day
from generator.snapshot import Snapshot
from generator.views._certainty import day_words, per_cent
from generator.views._progress import Progress, progress_of
from generator.views._standing import Standing, standing_of

if TYPE_CHECKING:
    from generator.scheduling.uncertainty.simulation import Chance

_DONE = 100
_EVEN = 0.5


@dataclass(frozen=True)
class Verdict:
    """The sentence with its tone, and reasons in whole sentences."""

    tone: str
    words: str
    reasons: tuple[str, ...]


def view(snapshot: Snapshot) -> Verdict | None:
    """Judge a plan that has tasks."""
    progress = progress_of(snapshot)
    if progress is None:
        return None
    standing = standing_of(snapshot)
    tone, words = _judged(progress, standing, snapshot)
    chance = _chance(snapshot)
    if chance and chance.probability < _EVEN and tone in ("ok", "info") and progress.percent < _DONE:
        tone = "warn"
    return Verdict(tone, words, tuple(_reasons(standing, snapshot)))


def _judged(progress: Progress, standing: Standing, snapshot: Snapshot) -> tuple[str, str]:
    if progress.percent == _DONE:
        return "ok", "All work is done"
    if standing.today is None:
        return ("bad", _missed(standing)) if standing.missed else ("info", _planned(snapshot))
    if standing.today < snapshot.schedule.time.day_of_start(snapshot.schedule.start).index:
        return "info", f"Begins {_first(snapshot)}"
    if not standing.recorded:
        return _unrecorded(progress, standing, snapshot)
    return _measured(progress, standing, snapshot)


def _unrecorded(progress: Progress, standing: Standing, snapshot: Snapshot) -> tuple[str, str]:
    if standing.late:
        return "warn", f"No progress is recorded; {progress.planned}% was to be done"
    if standing.missed:
        return "bad", _missed(standing)
    return "info", f"{_day(standing, snapshot)}: nothing is late"


def _measured(progress: Progress, standing: Standing, snapshot: Snapshot) -> tuple[str, str]:
    if standing.late:
        critical = any(snapshot.schedule.dates[item].critical for item in standing.late)
        return "bad" if critical else "warn", f"{_are(len(standing.late), 'item')} late"
    if standing.missed:
        return "bad", _missed(standing)
    if progress.planned is not None and progress.percent < progress.planned:
        return "warn", f"Behind: {progress.percent}% done, {progress.planned}% planned"
    return "ok", f"On course: {progress.percent}% done, {progress.planned}% planned"


def _reasons(standing: Standing, snapshot: Snapshot) -> Iterator[str]:
    if standing.deadlines:
        missed = len(standing.missed)
        told = (
            f"{missed} of {counted(standing.deadlines, 'deadline')} missed" if missed else _kept(standing.deadlines)
        )
        yield f"{told}."
    found, chance = snapshot.simulation, _chance(snapshot)
    if found and chance:
        kept, most = per_cent(chance.probability), day_words(found.p80.finish)
        yield f"The {chance.of} holds in {kept} of simulated runs; four in five are done by {most}."


def _chance(snapshot: Snapshot) -> "Chance | None":
    """How likely the finish holds: the promised one, else the scheduled one."""
    found = snapshot.simulation
    return (found.chance_of("committed finish") or found.chance_of("scheduled finish")) if found else None


def _kept(count: int) -> str:
    return {1: "The deadline holds", 2: "Both deadlines hold"}.get(count, f"All {count} deadlines hold")


def _missed(standing: Standing) -> str:
    return f"{_are(len(standing.missed), 'deadline')} missed"


def _are(count: int, noun: str) -> str:
    return f"{counted(count, noun)} {'is' if count == 1 else 'are'}"


def _planned(snapshot: Snapshot) -> str:
    day = snapshot.schedule.time.day_of_finish(snapshot.schedule.finish)
    return f"Planned to finish on {long_date(day.date) if day.date else week_and_day(day)}"


def _first(snapshot: Snapshot) -> str:
    day = snapshot.schedule.time.day_of_start(snapshot.schedule.start)
    return long_date(day.date) if day.date else ""


def _day(standing: Standing, snapshot: Snapshot) -> str:
    """Workday 3 of 25."""
    schedule = snapshot.schedule
    gone = schedule.time.workdays_between(schedule.start, schedule.time.end_of_day(standing.today or 0))
    whole = schedule.time.workdays_between(schedule.start, schedule.finish)
    return f"Workday {gone} of {whole}" if gone <= whole else f"{counted(gone - whole, 'workday')} past the finish"
