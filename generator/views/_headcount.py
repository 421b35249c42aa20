"""How many people a plan has, named or not."""

from collections import Counter

from generator.model.plan import Plan
from generator.model.quantity import Band


def headcount(plan: Plan) -> Band:
    """Add up the counts of the roles; where more of a role are named than it counts, those who are named."""
    named = Counter(person.role for person in plan.people.values())
    told = {role: entry.count or Band(0, 0) for role, entry in plan.roles.items()}
    roles = [Band(max(count.low, named[role]), max(count.high, named[role])) for role, count in told.items()]
    return sum(roles, Band(0, 0))


def headcount_words(plan: Plan) -> str:
    """61 people; nothing where nobody is counted or named."""
    people = headcount(plan)
    return f"{people} {'person' if people.high == 1 else 'people'}" if people.high else ""
