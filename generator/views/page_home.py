"""The plan in thirty seconds: when, who, how far, what comes next, what may go wrong."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.commonmark import parse_tree
from generator.findings import Severity
from generator.formatting import counted, joined, long_date, short_date
from generator.model.risk import Risk
from generator.scheduling.progress.recorded import status_day
from generator.snapshot import Snapshot
from generator.views import attention, checkpoint_list, course, milestone_list, risk_ranking, timeline, verdict
from generator.views._glance import Card, Fact, Line
from generator.views._headcount import headcount, headcount_words
from generator.views._mention import mention_of, owner, people_words
from generator.views._progress import Progress, progress_of, share_done
from generator.views._when import span_cell, whole_words
from generator.views.checkpoint_list import CheckpointRow
from generator.views.course import Course
from generator.views.milestone_list import MilestoneRow
from generator.views.risk_plan import tone_of
from generator.views.verdict import Verdict

_FEW = 3
"""Risks and checkpoints that a glance takes in."""
_SOON = 7


@dataclass(frozen=True)
class Home:
    """What the home page shows; `percent` is nothing where the plan has no tasks."""

    subtitle: str
    status: str
    facts: tuple[Fact, ...]
    percent: int | None
    planned: int | None
    progress: str
    verdict: Verdict | None
    course: Course | None
    cards: tuple[Card, ...]


def view(snapshot: Snapshot) -> Home:
    """Tell the plan at a glance."""
    progress = progress_of(snapshot)
    return Home(
        subtitle=snapshot.plan.subtitle or "",
        status=f"Status of {long_date(snapshot.as_of)}" if snapshot.as_of else "",
        facts=tuple(_facts(snapshot)),
        percent=progress.percent if progress and _is_measured(progress) else None,
        planned=progress.planned if progress else None,
        progress=progress.words if progress else "",
        verdict=verdict.view(snapshot),
        course=course.view(snapshot),
        cards=tuple(card for card in _cards(snapshot) if card.lines),
    )


def _is_measured(progress: Progress) -> bool:
    """A plan that nobody has begun to measure is not told to have done nothing."""
    return progress.planned is not None or progress.percent > 0


def _facts(snapshot: Snapshot) -> Iterator[Fact]:
    plan, progress = snapshot.plan, progress_of(snapshot)
    if progress:
        duration = timeline.view(snapshot).duration
        yield Fact("material/calendar-range", "When", _when(snapshot), duration, "schedule")
    if plan.people or plan.waves:
        yield _everybody(snapshot)
    if progress and _is_measured(progress):
        yield Fact("material/progress-check", "Progress", f"{progress.percent}% done", progress.remark, "schedule")
    yield Fact(
        "material/shield-check", "Checks", _found(snapshot), f"{counted(len(snapshot.ran), 'rule')} run", "checks"
    )


def _everybody(snapshot: Snapshot) -> Fact:
    plan, count = snapshot.plan, headcount(snapshot.plan)
    people, teams = headcount_words(plan), counted(len(plan.waves), "wave team") if plan.waves else ""
    by_name = f"{len(plan.people)} by name" if 0 < len(plan.people) < count.high else ""
    beside = ", ".join(filter(None, (by_name, teams)))
    return Fact("material/account-group", "Who", people or teams, beside if people else "", _resources(snapshot))


def _when(snapshot: Snapshot) -> str:
    """Tell the first and the last day as briefly as can be: 5 Jan – 6 Feb 2026, or 5 Oct 2026 – 17 Mar 2027."""
    schedule = snapshot.schedule
    first = schedule.time.day_of_start(schedule.start).date
    last = schedule.time.day_of_finish(schedule.finish).date
    if first is None or last is None:
        return whole_words(snapshot)
    year = f" {first.year}" if first.year != last.year else ""
    return f"{short_date(first)}{year} – {short_date(last)} {last.year}"


def _resources(snapshot: Snapshot) -> str:
    return "resources" if snapshot.plan.roles or snapshot.plan.people else ""


def _found(snapshot: Snapshot) -> str:
    by_weight = {each: sum(finding.severity is each for finding in snapshot.findings) for each in Severity}
    told = [
        counted(count, "note" if each is Severity.INFO else each.value) for each, count in by_weight.items() if count
    ]
    return joined(told) or "No findings"


def _cards(snapshot: Snapshot) -> tuple[Card, ...]:
    """Milestones stand in for checkpoints in a plan that has none; parts without a drawing are told in words."""
    plan = snapshot.plan
    ahead = _next(snapshot) if plan.checkpoints else _milestones(snapshot)
    parts = _teams(snapshot) if plan.waves else _phases(snapshot)
    drawn = course.view(snapshot)
    return attention.view(snapshot), ahead, _risks(snapshot), *(() if drawn and not drawn.more else (parts,))


def _milestones(snapshot: Snapshot) -> Card:
    ahead = [row for row in milestone_list.view(snapshot).rows if not row.done][:_FEW]
    notes = ["; ".join(filter(None, (row.when, _who(row)))) for row in ahead]
    lines = [
        Line(row.name, f"schedule#row-{row.id}", note, *_countdown(row.id, snapshot))
        for row, note in zip(ahead, notes, strict=True)
    ]
    return Card("material/flag", "Next milestones", "schedule", tuple(lines))


def _who(row: MilestoneRow) -> str:
    return row.owner.words if row.owner else ""


def _phases(snapshot: Snapshot) -> Card:
    lines = []
    for phase in snapshot.plan.phases.values():
        percent = share_done(tuple(phase.tasks.values()), snapshot)
        when = span_cell(phase.id, snapshot) if phase.tasks else "no tasks yet"
        chip = "" if percent is None else f"{percent}%"
        lines.append(Line(mention_of(phase, snapshot).words, "schedule", when, chip, _tone(percent)))
    return Card("material/stairs", "Phases", "schedule", tuple(lines))


def _next(snapshot: Snapshot) -> Card:
    ahead = [row for row in checkpoint_list.view(snapshot).rows if not row.done][:_FEW]
    title = "Next checkpoints" if len(ahead) > 1 else "Next checkpoint"
    return Card("material/flag-checkered", title, "checkpoints", tuple(_checkpoint(row, snapshot) for row in ahead))


def _checkpoint(row: CheckpointRow, snapshot: Snapshot) -> Line:
    when = f"{row.when} ({row.date})" if row.date else row.when
    chip, tone = _countdown(row.id, snapshot)
    return Line(row.name, f"checkpoints#checkpoint-{row.id}", f"{when}: {_plain(row.scope)}", chip, tone)


def _countdown(item: str, snapshot: Snapshot) -> tuple[str, str]:
    """In how many days it is, seen from the status date."""
    today = status_day(snapshot.as_of, snapshot.schedule.time)
    if today is None:
        return "", "muted"
    days = snapshot.schedule.time.day_of_finish(snapshot.schedule.dates[item].early_finish).index - today
    if days > 0:
        return f"in {counted(days, 'day')}", "info" if days <= _SOON else "muted"
    return ("today", "warn") if days == 0 else (f"{counted(-days, 'day')} ago", "bad")


def _risks(snapshot: Snapshot) -> Card:
    ranked = risk_ranking.view(snapshot).ranked[:_FEW]
    return Card("material/alert", "Top risks", "risks", tuple(_risk(risk, snapshot) for risk in ranked))


def _risk(risk: Risk, snapshot: Snapshot) -> Line:
    who = owner(risk.owner, snapshot)
    note = f"{risk.impact.capitalize()} impact, {risk.probability} probability"
    tone = tone_of(risk.exposure)
    return Line(risk.name, f"risks#risk-{risk.id}", f"{note}; {who.words}" if who else note, tone.capitalize(), tone)


def _teams(snapshot: Snapshot) -> Card:
    lines = []
    for wave in snapshot.plan.waves.values():
        lead = owner(wave.lead, snapshot)
        when = span_cell(wave.id, snapshot) if wave.tasks else "no tasks yet"
        parts = [when, people_words(wave.team, snapshot), lead.words if lead else ""]
        percent = share_done(tuple(wave.tasks.values()), snapshot)
        chip = "" if percent is None else f"{percent}%"
        note = "; ".join(filter(None, parts))
        lines.append(Line(mention_of(wave, snapshot).words, f"waves/{wave.id}", note, chip, _tone(percent)))
    return Card("material/account-hard-hat", "Teams", "", tuple(lines))


def _tone(percent: int | None) -> str:
    return "ok" if percent == 100 else "info" if percent else "muted"  # noqa: PLR2004 - per cent


def _plain(text: str) -> str:
    """Take the words out of inline Markdown."""
    return "".join(node.content for node in parse_tree(text).walk() if node.type in ("text", "code_inline"))
