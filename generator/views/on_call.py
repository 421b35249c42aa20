"""What somebody who is called at night needs: alert, first response, rollback, whom to reach."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.monitoring import Alert
from generator.model.rollback import Rollback
from generator.snapshot import Snapshot
from generator.views._mention import Mention, mentioned, owner


@dataclass(frozen=True)
class Call:
    """An alert; `threshold` is when it fires, `guards` the target behind it."""

    id: str
    name: str
    threshold: str
    owner: Mention | None
    channel: Mention | None
    handle: str
    guards: Mention | None
    response: tuple[str, ...]
    rollback: Mention | None
    within: str


@dataclass(frozen=True)
class Procedure:
    """A rollback, and the alerts that lead to it."""

    id: str
    name: str
    alerts: tuple[Mention, ...]


@dataclass(frozen=True)
class Contact:
    """Somebody to reach, and for what; `role` is told of people, `people` fill a role."""

    who: Mention
    role: str
    contact: str
    people: tuple[Mention, ...]
    answers_for: tuple[Mention, ...]


@dataclass(frozen=True)
class OnCall:
    """Alerts in the plan's order, rollbacks those first that an alert leads to, then all who may be called."""

    calls: tuple[Call, ...]
    procedures: tuple[Procedure, ...]
    contacts: tuple[Contact, ...]


def view(snapshot: Snapshot) -> OnCall:
    """Tell alerts, rollbacks and contacts."""
    calls = tuple(_call(each, snapshot) for each in snapshot.plan.alerts.values())
    procedures = sorted(_procedures(snapshot, calls), key=lambda each: not each.alerts)
    return OnCall(calls, tuple(procedures), tuple(_contacts(snapshot)))


def _call(alert: Alert, snapshot: Snapshot) -> Call:
    channel = mentioned(alert.notify, snapshot, ("channel",))
    rollback = mentioned(alert.rollback, snapshot, ("rollback",))
    within = snapshot.plan.rollbacks[rollback.id].within if rollback else None
    return Call(
        alert.id,
        alert.name,
        str(alert.threshold),
        owner(alert.owner, snapshot),
        channel,
        (snapshot.plan.channels[channel.id].handle or "") if channel else "",
        mentioned(alert.target, snapshot, ("target",)),
        alert.response,
        rollback,
        str(within) if within else "",
    )


def _procedures(snapshot: Snapshot, calls: tuple[Call, ...]) -> Iterator[Procedure]:
    for rollback in snapshot.plan.rollbacks.values():
        leading = [call for call in calls if call.rollback and call.rollback.id == rollback.id]
        yield Procedure(rollback.id, rollback.name, tuple(Mention("alert", call.id, call.name) for call in leading))


def _contacts(snapshot: Snapshot) -> Iterator[Contact]:
    """Those who answer for an alert or a rollback; for a role, the people who fill it."""
    plan, found = snapshot.plan, dict[Mention, list[Mention]]()
    answered: tuple[Alert | Rollback, ...] = (*plan.alerts.values(), *plan.rollbacks.values())
    for item in answered:
        who, kind = owner(item.owner, snapshot), "alert" if isinstance(item, Alert) else "rollback"
        if who:
            found.setdefault(who, []).append(Mention(kind, item.id, item.name))
    for who, items in found.items():
        person = plan.people.get(who.id) if who.kind == "person" else None
        filled = [each for each in plan.people.values() if who.kind == "role" and each.role == who.id]
        yield Contact(
            who,
            plan.roles[person.role].name if person else "",
            (person.contact or "") if person else "",
            tuple(Mention("person", each.id, each.name) for each in filled),
            tuple(items),
        )
