"""What the plan has to say under each heading of a column and each label of a line, for each kind of item."""

import re
from collections.abc import Iterable

from generator.audit.rendered import dated, spoken
from generator.audit.rendered.dated import Fact, Tell, one_of
from generator.audit.rendered.statements import Said
from generator.audit.rendered.truth import Ref, Truth, plain, unmarked
from generator.formatting import counted
from generator.model.quantity import Level
from generator.model.risk import Risk
from generator.model.text import ITEM_KINDS
from generator.model.verification import Checkpoint


def fact_of(said: Said, truth: Truth) -> Fact | None:
    """What the plan says where a document says something; nothing where the plan has no word on it."""
    tell = _BY_KIND.get((said.ref.kind, said.label)) or (
        _SCHEDULED.get(said.label) if said.ref.kind in ITEM_KINDS else None
    )
    return tell(said.ref, truth) if tell else None


def _text(key: str) -> Tell:
    """A text of the item itself, or any of several; an empty cell or a word for nothing where it has none."""

    def tell(ref: Ref, truth: Truth) -> Fact | None:
        value = getattr(truth.item(ref), key, None)
        return one_of(unmarked(str(value)), str(value)) if value is not None else None

    return tell


def _contains(key: str) -> Tell:
    def tell(ref: Ref, truth: Truth) -> Fact | None:
        value = getattr(truth.item(ref), key, None)
        wanted = plain(str(value))
        return Fact(wanted, lambda said: wanted in said.plain) if value is not None else None

    return tell


def _owner(ref: Ref, truth: Truth) -> Fact | None:
    owner = truth.owned(ref)
    wanted = plain(owner)
    return Fact(owner, lambda said: said.plain.partition(" (")[0] == wanted) if owner else None


def _refers(key: str, kind: str) -> Tell:
    """One other item, by any of its names."""

    def tell(ref: Ref, truth: Truth) -> Fact | None:
        other = getattr(truth.item(ref), key, None)
        if not other or not truth.has(Ref(kind, other)):
            return None
        names = [plain(name) for name in truth.names_of(Ref(kind, other))]
        return Fact(names[0], lambda said: any(said.plain.startswith(name) for name in names))

    return tell


def _level(key: str) -> Tell:
    def tell(ref: Ref, truth: Truth) -> Fact | None:
        level: Level = getattr(truth.item(ref), key)
        return one_of(level.value.title(), level.value)

    return tell


_RATED = {9: "Critical", 6: "High", 4: "Medium", 3: "Medium", 2: "Low", 1: "Low"}


def _exposure(ref: Ref, truth: Truth) -> Fact | None:
    item = truth.item(ref)
    if not isinstance(item, Risk):
        return None
    told = str(item.exposure)
    return Fact(told, lambda said: re.findall(r"\d+", said.words)[:1] == [told])


def _scope(ref: Ref, truth: Truth) -> Fact | None:
    item = truth.item(ref)
    if not isinstance(item, Checkpoint):
        return None
    if item.scope_name:
        return one_of(unmarked(item.scope_name))
    found = (truth.snapshot.index.find(each, ITEM_KINDS) for each in item.scope)
    return one_of(" + ".join(truth.snapshot.names[(each[0], each[1].id)].short for each in found if each))


def _role_of(ref: Ref, truth: Truth) -> Fact | None:
    role = getattr(truth.item(ref), "role", "")
    return one_of(truth.snapshot.names[("role", role)].name) if truth.has(Ref("role", role)) else None


def _person(key: str) -> Tell:
    """Whoever a reference to a person or a role names."""

    def tell(ref: Ref, truth: Truth) -> Fact | None:
        reference = getattr(truth.item(ref), key, None)
        return one_of(truth.snapshot.names[truth.person(reference)].name) if reference else None

    return tell


def _guards(ref: Ref, truth: Truth) -> Fact | None:
    """The target that an alert guards; where its bound stands behind the name, that as well."""
    named = _refers("target", "target")(ref, truth)
    target = truth.snapshot.plan.targets.get(getattr(truth.item(ref), "target", None) or "")
    if named is None or target is None:
        return named
    bound = plain(f"{target.name}, {target.threshold}")
    return Fact(
        bound, lambda said: said.plain == bound if f"{plain(target.name)}, " in said.plain else named.agrees(said)
    )


def _answers_for(ref: Ref, truth: Truth) -> Fact | None:
    """How many tasks a person owns, where they are counted and not named."""
    owned = truth.tasks_by_owner
    told = counted(owned[ref.id] + owned[f"person:{ref.id}"], "task")
    return Fact(told, lambda said: not re.fullmatch(r"\d+ tasks?", said.plain) or said.plain == told)


def _kind(ref: Ref, truth: Truth) -> Fact | None:
    del truth
    return one_of(ref.kind.title())


def _done(ref: Ref, truth: Truth) -> Fact | None:
    return one_of("yes" if getattr(truth.item(ref), "done", False) else "no")


def _each(kinds: Iterable[str], labels: Iterable[str], tell: Tell) -> dict[tuple[str, str], Tell]:
    listed = tuple(labels)
    return {(kind, label): tell for kind in kinds for label in listed}


def _belongs(kind: str) -> Tell:
    """The wave or phase that holds it, or that it is."""

    def tell(ref: Ref, truth: Truth) -> Fact | None:
        breakdown = truth.snapshot.schedule.breakdown
        found = breakdown.wave_of(ref.id) if kind == "wave" else breakdown.phase_of(ref.id)
        return one_of(*truth.names_of(Ref(kind, found.id))) if found else None

    return tell


def _worked_on_by(ref: Ref, truth: Truth) -> Fact | None:
    roles = getattr(truth.item(ref), "needs", {})
    return one_of(", ".join(truth.name(Ref("role", role)) for role in roles)) if roles else None


def _waits(ref: Ref, truth: Truth) -> Fact | None:
    """Its dependencies as the plan writes them."""
    links = getattr(truth.item(ref), "depends_on", ())
    return one_of(", ".join(map(str, links)) or "-")


def _why(ref: Ref, truth: Truth) -> Fact | None:
    """What sets its start is named, unless there is too much of it."""
    dates = truth.dates(ref)
    drivers = [driver.item for driver in dates.drivers if driver.item] if dates else []
    items = truth.snapshot.schedule.breakdown.items
    refs = [found for each in drivers if each in items for found in truth.by_id.get(each, ())]
    named = [truth.plain_names[found] for found in refs if found != ref and found.kind in ITEM_KINDS]
    if not named:
        return None

    def agrees(said: Said) -> bool:
        return " more" in said.plain or all(any(name in said.plain for name in names) for names in named)

    return Fact(" and ".join(names[0] for names in named), agrees)


_SCHEDULED: dict[str, Tell] = {
    "start": dated.start,
    "finish": dated.finish,
    "finished": dated.finish,
    "day": dated.finish,
    "when": dated.span,
    "when, how long": dated.span_and_size,
    "duration": dated.size,
    "float": dated.float_of,
    "total float": dated.float_of,
    "free float": dated.free_float_of,
    "phase": _belongs("phase"),
    "wave": _belongs("wave"),
    "critical": dated.critical,
    "state": dated.state,
    "kind": _kind,
    "progress": dated.progress,
    "goal": _text("goal"),
}
_OWNED = (
    "owner",
    "who decides",
    "who decides and runs it",
    "brought about by",
    "run by",
    "declared by",
    "who is called",
)
_BY_KIND: dict[tuple[str, str], Tell] = {
    **_each(
        ("risk", "target", "alert", "rollback", "checkpoint", "milestone", "source", "coordination"), _OWNED, _owner
    ),
    **_each(("task",), ("owner",), _owner),
    **_each(("task",), ("role",), _worked_on_by),
    **_each(("task", "milestone"), ("depends on",), _waits),
    **_each(("task", "milestone"), ("why then",), _why),
    **_each(("deliverable",), ("there by",), dated.delivered),
    **_each(("risk",), ("impact",), _level("impact")),
    **_each(("risk",), ("probability",), _level("probability")),
    **_each(("risk",), ("exposure",), _exposure),
    **_each(("risk",), ("mitigation",), _text("mitigation")),
    **_each(("checkpoint",), ("scope",), _scope),
    **_each(("checkpoint",), ("command",), _text("command")),
    **_each(("checkpoint",), ("done",), _done),
    **_each(("wave", "phase"), ("weeks",), dated.weeks),
    **_each(("rollback",), ("within", "time to rollback"), _text("within")),
    **_each(("rollback",), ("time",), _contains("within")),
    **_each(("rollback",), ("procedure",), _text("procedure")),
    **_each(("rollback",), ("start it when",), _text("trigger")),
    **_each(("target",), ("value",), _text("threshold")),
    **_each(("target",), ("how it is measured",), _text("measured")),
    **_each(("target", "alert"), ("source",), _refers("source", "source")),
    **_each(("alert",), ("fires at",), _text("threshold")),
    **_each(("alert",), ("guards",), _guards),
    **_each(("alert",), ("told in",), _refers("notify", "channel")),
    **_each(("meeting",), ("when",), spoken.meets),
    **_each(("meeting",), ("chair",), _person("chair")),
    **_each(("meeting",), ("who comes",), _text("audience")),
    **_each(("wave",), ("people",), spoken.team),
    **_each(("wave", "phase"), ("led by",), _person("lead")),
    **_each(("task",), ("who",), spoken.at_work),
    **_each(("wave", "phase"), ("begins",), spoken.begins),
    **_each(("decision",), ("the text said", "said before"), _text("said")),
    **_each(("decision",), ("the plan does", "decided"), _text("does")),
    **_each(("decision",), ("why",), _text("why")),
    **_each(("decision",), ("decided by",), _person("by")),
    **_each(("meeting",), ("outcome is posted in",), _refers("channel", "channel")),
    **_each(("role",), ("people",), _text("count")),
    **_each(("role",), ("answers for",), _text("responsibilities")),
    **_each(("person",), ("contact",), _text("contact")),
    **_each(("person",), ("role",), _role_of),
    **_each(("person",), ("answers for",), _answers_for),
    **_each(("deliverable",), ("how to tell",), _text("description")),
    **_each(("milestone",), ("what it means",), _text("description")),
    **_each(("channel",), ("read by",), _text("audience")),
    **_each(("channel",), ("for",), _text("purpose")),
    **_each(("assumption",), ("how it is confirmed",), _text("check")),
}
