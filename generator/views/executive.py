"""The plan on one page for who decides: outcome, dates, what may go wrong, what is open, who answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.formatting import counted, joined
from generator.scheduling.telling import with_date
from generator.snapshot import Snapshot
from generator.views import critical_chain, milestone_list, risk_plan, risk_ranking, timeline
from generator.views._certainty import checkpoints_hold, per_cent
from generator.views._headcount import headcount_words
from generator.views._mention import Mention, mention_of, mentioned, people_words
from generator.views._progress import progress_of
from generator.views._when import span_cell, whole_words
from generator.views.milestone_list import MilestoneRow

_MILESTONES, _RISKS, _OPEN, _TEAMS, _DELIVERABLES = 6, 3, 4, 7, 6


T = TypeVar("T")


@dataclass(frozen=True)
class Answer:
    """What everybody asks, and its answer in words; `of` are items that the answer ends with."""

    question: str
    words: str
    of: tuple[Mention, ...] = ()


@dataclass(frozen=True)
class TopRisk:
    """A risk of the greatest exposure."""

    risk: Mention
    exposure: str
    tone: str
    mitigation: str
    owner: Mention | None


@dataclass(frozen=True)
class OpenPoint:
    """A decision that nobody answers for, or an assumption that nobody confirms yet."""

    kind: str
    id: str
    words: str
    missing: str


@dataclass(frozen=True)
class Team:
    """A wave, or a phase where the plan has no waves: when, how many, and who leads."""

    item: Mention
    when: str
    people: str
    lead: Mention | None


@dataclass(frozen=True)
class Executive:
    """The page; each list is cut to what a page holds, and `more_…` says in words what is left out."""

    answers: tuple[Answer, ...]
    milestones: tuple[MilestoneRow, ...]
    more_milestones: str
    risks: tuple[TopRisk, ...]
    more_risks: str
    open: tuple[OpenPoint, ...]
    more_open: str
    teams: tuple[Team, ...]
    more_teams: str
    has_lead: bool
    has_people: bool


def view(snapshot: Snapshot) -> Executive:
    """Tell the plan on one page."""
    milestones = _milestones(snapshot)
    ranked = risk_ranking.view(snapshot).ranked
    open_points, teams = tuple(_open(snapshot)), tuple(_teams(snapshot))
    risks, open_told, teams_told = _some(ranked, _RISKS), _some(open_points, _OPEN), _some(teams, _TEAMS)
    return Executive(
        answers=tuple(_answers(snapshot)),
        milestones=milestones,
        more_milestones=_more(len(snapshot.plan.milestones) - len(milestones), "milestone"),
        risks=tuple(_risk(risk.id, snapshot) for risk in risks),
        more_risks=_more(len(ranked) - len(risks), "risk"),
        open=open_told,
        more_open=_more(len(open_points) - len(open_told), "open point"),
        teams=teams_told,
        more_teams=_more(len(teams) - len(teams_told), "team"),
        has_lead=any(team.lead for team in teams_told),
        has_people=any(team.people for team in teams_told),
    )


def _some(entries: Sequence[T], most: int) -> tuple[T, ...]:
    """Cut a list to what the page holds; the line that tells of a single one left out could tell that one."""
    return tuple(entries if len(entries) == most + 1 else entries[:most])


def _more(count: int, noun: str) -> str:
    return f"{counted(count, f'further {noun}')}" if count > 0 else ""


def _answers(snapshot: Snapshot) -> Iterator[Answer]:
    if snapshot.schedule.breakdown.tasks:
        yield Answer("When", f"{whole_words(snapshot)}, {timeline.view(snapshot).duration}")
        yield from _certain(snapshot)
        yield from _decisive(snapshot)
        yield from _under_way(snapshot)
    yield from _handed_over(snapshot)
    people = headcount_words(snapshot.plan)
    if people:
        yield Answer("Who", f"{people} in {counted(len(snapshot.plan.roles), 'role')}")


def _certain(snapshot: Snapshot) -> Iterator[Answer]:
    """How often the runs keep what is promised of the whole plan, else what is scheduled."""
    found = snapshot.simulation
    if found is None:
        return
    told = found.chance_of("committed finish") or found.chance_of("scheduled finish")
    kept = f"; the {told.of} ({told.until}) is kept in {per_cent(told.probability)} of the runs" if told else ""
    kept += ", in which every checkpoint is passed on its day" if told and checkpoints_hold(snapshot) else ""
    yield Answer("How sure", f"in four runs of five finished by {with_date(found.p80.finish)}{kept}")


def _decisive(snapshot: Snapshot) -> Iterator[Answer]:
    chain = critical_chain.view(snapshot)
    if len(chain.links) > 1:
        yield Answer("What sets the finish", f"{chain.words}: from", (chain.links[0].task, chain.links[-1].task))


def _under_way(snapshot: Snapshot) -> Iterator[Answer]:
    progress = progress_of(snapshot)
    if progress and (progress.percent or snapshot.as_of):
        yield Answer("How far", progress.words)


def _handed_over(snapshot: Snapshot) -> Iterator[Answer]:
    given = {each for task in snapshot.schedule.breakdown.tasks for each in task.delivers}
    there = [each for each in snapshot.plan.deliverables.values() if each.id in given]
    key = [each.name for each in there if each.key] or [each.name for each in there]
    if key:
        told = _some(key, _DELIVERABLES)
        more = _more(len(key) - len(told), "deliverable")
        yield Answer("What is handed over", joined([*told, *([more] if more else [])]))


def _milestones(snapshot: Snapshot) -> tuple[MilestoneRow, ...]:
    """Choose those to come, and of many the last too: it is what all the others lead to."""
    rows = milestone_list.view(snapshot).rows
    ahead = tuple(row for row in rows if not row.done) or rows
    return ahead if len(ahead) <= _MILESTONES + 1 else (*ahead[: _MILESTONES - 1], ahead[-1])


def _risk(risk: str, snapshot: Snapshot) -> TopRisk:
    facts, entry = risk_plan.view(snapshot, risk), snapshot.plan.risks[risk]
    mention = Mention("risk", risk, entry.name)
    return TopRisk(mention, facts.exposure, facts.tone, entry.mitigation, facts.owner)


def _open(snapshot: Snapshot) -> Iterator[OpenPoint]:
    for decision in snapshot.plan.decisions.values():
        if not decision.by:
            yield OpenPoint("decision", decision.id, decision.title, "nobody is named who decided it")
    for assumption in snapshot.plan.assumptions.values():
        if not assumption.check:
            yield OpenPoint("assumption", assumption.id, assumption.text, "nothing confirms it yet")


def _teams(snapshot: Snapshot) -> Iterator[Team]:
    for wave in snapshot.plan.waves.values():
        if wave.tasks:
            lead = mentioned(wave.lead, snapshot, ("person",))
            people = people_words(wave.team, snapshot)
            yield Team(mention_of(wave, snapshot), span_cell(wave.id, snapshot), people, lead)
    for phase in snapshot.plan.phases.values() if not snapshot.plan.waves else ():
        if snapshot.schedule.breakdown.members.get(phase.id):
            yield Team(
                mention_of(phase, snapshot), span_cell(phase.id, snapshot), people_words(phase.team, snapshot), None
            )
