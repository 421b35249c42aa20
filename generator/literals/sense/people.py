"""Which people and roles a clause speaks of, and who has to do with an entry."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.literals.claims import Reading
from generator.literals.lexicon import Known
from generator.literals.ownership import in_charge
from generator.literals.sense.scenes import Scene

_AT_WORK = ("needs", "team", "team_total")
_MEN = tuple((word,) for word in ("men", "women", "people", "team", "crew", "folk", "colleagues", "lot"))


@dataclass(frozen=True)
class Agent:
    """Ids of people or of roles, and where the clause says them; of several roles one may be meant."""

    people: frozenset[str]
    roles: frozenset[str]
    first: int
    last: int
    is_genitive: bool = False


def agents(scene: Scene) -> Iterator[Agent]:
    """Yield everybody whom a clause names, by a name or by what they are, from left to right."""
    people, topics, taken = scene.reading.facts.plan.people, scene.reading.topics, -1
    starts = {thing.first: thing for thing in scene.things if thing.of("person", "role")}
    for index, word in enumerate(scene.clause.words):
        thing = starts.get(index)
        titled, called = topics.people_by_title.get(word.text), _called(index, scene)
        if index <= taken or not (thing or titled or called):
            continue
        named = frozenset(name for _, name in thing.of("person")) if thing else titled or frozenset()
        roles = frozenset(name for _, name in thing.of("role")) if thing else called or frozenset()
        taken = thing.last if thing else index
        is_genitive = scene.clause.words[taken].is_genitive
        if named and is_genitive and scene.clause.texts[taken + 1 : taken + 2] in _MEN:
            yield Agent(frozenset(), frozenset(people[each].role for each in named), index, taken + 1)
        elif named:
            yield Agent(named, frozenset(), index, taken, is_genitive=is_genitive)
        else:
            yield Agent(frozenset(), roles, index, taken, is_genitive=is_genitive)


def _called(index: int, scene: Scene) -> frozenset[str]:
    """The roles that a noun may mean: of several engineers those whose other word stands before it."""
    topics, words = scene.reading.topics, scene.clause.words
    roles = topics.roles_by_noun.get(words[index].text, frozenset())
    before = words[index - 1].bare if index else ""
    told = frozenset(role for role in roles if len(roles) > 1 and before in topics.words["role", role])
    return told or roles


def concerned(known: Known, reading: Reading) -> frozenset[str]:
    """Ids of all people and roles that have to do with an entry: in charge, assigned, needed, or of such a role."""
    remembered = reading.topics.concerned
    if known not in remembered:
        remembered[known] = _concerned(known, reading)
    return remembered[known]


def _concerned(known: Known, reading: Reading) -> frozenset[str]:
    plan, item = reading.facts.plan, reading.facts.index.by_kind[known[0]][known[1]]
    told = set(in_charge(known, reading))
    told |= {name for key in _AT_WORK for name in (getattr(item, key, None) or {})} | set(getattr(item, "people", ()))
    told |= {action.owner for action in getattr(item, "actions", ()) if getattr(action, "owner", None)}
    if known[0] == "deliverable":
        makers = reading.facts.schedule.breakdown.makers.get(known[1], ())
        told = told.union(*(concerned(("task", task.id), reading) for task in makers))
    roles = {plan.people[each].role for each in told if each in plan.people}
    return frozenset(told | roles | {each.id for each in plan.people.values() if each.role in told & set(plan.roles)})
