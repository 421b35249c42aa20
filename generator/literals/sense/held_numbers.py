"""How many tasks, lots, roles or steps something has, counted otherwise than they are."""

from collections.abc import Iterator

from generator.literals.claims import Claim
from generator.literals.lexicon import Known
from generator.literals.sense.amounts import Amount, amounts
from generator.literals.sense.held_needs import needed_by, needing
from generator.literals.sense.scenes import Scene
from generator.literals.sense.topic import kind_of, scopes, spoken_of, tasks_of
from generator.literals.sense.vocabulary import PRONOUNS
from generator.literals.sense.words import Word
from generator.model.team import Role
from generator.patterns import any_of

_HAVING = any_of("has have holds contains comprises counts consists made divided split falls runs")
_OWN = frozenset({"its", "their", "all", "these"})
_EACH_OF = ("each of the", "every one of the", "all of its", "all of the", "none of the", "none of its", "one of the")
_IN_ALL = ("in all", "in total", "altogether", "in it", "of it", "in this")
_FORMING = any_of("fill fills make makes form forms compose belong belongs are stand lie")
_FORMED = _FORMING | any_of("weeks days part whole all work")
_SINGLED = any_of("of that which who before after from with named above below listed beside on until or to more at")
_WAITING = any_of("wait waits depend depends hang hangs hinge hinges")
_EXPOSED = any_of("threatens threaten affects affect hits hit touches touch endangers concerns exposed exposes")
_WEIGHED = any_of("if would should might could perhaps maybe unless were not never other others least most about")
_ADJECTIVES = frozenset({"shared", "key"})
_KINDS = frozenset({"task", "wave", "phase", "role", "milestone", "checkpoint", "deliverable", "step"})


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield each number of what the plan counts that none of what is spoken of has."""
    if not scene.reading.tells_number or not _WEIGHED.isdisjoint(scene.clause.spoken):
        return
    for said in amounts(scene.clause):
        noun = _noun(said, scene)
        if noun is None or said.bound != "=" or said.value.denominator != 1 or said.first != said.last:
            continue
        place, kind = noun
        adjective = scene.clause.texts[place - 1] if place > said.last + 1 else ""
        true = set(_true(said, place, kind, adjective, scene))
        if true and int(said.value) not in true:
            yield scene.claim("count", said.first, place, _fact(true, scene.clause.texts[place]))


def _noun(said: Amount, scene: Scene) -> tuple[int, str] | None:
    """Where the counted noun stands, with an adjective before it at most that the plan knows."""
    words = scene.clause.words
    for place in (said.last + 1, said.last + 2):
        kind = kind_of(words[place], scene) if place < len(words) else None
        if kind in _KINDS and _is_plural(words[place], said):
            known = place == said.last + 1 or words[place - 1].text in _ADJECTIVES
            return (place, str(kind)) if known else None
    return None


def _is_plural(word: Word, said: Amount) -> bool:
    return word.text.endswith("s") == (said.value != 1)


def _true(said: Amount, place: int, kind: str, adjective: str, scene: Scene) -> Iterator[int]:
    """Yield every number that may be meant; nothing where only some of them are."""
    texts = scene.clause.texts
    if not _WAITING.isdisjoint(texts):
        yield from _of_links(said, kind, scene)
    elif not _EXPOSED.isdisjoint(texts[: said.first]) and scene.owner and scene.owner[0] == "risk":
        yield len(scene.reading.facts.plan.risks[scene.owner[1]].affects)
    elif _is_whole(said, place, adjective, scene):
        for scope in scopes(scene):
            yield from (number for number in _members(scope, kind, adjective, scene) if number)
        yield from _of_owner(kind, scene)


def _is_whole(said: Amount, place: int, adjective: str, scene: Scene) -> bool:
    """Tell whether all of them are counted, not some that something singles out."""
    texts, said_all = scene.clause.texts, f" {' '.join(scene.clause.texts)} "
    behind = texts[place + 1 : place + 2]
    before = texts[: said.first]
    is_of_procedure = kind_of(scene.clause.words[place], scene) == "step" and before == ("the",)
    is_all = is_of_procedure or (before[-1:] and before[-1] in _OWN)
    is_had = not _HAVING.isdisjoint(before[-3:]) and (not behind or behind[0] in ("and", "in"))
    is_each = any(" ".join(before).endswith(phrase) for phrase in _EACH_OF)
    is_total = any(f" {phrase} " in said_all for phrase in _IN_ALL) and not scene.unknown(said.first, place, _HAVING)
    if is_total or _is_forming(said, place, scene) or (is_each and (adjective or not _SINGLED.intersection(behind))):
        return True
    return bool(is_all or is_had) and not _SINGLED.intersection(behind)


def _is_forming(said: Amount, place: int, scene: Scene) -> bool:
    """Read "five tasks fill the weeks of this wave": all that a wave or a phase, told behind them, is made of."""
    texts = scene.clause.texts
    is_led = said.first == 0 and texts[place + 1 : place + 2] != () and texts[place + 1] in _FORMING
    wholes = [thing for thing in scene.things if thing.first > place and thing.of("wave", "phase")]
    is_told = is_led and bool(wholes) and not scene.has_people
    return is_told and not scene.unknown(said.first, place, _FORMED)


def _members(scope: str | None, kind: str, adjective: str, scene: Scene) -> Iterator[int]:
    """Yield how many of a kind a wave, a phase or the plan has."""
    facts = scene.reading.facts
    if kind == "step":
        return
    if scope is None:
        every = facts.index.by_kind[kind].values()
        yield len([each for each in every if not adjective or getattr(each, adjective, False)])
    elif kind == "task":
        yield len(tasks_of(scope, scene))
    elif kind == "role":
        yield from _of_roles(scope, adjective, scene)
    else:
        inside = facts.schedule.breakdown.members.get(scope, ())
        yield len([name for name in inside if name in facts.index.by_kind[kind]])


def _of_roles(scope: str, adjective: str, scene: Scene) -> Iterator[int]:
    plan = scene.reading.facts.plan
    needed = {role for task in tasks_of(scope, scene) for role in task.needs}
    team = set(getattr(plan.waves.get(scope) or plan.phases.get(scope), "team", ()))
    for roles in (needed, team, needed | team):
        yield len([role for role in roles if not adjective or _is(plan.roles.get(role), adjective)])


def _is(role: Role | None, adjective: str) -> bool:
    return bool(getattr(role, adjective, False))


def _of_owner(kind: str, scene: Scene) -> Iterator[int]:
    """What else than a wave has parts: a procedure its steps, a checkpoint its scope."""
    owner = scene.owner
    item = scene.reading.facts.index.by_kind[owner[0]].get(owner[1]) if owner else None
    if kind == "step" and owner and owner[0] == "rollback":
        steps, checks = len(getattr(item, "steps", ())), len(getattr(item, "verify", ()))
        yield from (steps, steps + checks)
    elif owner and owner[0] in ("checkpoint", "criterion", "risk", "person"):
        yield from (len(each) for key in ("scope", "items", "affects") if (each := getattr(item, key, ())))


def _of_links(said: Amount, kind: str, scene: Scene) -> Iterator[int]:
    """How many an entry waits for, or how many wait for it."""
    texts = scene.clause.texts
    verb = next(index for index, text in enumerate(texts) if text in _WAITING)
    is_before = verb < said.first
    items = spoken_of(scene, verb) if is_before else _meant(verb, scene)
    breakdown = scene.reading.facts.schedule.breakdown
    for known in (known for known in items if known[1] in breakdown.items):
        links = needed_by(known, scene) if is_before else needing(known, scene)
        of_kind = [name for name in links if type(breakdown.items[name]).__name__.lower() == kind]
        yield from (len(links), len(of_kind)) if not scene.unknown(0, -1, _WAITING) else ()


def _meant(verb: int, scene: Scene) -> tuple[Known, ...]:
    is_own = not PRONOUNS.isdisjoint(scene.clause.texts[verb:])
    return (scene.owner,) if scene.owner and is_own else ()


def _fact(true: set[int], noun: str) -> str:
    told = " or ".join(str(number) for number in sorted(true))
    return f"there are {told} {noun}" if true != {1} else f"there is 1 of the {noun}"
