"""Documents to a first plan: what is understood in its place, contradictions as decisions, the rest as notes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.audit.audit import with_lines
from generator.audit.blocks import Document
from generator.audit.first_plan.checks import checkpoint_entries, criterion_entries
from generator.audit.first_plan.columns import by_contents
from generator.audit.first_plan.counting import counted_days, dated_stays, with_dates
from generator.audit.first_plan.dangers import risk_entries, rollback_entries, ways_by_code
from generator.audit.first_plan.dated_weeks import in_weeks
from generator.audit.first_plan.dates import checkpoint_records, milestone_entries
from generator.audit.first_plan.draft import (
    WHO,
    Entry,
    Line,
    assembled,
    entry,
    id_of,
    lines_taken,
    one_line,
    plain,
)
from generator.audit.first_plan.figures import measure_entries
from generator.audit.first_plan.headed_times import planned
from generator.audit.first_plan.ids import Ids
from generator.audit.first_plan.links import holder_entries, link_entries, owner_entries
from generator.audit.first_plan.meetings import meeting_entries
from generator.audit.first_plan.months import assumed_months, months_told, stays_by_weeks, tells_months
from generator.audit.first_plan.notes import notes_of, translations
from generator.audit.first_plan.overview import overview_entries
from generator.audit.first_plan.owners import owners_of
from generator.audit.first_plan.part_labels import labelled_entries
from generator.audit.first_plan.records import records_of
from generator.audit.first_plan.rows import row_tasks
from generator.audit.first_plan.sequences import sequence_entries
from generator.audit.first_plan.settling import sound, taken_back
from generator.audit.first_plan.starts import start_entries
from generator.audit.first_plan.talk import (
    commitment_entries,
    coordination_entries,
    role_entries,
    team_entries,
)
from generator.audit.first_plan.titles import title_entries
from generator.audit.first_plan.waits import wait_entries
from generator.audit.first_plan.work import work_entries
from generator.audit.first_plan.yaml_text import yaml_text
from generator.audit.understanding.facts import Facts, facts_of
from generator.audit.understanding.phrases import Reading
from generator.audit.understanding.taking_apart import take_apart
from generator.findings import Finding, ordered
from generator.model.plan import Plan

_NOT_TOLD = (
    "Where the document tells no durations, a task takes all the weeks of the part that it belongs to.",
    "Estimate each task with those who will do it, before the first date is promised.",
)


@dataclass(frozen=True)
class FirstPlan:
    """The text of a plan file, and the lines of the documents that it keeps as notes.

    What is not in the text in its own words: `headings` of sections and columns all of whose entries are placed, and
    for each line what keys, dates and signs stand for.
    """

    text: str
    notes: tuple[Line, ...]
    decisions: int = 0
    taken_back: int = 0
    headings: frozenset[Line] = frozenset()
    translated: Mapping[Line, frozenset[str]] = field(default_factory=dict)


def first_plan(documents: Iterable[Document]) -> FirstPlan:
    """Make a plan that the schema accepts; an entry that it refuses goes back to the notes."""
    read = tuple(documents)
    reading = by_contents(take_apart(read))
    facts = _understood(reading)
    against = with_lines(read)
    decisions = list(_decisions(ordered([finding for finding, _ in against])))
    understood = [*_entries(facts, list(start_entries(reading))), *assumed_months(reading), *decisions]
    entries = sound(understood, facts, frozenset(line for _, lines in against for line in lines))
    body = yaml_text(_in_order(assembled(entries)))
    notes, headings = notes_of(read, entries)
    text = "".join([_head(read), body, *_told(read, notes)])
    lost = taken_back(understood, entries)
    return FirstPlan(text, notes, len(decisions), lost, headings, translations(entries))


def _understood(reading: Reading) -> Facts:
    count = counted_days(reading)
    told = with_dates(reading, count) if count else in_weeks(reading)
    facts = facts_of(months_told(told) if tells_months(reading) else told)
    return planned(stays_by_weeks(dated_stays(facts, count) if count else facts))


def _entries(facts: Facts, start: list[Entry]) -> list[Entry]:
    ids = Ids()
    records = records_of(facts.reading)
    owners = owners_of(facts.reading, records)
    entries = [*title_entries(facts), *start]
    told = row_tasks(facts)
    entries += [*commitment_entries(facts), *owners.entries(), *role_entries(facts, owners)]
    entries += team_entries(records, owners)
    work = list(work_entries(facts, ids, told))
    entries += [*work, *checkpoint_entries(facts, ids)]
    entries += criterion_entries(facts, lines_taken(each for each in work if each.pointer[-2] == "tasks"))
    back = list(rollback_entries(records, owners))
    entries += [*risk_entries(records, owners, ways_by_code(records, back)), *back, *measure_entries(facts, records)]
    entries += [*meeting_entries(facts, owners), *coordination_entries(facts, ids)]
    entries += checkpoint_records(facts, ids, records, owners, entries)
    entries += milestone_entries(ids, records, owners, entries)
    said = lines_taken(entries, WHO)
    entries += labelled_entries(facts, ids)
    entries += [*link_entries(facts, ids), *sequence_entries(facts, ids, told), *owner_entries(ids, records, owners)]
    entries += [*wait_entries(ids), *holder_entries(entries, records, owners)]
    entries += overview_entries(facts, said)
    if any(each.pointer[-2] == "tasks" for each in work):
        entries.append(entry(("assumptions", "durations"), {"text": _NOT_TOLD[0], "check": _NOT_TOLD[1]}))
    return entries


def _in_order(data: dict[str, Any]) -> dict[str, Any]:
    """Put the sections into the order of the plan language."""
    return {key: data[key] for key in Plan.model_fields if key in data}


def _decisions(findings: Iterable[Finding]) -> Iterator[Entry]:
    """Keep each contradiction as a question that somebody has to settle."""
    taken: list[str] = []
    for finding in findings:
        taken.append(id_of(f"{finding.rule} line {finding.place.line}", taken, "decision"))
        said = f"{finding.place.file}:{finding.place.line}: {finding.message}"
        fact = plain(finding.message.partition(': "')[0])
        title = f"{fact[:1].upper()}{fact[1:]} (line {finding.place.line})"
        yield entry(("decisions", taken[-1]), {"title": title, "said": plain(said), "does": "open", "why": "open"})


def _head(documents: tuple[Document, ...]) -> str:
    names = ", ".join(plain(document.file) for document in documents)
    return (
        f"# A first plan, made from {names}. Contradictions stand under decisions, what found no place at the end.\n"
        '# "planpress check" tells what is still missing; settle the decisions one by one.\n\n'
    )


def _told(documents: tuple[Document, ...], notes: tuple[Line, ...]) -> Iterator[str]:
    """Write the notes as comments, each with its line."""
    if not notes:
        return
    yield "\n# Notes: what found no place in the plan, line by line.\n"
    lines = {document.file: document.lines for document in documents}
    for file, number in notes:
        yield f"# {plain(file)}:{number}: {one_line(lines[file][number - 1])}\n"
