"""People whom sentences and entries name for something, besides those in columns and behind labels."""

import re
from collections.abc import Iterator

from generator.audit.understanding.people import Person, persons_in
from generator.audit.understanding.phrases import Phrase, Reading
from generator.audit.understanding.words import level

_LED_BY = re.compile(r"\b(?:led|headed|run|managed) by\s$", re.IGNORECASE)
_LEADS = re.compile(r"\s(?:heads|leads|runs|manages)\s(?!to\b)")
_SMALL_LABEL = re.compile(r"[,;]\s(?:the\s)?(?P<label>[a-z]+(?: [a-z]+){0,2}):\s$")
_BETWEEN = re.compile(r"(?:\s\([^()]{2,30}\))?(?:,\s(?:and\s)?|\sand\s)")
_PEOPLE = re.compile(r"\b(?:people|persons|members|colleagues|staff)\b[^.:;]{0,30}:\s$", re.IGNORECASE)
_LEAD = "lead"


def told_leaders(reading: Reading) -> Iterator[tuple[str, Person]]:
    """Yield whoever leads something, and whoever a small label names: `led by Ada Lind, deputy: Tom Rau`."""
    for phrase, people in _spoken(reading):
        plain = level(phrase.plain)
        for each in people:
            label = _SMALL_LABEL.search(plain[: each.start])
            if label:
                yield label["label"], each
            elif _LED_BY.search(plain[: each.start]) or _LEADS.match(plain[each.end :]):
                yield _LEAD, each


def listed_people(reading: Reading) -> Iterator[Person]:
    """Yield whoever a sentence lists as its people: `three people: Ada Lind, Tom Rau and Eva Kern`."""
    for phrase, people in _spoken(reading):
        plain = level(phrase.plain)
        first = next((index for index, each in enumerate(people) if _PEOPLE.search(plain[: each.start])), None)
        if first is None:
            continue
        yield people[first]
        for one, other in zip(people[first:], people[first + 1 :], strict=False):
            if not _BETWEEN.fullmatch(plain[one.end : other.start]):
                break
            yield other


def _spoken(reading: Reading) -> Iterator[tuple[Phrase, list[Person]]]:
    yield from ((phrase, persons_in(phrase)) for phrase in reading.phrases if phrase.is_spoken)
