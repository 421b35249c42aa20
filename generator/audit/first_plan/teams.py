"""How many people work in each part of a plan, and in what role."""

from decimal import Decimal

from generator.audit.first_plan.columns import LARGEST_TEAM
from generator.audit.first_plan.parts import named_part
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.sizes import Size, sizes_of
from generator.audit.understanding.units import TEAMS, Unit
from generator.audit.understanding.words import key_of

ROLES = {"developer": "Developer", "team-member": "Team member"}
"""What the roles that teams consist of are called."""
_ANYBODY = key_of("people person staff heads headcount size total count crew team")
_ALL, _SOME = frozenset({"total"}), "these"
"""How sizes tell those of a total, and those of one column beside others."""
_MOST_PEOPLE = 1000


def people_of(facts: Facts) -> dict[Unit, Size]:
    """How many work in each part; hundreds of people in waves are those that the waves are about."""
    people: dict[Unit, Size] = {}
    for size in sizes_of(facts.reading):
        if _SOME not in size.role and all(
            each == each.to_integral_value() and each < _MOST_PEOPLE for each in (size.band.low, size.band.high)
        ):
            people.setdefault(size.unit, size)
    served = {
        size.unit.kind for size in people.values() if size.role <= _ANYBODY and size.band.high > LARGEST_TEAM
    } - TEAMS
    return {unit: size for unit, size in people.items() if unit.kind not in served}


def team_of(size: Size | None) -> dict[str, str] | None:
    """Write how many people a part has, by the role that they have in it."""
    return {role_of(size): _band(size.band.low, size.band.high)} if size else None


def role_of(size: Size) -> str:
    """Whoever a document calls people is no developer."""
    return "team-member" if _words(size) <= _ANYBODY else "developer"


def _words(size: Size) -> frozenset[str]:
    """What the people of a part are called; of a total by the heading of its column."""
    if size.role != _ALL or size.table is None:
        return size.role
    columns = zip(size.table.header, size.table.meanings, strict=True)
    return frozenset(word for header, meaning in columns if meaning == "total" for word in key_of(header.plain))


def _band(low: Decimal, high: Decimal) -> str:
    return f"{low:.0f}" if low == high else f"{low:.0f}-{high:.0f}"


def is_team(facts: Facts, unit: Unit) -> bool:
    """A team that has a name but no time of its own is people, not work; what is never named itself is neither."""
    if unit.number is not None or len(unit.key) <= 1:
        return False
    timed = any(stay.form == "whole" for stay in facts.whole_stays(unit))
    return (unit.kind in TEAMS and not timed) or named_part(facts, unit) is None
