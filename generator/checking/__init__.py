"""What the check command does with an outcome: choose rules, compare with a baseline, report, explain."""

from generator.checking.baseline import Compared, Known, baseline_text, compare, is_baseline, read_baseline
from generator.checking.choice import choose, is_failure
from generator.checking.pages import audit_checks, page
from generator.checking.reports import for_a_run, report_on

__all__ = [
    "Compared",
    "Known",
    "audit_checks",
    "baseline_text",
    "choose",
    "compare",
    "for_a_run",
    "is_baseline",
    "is_failure",
    "page",
    "read_baseline",
    "report_on",
]
