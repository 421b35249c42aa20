"""Mends a plan as far as every edit holds: the plan is read and checked again, and must be no worse for it."""

import difflib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from html import unescape

from generator.findings import Edit, Finding, Pointer
from generator.mending.edits import edited
from generator.model.walk import prose
from generator.rules._catalogue import rules
from generator.snapshot import Outcome, examine
from generator.sources.plan_files import parse_plan

_CHANGING_TEXT = frozenset({"unknown-fact", "prose-id"})
"""Rules whose edits are meant to change how a text reads."""
_BOM = b"\xef\xbb\xbf"
Choose = Callable[[Outcome], Outcome]
_Tried = tuple[str, Pointer, Edit | None]


@dataclass(frozen=True)
class Mended:
    """A plan with what was mended in it, and what was left because its edit did not hold."""

    content: bytes
    outcome: Outcome
    done: tuple[Finding, ...]
    left: tuple[Finding, ...]


def mend(content: bytes, file: str, *, as_of: date | None = None, choose: Choose = lambda outcome: outcome) -> Mended:
    """Make the edits of all findings chosen, as many as hold together, until there are none left to make."""
    outcome = examine(parse_plan(content, file), as_of=as_of)
    done: list[Finding] = []
    left: dict[_Tried, Finding] = {}
    while True:
        wanted = [each for each in choose(outcome).findings if each.fix and _tried(each) not in left]
        if not wanted:
            return Mended(content, outcome, tuple(done), tuple(left.values()))
        mended = _attempt(content, outcome, wanted, as_of)
        while mended is None and len(wanted) > 1:
            wanted = wanted[: len(wanted) // 2]
            mended = _attempt(content, outcome, wanted, as_of)
        if mended is None:
            left[_tried(wanted[0])] = wanted[0]
        else:
            content, outcome = mended
            done += wanted


def difference(before: bytes, after: bytes, file: str) -> str:
    """Write what an edit changes as a unified diff; nothing where it changes nothing."""
    old, new = (_lines(content.removeprefix(_BOM).decode()) for content in (before, after))
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in difflib.unified_diff(old, new, file, file)
    )


def _lines(text: str) -> list[str]:
    """Lines with their ends, divided where a diff divides them."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _tried(finding: Finding) -> _Tried:
    return finding.rule, finding.pointer, finding.fix


def _attempt(
    content: bytes, before: Outcome, findings: Iterable[Finding], as_of: date | None
) -> tuple[bytes, Outcome] | None:
    """Make edits together; nothing where one cannot be made, or the plan would be the worse for them."""
    edits = [finding.fix for finding in findings if finding.fix]
    text = edited(before.source, edits)
    if text is None:
        return None
    mark = _BOM if content.startswith(_BOM) else b""
    after = examine(parse_plan(mark + text.encode(), before.source.file), as_of=as_of)
    is_sound = not _is_worse(before, after, edits) and _reads_alike(before, after)
    return (mark + text.encode(), after) if is_sound else None


def _is_worse(before: Outcome, after: Outcome, edits: Iterable[Edit]) -> bool:
    """Tell whether a rule that ran before has found something new."""
    ran = {rule.name for rule in before.ran}
    renamed = {edit.pointer: (*edit.pointer[:-1], edit.text) for edit in edits if edit.at_key}
    known = Counter((each.rule, _moved(each.pointer, renamed)) for each in _all(before))
    found = Counter((each.rule, each.pointer) for each in _all(after) if each.rule in ran or each.rule not in rules())
    return bool(found - known)


def _all(outcome: Outcome) -> tuple[Finding, ...]:
    return (*outcome.findings, *(each.finding for each in outcome.suppressed))


def _moved(pointer: Pointer, renamed: dict[Pointer, Pointer]) -> Pointer:
    for old, new in renamed.items():
        if pointer[: len(old)] == old:
            return (*new, *pointer[len(old) :])
    return pointer


def _reads_alike(before: Outcome, after: Outcome) -> bool:
    """Tell whether every text reads as it did, but for those that could not be filled in."""
    if before.snapshot is None:
        return True
    if after.snapshot is None:
        return False
    broken = {each.pointer for each in _all(before) if each.rule in _CHANGING_TEXT}
    old, new = (
        {pointer: unescape(text) for pointer, text in prose(snapshot.plan) if pointer not in broken}
        for snapshot in (before.snapshot, after.snapshot)
    )
    return old == new
