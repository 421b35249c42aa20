"""Faults of prose: a day, figure, share, count or name that the plan does not have, a live fact that is none."""

import re
from collections.abc import Iterator

from tests.mutation.fault import Aim, Fault, Good, spoken
from tests.mutation.kinds._days import last_day
from tests.mutation.kinds._said import added, texts
from tests.mutation.kinds._words import slip
from tests.mutation.plan_text import Pointer


def live_fact_misspelled(good: Good) -> Iterator[Fault]:
    """An id between braces with two letters swapped."""
    for pointer, written in _live(good):
        for name in re.findall(r"\('([a-z0-9-]+)'", written):
            if written.count(f"'{name}'") == 1 and name != slip(name):
                changed = good.text.put(pointer, written.replace(f"'{name}'", f"'{slip(name)}'"))
                yield good.fault(f"{spoken(pointer)} {slip(name)}", changed, *_anywhere(pointer, slip(name)))


def live_fact_of_another_item(good: Good) -> Iterator[Fault]:
    """The day in brackets behind a name is asked of something else."""
    days = {name: (dates.early_start, dates.early_finish) for name, dates in good.schedule.dates.items()}
    for pointer, written in _live(good):
        found = re.search(r"\{\{ name\('([a-z0-9-]+)'\) \}\}\s+\((\{\{ finish\('\1'\) \}\})\)", written)
        if found is None or "said" in pointer:
            continue
        far = {name: abs(ends[1] - days[found[1]][1]) for name, ends in days.items() if "checkpoint" not in name}
        other = max(far, key=lambda name: far[name])
        fact = found[2].replace(found[1], other)
        words = set(other.split("-")) & set(re.findall(r"\w+", written))
        if not words and written.count(found[2]) == 1:
            changed = good.text.put(pointer, written.replace(found[2], fact))
            yield good.fault(f"{spoken(pointer)} {fact}", changed, Aim("prose-date", pointer, fact))


def live_fact_of_no_kind(good: Good) -> Iterator[Fault]:
    """A live fact that nobody knows how to tell."""
    for pointer, written in _live(good):
        asked = re.search(r"\{\{ (name|finish|label|value)\('[a-z0-9-]+'\) \}\}", written)
        if asked:
            wrong = asked[0].replace(asked[1], slip(asked[1]), 1)
            changed = good.text.put(pointer, written.replace(asked[0], wrong, 1))
            yield good.fault(f"{spoken(pointer)} {wrong}", changed, *_anywhere(pointer, wrong, slip(asked[1])))


def braces_left_open(good: Good) -> Iterator[Fault]:
    """A live fact without its end."""
    for pointer, written in _live(good):
        if written.count("}}") == 1:
            changed = good.text.put(pointer, written.replace(" }}", "", 1))
            begin = re.search(r"\{\{[^\"]*", written)
            yield good.fault(spoken(pointer), changed, *_anywhere(pointer, "{{", begin[0][:8] if begin else "{{"))


def false_day_in_prose(good: Good) -> Iterator[Fault]:
    """A text tells another day than the schedule."""
    items = [pointer[-1] for pointer, _ in good.entries("tasks", "milestones")]
    for item, pointer in zip(items, texts(good), strict=False):
        week, day = last_day(good, str(item))
        false = f"Week {week + 1} Day {day}"
        yield added(good, pointer, f"{{{{ name('{item}') }}}} finishes {false}.", false, "prose-date")


def false_figure_in_prose(good: Good) -> Iterator[Fault]:
    """A text tells another threshold than the target."""
    for (target, entry), pointer in zip(good.entries("targets"), texts(good), strict=False):
        false = re.sub(r"\d", "6", entry["threshold"])
        if re.match(r"[<>] *6[\d.]*\s*(%|ms|s|h|min)$", false) and false != entry["threshold"]:
            yield added(good, pointer, f"{{{{ name('{target[-1]}') }}}} must stay {false}.", false, "prose-figure")


def false_share_in_prose(good: Good) -> Iterator[Fault]:
    """A text grants another share than the quota."""
    shares = [(item, share) for _, quota in good.entries("quotas") for item, share in quota["shares"].items()]
    for (item, share), pointer in zip(shares * 3, texts(good), strict=False):
        false = f"{int(float(share.strip('%'))) - 7}%"
        quota = next(str(each[-1]) for each, quota in good.entries("quotas") if item in quota["shares"])
        said = f"{{{{ name('{quota}') }}}}, {{{{ name('{item}') }}}}: {false}."
        yield added(good, pointer, said, false, "prose-share")


def false_count_in_prose(good: Good) -> Iterator[Fault]:
    """A text counts more of something than there are."""
    for section in ("checkpoints", "waves", "phases", "milestones", "risks"):
        count = len(good.data.get(section) or {})
        elsewhere = [pointer for pointer in texts(good) if pointer[0] not in ("phases", "waves")]
        for pointer in elsewhere[:2] if count > 1 else ():
            false = str(count + 3)
            yield added(good, pointer, f"All {false} {section} count.", false, "prose-count")


def name_that_is_none_in_prose(good: Good) -> Iterator[Fault]:
    """A checkpoint, wave or phase of a number that there is not."""
    for noun, section in (("Checkpoint", "checkpoints"), ("Wave", "waves"), ("Phase", "phases")):
        if noun not in good.data["title"] and re.fullmatch(r"[a-z]+-1", next(iter(good.data.get(section) or {}), "")):
            for number, pointer in zip((17, 23), texts(good), strict=False):
                false = f"{noun} {number}"
                yield added(good, pointer, f"See {false} for it.", false, "prose-name")


def unsafe_link(good: Good) -> Iterator[Fault]:
    """A link that runs code or opens a file of the reader's machine."""
    for address, pointer in zip(
        ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"), texts(good), strict=False
    ):
        yield added(good, pointer, f"See [this]({address}).", address, "unsafe-link", "[this]")


def typed_fact_that_is_true_today(good: Good) -> Iterator[Fault]:
    """A text tells by hand what a live fact would keep up to date."""
    items = [pointer[-1] for pointer, _ in good.entries("tasks", "milestones")]
    for item, pointer in zip(items, texts(good), strict=False):
        week, day = last_day(good, str(item))
        said = f"Week {week} Day {day}"
        if good.schedule.time.day_of_finish(good.schedule.dates[str(item)].early_finish).number:
            yield added(good, pointer, f"{{{{ name('{item}') }}}} finishes {said}.", said, "literal-fact")


def _live(good: Good) -> Iterator[tuple[Pointer, str]]:
    """Texts with live facts, as they stand in the file."""
    for pointer, spot in good.text.spots.items():
        if spot.is_scalar and "{{ " in good.text.at(pointer) and "\n" not in good.text.written(pointer):
            yield pointer, good.text.written(pointer)


def _anywhere(pointer: Pointer, *words: str) -> list[Aim]:
    return [Aim("unknown-fact", pointer, part) for part in ("value", *words)]
