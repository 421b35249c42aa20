"""How bad and how likely, in the words and figures that people rate with."""

import re

from generator.audit.understanding.words import level

_WORDS = (
    (5, r"very high|critical|severe|catastrophic|almost certain"),
    (4, r"high|major|serious|grave|likely|h"),
    (3, r"medium|moderate|possible|med|m|mid"),
    (2, r"low|minor|slight|unlikely|l"),
    (1, r"very low|negligible|rare|insignificant|trivial"),
)
_FIGURE = re.compile(r"([1-9]|10)(?:\s*/\s*(?:5|10))?")


def rating(text: str) -> int | None:
    """Read High, M, or 4/5 as a number that can be compared within one table; nothing where it is none."""
    plain = re.sub(r"[^\w\s/%]", "", level(text)).strip().lower()
    figure = _FIGURE.fullmatch(plain)
    if figure:
        return int(figure[1])
    return next((weight for weight, words in _WORDS if re.fullmatch(words, plain)), None)
