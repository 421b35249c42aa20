"""Each wave in its own colour: wherever a link leads to it, in the navigation, and on its page, as in the charts."""

from collections.abc import Iterable

from generator.charts._palette import wave_ink

_INTRODUCTION = "/* Written by planpress: the waves of the plan in the colours that the charts give them. */"
_RULES = """\
.md-content :is(td, li, dd) a[href$="#wave-{id}"] {{ --pp-ink: var(--pp-{ink}); }}
.md-nav__link[href$="waves/{id}/"], .md-nav__item .md-nav__link[href="../{id}/"] {{ --pp-ink: var(--pp-{ink}); }}
h1 > a#wave-{id} {{ --pp-ink: var(--pp-{ink}); }}
"""
"""No selector looks into what an element holds: such ones take seconds on long pages."""


def wave_colours(waves: Iterable[str]) -> str:
    """Write the style sheet for the ids of the waves, in the order of the plan."""
    rules = [_RULES.format(id=wave, ink=wave_ink(number)) for number, wave in enumerate(waves, 1)]
    return "\n".join((_INTRODUCTION, *rules))
