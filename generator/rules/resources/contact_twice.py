"""Two people have one contact, while everybody else has one of their own.

Whoever needs the one reaches the other. A contact that three or more share is a desk or a mailbox.

Fails:

```yaml
title: Example
roles: {builder: {name: Builder}}
people:
  ada: {name: Ada Byron, role: builder, contact: "+49 821 5550 10"}
  ben: {name: Ben Oak, role: builder, contact: "+49 821 5550 11"}
  cai: {name: Cai Elm, role: builder, contact: "+49 821 5550 12"}
  dora: {name: Dora Ash, role: builder, contact: "+49 821 5550 12"}
tasks:
  wall: {name: Wall, duration: 2d, people: [ada, ben, cai, dora]}
```

Passes:

```yaml
title: Example
roles: {builder: {name: Builder}}
people:
  ada: {name: Ada Byron, role: builder, contact: "+49 821 5550 10"}
  ben: {name: Ben Oak, role: builder, contact: "+49 821 5550 11"}
  cai: {name: Cai Elm, role: builder, contact: "+49 821 5550 12"}
  dora: {name: Dora Ash, role: builder, contact: "+49 821 5550 13"}
tasks:
  wall: {name: Wall, duration: 2d, people: [ada, ben, cai, dora]}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.plan import Plan
from generator.model.team import Person

SEVERITY = Severity.WARNING
_PAIR = 2
_FEWEST_OTHERS = 2


def check(plan: Plan) -> Iterator[Problem]:
    """Yield the second of the only two people who share a contact."""
    having: dict[str, list[Person]] = {}
    for person in plan.people.values():
        if person.contact:
            having.setdefault(_bare(person.contact), []).append(person)
    shared = [people for people in having.values() if len(people) > 1]
    if len(shared) == 1 and len(shared[0]) == _PAIR and len(having) > _FEWEST_OTHERS:
        first, second = shared[0]
        message = f'"{second.id}" has the contact of "{first.id}", {second.contact}'
        also = ((*first.pointer, "contact"),)
        yield Problem((*second.pointer, "contact"), message, "write that person's own", also)


def _bare(contact: str) -> str:
    """A contact without what is written for the eye: blanks, dashes, capitals."""
    return "".join(each for each in contact.casefold() if each not in " -/()")
