"""A wave is led by somebody whose role the plan puts into teams, but not into this one.

A lead from outside every team is a choice; a developer who leads a wave without developers is a slip: of the lead, or
of the team.

Fails:

```yaml
title: Example
roles:
  developer: {name: Developer}
  designer: {name: Designer}
people:
  ada: {name: Ada Byron, role: developer}
  max: {name: Max Born, role: designer}
waves:
  wave-1: {name: One, team: {developer: 2}, lead: max, tasks: {a: {name: A, duration: 5d}}}
  wave-2: {name: Two, team: {designer: 1}, lead: max, depends_on: a, tasks: {b: {name: B, duration: 5d, owner: ada}}}
```

Passes:

```yaml
title: Example
roles:
  developer: {name: Developer}
  designer: {name: Designer}
people:
  ada: {name: Ada Byron, role: developer}
  max: {name: Max Born, role: designer}
waves:
  wave-1: {name: One, team: {developer: 2}, lead: ada, tasks: {a: {name: A, duration: 5d}}}
  wave-2: {name: Two, team: {designer: 1}, lead: max, depends_on: a, tasks: {b: {name: B, duration: 5d, owner: max}}}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.model.breakdown import Wave
from generator.model.plan import Plan
from generator.scheduling.resource_load import counts_as

SEVERITY = Severity.WARNING


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each lead whose role works in other teams, but not in the wave that is led."""
    in_teams = {role for wave in plan.waves.values() for role in wave.team}
    for wave in plan.waves.values():
        lead = plan.people.get(wave.lead or "")
        if (
            lead
            and wave.team
            and (lead.role in in_teams or (not _is_shared(lead.role, plan) and _works_elsewhere(lead.id, wave, plan)))
            and not _belongs(lead.role, wave, plan)
        ):
            message = f'"{lead.id}" leads "{wave.id}" as "{lead.role}", a role that its team does not have'
            help_text = f"the team has {', '.join(wave.team)}; name one of them, or add the role to the team"
            yield Problem((*wave.pointer, "lead"), message, help_text)


def _works_elsewhere(person: str, wave: Wave, plan: Plan) -> bool:
    """Tell whether somebody owns work of other waves, none of this one, and leads no other."""
    led = [each for each in plan.waves.values() if each.lead == person]
    is_elsewhere = not _works_in(person, wave) and any(_works_in(person, each) for each in plan.waves.values())
    return is_elsewhere and len(led) == 1


def _works_in(person: str, wave: Wave) -> bool:
    return any(task.owner == person or person in task.people for task in wave.tasks.values())


def _belongs(role: str, wave: Wave, plan: Plan) -> bool:
    """Tell whether a role is in the team of a wave or its phase, or counts as one that is, or is shared by it."""
    phase = plan.phases.get(wave.phase or "")
    there = {*wave.team, *(phase.team if phase else ())}
    is_shared = _is_shared(role, plan) and not _works_elsewhere(wave.lead or "", wave, plan)
    return is_shared or any(counts_as(plan, role, each) for each in there)


def _is_shared(role: str, plan: Plan) -> bool:
    return role in plan.roles and plan.roles[role].shared
