"""A wave at a glance: when, who, and what it waits for."""

from dataclasses import dataclass

from generator.formatting import counted
from generator.snapshot import Snapshot
from generator.views._mention import Mention, mention_of, mentioned, people_words
from generator.views._waits import Wait, waits_of
from generator.views._when import span_words, spare_words


@dataclass(frozen=True)
class WaveProfile:
    """Facts of one wave; `spare` is nothing where the wave is critical."""

    title: Mention
    phase: Mention | None
    when: str
    tasks: str
    people: str
    lead: Mention | None
    waits: tuple[Wait, ...]
    critical: bool
    spare: str
    milestones: tuple[str, ...]


def view(snapshot: Snapshot, wave: str) -> WaveProfile:
    """Tell one wave."""
    entry, dates = snapshot.plan.waves[wave], snapshot.schedule.dates[wave]
    phase = snapshot.schedule.breakdown.phase_of(wave)
    return WaveProfile(
        title=mention_of(entry, snapshot),
        phase=mention_of(phase, snapshot) if phase else None,
        when=span_words(wave, snapshot) if entry.tasks else "",
        tasks=counted(len(entry.tasks), "task"),
        people=people_words(entry.team, snapshot),
        lead=mentioned(entry.lead, snapshot, ("person",)),
        waits=waits_of(entry, snapshot),
        critical=bool(entry.tasks) and dates.critical,
        spare=spare_words(dates.total_float, snapshot) if not dates.critical else "",
        milestones=tuple(each.id for each in snapshot.plan.milestones.values() if each.wave == wave),
    )
