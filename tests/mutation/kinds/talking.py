"""Faults of meetings, channels, coordination, and of what entries say of themselves."""

import itertools
import re
from collections.abc import Iterator

from tests.mutation.fault import Aim, Fault, Good, spoken
from tests.mutation.kinds._days import end, last_day
from tests.mutation.plan_text import Pointer

_SAID = {
    "phases": ("goal", "rationale"),
    "waves": ("goal", "rationale", "isolation", "lead", "entry", "exit"),
    "tasks": ("description",),
    "milestones": ("description",),
    "deliverables": ("description",),
    "meetings": ("agenda", "channel"),
    "channels": ("purpose",),
    "coordination": ("outcome", "agenda"),
    "roles": ("responsibilities",),
    "people": ("contact",),
    "decisions": ("by",),
    "assumptions": ("check",),
}


def meeting_on_a_sunday(good: Good) -> Iterator[Fault]:
    """A meeting on a day off."""
    days = (good.data.get("calendar") or {}).get("workdays") or ["mon", "tue", "wed", "thu", "fri"]
    free = next((day for day in ("sun", "sat", "tue", "wed") if day not in days), "")
    for pointer, _ in good.entries("meetings") if free and "calendars" not in good.data else ():
        on = (*pointer, "on")
        changed = good.text.put(on, free)
        yield good.fault(f"{spoken(on)} {free}", changed, Aim("meeting-on-day-off", on))


def meeting_in_the_night(good: Good) -> Iterator[Fault]:
    """A meeting outside working hours, in a plan that tells them."""
    told = (good.data.get("calendar") or {}).get("hours")
    for pointer, meeting in good.entries("meetings"):
        if (
            "at" in meeting
            and told
            and "calendars" not in good.data
            and not any(each.startswith("0:00") for each in told)
        ):
            at = (*pointer, "at")
            yield good.fault(spoken(at), good.text.put(at, "3:00"), Aim("meeting-outside-hours", at))


def length_of_a_meeting_not_a_time(good: Good) -> Iterator[Fault]:
    """A length that nobody can put into a calendar."""
    for pointer in good.text.pointers("lasts"):
        yield good.fault(spoken(pointer), good.text.put(pointer, "not too long"), Aim("meeting-length", pointer))


def gate_that_no_meeting_tells_of(good: Good) -> Iterator[Fault]:
    """A checkpoint or milestone is dropped from the meetings that cover it."""
    covering: dict[str, list[Pointer]] = {}
    for pointer, meeting in good.entries("meetings"):
        for index, item in enumerate(meeting.get("covers") or []):
            covering.setdefault(item, []).append((*pointer, "covers", index))
    for item, places in covering.items():
        gate = next((each for each, _ in good.entries("checkpoints", "milestones") if each[-1] == item), None)
        if gate and len(places) == 1 and not good.text.empties(places[0]) and _is_one_of_many(covering, gate, good):
            yield good.fault(spoken(places[0]), good.text.drop(places[0]), Aim("gate-untold", gate))


def coordination_after_the_end(good: Good) -> Iterator[Fault]:
    """Something is settled in a week after all that need it are over."""
    for pointer, _ in good.entries("coordination"):
        week = (*pointer, "week")
        changed = good.text.put(week, str(end(good)[0] + 2))
        yield good.fault(spoken(week), changed, Aim("coordination-too-late", week))


def coordination_after_its_outcome(good: Good) -> Iterator[Fault]:
    """A point takes place when what it is to bring about is over."""
    for pointer, point in good.entries("coordination"):
        found = re.search(r"(?:on|by|until|before) \{\{ (?:finish|date)\('([a-z0-9-]+)'\)", point.get("outcome", ""))
        receivers = point.get("receivers") or []
        last = max((last_day(good, each)[0] for each in [receivers] if isinstance(each, str)), default=0)
        if found and last_day(good, found[1])[0] < last:
            week = (*pointer, "week")
            changed = good.text.put(week, str(last))
            yield good.fault(f"{spoken(week)} {last}", changed, Aim("coordination-after-its-outcome", week))


def coordination_in_the_last_week(good: Good) -> Iterator[Fault]:
    """What a wave takes over comes when most of its work is done."""
    for pointer, point in good.entries("coordination"):
        receivers = point.get("receivers") or []
        for wave in receivers if isinstance(receivers, list) else [receivers]:
            last = last_day(good, wave)[0]
            ends = [last_day(good, task)[0] for task in good.data["waves"][wave].get("tasks", ())]
            if sum(end < last for end in ends) * 3 > len(ends) * 2:
                week = (*pointer, "week")
                aims = [Aim(f"coordination-{rule}", week) for rule in ("too-late", "after-its-outcome")]
                yield good.fault(f"{spoken(week)} {last}", good.text.put(week, str(last)), *aims)


def alert_in_a_channel_of_each_wave(good: Good) -> Iterator[Fault]:
    """An alert rings in the channel that each team has for itself."""
    own = [str(pointer[-1]) for pointer, channel in good.entries("channels") if channel.get("per_wave") == "true"]
    for pointer, alert in good.entries("alerts"):
        if "notify" in alert and own:
            notify = (*pointer, "notify")
            aim = Aim("channel-of-each-wave", notify)
            yield good.fault(f"{spoken(notify)} {own[0]}", good.text.put(notify, own[0]), aim)


def meeting_of_hours_for_minutes(good: Good) -> Iterator[Fault]:
    """A daily meeting takes half a day, another more than a day."""
    for pointer, meeting in good.entries("meetings"):
        lasts = (*pointer, "lasts")
        long = "4 hours" if meeting["on"] == "daily" else "20 hours"
        yield good.fault(f"{spoken(lasts)} {long}", good.text.put(lasts, long), Aim("meeting-too-long", lasts))


def coordination_with_itself(good: Good) -> Iterator[Fault]:
    """A wave hands over to itself."""
    for pointer, point in good.entries("coordination"):
        if isinstance(point.get("receivers"), str) and isinstance(point.get("providers"), str):
            place = (*pointer, "receivers")
            aims = Aim("coordination-with-itself", place), Aim("receiver-before-provider", place)
            yield good.fault(spoken(pointer), good.text.put(place, point["providers"]), *aims)


def one_side_of_a_coordination_dropped(good: Good) -> Iterator[Fault]:
    """Nobody hands over, or nobody takes over."""
    for pointer, point in good.entries("coordination"):
        for key in ("providers", "receivers"):
            if key in point:
                changed = good.text.drop((*pointer, key))
                yield good.fault(f"{spoken(pointer)} {key}", changed, Aim("coordination-one-sided", pointer))


def channel_that_nothing_uses(good: Good) -> Iterator[Fault]:
    """A new channel."""
    if good.data.get("channels"):
        written = "{name: Chatter, audience: all, purpose: Anything}"
        changed = good.text.add(("channels",), "chatter", written)
        yield good.fault("channels.chatter", changed, Aim("channel-unused", ("channels", "chatter")))


def audience_of_a_channel_dropped(good: Good) -> Iterator[Fault]:
    """A channel that nobody reads."""
    for pointer, channel in good.entries("channels"):
        if "audience" in channel:
            changed = good.text.drop((*pointer, "audience"))
            notified = [
                (*each, "notify") for each, alert in good.entries("alerts") if alert.get("notify") == pointer[-1]
            ]
            aims = [
                Aim("channel-without-audience", pointer),
                *(Aim("alert-without-readers", each) for each in notified),
            ]
            yield good.fault(spoken(pointer), changed, *aims)


def handle_given_twice(good: Good) -> Iterator[Fault]:
    """Two channels of one address."""
    handles = [(*pointer, "handle") for pointer, channel in good.entries("channels") if "handle" in channel]
    for one, other in itertools.pairwise(handles):
        yield good.fault(spoken(other), good.text.put(other, good.text.written(one)), Aim("handle-twice", other))


def description_dropped(good: Good) -> Iterator[Fault]:
    """An entry does not say what all others of its kind say."""
    for section, keys in _SAID.items():
        entries = dict(good.entries(section))
        for key in keys:
            if len(entries) > 3 and all(key in each for each in entries.values()):
                for pointer in entries:
                    changed = good.text.drop((*pointer, key))
                    aims = Aim("half-described", pointer), Aim("channel-unused", pointer)
                    yield good.fault(f"{spoken(pointer)} without {key}", changed, *aims[:1])


def placeholder_left(good: Good) -> Iterator[Fault]:
    """A text that was never finished."""
    marks = ("TBD", "TODO: ask somebody", "???", "XXX")
    prose = [*good.text.pointers("description", "goal", "rationale", "mitigation", "on_failure", "measured", "why")]
    for number, pointer in enumerate(each for each in prose if good.text.written(each)[0] == '"'):
        mark = marks[number % len(marks)]
        changed = good.text.put(pointer, f'"{mark}"')
        yield good.fault(f"{spoken(pointer)} {mark}", changed, Aim("placeholder-left", pointer))


def deliverable_without_its_task(good: Good) -> Iterator[Fault]:
    """The task that brought a deliverable no longer says so."""
    for pointer, task in good.entries("tasks"):
        delivers = task.get("delivers") or []
        for name in [delivers] if isinstance(delivers, str) else delivers[:1] if len(delivers) == 1 else []:
            changed = good.text.drop((*pointer, "delivers"))
            aim = Aim("deliverable-undelivered", ("deliverables", name))
            if len(good.data["deliverables"]) > 1:
                yield good.fault(f"{spoken(pointer)} without {name}", changed, aim)


def deliverable_of_two_tasks(good: Good) -> Iterator[Fault]:
    """A task delivers what another delivers."""
    tasks = [(pointer, task["delivers"]) for pointer, task in good.entries("tasks") if task.get("delivers")]
    for (_, mine), (pointer, theirs) in itertools.pairwise(tasks):
        name = mine if isinstance(mine, str) else mine[0]
        changed = good.text.append((*pointer, "delivers"), name)
        aim = Aim("delivered-twice", (*pointer, "delivers", 1 if isinstance(theirs, str) else len(theirs)))
        yield good.fault(f"{spoken(pointer)} and {name}", changed, aim)


def highlight_of_another_wave(good: Good) -> Iterator[Fault]:
    """A wave shows a task that is not its own."""
    for pointer, wave in good.entries("waves"):
        foreign = next((each[-1] for each, _ in good.entries("tasks") if each[:2] != pointer), None)
        if isinstance(wave.get("highlights"), list) and foreign:
            place = (*pointer, "highlights", 0)
            changed = good.text.put(place, str(foreign))
            yield good.fault(f"{spoken(place)} {foreign}", changed, Aim("highlight-outside-wave", place))


def phase_of_a_wave_dropped(good: Good) -> Iterator[Fault]:
    """A wave that belongs nowhere."""
    waves = dict(good.entries("waves"))
    for pointer, wave in waves.items():
        if "phase" in wave and len(waves) > 3:
            yield good.fault(spoken(pointer), good.text.drop((*pointer, "phase")), Aim("phase-missing", pointer))


def entry_repeated_in_a_list(good: Good) -> Iterator[Fault]:
    """The same reference stands in a list again."""
    for pointer, spot in good.text.spots.items():
        if pointer and pointer[-1] in (
            "items",
            "delivers",
            "highlights",
            "providers",
            "receivers",
            "risks",
            "covers",
        ):
            value = good.text.at(pointer)
            is_list = (
                isinstance(value, list) and value and all(re.fullmatch(r"[a-z0-9-]+", str(each)) for each in value)
            )
            if is_list and not spot.is_scalar:
                aims = [Aim(rule, (*pointer, len(value))) for rule in ("reference-twice", "delivered-twice")]
                yield good.fault(spoken(pointer), good.text.append(pointer, value[0]), *aims)


def progress_before_the_status_date(good: Good) -> Iterator[Fault]:
    """A task that begins only later is told to be under way."""
    status = good.data.get("status_date")
    for pointer, task in good.entries("tasks") if status else ():
        begins = good.schedule.time.day_of_start(good.schedule.dates[str(pointer[-1])].early_start).date
        if begins and str(begins) > status and "percent_complete" not in task:
            changed = good.text.add(pointer, "percent_complete", "40%")
            rules = ("progress-ahead", "progress-out-of-order")
            aims = [Aim(rule, (*pointer, "percent_complete")) for rule in rules]
            yield good.fault(f"{spoken(pointer)} 40%", changed, *aims)


def _is_one_of_many(covering: dict[str, list[Pointer]], gate: Pointer, good: Good) -> bool:
    return sum(1 for each, _ in good.entries(str(gate[0])) if each[-1] in covering) > 1


def outcome_on_the_channel_of_others(good: Good) -> Iterator[Fault]:
    """A meeting whose audience reads one channel posts in another, which others read."""
    channels = {str(pointer[-1]): str(channel.get("audience", "")) for pointer, channel in good.entries("channels")}
    for pointer, meeting in good.entries("meetings"):
        come, at = str(meeting.get("audience", "")).lower(), (*pointer, "channel")
        if "channel" not in meeting or come not in (read.lower() for read in channels.values()):
            continue
        for name, read in channels.items():
            words = set(re.findall(r"\w{3,}", read.lower()))
            if words.isdisjoint({*re.findall(r"\w{3,}", come), "all", "everyone", "everybody", "whole"} - {"the"}):
                yield good.fault(f"{spoken(at)} {name}", good.text.put(at, name), Aim("meeting-on-other-channel", at))


def meeting_at_the_other_end_of_the_day(good: Good) -> Iterator[Fault]:
    """A morning's meeting in the evening, and the other way round."""
    for pointer, meeting in good.entries("meetings"):
        told = re.search(r"\b(?:morning|evening)\b", str(meeting.get("name", "")).lower())
        if told and "at" in meeting:
            at = (*pointer, "at")
            changed = good.text.put(at, "19:30" if told.group() == "morning" else "7:30")
            yield good.fault(spoken(at), changed, Aim("meeting-named-for-other-time", at))


def decision_for_what_was_said(good: Good) -> Iterator[Fault]:
    """A decision does again what it was to change."""
    for pointer, _ in good.entries("decisions"):
        does = (*pointer, "does")
        changed = good.text.put((*pointer, "said"), good.text.written(does))
        yield good.fault(spoken(does), changed, Aim("decision-unchanged", does))
