"""What a check of rendered documents yields."""

from dataclasses import dataclass

from generator.findings import Place


@dataclass(frozen=True)
class Disagreement:
    """Words at a place that the plan, or other words, say otherwise."""

    message: str
    place: Place
    help: str = "build anew: planpress build"


_BEFORE = 30


def short(words: str, limit: int = 90) -> str:
    """Quote words, the middle of long ones left out."""
    told = " ".join(words.split())
    return told if len(told) <= limit else f"{told[: limit - 31]} … {told[-28:]}"


def apart(one: str, other: str, limit: int = 90) -> tuple[str, str]:
    """Quote two tellings so that the difference is seen: what both begin with is left out of long ones."""
    here, there = (" ".join(words.split()) for words in (one, other))
    if max(len(here), len(there)) <= limit:
        return here, there
    begins = [_same(each, _common(here, there)) for each in (here, there)]
    one, other = (each[begin:] for each, begin in zip((here, there), begins, strict=True))
    begin = max(begins)
    before = "… " if begin else ""
    return f"{before}{_head(one, limit)}", f"{before}{_head(other, limit)}"


def _common(here: str, there: str) -> int:
    """How many characters two texts have in common at their beginning, but for spaces."""
    pairs = zip(here.replace(" ", ""), there.replace(" ", ""), strict=False)
    return next((at for at, pair in enumerate(pairs) if pair[0] != pair[1]), min(len(here), len(there)))


def _same(words: str, common: int) -> int:
    """Where to begin so that a few words before the difference are told."""
    at = next((index for index in range(len(words)) if len(words[:index].replace(" ", "")) >= common), len(words))
    return words.rfind(" ", 0, max(at - _BEFORE, 0)) + 1


def _head(words: str, limit: int) -> str:
    return words if len(words) <= limit else f"{words[: limit - 2]} …"
