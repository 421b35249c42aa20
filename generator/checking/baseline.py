"""What a plan was known to be at fault in when the checks were adopted: only what is new since then counts."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from generator.checking.choice import stops
from generator.errors import PlanpressError
from generator.findings import Finding, Suppressed
from generator.snapshot import Outcome

FORMAT_VERSION = 1
_HELP = "write it anew: --write-baseline"
_HELP_OTHER = "name the file that --write-baseline has written, or a new one to write it to"
_KEYS = ("fingerprint", "rule", "path", "message")


@dataclass(frozen=True)
class Known:
    """A finding as a baseline remembers it: without its line, which changes."""

    fingerprint: str
    rule: str
    path: str
    message: str


@dataclass(frozen=True)
class Compared:
    """An outcome with only its new findings, and the entries of the baseline that are found no more."""

    outcome: Outcome
    resolved: tuple[Known, ...]


def baseline_text(outcome: Outcome) -> str:
    """Write what is found now as a baseline; a plan without dates has none, as most of its rules could not run."""
    if outcome.snapshot is None:
        message = "no baseline is written for a plan without dates: most rules could not run"
        raise PlanpressError(message, help="mend what planpress check finds first")
    entries = sorted(map(_entry, outcome.findings), key=lambda each: (each["rule"], each["path"], each["message"]))
    return json.dumps({"format_version": FORMAT_VERSION, "findings": entries}, indent=2, ensure_ascii=False) + "\n"


def is_baseline(text: str) -> bool:
    """Tell whether a text is a baseline of any version, or another of our files of JSON."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(content, dict) and "format_version" in content


def read_baseline(text: str, file: str) -> tuple[Known, ...]:
    """Read a baseline; `file` is its name as an error shall tell it."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise PlanpressError(f'"{file}" is no baseline: not JSON', help=_HELP_OTHER) from None
    version = content.get("format_version") if isinstance(content, dict) else None
    if version != FORMAT_VERSION:
        told = "no format_version" if version is None else f"format_version {version}, not {FORMAT_VERSION}"
        raise PlanpressError(f'"{file}" is no baseline: {told}', help=_HELP)
    entries = content.get("findings")
    if not isinstance(entries, list) or not all(_is_entry(each) for each in entries):
        raise PlanpressError(f'"{file}" is no baseline: its findings cannot be read', help=_HELP)
    return tuple(Known(*(each[key] for key in _KEYS)) for each in entries)


def compare(outcome: Outcome, known: Iterable[Known]) -> Compared:
    """Set aside what a baseline knows; what keeps the plan from having dates counts in any case."""
    by_fingerprint = {each.fingerprint: each for each in known}
    old = [each for each in outcome.findings if each.fingerprint in by_fingerprint and not stops(each, outcome)]
    found = {each.fingerprint for each in (*outcome.findings, *(each.finding for each in outcome.suppressed))}
    ran, set_aside = {rule.name for rule in outcome.ran}, {each.fingerprint for each in old}
    told = replace(
        outcome,
        findings=tuple(each for each in outcome.findings if each.fingerprint not in set_aside),
        suppressed=(*outcome.suppressed, *(Suppressed(each, "baseline", "known to the baseline") for each in old)),
    )
    gone = (each for each in by_fingerprint.values() if each.fingerprint not in found and each.rule in ran)
    return Compared(told, tuple(gone))


def _entry(finding: Finding) -> dict[str, str]:
    return {key: getattr(finding, key) for key in _KEYS}


def _is_entry(entry: Any) -> bool:  # noqa: ANN401 - any JSON
    return isinstance(entry, dict) and all(isinstance(entry.get(key), str) for key in _KEYS)
