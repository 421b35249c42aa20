"""A quota says who alone may change it, and names somebody other than its owner.

The owner is asked for a larger share, and may not grant it.

Fails:

```yaml
title: Example
roles: {lead: {name: Lead}}
people:
  ada: {name: Ada Byron, role: lead}
  bob: {name: Bob Miller, role: lead}
tasks: {build: {name: Build, duration: 2d, owner: ada}, test: {name: Test, duration: 2d, owner: bob}}
quotas:
  budget: {name: Budget, shares: {build: 60%, test: 40%}, owner: bob, note: "Moved only by {{ name('ada') }}."}
```

Passes:

```yaml
title: Example
roles: {lead: {name: Lead}}
people:
  ada: {name: Ada Byron, role: lead}
  bob: {name: Bob Miller, role: lead}
tasks: {build: {name: Build, duration: 2d, owner: ada}, test: {name: Test, duration: 2d, owner: bob}}
quotas:
  budget: {name: Budget, shares: {build: 60%, test: 40%}, owner: ada, note: "Moved only by {{ name('ada') }}."}
```
"""

import re
from collections.abc import Iterator
from html import unescape

from generator.findings import Problem, Severity
from generator.model.index import Index
from generator.model.plan import Plan
from generator.prose import Prose
from generator.rules._presence import person_named

SEVERITY = Severity.WARNING
_ALONE = re.compile(r"\b(?:only|nobody but|no one but|none but)\b(?P<who>[^.;!?]*)", re.IGNORECASE)


def check(plan: Plan, index: Index, prose: Prose) -> Iterator[Problem]:
    """Yield each quota whose owner is a person, and whose note grants the change to others alone."""
    for quota in plan.quotas.values():
        owner = person_named(quota.owner, index)
        found = _ALONE.search(unescape(prose.texts.get((*quota.pointer, "note"), "")))
        named = [person for person in plan.people.values() if found and person.name in found["who"]]
        if owner and named and owner not in named:
            message = f'"{owner.id}" answers for "{quota.id}", but its note lets only "{named[0].id}" change it'
            yield Problem((*quota.pointer, "owner"), message, f'write "owner: {named[0].id}", or change the note')
