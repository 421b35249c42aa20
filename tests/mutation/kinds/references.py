"""Faults of references: misspelled, to another kind, to what is gone."""

from collections.abc import Iterator

from tests.mutation.fault import AT_KEY, Aim, Fault, Good, spoken
from tests.mutation.kinds._words import ids, references, slip

UNKNOWN = "unknown-reference"


def misspelled_reference(good: Good) -> Iterator[Fault]:
    """An id with two letters swapped."""
    for pointer, name in references(good):
        written = good.text.written(pointer).replace(name, slip(name))
        yield good.fault(f"{spoken(pointer)} {slip(name)}", good.text.put(pointer, written), Aim(UNKNOWN, pointer))


def reference_to_another_kind(good: Good) -> Iterator[Fault]:
    """An owner that is a wave, a dependency that is a risk."""
    risk = next(ids(good, "risks"), None)
    wave = next(ids(good, "waves", "tasks"), None)
    for pointer, name in references(good, "owner", "lead", "chair", "source", "notify", "channel", "rollback"):
        if wave and name != wave:
            told = f"{spoken(pointer)} is {wave}"
            yield good.fault(told, good.text.put(pointer, wave), Aim(UNKNOWN, pointer))
    for pointer, _ in references(good, "depends_on", "scope", "items", "affects"):
        if risk:
            yield good.fault(f"{spoken(pointer)} is {risk}", good.text.put(pointer, risk), Aim(UNKNOWN, pointer))


def misspelled_role_or_share(good: Good) -> Iterator[Fault]:
    """A key that refers: a role of a team, a wave with a share."""
    for pointer in good.text.spots:
        if len(pointer) > 2 and pointer[-2] in ("team", "needs", "team_total", "shares"):
            changed = slip(str(pointer[-1]))
            aim = Aim(UNKNOWN, (*pointer[:-1], changed), AT_KEY)
            yield good.fault(f"{spoken(pointer)} {changed}", good.text.rename(pointer, changed), aim)


def dropped_while_referred_to(good: Good) -> Iterator[Fault]:
    """A person, role, source, channel, rollback or risk is taken out, and something still names it."""
    users: dict[str, list[tuple[str | int, ...]]] = {}
    for pointer, name in references(good):
        users.setdefault(name, []).append(pointer)
    for section in ("people", "sources", "channels", "rollbacks", "deliverables", "targets", "checkpoints"):
        for pointer, _ in good.entries(section):
            use = [each for each in users.get(str(pointer[-1]), ()) if each[: len(pointer)] != pointer]
            if use and not good.text.empties(pointer):
                yield good.fault(f"{spoken(pointer)} gone", good.text.drop(pointer), Aim(UNKNOWN, use[0]))


def dropped_role(good: Good) -> Iterator[Fault]:
    """A role is taken out, and a person still fills it."""
    for pointer, _ in good.entries("roles"):
        holder = next((each for each, one in good.entries("people") if one.get("role") == pointer[-1]), None)
        if holder:
            yield good.fault(f"{spoken(pointer)} gone", good.text.drop(pointer), Aim(UNKNOWN, (*holder, "role")))
