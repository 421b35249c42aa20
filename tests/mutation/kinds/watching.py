"""Faults of targets, alerts and their sources."""

import re
from collections.abc import Iterator

from tests.mutation.fault import Aim, Fault, Good, spoken
from tests.mutation.kinds._days import first_day, last_day
from tests.mutation.kinds._words import ids
from tests.mutation.plan_text import Pointer

_ALERT = {"source": "alert-incomplete", "target": "alert-incomplete", "response": "alert-incomplete"}


def sign_of_a_threshold_turned(good: Good) -> Iterator[Fault]:
    """At most where at least is meant, where the name tells which."""
    for section in ("targets", "alerts"):
        for pointer, entry in good.entries(section):
            words = re.findall(
                r"uptime|availability|coverage|success|error|failure|latency|outage|response time|hit rate"
                "|delay|paying",
                entry["name"],
                re.IGNORECASE,
            )
            value = entry["threshold"]
            turned = value.replace(">", "<") if ">" in value else value.replace("<", ">")
            if words and turned != value:
                place = (*pointer, "threshold")
                changed = good.text.put(place, f'"{turned}"')
                rules = ("threshold-turned", "alert-fires-when-met")
                yield good.fault(f"{spoken(place)} {turned}", changed, *[Aim(rule, place) for rule in rules])


def sign_of_a_threshold_dropped(good: Good) -> Iterator[Fault]:
    """A bare figure, neither a least nor a most."""
    for pointer in good.text.pointers("threshold"):
        bare = re.sub(r"^[<>]=?\s*", "", good.text.at(pointer))
        if bare != good.text.at(pointer):
            aims = Aim("threshold-without-sign", pointer), Aim("invalid-value", pointer)
            yield good.fault(f"{spoken(pointer)} {bare}", good.text.put(pointer, f'"{bare}"'), *aims)


def threshold_beyond_all(good: Good) -> Iterator[Fault]:
    """More than a hundred per cent of what is a share by its name."""
    for pointer, entry in good.entries("targets", "alerts"):
        is_share = re.search("coverage|uptime|success|hit rate|error rate|availability", entry["name"], re.IGNORECASE)
        place, value = (*pointer, "threshold"), entry["threshold"] if is_share else ""
        beyond = re.sub(r"[\d.]+\s*%", "120%", value)
        if beyond != value and value.startswith(">"):
            changed = good.text.put(place, f'"{beyond}"')
            yield good.fault(f"{spoken(place)} {beyond}", changed, Aim("threshold-impossible", place))


def alert_looser_than_its_target(good: Good) -> Iterator[Fault]:
    """An alert that waits until its target has long been missed."""
    for pointer, target in good.entries("targets"):
        if re.match(r"<\s*[\d.]+\s*(ms|s|min|h|minutes?|hours?)$", target["threshold"]) and good.data.get("alerts"):
            written = f'{{name: {target["name"]}, threshold: "> 900 h", target: {pointer[-1]}}}'
            changed = good.text.add(("alerts",), "too-late", written)
            yield good.fault(
                spoken(pointer), changed, Aim("alert-looser-than-target", ("alerts", "too-late", "threshold"))
            )


def part_of_an_alert_dropped(good: Good) -> Iterator[Fault]:
    """An alert without source, target, channel or response, where all others have one."""
    alerts = dict(good.entries("alerts"))
    for key, rule in _ALERT.items():
        for pointer, alert in alerts.items():
            if key in alert and len(alerts) > 3 and all(key in each for each in alerts.values()):
                changed = good.text.drop((*pointer, key))
                yield good.fault(f"{spoken(pointer)} without {key}", changed, Aim(rule, pointer))


def nobody_called_by_an_alert(good: Good) -> Iterator[Fault]:
    """An alert that reaches neither a person nor a channel."""
    for pointer, alert in good.entries("alerts"):
        if ("owner" in alert) != ("notify" in alert):
            key = "owner" if "owner" in alert else "notify"
            yield good.fault(spoken(pointer), good.text.drop((*pointer, key)), Aim("alert-calls-nobody", pointer))
        elif "owner" in alert and "notify" in alert:
            changed = good.text.drop((*pointer, "notify"))
            aims = Aim("alert-incomplete", pointer), Aim("alert-calls-nobody", pointer)
            if sum(1 for _, each in good.entries("alerts") if "notify" in each) > 3:
                yield good.fault(f"{spoken(pointer)} without notify", changed, *aims)


def source_of_a_target_dropped(good: Good) -> Iterator[Fault]:
    """A figure that nothing measures."""
    for pointer, target in good.entries("targets"):
        if "source" in target:
            changed = good.text.drop((*pointer, "source"))
            aims = Aim("target-without-source", pointer), Aim("target-unwatched", pointer)
            yield good.fault(f"{spoken(pointer)} without source", changed, *aims)


def source_that_feeds_nothing(good: Good) -> Iterator[Fault]:
    """A new source."""
    if len(good.data.get("sources") or {}) > 1:
        changed = good.text.add(("sources",), "weather-station", "{name: Weather Station, collects: Rain}")
        yield good.fault("sources.weather-station", changed, Aim("source-unused", ("sources", "weather-station")))


def source_ready_too_late(good: Good) -> Iterator[Fault]:
    """A source comes with the last task of all, and its figure is judged before."""
    starts = {str(each[-1]): good.schedule.dates[str(each[-1])].early_finish for each, _ in good.entries("tasks")}
    latest = max(starts, key=lambda item: starts[item])
    for pointer, source in good.entries("sources"):
        asked = [each for each, target in good.entries("targets") if target.get("source") == pointer[-1]]
        judged = [text for each in asked for text in _judging(good, str(each[-1]))]
        if "ready" in source and any(first_day(good, item) < first_day(good, latest) for item in judged):
            place = (*pointer, "ready")
            yield good.fault(f"{spoken(place)} {latest}", good.text.put(place, latest), Aim("source-too-late", place))


def readiness_of_a_source_dropped(good: Good) -> Iterator[Fault]:
    """Nobody knows when a source is there."""
    sources = dict(good.entries("sources"))
    for pointer, source in sources.items():
        if "ready" in source and len(sources) > 3 and all("ready" in each for each in sources.values()):
            changed = good.text.drop((*pointer, "ready"))
            yield good.fault(spoken(pointer), changed, Aim("source-never-ready", pointer))


def second_target_for_one_figure(good: Good) -> Iterator[Fault]:
    """The same figure stands a second time with another threshold."""
    for pointer, target in good.entries("targets"):
        other = re.sub(r"\d", "3", target["threshold"])
        if other != target["threshold"] and "%" in other:
            written = f'{{name: {target["name"]}, threshold: "{other}"}}'
            changed = good.text.add(("targets",), "another-one", written)
            aims = [Aim("figure-twice", (*each, "threshold")) for each in (pointer, ("targets", "another-one"))]
            yield good.fault(f"{spoken(pointer)} again as {other}", changed, *aims)


def alert_on_another_target(good: Good) -> Iterator[Fault]:
    """An alert that is called as one target is guards another of another name."""
    for pointer, alert in good.entries("alerts"):
        target = good.data["targets"].get(alert.get("target"), {})
        shared = _words(alert["name"]) & _words(target.get("name", ""))
        for other, entry in good.entries("targets"):
            if shared == _words(target.get("name", "")) and not _words(entry["name"]) & _words(alert["name"]):
                place = (*pointer, "target")
                aims = Aim("alert-on-other-target", place), Aim("alert-looser-than-target", (*pointer, "threshold"))
                yield good.fault(f"{spoken(place)} {other[-1]}", good.text.put(place, str(other[-1])), *aims)


def source_that_collects_something_else(good: Good) -> Iterator[Fault]:
    """A target is read off a source that has nothing to do with it, while one source has."""
    sources = {str(each[-1]): _words(f"{one['name']} {one['collects']}") for each, one in good.entries("sources")}
    for pointer, target in good.entries("targets"):
        named = _words(target["name"])
        fitting = [source for source, words in sources.items() if named & words]
        for other, words in sources.items():
            if fitting == [target.get("source")] and not named & words:
                place = (*pointer, "source")
                aims = [Aim(rule, place) for rule in ("source-of-other-figure", "alert-source-differs")]
                yield good.fault(f"{spoken(place)} {other}", good.text.put(place, other), *aims)


def query_with_the_other_sign(good: Good) -> Iterator[Fault]:
    """The rule that runs fires where the alert is silent."""
    for pointer, alert in good.entries("alerts"):
        query, found = (*pointer, "query"), re.search(r"([<>])(?=\s*[\d.]+\s*\w*$)", alert.get("query", ""))
        if found:
            turned = found.string[: found.start()] + {"<": ">", ">": "<"}[found[1]] + found.string[found.end() :]
            aim = Aim("query-figure", query, turned[found.start() :])
            yield good.fault(spoken(query), good.text.put(query, f'"{turned}"'), aim)


def unit_of_a_share_dropped(good: Good) -> Iterator[Fault]:
    """A rate in bare numbers."""
    for pointer, entry in good.entries("targets", "alerts"):
        place, bare = (*pointer, "threshold"), entry["threshold"].replace("%", "")
        is_share = re.search(r"coverage|uptime|availability|(success|hit|error) rate", entry["name"], re.IGNORECASE)
        if is_share and bare != entry["threshold"] and " " not in bare.strip("<>= "):
            aim = Aim("threshold-without-unit", place)
            yield good.fault(f"{spoken(place)} {bare}", good.text.put(place, f'"{bare}"'), aim)


def set_up_longer_than_its_task(good: Good) -> Iterator[Fault]:
    """A step that sets a source up takes longer than all of the task that brings it."""
    tasks = {str(pointer[-1]) for pointer, _ in good.entries("tasks")}
    for pointer, source in good.entries("sources"):
        for index, _ in enumerate(source.get("steps") or ()):
            step = (*pointer, "steps", index)
            takes = (*step, "takes")
            if source.get("ready") in tasks:
                changed = (
                    good.text.put(takes, "99h") if takes in good.text.spots else good.text.add(step, "takes", "99h")
                )
                yield good.fault(f"{spoken(step)} 99h", changed, Aim("source-steps-too-long", takes))


def rollback_of_an_alert_changed(good: Good) -> Iterator[Fault]:
    """An alert no longer leads to the rollback that begins when it fires."""
    for pointer, rollback in good.entries("rollbacks"):
        for alert in re.findall(r"name\('([a-z0-9-]+)'\)", rollback.get("trigger", "")):
            place: Pointer = ("alerts", alert, "rollback")
            if place in good.text.spots and good.text.at(place) == pointer[-1]:
                aim = Aim("alert-omits-rollback", place[:-1])
                yield good.fault(f"{spoken(place)} gone", good.text.drop(place), aim)
                for other, _ in good.entries("rollbacks"):
                    if other != pointer:
                        changed = good.text.put(place, str(other[-1]))
                        yield good.fault(f"{spoken(place)} {other[-1]}", changed, Aim("alert-omits-rollback", place))


def source_of_a_warning_too_late(good: Good) -> Iterator[Fault]:
    """The alert that tells of a risk cannot fire before all the work that is exposed is over."""
    latest = max(ids(good, "tasks"), key=lambda item: good.schedule.dates[item].early_finish)
    for _, risk in good.entries("risks"):
        exposed = risk.get("affects") or []
        over = max((last_day(good, item) for item in exposed if isinstance(exposed, list)), default=None)
        for alert in re.findall(r"name\('([a-z0-9-]+)'\)", risk.get("trigger", "")):
            source = good.data["alerts"].get(alert, {}).get("source")
            place: Pointer = ("sources", str(source), "ready")
            if place in good.text.spots and over and over < last_day(good, latest):
                aims = [Aim(rule, place) for rule in ("alert-after-risk", "source-too-late")]
                yield good.fault(f"{spoken(place)} {latest}", good.text.put(place, latest), *aims)


def _words(text: str) -> set[str]:
    return {word.removesuffix("s") for word in re.findall(r"[^\W_]{4,}", text.casefold())} - {"time", "rate"}


def _judging(good: Good, target: str) -> Iterator[str]:
    """Items at whose end a target is judged: criteria that name it, checkpoints and waves that tell its value."""
    for _, criterion in good.entries("criteria"):
        items = criterion.get("items") or []
        yield from (items if isinstance(items, list) else [items]) if criterion.get("target") == target else ()
    for pointer, entry in good.entries("checkpoints"):
        if any(f"value('{target}')" in text for key in ("covers", "entry", "exit") for text in entry.get(key) or ()):
            yield str(pointer[-1])


def quantile_of_a_query_changed(good: Good) -> Iterator[Fault]:
    """The query of a P95 asks for the 99th percentile."""
    for pointer, alert in good.entries("alerts"):
        query = (*pointer, "query")
        written = good.text.written(query) if "query" in alert else ""
        if "0.95" in written and "P95" in alert["name"]:
            aim = Aim("query-other-quantile", query, "0.99")
            yield good.fault(spoken(query), good.text.put(query, written.replace("0.95", "0.99")), aim)


def window_of_a_query_changed(good: Good) -> Iterator[Fault]:
    """The query counts over ten times the time of its threshold."""
    for pointer, alert in good.entries("alerts"):
        query = (*pointer, "query")
        written = good.text.written(query) if "query" in alert else ""
        found = re.findall(r"\[(\d+)m\]", written)
        if len(found) == 1 and re.search(r" in \d", alert["threshold"]):
            aim = Aim("query-window-differs", query, f"[{found[0]}0m]")
            yield good.fault(spoken(query), good.text.put(query, written.replace("m]", "0m]")), aim)


def environment_of_half_a_query_changed(good: Good) -> Iterator[Fault]:
    """Failures of production are divided by the requests of staging."""
    for pointer, alert in good.entries("alerts"):
        query = (*pointer, "query")
        written = good.text.written(query) if "query" in alert else ""
        if written.count('env="production"') > 1:
            changed = 'env="staging"'.join(written.rsplit('env="production"', 1))
            aim = Aim("query-of-two-places", query, "staging")
            yield good.fault(spoken(query), good.text.put(query, changed), aim)


def unit_of_a_share_changed(good: Good) -> Iterator[Fault]:
    """A threshold of milliseconds, where the query gives per cent."""
    for pointer, alert in good.entries("alerts"):
        place = (*pointer, "threshold")
        if alert.get("query", "").startswith("100 *") and "%" in alert["threshold"]:
            changed = good.text.put(place, f'"{alert["threshold"].replace("%", "ms")}"')
            yield good.fault(spoken(place), changed, Aim("query-in-other-unit", place))
