"""Documents to a first plan: what is understood in its place, contradictions as decisions, the rest as notes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.audit.audit import contradictions
from generator.audit.blocks import Document
from generator.audit.first_plan.checks import (
    checkpoint_entries,
    criterion_entries,
    measure_entries,
    risk_entries,
    rollback_entries,
)
from generator.audit.first_plan.draft import Entry, Line, assembled, entry, id_of, plain, words_of
from generator.audit.first_plan.talk import commitment_entries, coordination_entries, meeting_entries, role_entries
from generator.audit.first_plan.work import Ids, first_day, work_entries
from generator.audit.first_plan.yaml_text import yaml_text
from generator.audit.understanding.facts import Facts, understand
from generator.findings import Finding, Pointer, Severity
from generator.snapshot import examine
from generator.sources.plan_files import parse_plan

_NOT_TOLD = (
    "Where the document tells no durations, a task takes all the weeks of the part that it belongs to.",
    "Estimate each task with those who will do it, before the first date is promised.",
)
_ROUNDS = 20
_WEEKDAYS = frozenset({"week", "weeks", "day", "days"})


@dataclass(frozen=True)
class FirstPlan:
    """The text of a plan file, and the lines of the documents that it keeps as notes."""

    text: str
    notes: tuple[Line, ...]
    decisions: int = 0


def first_plan(documents: Iterable[Document]) -> FirstPlan:
    """Make a plan that the schema accepts; an entry that it refuses goes back to the notes."""
    read = tuple(documents)
    entries = list(_entries(read))
    for _ in range(_ROUNDS):
        refused = _refused(entries)
        if not refused:
            break
        entries = [each for each in entries if not any(_concerns(each.pointer, pointer) for pointer in refused)]
    else:
        entries = entries[:1]
    body = yaml_text(assembled(entries))
    notes = _notes(read, entries)
    decisions = sum(each.pointer[0] == "decisions" for each in entries)
    return FirstPlan("".join([_head(read), body, *_told(read, notes)]), notes, decisions)


def _entries(documents: tuple[Document, ...]) -> Iterator[Entry]:
    facts, ids = understand(documents), Ids()
    yield _title(facts)
    start = first_day(facts)
    if start:
        yield Entry(("start",), start.isoformat(), frozenset())
    yield from commitment_entries(facts)
    yield from role_entries(facts)
    work = list(work_entries(facts, ids))
    yield from work
    yield from checkpoint_entries(facts, ids)
    yield from criterion_entries(facts)
    yield from risk_entries(facts)
    yield from rollback_entries(facts)
    yield from measure_entries(facts)
    yield from meeting_entries(facts)
    yield from coordination_entries(facts, ids)
    yield from _decisions(contradictions(documents))
    if work:
        yield entry(("assumptions", "durations"), {"text": _NOT_TOLD[0], "check": _NOT_TOLD[1]})


def _title(facts: Facts) -> Entry:
    heading = next((phrase for phrase in facts.reading.headings if plain(phrase.plain)), None)
    if heading is None:
        return Entry(("title",), "Untitled plan", frozenset())
    return Entry(("title",), plain(heading.plain), frozenset({(heading.text.file, heading.text.place().line)}))


def _decisions(findings: Iterable[Finding]) -> Iterator[Entry]:
    """Keep each contradiction as a question that somebody has to settle."""
    taken: list[str] = []
    for finding in findings:
        taken.append(id_of(f"{finding.rule} line {finding.place.line}", taken, "decision"))
        said = f"{finding.place.file}:{finding.place.line}: {finding.message}"
        fact = plain(finding.message.partition(': "')[0])
        title = f"{fact[:1].upper()}{fact[1:]} (line {finding.place.line})"
        yield entry(("decisions", taken[-1]), {"title": title, "said": plain(said), "does": "open", "why": "open"})


def _refused(entries: list[Entry]) -> list[Pointer]:
    """Return what the schema or the structure of references does not accept."""
    outcome = examine(parse_plan(yaml_text(assembled(entries)).encode(), "plan/plan.yaml"))
    if outcome.snapshot is not None:
        return []
    return [finding.pointer for finding in outcome.findings if finding.severity is Severity.ERROR and finding.pointer]


def _concerns(pointer: Pointer, refused: Pointer) -> bool:
    """An entry goes when something in it is refused, or what it stands in."""
    size = min(len(pointer), len(refused))
    return pointer != ("title",) and pointer[:size] == refused[:size]


def _notes(documents: tuple[Document, ...], entries: list[Entry]) -> tuple[Line, ...]:
    """Return every line that says something which its entries do not say."""
    told = _words_by_line(entries)
    return tuple(
        (document.file, number)
        for document in documents
        for number, line in enumerate(document.lines, start=1)
        if words_of(line) - told.get((document.file, number), frozenset())
    )


def _words_by_line(entries: list[Entry]) -> dict[Line, frozenset[str]]:
    """Gather for each line the words of the entries that were made from it; W2D1 stands for week and day."""
    told: dict[Line, frozenset[str]] = {}
    for each in entries:
        words = words_of(yaml_text(assembled([each])))
        for line in each.lines:
            told[line] = told.get(line, frozenset()) | words | (_WEEKDAYS if {"w", "d"} <= words else frozenset())
    return told


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
        yield f"# {plain(file)}:{number}: {plain(lines[file][number - 1])}\n"
