"""A calendar names a country or region whose public holidays are not known.

Its holidays would silently be worked.

Fails:

```yaml
title: Example
start: 2026-01-05
calendar: {country: DE, region: XY}
```

Passes:

```yaml
title: Example
start: 2026-01-05
calendar: {country: DE, region: BY}
```
"""

from collections.abc import Iterator

from generator.findings import Problem, Severity
from generator.formatting import joined
from generator.model.calendar import Calendar
from generator.model.plan import Plan
from generator.scheduling.public_holidays import countries

SEVERITY = Severity.ERROR
_CODES = 'write the code of two letters of ISO 3166: "DE", "US"'


def check(plan: Plan) -> Iterator[Problem]:
    """Yield each country, and each region, that the holidays library does not have."""
    for calendar in (plan.calendar, *plan.calendars.values()):
        if calendar.country or calendar.region:
            yield from _faults(calendar)


def _faults(calendar: Calendar) -> Iterator[Problem]:
    if not calendar.country:
        message = f'region "{calendar.region}" without a country'
        yield Problem((*calendar.pointer, "region"), message, 'write "country" beside it')
    elif calendar.country not in countries():
        code = calendar.country.upper()
        help_text = f'did you mean "{code}"?' if code in countries() else _CODES
        yield Problem(
            (*calendar.pointer, "country"), f'no holidays are known of country "{calendar.country}"', help_text
        )
    elif calendar.region and calendar.region not in countries()[calendar.country]:
        message = f'no holidays are known of region "{calendar.region}" of {calendar.country}'
        regions = joined(countries()[calendar.country], "or")
        yield Problem(
            (*calendar.pointer, "region"), message, f"write {regions}" if regions else "leave the region out"
        )
