"""The colours of every chart, in one place.

They are distinct for colour-blind readers, and at least 4.5:1 on their ground where they are text.

On the site an ink is a CSS variable `--pp-<ink>`, so that a style sheet can change it and follow a dark scheme:
`--pp-text --pp-muted --pp-paper --pp-grid --pp-shade --pp-arrow --pp-critical --pp-status --pp-done --pp-plain
--pp-risk-low --pp-risk-medium --pp-risk-high --pp-risk-critical --pp-wave-1 … --pp-wave-8`.
`variables(dark=True)` lists the values meant for a dark background. Text, muted text, paper and lines follow Material
where the style sheet says nothing. In print and in a file an ink is its literal light colour.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.charts._chart import Look

WAVES = 8


@dataclass(frozen=True)
class Ink:
    """A colour on light and on dark ground, and the variable of Material that it follows."""

    light: str
    dark: str
    follows: str = ""


INKS: Mapping[str, Ink] = {
    "text": Ink("#1d2433", "#e6e9f0", "--md-default-fg-color"),
    "muted": Ink("#566072", "#aeb6c4", "--md-default-fg-color--light"),
    "paper": Ink("#ffffff", "#1e2129", "--md-default-bg-color"),
    "grid": Ink("#cfd5de", "#434a58", "--md-default-fg-color--lightest"),
    "shade": Ink("#eceff4", "#2b303b", "--md-default-fg-color--lightest"),
    "arrow": Ink("#566072", "#aeb6c4", "--md-default-fg-color--light"),
    "critical": Ink("#b3123a", "#ff8fa3"),
    "status": Ink("#0a56c2", "#8ab8ff"),
    "done": Ink("#1a7957", "#5fd0a5"),
    "plain": Ink("#5b6b7a", "#a9b7c6"),
    "risk-low": Ink("#1b7a58", "#4fc79a"),
    "risk-medium": Ink("#c99a00", "#e0bf45"),
    "risk-high": Ink("#d9690a", "#f0a25c"),
    "risk-critical": Ink("#b3123b", "#ff8fa3"),
    "wave-1": Ink("#1f6fb4", "#6fb1f0"),
    "wave-2": Ink("#b8560b", "#f0a25c"),
    "wave-3": Ink("#1b7a57", "#4fc79a"),
    "wave-4": Ink("#7d49a8", "#c39be8"),
    "wave-5": Ink("#a1324e", "#f08aa5"),
    "wave-6": Ink("#0c7079", "#4cc3cd"),
    "wave-7": Ink("#7a6200", "#d3b84a"),
    "wave-8": Ink("#4b5563", "#b8c0cc"),
}


def wave_ink(number: int) -> str:
    """Return the ink of the nth wave; 0 is work outside every wave."""
    return f"wave-{(number - 1) % WAVES + 1}" if number else "plain"


def literal(ink: str) -> str:
    """Return the colour of an ink on light ground, as Plotly wants it."""
    return INKS[ink].light


def variables(*, dark: bool = False) -> Mapping[str, str]:
    """Every CSS variable and the value meant for a light or a dark background."""
    return {f"--pp-{name}": ink.dark if dark else ink.light for name, ink in INKS.items()}


def paint(ink: str, look: Look, key: str) -> str:
    """Write an ink as SVG: `none`, a colour, a variable, or one of the drawing's own patterns (`hatch:critical`)."""
    if ink == "none":
        return ink
    if ":" in ink:
        return f"url(#{pattern_id(ink, key)})"
    known = INKS[ink]
    if look is not Look.SITE:
        return known.light
    fallback = f"var({known.follows}, {known.light})" if known.follows else known.light
    return f"var(--pp-{ink}, {fallback})"


def pattern_id(ink: str, key: str) -> str:
    """Name a pattern of a drawing."""
    return f"{key}-{ink.replace(':', '-')}"


def recolouring() -> Mapping[str, tuple[str, str, str]]:
    """Light colour to variable, variable of Material and dark colour: how a script paints a figure anew."""
    return {ink.light: (f"--pp-{name}", ink.follows, ink.dark) for name, ink in reversed(list(INKS.items()))}
