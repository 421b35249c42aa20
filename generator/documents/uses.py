"""Where items are used, told on the page that owns their entries: below an entry of its own, or below its table."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.documents.directives import site_block
from generator.documents.site import ANCHOR
from generator.views.uses import UseGroup

_HEADING = re.compile(r"#{1,6} ")
_FENCE = re.compile(r" *(`{3,})")

Uses = Mapping[str, tuple[str, tuple[UseGroup, ...]]]
"""Of the anchor of every item that is used: the item's name, and by what it is used."""


@dataclass
class _Pending:
    """Anchors whose uses are still to be told, and whether they wait for a table's end or for the next heading."""

    rows: list[str]
    entry: list[str]


def with_uses(markdown: str, uses: Uses, is_owned: Callable[[str], bool]) -> str:
    """Add the uses of each item whose entry the page owns."""
    lines, pending, fence = list[str](), _Pending([], []), ""
    for line in markdown.rstrip("\n").split("\n"):
        ticks = _FENCE.match(line)
        if ticks and not fence:
            fence = ticks[1]
        elif ticks and line.strip() == fence:
            fence = ""
        if not fence and not ticks:
            lines += _due(line, pending, uses)
            wanted = [each for each in ANCHOR.findall(line) if each in uses and is_owned(each)]
            (pending.entry if _HEADING.match(line) else pending.rows).extend(wanted)
        lines.append(line)
    lines += [*_told(pending.rows, uses), *_told(pending.entry, uses)]
    return "\n".join(lines) + "\n"


def _due(line: str, pending: _Pending, uses: Uses) -> Iterator[str]:
    """What is told before a line: of a table at its end, of an entry before the next heading."""
    if not line.strip() and pending.rows:
        yield from _told(pending.rows, uses)
        pending.rows = []
    if _HEADING.match(line) and pending.entry:
        yield from _told(pending.entry, uses)
        pending.entry = []


def _told(anchors: Sequence[str], uses: Uses) -> Iterator[str]:
    if anchors:
        entries = [_entry(each, uses) for each in dict.fromkeys(anchors)]
        yield from ("", site_block("used", entries=entries), "")


def _entry(anchor: str, uses: Uses) -> dict[str, Any]:
    name, groups = uses[anchor]
    told = [
        {
            "label": group.label,
            "more": group.more,
            "items": [{"anchor": f"{each.kind}-{each.id}", "words": each.words} for each in group.items],
        }
        for group in groups
    ]
    return {
        "anchor": anchor,
        "name": name,
        "groups": told,
        "count": sum(len(group.items) + group.more for group in groups),
    }
