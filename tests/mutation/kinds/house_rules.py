"""Faults of what a plan says about its own checks: settings, waivers, the agreed dates, recorded days."""

from collections.abc import Iterator

from tests.mutation.fault import AT_KEY, Aim, Fault, Good, spoken
from tests.mutation.kinds._days import first_day, last_day, told

_REASON = "reason: It is so"


def unknown_rule_in_the_settings(good: Good) -> Iterator[Fault]:
    """A rule that there is not is switched off."""
    if "checks" not in good.data:
        text = f"{good.text.text}\nchecks:\n  no-such-rule: off\n"
        yield good.fault("checks", text, Aim("unknown-check", ("checks", "no-such-rule"), AT_KEY))


def unknown_level_in_the_settings(good: Good) -> Iterator[Fault]:
    """A rule is given a weight that is none."""
    if "checks" not in good.data:
        text = f"{good.text.text}\nchecks:\n  owner-missing: fatal\n  leads: {{severity: loud}}\n"
        for pointer in (("checks", "owner-missing"), ("checks", "leads", "severity")):
            yield good.fault(spoken(pointer), text, Aim("invalid-check", pointer))


def waiver_that_covers_nothing(good: Good) -> Iterator[Fault]:
    """A waiver of a finding that there is not."""
    if "waivers" not in good.data:
        text = f"{good.text.text}\nwaivers:\n  - {{rule: owner-missing, {_REASON}}}\n"
        yield good.fault("waivers", text, Aim("unused-waiver", ("waivers", 0, "rule")))


def waiver_of_a_rule_that_is_none(good: Good) -> Iterator[Fault]:
    """A waiver with a misspelled rule."""
    if "waivers" not in good.data:
        text = f"{good.text.text}\nwaivers:\n  - {{rule: owner-mising, {_REASON}}}\n"
        yield good.fault("waivers", text, Aim("unknown-check", ("waivers", 0, "rule")))


def waiver_of_something_unknown(good: Good) -> Iterator[Fault]:
    """A waiver for an item that the plan does not have."""
    if "waivers" not in good.data:
        text = f"{good.text.text}\nwaivers:\n  - {{rule: owner-missing, target: tasks.nowhere, {_REASON}}}\n"
        yield good.fault("waivers", text, Aim("unknown-waiver-target", ("waivers", 0, "target")))


def waiver_that_has_expired(good: Good) -> Iterator[Fault]:
    """A waiver that held until last year."""
    if "waivers" not in good.data and "status_date" in good.data:
        text = f"{good.text.text}\nwaivers:\n  - {{rule: owner-missing, until: 2001-01-01, {_REASON}}}\n"
        yield good.fault("waivers", text, Aim("expired-waiver", ("waivers", 0, "until")))


def unknown_item_in_the_baseline(good: Good) -> Iterator[Fault]:
    """Dates were agreed for something that there is not."""
    if "baseline" not in good.data:
        text = f"{good.text.text}\nbaseline:\n  items:\n    no-such-task: {{finish: W1D5}}\n"
        yield good.fault("baseline", text, Aim("unknown-reference", ("baseline", "items", "no-such-task"), AT_KEY))


def baseline_of_the_future(good: Good) -> Iterator[Fault]:
    """Dates were agreed after the day up to which progress is told."""
    if "baseline" not in good.data and "status_date" in good.data:
        text = f"{good.text.text}\nbaseline:\n  set_on: 2031-01-06\n"
        yield good.fault("baseline", text, Aim("baseline-after-status", ("baseline", "set_on")))


def finished_before_it_was_started(good: Good) -> Iterator[Fault]:
    """A task whose recorded days stand the wrong way round."""
    for pointer, _ in good.entries("tasks"):
        first, last = first_day(good, str(pointer[-1])), last_day(good, str(pointer[-1]))
        if first < last:
            turned = good.text.add(
                pointer, "percent_complete", f"100%, started: {told(last)}, finished: {told(first)}"
            )
            if good.text.spots[pointer].is_flow:
                yield good.fault(spoken(pointer), turned, Aim("actual-backwards", (*pointer, "finished")))


def finished_but_not_complete(good: Good) -> Iterator[Fault]:
    """A task that is told to be finished, and to be half done."""
    for pointer, _ in good.entries("tasks"):
        if good.text.spots[pointer].is_flow:
            finished = told(last_day(good, str(pointer[-1])))
            text = good.text.add(pointer, "percent_complete", f"50%, started: W1D1, finished: {finished}")
            aims = [Aim("finished-incomplete", (*pointer, key)) for key in ("percent_complete", "finished")]
            yield good.fault(spoken(pointer), text, *aims)


def lead_in_a_link(good: Good) -> Iterator[Fault]:
    """A successor begins before its predecessor has ended."""
    tasks = {str(pointer[-1]) for pointer, _ in good.entries("tasks")}
    for pointer in good.text.pointers("depends_on"):
        name = good.text.at(pointer)
        if name in tasks and pointer[0] != "milestones":
            yield good.fault(spoken(pointer), good.text.put(pointer, f"{name} FS-1d"), Aim("leads", pointer))
