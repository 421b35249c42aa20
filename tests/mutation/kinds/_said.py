"""Sentences put behind the texts of a plan."""

from collections.abc import Iterator

from tests.mutation.fault import Aim, Fault, Good, spoken
from tests.mutation.plan_text import Pointer

PROSE = ("description", "goal", "rationale", "on_failure", "why", "summary")


def texts(good: Good) -> Iterator[Pointer]:
    """Texts to which a sentence can be added."""
    for pointer in good.text.pointers(*PROSE):
        if good.text.written(pointer)[0] == '"':
            yield pointer


def added(good: Good, pointer: Pointer, said: str, at: str, rule: str, *others: str) -> Fault:
    """Put a sentence behind a text; the rule must speak at one of some words of it."""
    written = good.text.written(pointer)
    end = "" if written[-2] in ".!?" else "."
    changed = good.text.put(pointer, f'{written[:-1]}{end} {said}"')
    begin = good.text.spots[pointer].value[1] + len(end) + said.index(at)
    offsets = [begin, *(begin - said.index(at) + said.index(other) for other in others)]
    return good.fault(f"{spoken(pointer)}: {said}", changed, *[Aim(rule, offset=offset) for offset in offsets])
