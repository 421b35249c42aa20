"""Public holidays by country and region; the only importer of holidays."""

# ruff: noqa: PLC0415 - slow to import, and few plans ask for it

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

_LANGUAGE = "en_US"
"""The language of what stands around the names; without one the library asks the environment."""


@cache
def countries() -> Mapping[str, tuple[str, ...]]:
    """The codes of the countries that are known, and of the regions of each."""
    import holidays

    return {code: tuple(regions) for code, regions in holidays.list_supported_countries(include_aliases=True).items()}


def public_holidays(country: str, region: str | None) -> Callable[[date], str | None]:
    """Name the public holiday on a date; a country or region that is not known has none."""
    if country not in countries() or (region and region not in countries()[country]):
        return lambda _: None
    import holidays

    known = holidays.country_holidays(country, subdiv=region)
    spoken = _LANGUAGE if _LANGUAGE in known.supported_languages else known.default_language
    found = holidays.country_holidays(country, subdiv=region, language=spoken)
    return found.get
