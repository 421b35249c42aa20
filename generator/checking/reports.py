"""From an outcome to a report: what was found, what was checked, and why anything was not."""

from collections.abc import Sequence
from dataclasses import replace

from generator.checking.baseline import Known
from generator.findings import Severity
from generator.reporters._report import Report
from generator.snapshot import Outcome


def report_on(outcome: Outcome, *, colour: bool) -> Report:
    """Say what was found and what was checked to find it."""
    unread = "the file does not read as a plan" if not outcome.ran else "there are no dates before this is mended"
    return Report(
        findings=outcome.findings,
        ran=outcome.ran,
        not_checked=outcome.not_checked,
        reason=unread if outcome.not_checked else "",
        lines={outcome.source.file: outcome.source.lines},
        colour=colour,
        off=outcome.off,
        suppressed=outcome.suppressed,
        entries=_entries(outcome),
    )


def for_a_run(report: Report, *, fail_on: str, root: str, resolved: Sequence[Known] | None) -> Report:
    """Add what only the command knows: what fails it, the folder it runs in, and what of its baseline is gone."""
    told = None if resolved is None else tuple(f"{each.rule}: {each.message}" for each in resolved)
    return replace(report, fail_on=Severity(fail_on), root=root, resolved=told)


def _entries(outcome: Outcome) -> int | None:
    """Count what has an id."""
    return sum(map(len, outcome.snapshot.index.by_kind.values())) if outcome.snapshot else None
