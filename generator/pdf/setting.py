"""How large a document is set, and which sizes are tried until it fits its pages."""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
PAPERS = {"a4": 595.28, "us-letter": 612.0}
"""Widths in points, by the compiler's names."""


@dataclass(frozen=True)
class Setting:
    """Size of the type in points, leading in ems, and columns of text; used by compact documents."""

    body: float = 8.75
    leading: float = 0.58
    columns: int = 1


LADDER = (
    Setting(11, 0.78),
    Setting(10.5, 0.74),
    Setting(10, 0.7),
    Setting(9.5, 0.66),
    Setting(9, 0.62),
    Setting(8.75, 0.58),
    Setting(8.5, 0.54),
    Setting(8.25, 0.5),
    Setting(8, 0.48),
    Setting(7.75, 0.46),
    Setting(7.5, 0.44),
    Setting(7.25, 0.42),
    Setting(7, 0.4),
    Setting(6.75, 0.38),
    Setting(6.5, 0.36),
    Setting(7, 0.4, columns=2),
    Setting(6.5, 0.36, columns=2),
)
"""From comfortable to small; columns come last, as they are poor in tables."""


def page_count(pdf: bytes) -> int:
    """Count the pages of a PDF as Typst writes it."""
    return len(_PAGE.findall(pdf))


def largest_fit(make: Callable[[Setting], bytes], pages: int) -> bytes:
    """Return what is set as large as lets it fit its pages; the smallest setting where none does."""
    made: dict[Setting, bytes] = {}

    def fits(setting: Setting) -> bool:
        made[setting] = make(setting)
        return page_count(made[setting]) <= pages

    index = min(bisect_left(LADDER, x=True, key=fits), len(LADDER) - 1)
    return made[LADDER[index]]
