"""Where commands stand in a plan, and how a shell takes them apart."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.findings import Pointer
from generator.model.plan import Plan
from generator.model.rollback import Step

_TOKEN = re.compile(
    r"""
    (?P<beside>\d*[<>]+&?|\#)
    | (?P<word>(?:[^\s;&|()<>'"\\]|\\(?s:.)|'[^']*'|"(?:[^"\\]|\\(?s:.))*")+)
    | (?P<end>[;&|()\n]+)
    | (?P<other>.)
    """,
    re.VERBOSE,
)


class Word(NamedTuple):
    """A word as it is written, quotes included, and where it begins and ends in its command."""

    text: str
    begin: int
    end: int


def commands(plan: Plan) -> Iterator[tuple[Pointer, str]]:
    """Yield every command of a plan that a shell runs."""
    for checkpoint in plan.checkpoints.values():
        if checkpoint.command:
            yield (*checkpoint.pointer, "command"), checkpoint.command
    for wave in plan.waves.values():
        yield from (((*test.pointer, "command"), test.command) for test in wave.tests if test.command)
    for rollback in plan.rollbacks.values():
        yield from _of_steps((*rollback.steps, *rollback.verify))
    for source in plan.sources.values():
        yield from _of_steps(source.steps)


def parts_of(command: str) -> Iterator[tuple[Word, ...]]:
    """Divide a command into the simple ones that a shell would run: each a row of words, up to a redirection."""
    words: list[Word] = []
    is_beside = False
    for found in _TOKEN.finditer(command):
        if found["end"]:
            yield tuple(words)
            words, is_beside = [], False
        elif found["word"] and not is_beside:
            words.append(Word(found["word"], found.start(), found.end()))
        is_beside = is_beside or bool(found["beside"])
    yield tuple(words)


def _of_steps(steps: Iterable[Step]) -> Iterator[tuple[Pointer, str]]:
    yield from (((*step.pointer, "command"), step.command) for step in steps if step.command)
