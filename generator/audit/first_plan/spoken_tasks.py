"""Tasks as entries of lists tell them, right below the heading of a part or of a time."""

import re
from collections.abc import Iterator

from generator.audit.calendar import WEEKDAY
from generator.audit.first_plan.headed_times import headed_by
from generator.audit.first_plan.labels_beside import tells_beside
from generator.audit.first_plan.listed import is_length_of_part, listed_work
from generator.audit.first_plan.months import MONTH
from generator.audit.first_plan.part_labels import below_parents, is_done_when
from generator.audit.first_plan.row_task import RowTask
from generator.audit.first_plan.subjects import EXCLUDED, subject_of
from generator.audit.first_plan.times import is_dated
from generator.audit.first_plan.wording import DANGLING
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.names import parts_of
from generator.audit.understanding.phrases import Phrase
from generator.audit.understanding.units import TESTS, Mention, Unit
from generator.audit.understanding.windows import WEEK, Found, Window
from generator.audit.understanding.words import key_of, level

_NAME = re.compile(r"(?P<name>[^:;()]{3,90}?)(?:\s*(?:[(:;]|\s-\s).*)?", re.DOTALL)
_LABEL = re.compile(r"[.;]\s+[A-Z][a-z]+(?: [a-z]+){0,2}:\s")
_LISTED = re.compile(r"\s*\)?\s*(?::|-|,)\s+(?P<list>[^.;]+)\.?\s*")
_IDLE = re.compile(r"(?:no|nobody|nothing|no one|none|never)\b", re.IGNORECASE)
"""Time in which something is not done."""
_NOT_WORK = frozenset(
    {"checkpoint", "risk", "rollback", "alert", "target", "criterion", "principle", "assumption", EXCLUDED}
)
_LONGEST = 60
_LONGEST_ENTRY = 90


def spoken_tasks(facts: Facts) -> list[RowTask]:
    """Collect the tasks that entries of lists tell."""
    items = [
        task
        for phrase in facts.reading.phrases
        if phrase.form == "item" and phrase.item and not phrase.item.depth and subject_of(phrase) not in _NOT_WORK
        for task in (*_of_part(phrase), *_of_stretch(facts, phrase), *_of_item(facts, phrase))
    ]
    return [*items, *(task for unit, phrase in below_parents(facts) for task in _of_nested(unit, phrase))]


def names_part(facts: Facts, mention: Mention) -> bool:
    """A cell about a part is no task; one that a test stands behind may be."""
    return mention.unit in facts.defined and (mention.unit.kind not in TESTS or not mention.start)


def part_above(facts: Facts, phrase: Phrase) -> Unit | None:
    """Find the part that an entry or a row stands below."""
    found = headed_by(facts, phrase)
    return found.unit if found else None


def _of_item(facts: Facts, phrase: Phrase) -> Iterator[RowTask]:
    headed, found = headed_by(facts, phrase), _NAME.fullmatch(level(phrase.plain).strip())
    if (
        not headed
        or headed.unit.kind in TESTS
        or phrase.windows
        or any(names_part(facts, each) for each in phrase.units)
    ):
        return
    unit, window = headed.unit, headed.window
    times = (headed.words,) if window else ()
    if found and tells_beside(found["name"]):
        return
    if listed := listed_work(phrase):
        words = (*listed.words, *times)
        yield RowTask(listed.name, unit, window, phrase.quote(), words, lasts=listed.lasts, needs=listed.needs)
    elif found and key_of(found["name"]) and not is_length_of_part(phrase):
        rest = level(phrase.plain).strip()[found.end("name") :].strip(" :;-")
        yield RowTask(found["name"].strip(), unit, window, phrase.quote(), times, rest)


def _of_nested(unit: Unit, phrase: Phrase) -> Iterator[RowTask]:
    """What stands below the entry of a part is its work, but for conditions."""
    name = level(phrase.plain).strip(" .;")
    told = phrase.units or phrase.windows or is_done_when(phrase) or _IDLE.match(name) or re.search(r"[:;]", name)
    if not told and key_of(name) and len(name) <= _LONGEST_ENTRY:
        yield RowTask(name, unit, None, phrase.quote())


def _of_part(phrase: Phrase) -> Iterator[RowTask]:
    """`Sprint 2 (9-20 Feb): directory, mail`: what an entry lists behind a part and its time."""
    if len(phrase.units) != 1 or len(phrase.windows) != 1:
        return
    mention, window, plain = phrase.units[0], phrase.windows[0], level(phrase.plain)
    found = _LISTED.fullmatch(plain, window.end)
    leads = not re.search(r"\w", plain[: mention.start]) and mention.end <= window.start
    for part, start, end in parts_of(found["list"]) if found and leads and mention.unit.kind not in TESTS else ():
        if re.match(r"[^\W\d]", part) and len(part) <= _LONGEST:
            first = found.start("list") if found else 0
            quote = phrase.quote(first + start, first + end)
            yield RowTask(part.strip(), mention.unit, None, quote, (plain[: window.end],))


def _of_stretch(facts: Facts, phrase: Phrase) -> Iterator[RowTask]:
    """`9-20 February: directory` and `Directory (9-20 February)`: work of its own with both of its ends."""
    if phrase.units or len(phrase.windows) != 1 or phrase.is_box:
        return
    found, plain = phrase.windows[0], level(phrase.plain)
    window = found.window
    if not window.is_whole or window.first == window.last or not is_dated(window) or _is_apart(plain, found):
        return
    if _is_one_month(window) or not _is_beside(plain, found):
        return
    end = label.start() if (label := _LABEL.search(plain, found.end)) else len(plain)
    before, after = plain[: found.start].strip(" (:-,*"), plain[found.end : end].strip(" ):-,.*")
    led = DANGLING.search(before)
    before = before[: led.start()] if led else before
    name = _NAME.fullmatch(before or after) if bool(before) != bool(after) else None
    if name and not _IDLE.match(name["name"]) and key_of(name["name"]):
        heading = phrase.under[-1].text.plain if phrase.under else ""
        told = (plain[found.start : found.end], led.group() if led else "", *_weekdays(plain))
        unit = part_above(facts, phrase)
        yield RowTask(name["name"].strip(), unit, window, phrase.quote(), told, group=heading)


def _is_one_month(window: Window) -> bool:
    """What is done in a month is not at work all month."""
    return window.grain == MONTH and (window.last or 0) - (window.first or 0) < MONTH + WEEK


def _is_beside(plain: str, found: Found) -> bool:
    """Tell a time that is told beside work from one that its words are about: `1-3 May edge case`."""
    behind = plain[found.end :]
    return not re.match(r"\s+[a-z]", behind) or bool(re.search(r"\w", plain[: found.start]))


def _is_apart(plain: str, found: Found) -> bool:
    """`Weeks 2 and 5` are two weeks, and no stretch."""
    listed = re.search(r"\band\b|[,&+]", plain[found.start : found.end])
    weeks = (found.window.last or 0) - (found.window.first or 0) + 1
    return bool(listed) and found.window.scale == "week" and weeks > len("ab") * WEEK


def _weekdays(plain: str) -> list[str]:
    return [found.group() for found in re.finditer(rf"\b{WEEKDAY}\b", plain, re.IGNORECASE)]
