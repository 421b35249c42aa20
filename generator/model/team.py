"""Who works: roles, people, and what several teams share."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from generator.errors import BadValueError
from generator.model.calendar import Leaves
from generator.model.notation import BandValue, describe
from generator.model.text import CalendarRef, Item, ItemRef, Name, OwnerRef, Prose, RoleRef
from generator.model.written import written

_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*%?")
_ALL = 100
_FRACTION = re.compile(r"0?\.\d+|1\.0+")


def parse_percent(value: object) -> Decimal:
    """Read `60%` or `60`; more than a hundred is an error, and so is `0.6`, which may be 60% or 0.6%."""
    text = value.strip() if isinstance(value, str) else ""
    if _FRACTION.fullmatch(text) and Decimal(text):
        share = f"{(Decimal(text) * 100).normalize():f}%"
        help_text = f'write "{share}", or "{Decimal(text)}%" where so little is meant'
        raise BadValueError(f'"{text}" may be {share} or {Decimal(text)}%', help=help_text)
    found = _PERCENT.fullmatch(text)
    if not found or Decimal(found.group(1)) > _ALL:
        help_text = "a part is at most 100% of the whole" if found else 'write "60%"'
        raise BadValueError(f"expected a percentage from 0 to 100, found {describe(value)}", help=help_text)
    return Decimal(found.group(1))


Percent = Annotated[Decimal, written(parse_percent, "60%", "string", "number", pattern=r"^\d{1,3}(\.\d+)?\s*%?$")]


class Role(Item, frozen=True):
    """A kind of work that people are staffed for.

    With a `count` the plan knows how many there are, and tells where more are needed at once.

    ```yaml
    roles:
      developer: {name: Developer, plural: Devs, count: 4}
      reviewer: {name: Reviewer, shared: true, counts_as: developer}
    tasks:
      model: {name: Model, duration: 5d, needs: {developer: 2}}
      review: {name: Review, duration: 1d, needs: {reviewer: 1}, depends_on: model}
    ```
    """

    name: Name = Field(description="In the singular: Developer")
    plural: Name | None = Field(default=None, description="The plural, which heads the column of totals: Devs")
    count: BandValue | None = Field(default=None, description="How many people the plan has in this role")
    shared: bool = Field(default=False, description="Works for several waves rather than for one")
    counts_as: RoleRef | None = Field(default=None, description="A role in whose totals this one is included")
    calendar: CalendarRef | None = Field(default=None, description="When its people work; as the plan if left out")
    responsibilities: Prose | None = Field(default=None, description="What the role answers for")


class Person(Item, frozen=True):
    """Somebody with a name, so that an owner means somebody.

    ```yaml
    roles:
      developer: {name: Developer, count: 1}
    people:
      ada: {name: Ada Byron, role: developer, contact: ada@example.com, leave: [W2D2]}
    tasks:
      model: {name: Model, duration: 5d, people: ada, owner: ada}
    ```
    """

    name: Name = Field(description="The person's name")
    role: RoleRef = Field(description="The role the person fills")
    calendar: CalendarRef | None = Field(default=None, description="When the person works; as the role if left out")
    leave: Leaves = Field(default=(), description="Days away: dates, or first and last day")
    contact: Name | None = Field(default=None, description="Address, handle or number to reach the person")


class Quota(Item, frozen=True):
    """A limited resource, and the share each user may take.

    Shares of work that goes on at the same time come to 100% at most; those of money, and of what is used up as
    litres are, do so over the whole plan.

    ```yaml
    roles:
      dba: {name: DBA}
    tasks:
      import: {name: Import, duration: 3d, owner: dba}
      search: {name: Search, duration: 3d}
    quotas:
      requests:
        name: Requests to the index
        limit: 500 a second
        shares: {import: 60%, search: 40%}
        owner: dba
        note: The gateway refuses what goes beyond a share.
    ```
    """

    name: Name = Field(description="What is limited")
    limit: Name | None = Field(default=None, description="The whole, in the supplier's words")
    shares: dict[ItemRef, Percent] = Field(description="Share per wave or task: wave-3: 60%")
    owner: OwnerRef | None = Field(default=None, description="Who changes the shares")
    note: Prose | None = Field(default=None, description="How the shares are enforced")
