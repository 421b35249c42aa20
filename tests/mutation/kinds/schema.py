"""Faults of form: keys, units, words, and what YAML makes of them."""

import re
from collections.abc import Iterator

from tests.mutation.fault import AT_KEY, Aim, Fault, Good, spoken
from tests.mutation.kinds._words import slip
from tests.mutation.plan_text import Pointer

_MAPS = {"tasks", "team", "needs", "team_total", "shares", "hours_on", "baseline", "checks"}


def misspelled_key(good: Good) -> Iterator[Fault]:
    """A field's name with two letters swapped."""
    for pointer, spot in good.text.spots.items():
        name = str(pointer[-1]) if pointer else ""
        if (
            spot.key
            and name != slip(name)
            and _is_field(pointer)
            and len(name) > 3
            and not good.text.empties(pointer)
        ):
            aim = Aim("unknown-key", (*pointer[:-1], slip(name)), AT_KEY)
            yield good.fault(f"{spoken(pointer)} {slip(name)}", good.text.rename(pointer, slip(name)), aim)


def required_key_dropped(good: Good) -> Iterator[Fault]:
    """A field that must be there is not."""
    needed = {
        "tasks": ("name",), "waves": ("name",), "risks": ("name", "impact", "mitigation"), "roles": ("name",),
        "people": ("name", "role"), "checkpoints": ("at", "scope"), "rollbacks": ("name", "procedure"),
        "targets": ("name", "threshold"), "alerts": ("threshold",), "meetings": ("on", "lasts", "audience"),
        "coordination": ("week", "topic"), "quotas": ("shares",), "criteria": ("text",), "decisions": ("why",),
    }  # fmt: skip
    for section, keys in needed.items():
        for pointer, entry in good.entries(section):
            for key in keys:
                if key in entry:
                    changed = good.text.drop((*pointer, key))
                    yield good.fault(f"{spoken(pointer)} without {key}", changed, Aim("missing-value", pointer))


def unit_dropped(good: Good) -> Iterator[Fault]:
    """A bare number where a time is meant."""
    for pointer in good.text.pointers("duration", "takes", "effort"):
        bare = re.sub(r"(?<=\d)[a-z]+", "", good.text.at(pointer))
        yield good.fault(f"{spoken(pointer)} {bare}", good.text.put(pointer, bare), Aim("invalid-value", pointer))


def unit_unknown(good: Good) -> Iterator[Fault]:
    """A unit that nobody knows."""
    for pointer in good.text.pointers("duration", "takes", "effort"):
        other = re.sub(r"(?<=\d)[a-z]+", "q", good.text.at(pointer))
        yield good.fault(f"{spoken(pointer)} {other}", good.text.put(pointer, other), Aim("invalid-value", pointer))


def estimate_out_of_order(good: Good) -> Iterator[Fault]:
    """The pessimistic figure stands first."""
    for pointer in good.text.pointers("duration", "effort"):
        points = good.text.at(pointer).split("/")
        if len(points) == 3 and points[0] != points[2]:
            turned = "/".join(points[::-1])
            aim = Aim("invalid-value", pointer)
            yield good.fault(f"{spoken(pointer)} {turned}", good.text.put(pointer, turned), aim)


def word_outside_the_scale(good: Good) -> Iterator[Fault]:
    """An impact that is none, a day that is none."""
    for pointer in good.text.pointers("impact", "probability", "on", "done", "shared", "workdays"):
        slipped = slip(good.text.at(pointer))
        yield good.fault(
            f"{spoken(pointer)} {slipped}", good.text.put(pointer, slipped), Aim("invalid-value", pointer)
        )


def impossible_date(good: Good) -> Iterator[Fault]:
    """The thirteenth month, week nought, an hour past midnight."""
    for pointer in good.text.pointers("start", "status_date", "finish", "date", "until", "at", "week", "weeks"):
        value = good.text.at(pointer)
        wrong = re.sub(r"^(\d{4})-\d\d-", r"\1-13-", re.sub(r"^W\d+", "W0", value))
        wrong = re.sub(r"^\d+:", "25:", wrong)
        wrong = "0" if value.isdigit() else re.sub(r"^(\d+)-(\d+)$", r"0-\2", wrong)
        if wrong != value:
            aim = Aim("invalid-value", pointer)
            yield good.fault(f"{spoken(pointer)} {wrong}", good.text.put(pointer, wrong), aim)


def range_turned_round(good: Good) -> Iterator[Fault]:
    """Weeks 2-1, people 3-2."""
    for pointer, spot in good.text.spots.items():
        found = re.fullmatch(r"(\d+)-(\d+)", good.text.at(pointer)) if spot.is_scalar else None
        if found and found[1] != found[2]:
            turned = f"{found[2]}-{found[1]}"
            aim = Aim("invalid-value", pointer)
            yield good.fault(f"{spoken(pointer)} {turned}", good.text.put(pointer, turned), aim)


def share_over_hundred(good: Good) -> Iterator[Fault]:
    """A single share or progress of more than all."""
    for pointer in _shares(good):
        yield good.fault(f"{spoken(pointer)} 140%", good.text.put(pointer, "140%"), Aim("invalid-value", pointer))


def share_of_one(good: Good) -> Iterator[Fault]:
    """A share, chance or progress as a fraction: 0.6, which may be 60% or 0.6%."""
    for pointer in _shares(good):
        yield good.fault(f"{spoken(pointer)} 0.6", good.text.put(pointer, "0.6"), Aim("invalid-value", pointer))


def unquoted_threshold(good: Good) -> Iterator[Fault]:
    """`> 70%` without quotes begins a block of text to YAML."""
    for pointer in good.text.pointers("threshold", "within"):
        if good.text.at(pointer).startswith(">") and good.text.written(pointer)[0] in "\"'":
            changed = good.text.put(pointer, good.text.at(pointer))
            offset = good.text.spots[pointer].value[0]
            aims = [Aim("yaml-syntax", offset=offset + places) for places in (0, 2)]
            yield good.fault(f"{spoken(pointer)} unquoted", changed, *aims)


def unquoted_channel(good: Good) -> Iterator[Fault]:
    """`#channel` without quotes is a comment to YAML."""
    for pointer in good.text.pointers("handle"):
        if good.text.at(pointer).startswith("#"):
            offset = good.text.spots[pointer].value[0]
            aims = Aim("yaml-value", offset=offset), Aim("yaml-syntax", offset=offset)
            yield good.fault(f"{spoken(pointer)} unquoted", good.text.put(pointer, good.text.at(pointer)), *aims)


def unquoted_live_fact(good: Good) -> Iterator[Fault]:
    """A text that begins with braces, without quotes."""
    for pointer, spot in good.text.spots.items():
        if (
            spot.is_scalar
            and good.text.written(pointer).startswith('"{{')
            and '\\"' not in good.text.written(pointer)
        ):
            changed = good.text.put(pointer, good.text.at(pointer))
            begin, behind = spot.value[0], spot.value[0] + good.text.at(pointer).index("}}") + 2
            aims = Aim("yaml-value", offset=begin), *(Aim("yaml-syntax", offset=behind + gap) for gap in (0, 1))
            yield good.fault(f"{spoken(pointer)} unquoted", changed, *aims)


def tab_for_indentation(good: Good) -> Iterator[Fault]:
    """A tab at the head of a line."""
    for pointer, spot in good.text.spots.items():
        begin = spot.key[0] if spot.key else 0
        start = good.text.text.rfind("\n", 0, begin) + 1
        if len(pointer) == 3 and good.text.text[start:begin].isspace():
            changed = good.text.text[:start] + "\t" + good.text.text[begin:]
            yield good.fault(f"{spoken(pointer)} after a tab", changed, Aim("yaml-syntax", offset=start))


def bracket_left_open(good: Good) -> Iterator[Fault]:
    """A list that is not closed."""
    for pointer, spot in good.text.spots.items():
        if spot.is_flow and len(pointer) > 2 and isinstance(good.text.at(pointer), list):
            begin, end = spot.value
            changed = good.text.text[: end - 1] + good.text.text[end:]
            yield good.fault(f"{spoken(pointer)} open", changed, Aim("yaml-syntax", offset=begin))


def _is_field(pointer: Pointer) -> bool:
    """Tell a field from an entry's id: ids stand right below a section."""
    above = pointer[-2] if len(pointer) > 1 else None
    return not (len(pointer) == 2 and above != "committed") and above not in _MAPS and pointer[0] != "checks"


def _shares(good: Good) -> Iterator[Pointer]:
    for pointer, spot in good.text.spots.items():
        if spot.is_scalar and (
            {"shares", "chances"} & set(map(str, pointer[-2:]))
            or pointer[-1:] in (("percent_complete",), ("chance",))
        ):
            yield pointer
