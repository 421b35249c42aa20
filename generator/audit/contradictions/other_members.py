"""Two places list what belongs to several parts, and of one part they list different things.

What is named in the wrong place is prepared twice, and what is left out by nobody.

Fails:

```markdown
| Batch | Clinics |
|---|---|
| North | Ashby, Birk |
| East | Elm, Garth |
| South | Holm, Ivel |

- [ ] Batch North: Ashby and Birk switched over
- [ ] Batch East: Elm and Holm switched over
- [ ] Batch South: Holm and Ivel switched over
```

Passes:

```markdown
| Batch | Clinics |
|---|---|
| North | Ashby, Birk |
| East | Elm, Garth |
| South | Holm, Ivel |

- [ ] Batch North: Ashby and Birk switched over
- [ ] Batch East: Elm and Garth switched over
- [ ] Batch South: Holm and Ivel switched over
```
"""

from collections.abc import Iterator

from generator.audit.contradictions._said import Contradiction
from generator.audit.understanding.facts import Facts
from generator.audit.understanding.part_members import Part, Parts, members_of
from generator.audit.understanding.part_mentions import groups_of, mentioning_in, mentions_of
from generator.findings import Severity

SEVERITY = Severity.ERROR

_MOST = 2


def check(facts: Facts) -> Iterator[Contradiction]:
    """Yield the one part whose things two places tell otherwise, where they agree on the others."""
    told: set[frozenset[tuple[str, int]]] = set()
    wholes, told_in = members_of(facts.reading), mentioning_in(facts.reading)
    for there in wholes:
        if len(there.things) == sum(len(part.things) for part in there.parts):
            things = there.things
            others = (each for each in wholes if not things.isdisjoint(each.things))
            named = (*mentions_of(told_in, there), *others)
            found = [each for here in named if here.source is not there.source for each in _odd(here, there)]
            found += [each for here in groups_of(told_in, there) for each in _mixed(here, there)]
            for each in found:
                lines = frozenset((quote.place.file, quote.place.line) for quote in (each.here, *each.there[:1]))
                if lines not in told:
                    told.add(lines)
                    yield each


def _odd(here: Parts, there: Parts) -> Iterator[Contradiction]:
    both = _both(here, there)
    agree = [one for one, other in both if set(one.things) == set(other.things)]
    differ = [(one, other) for one, other in both if set(one.things) != set(other.things)]
    alike = all(one.shape in {each.shape for each in agree} for one, _ in differ)
    if not agree or not 0 < len(differ) <= _MOST or not alike:
        return
    strange = [(one, other, owner) for one, other in differ if (owner := _owner(one, other, there))]
    if strange:
        one, other, owner = strange[0]
        thing = one.told(each for each in one.things if each in owner.things)
        message = f'{thing} is told of "{one.called}", and belongs to "{owner.called}"'
        yield Contradiction(message, one.quote, tuple(dict.fromkeys((other.quote, owner.quote))))
    elif len(differ) == 1 and len(agree) > 1 and _lists_all(agree) and _is_less(*differ[0]):
        one, other = differ[0]
        lacking = other.told(each for each in other.things if each not in one.things)
        message = f'{lacking} is left out of "{one.called}"'
        yield Contradiction(message, one.quote, (other.quote,), f"add {lacking}, or take it off in the other place")


def _both(here: Parts, there: Parts) -> list[tuple[Part, Part]]:
    """The parts of which both tell."""
    by_name = {name: part for part in there.parts for name in part.names}
    found = [(part, next((by_name[name] for name in part.names if name in by_name), None)) for part in here.parts]
    return [(one, other) for one, other in found if other]


def _owner(one: Part, other: Part, there: Parts) -> Part | None:
    """The part that a thing told here belongs to there."""
    things = set(one.things) - set(other.things)
    return next((part for part in there.parts if part is not other and things & set(part.things)), None)


def _lists_all(agree: list[Part]) -> bool:
    """Several things are told of another part: a place with one for each may tell what matters most."""
    return any(len(part.things) > 1 for part in agree)


def _is_less(one: Part, other: Part) -> bool:
    """Nothing else is told of it, what is left out stands nowhere else in its sentence, and it is no mere title."""
    return not one.is_title and set(one.things) < set(other.things) and not one.apart & set(other.things)


def _mixed(here: Parts, there: Parts) -> Iterator[Contradiction]:
    """Entries that each name all of one part, but one of them, which names things of two."""
    whole = {frozenset(part.things): part for part in there.parts}
    agree = {id(whole[frozenset(each.things)]) for each in here.parts if frozenset(each.things) in whole}
    several = [each for each in here.parts if frozenset(each.things) in whole and len(each.things) > 1]
    odd = [each for each in here.parts if frozenset(each.things) not in whole]
    rest = [part for part in there.parts if id(part) not in agree]
    if (
        len(agree) < _MOST
        or not several
        or len(odd) != 1
        or len(rest) != 1
        or not set(odd[0].things) & set(rest[0].things)
    ):
        return
    owner = _owner(odd[0], rest[0], there)
    if owner:
        thing = odd[0].told(each for each in odd[0].things if each in owner.things)
        message = f'{thing} stands with things of "{rest[0].called}", and belongs to "{owner.called}"'
        yield Contradiction(message, odd[0].quote, (rest[0].quote, owner.quote))
